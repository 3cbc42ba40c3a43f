// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/spoken_words.h"

#include "model/search/fuzzy.h"
#include "model/search/words.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

const QSet<QString>& fillerWords()
{
    static const QSet<QString> words = [] {
        const QStringList list =
            QStringLiteral(
                "a an the of is are was were be where which what who how do does in on for "
                "to and or with find show me my all")
                .split(QLatin1Char(' '));
        return QSet<QString>(list.begin(), list.end());
    }();
    return words;
}

QString spokenWord(QString word)
{
    for (const QChar mark : {QChar(u'\''), QChar(u'’')}) {
        if (word.size() > 3 && word.endsWith(QString(mark) + QLatin1Char('s'), Qt::CaseInsensitive))
            word.chop(2);
    }
    if (word.contains(u'-')) {
        const QStringList parts = nameWords(word);
        if (std::ranges::any_of(parts, [](const QString& part) { return part.size() == 1; }))
            word.remove(u'-');
    }
    while (word.size() > 1 && (word.endsWith(u'?') || word.endsWith(u',')) && !word.contains(u'*'))
        word.chop(1);
    return word;
}

int bestScore(const QString& wanted, const QStringList& words)
{
    int best = 0;
    for (const QString& word : words) {
        const int score = wordSimilarity(wanted, word);
        best = std::max(best, score == 0 && isMistyped(wanted, word) ? 25 : score);
    }
    return best;
}

} // namespace

QStringList spokenWords(const QStringList& words)
{
    QStringList said;
    QStringList telling;
    for (const QString& word : words) {
        const QString spoken = spokenWord(word);
        said << spoken;
        if (!fillerWords().contains(spoken.toLower()))
            telling << spoken;
    }
    return telling.isEmpty() ? said : telling;
}

int spokenScore(const QStringList& words, const QString& text, const QString& around)
{
    QStringList wanted;
    for (const QString& word : words)
        wanted += nameWords(word);
    if (wanted.isEmpty())
        return 0;
    const QStringList own = nameWords(text);
    const QStringList outer = nameWords(around);
    int sum = 0;
    bool anyOwn = false;
    for (const QString& word : wanted) {
        const int inOwn = bestScore(word, own);
        const int score = std::max(inOwn, bestScore(word, outer) / 2);
        if (score == 0) {
            const int similar = similarNameScore(compactName(words.join(QString())), own);
            return similar;
        }
        anyOwn = anyOwn || inOwn > 0;
        sum += score;
    }
    const int told = static_cast<int>(15 * std::min(wanted.size(), own.size()) /
                                      std::max<qsizetype>(1, own.size()));
    return (anyOwn ? sum / static_cast<int>(wanted.size()) * 85 / 100 + told
                   : sum / static_cast<int>(wanted.size()) / 2);
}

} // namespace cadastre
