// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads words out of defaults and comments; see the header.
#include "model/relations/structure/type_value_words.h"

#include <QRegularExpression>

#include <algorithm>

namespace cadastre {

namespace {

/// In quotes a name is written as it is in a program.
const QRegularExpression& quotedWord()
{
    static const QRegularExpression pattern(QStringLiteral(R"(['"`]([\w\\:.]{2,80})['"`])"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

/// Two or more words with commas, bars, slashes, `or` or `and` between them.
const QRegularExpression& wordList()
{
    static const QRegularExpression pattern(
        QStringLiteral(
            R"([\w\\:.]+(?:(?:\s*[,|/]\s*(?:(?:or|and)\s+)?|\s+(?:or|and)\s+)[\w\\:.]+)+)"),
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

const QRegularExpression& listSeparator()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\s*[,|/]\s*(?:(?:or|and)\s+)?|\s+(?:or|and)\s+)"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// Comments may be of any length; what names tables stands at their beginning.
constexpr qsizetype longestText = 2000;

} // namespace

QStringList tableWordsIn(const QString& wholeText, const TableNames& names, TableId near)
{
    const QString text = wholeText.left(longestText);
    QStringList found;
    const auto add = [&](const QString& word) {
        if (!found.contains(word))
            found << word;
    };
    for (auto matches = quotedWord().globalMatch(text); matches.hasNext();) {
        const QString word = matches.next().captured(1);
        if (names.meantBy(word, near))
            add(word);
    }
    for (auto matches = wordList().globalMatch(text); matches.hasNext();) {
        const QStringList words = matches.next().captured().split(listSeparator());
        QStringList tables;
        std::copy_if(words.begin(), words.end(), std::back_inserter(tables),
                     [&](const QString& word) { return names.meantBy(word, near).has_value(); });
        if (tables.size() >= 2 && tables.size() * 2 > words.size())
            std::for_each(tables.begin(), tables.end(), add);
    }
    return found;
}

std::optional<QString> literalDefault(const Column& column)
{
    static const QRegularExpression literal(QStringLiteral(R"(^\s*\(?'((?:[^']|'')+)')"));
    if (!column.defaultExpression)
        return std::nullopt;
    const QRegularExpressionMatch match = literal.match(*column.defaultExpression);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).replace(QLatin1String("''"), QLatin1String("'"));
}

} // namespace cadastre
