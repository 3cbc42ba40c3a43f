// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/comment_phrases.h"

#include <QRegularExpression>
#include <QSet>

namespace cadastre {

namespace {

constexpr qsizetype longestPhrase = 120;

/// The words in English, German, French, Spanish, Portuguese, Italian, Polish, Russian and Chinese.
const QRegularExpression& referenceWords()
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "(?<key>\\bFKs?\\b|\\bforeign[ -]?key\\b|\\bfremdschl(?:ü|ue)ssel\\b"
            "|\\bcl(?:é|e)s? [ée]trang[eè]res?\\b|\\bclave (?:for[aá]nea|externa|ajena)\\b"
            "|\\bchave estrangeira\\b|\\bchiave esterna\\b|\\bklucz obcy\\b|внешний ключ|外键|外鍵)"
            "|(?<reference>\\breferenc(?:es|ing)\\b|\\breferences? (?:to|on)\\b"
            "|\\brefer(?:s|ring)? to\\b|\\bpoint(?:s|ing)? (?:to|at)\\b|\\blink(?:s|ed)? to\\b"
            "|\\bverweis(?:t)? auf\\b|\\br[ée]f[ée]rence (?:à|vers)\\b|\\breferencia a\\b"
            "|\\brefer[eê]ncia (?:a|para)\\b|\\briferimento a\\b|\\bodwołuje się do\\b"
            "|ссылка на|ссылается на|引用|关联)"
            "|(?<hint>->|→|=>|\\bsee(?: also)?\\b|\\bsiehe(?: auch)?\\b|\\bvoir\\b|\\bids? "
            "(?:of|from|in)\\b"
            "|\\bmatch(?:es)?\\b|\\bsame as\\b|\\bjoins?(?: with| to| on)?\\b|\\blook ?up in\\b)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

/// Small words between the verb and the name.
bool isFiller(const QString& candidate)
{
    static const QSet<QString> fillers = [] {
        QSet<QString> words;
        for (const char* word :
             {"to",         "on",        "into",        "of",   "in",     "the", "table",
              "column",     "field",     "view",        "from", "for",    "auf", "zu",
              "von",        "der",       "die",         "das",  "den",    "dem", "tabelle",
              "spalte",     "vers",      "de",          "la",   "le",     "les", "a",
              "al",         "hacia",     "tabla",       "para", "tabela", "do",  "da",
              "references", "reference", "referencing", "via",  "with",   "à",   "на",
              "к",          "таблицу",   "表",          "ref",  "is",     "an",  "it"})
            words.insert(QString::fromUtf8(word));
        return words;
    }();
    return fillers.contains(candidate.toLower());
}

/// "does not reference", "verweist nicht auf": nothing is stated.
bool isDenied(const QString& words, qsizetype at)
{
    static const QRegularExpression denial(
        QStringLiteral("(\\b(not|never|cannot|nicht|nie|pas)|n't)(\\s+\\w+)?\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    return QStringView(words)
        .sliced(std::max<qsizetype>(0, at - 24), std::min<qsizetype>(at, 24))
        .toString()
        .contains(denial);
}

/// The name behind the words that end at `at`; `at` moves to its end.
std::optional<WrittenName> nameBehind(const QString& words, qsizetype at)
{
    static const QRegularExpression marks(QStringLiteral("\\G(?:\\s|[:=,>→-])*"));
    for (int count = 0; count < 6; ++count) {
        const QRegularExpressionMatch skipped = marks.match(words, at);
        at = skipped.hasMatch() ? skipped.capturedEnd() : at;
        auto name = writtenName(words, at);
        if (!name || name->quoted || name->isQualified() || !isFiller(name->parts.first()))
            return name;
        at = name->end;
    }
    return std::nullopt;
}

} // namespace

std::vector<ReferencePhrase> referencePhrases(const QString& words)
{
    std::vector<ReferencePhrase> phrases;
    for (auto it = referenceWords().globalMatch(words); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const auto has = [&](const char* group) {
            return !match.captured(QLatin1String(group)).isEmpty();
        };
        const bool isKey = has("key");
        if (!isKey && isDenied(words, match.capturedStart()))
            continue;
        auto name = nameBehind(words, match.capturedEnd());
        if (!name)
            continue;
        ReferencePhrase phrase;
        phrase.strength = isKey              ? PhraseStrength::ForeignKey
                          : has("reference") ? PhraseStrength::Reference
                                             : PhraseStrength::Hint;
        phrase.phrase = words.mid(match.capturedStart(), name->end - match.capturedStart())
                            .simplified()
                            .left(longestPhrase);
        phrase.name = std::move(*name);
        phrases.push_back(std::move(phrase));
    }
    return phrases;
}

} // namespace cadastre
