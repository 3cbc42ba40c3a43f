// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Splitting and comparing words of names; see the header.
#include "model/search/words.h"

#include <QHash>

#include <algorithm>

namespace cadastre {

namespace {

enum class CharacterClass { Separator, Lower, Upper, Digit };

CharacterClass classOf(QChar c)
{
    if (c.isDigit())
        return CharacterClass::Digit;
    if (c.isUpper())
        return CharacterClass::Upper;
    return c.isLetter() || c.isSurrogate() || c.isMark() ? CharacterClass::Lower
                                                         : CharacterClass::Separator;
}

/// Whether a new word begins at `i` inside a run of letters and digits.
bool beginsWord(QStringView name, qsizetype i)
{
    const CharacterClass before = classOf(name[i - 1]);
    const CharacterClass here = classOf(name[i]);
    if (before == CharacterClass::Lower && here == CharacterClass::Upper)
        return true;
    if ((before == CharacterClass::Digit) != (here == CharacterClass::Digit))
        return true;
    // HTTPServer: the last capital before small letters begins the word, but IDs is one
    const bool isCapitalBeforeSmall = before == CharacterClass::Upper &&
                                      here == CharacterClass::Upper && i + 1 < name.size() &&
                                      classOf(name[i + 1]) == CharacterClass::Lower;
    if (!isCapitalBeforeSmall)
        return false;
    const bool isPlural = name[i + 1] == QLatin1Char('s') &&
                          (i + 2 >= name.size() || classOf(name[i + 2]) != CharacterClass::Lower);
    return !isPlural;
}

/// Words that stand for each other in names.
const QHash<QStringView, int>& meanings()
{
    static const QString groups =
        QStringLiteral("at on date time day datetime timestamp ts dt when|"
                       "no nr num number|"
                       "id identifier uid uuid key|"
                       "qty quantity count cnt|"
                       "amt amount sum total|"
                       "desc description text|"
                       "addr address|"
                       "cust customer client|"
                       "tel phone telephone|"
                       "mail email|"
                       "del deleted removed|"
                       "mod modified updated changed|"
                       "is has flag|"
                       "usr user|"
                       "cat category|"
                       "curr currency|"
                       "zip postcode postal plz|"
                       "img image picture|"
                       "org organization organisation|"
                       "pwd passwd password");
    static const QHash<QStringView, int> table = [] {
        QHash<QStringView, int> words;
        int group = 0;
        for (const QStringView line : QStringView(groups).split(u'|')) {
            for (const QStringView word : line.split(u' '))
                words.insert(word, group);
            ++group;
        }
        return words;
    }();
    return table;
}

bool meanTheSame(QStringView a, QStringView b)
{
    const auto& table = meanings();
    const auto first = table.constFind(a);
    if (first == table.constEnd())
        return false;
    const auto second = table.constFind(b);
    return second != table.constEnd() && *first == *second;
}

/// Without an s of the plural; of a word in "ies", that it ends with y.
struct Singular
{
    QStringView stem;
    bool endsWithY = false;

    [[nodiscard]] bool is(const Singular& other) const
    {
        if (endsWithY == other.endsWithY)
            return stem == other.stem;
        const QStringView whole = endsWithY ? other.stem : stem;
        return whole.endsWith(u'y') && whole.chopped(1) == (endsWithY ? stem : other.stem);
    }
};

Singular withoutPlural(QStringView word)
{
    if (word.size() > 4 && word.endsWith(QLatin1String("ies")))
        return {word.chopped(3), true};
    if (word.size() > 3 && word.endsWith(QLatin1Char('s')) && !word.endsWith(QLatin1String("ss")))
        return {word.chopped(1), false};
    return {word, false};
}

} // namespace

QStringList nameWords(QStringView name)
{
    QStringList words;
    qsizetype start = -1;
    const auto end = [&](qsizetype at) {
        if (start >= 0)
            words << name.sliced(start, at - start).toString().toCaseFolded();
        start = -1;
    };
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (classOf(name[i]) == CharacterClass::Separator) {
            end(i);
        } else if (start < 0) {
            start = i;
        } else if (beginsWord(name, i)) {
            end(i);
            start = i;
        }
    }
    end(name.size());
    return words;
}

QString compactName(QStringView name)
{
    QString compact;
    compact.reserve(name.size());
    for (QChar c : name) {
        if (classOf(c) != CharacterClass::Separator)
            compact += c;
    }
    return compact.toCaseFolded();
}

int wordSimilarity(QStringView query, QStringView word)
{
    if (query == word)
        return 100;
    if (withoutPlural(query).is(withoutPlural(word)))
        return 95;
    if (word.startsWith(query))
        return 60 + static_cast<int>(30 * query.size() / word.size());
    if (meanTheSame(query, word))
        return 70;
    if (query.size() >= 3 && word.contains(query))
        return 40;
    return 0;
}

} // namespace cadastre
