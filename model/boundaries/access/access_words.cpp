// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Words of findings about access, and what names of roles say.
#include "model/boundaries/access/access_parts.h"

#include <algorithm>

namespace cadastre::access {

namespace {

QString withRest(QStringList names, std::size_t all)
{
    const auto named = static_cast<std::size_t>(names.size());
    if (named < all)
        names << QStringLiteral("%1 more").arg(all - named);
    return joinedWords(names);
}

/// `Reporting_RO@host` as "reporting", "ro".
QStringList wordsOf(const QString& text)
{
    QStringList words;
    QString word;
    QChar before;
    for (const QChar c : text) {
        const bool begins = c.isUpper() && before.isLower();
        if ((begins || !c.isLetter()) && !word.isEmpty()) {
            words << word;
            word.clear();
        }
        if (c.isLetter())
            word += c.toLower();
        before = c;
    }
    return word.isEmpty() ? words : words << word;
}

/// Accounts of MariaDB and MySQL without their host.
QStringList nameWordsOf(const Role& role)
{
    const qsizetype at = role.name.lastIndexOf(QLatin1Char('@'));
    return wordsOf(at < 0 ? role.name : role.name.first(at));
}

bool saysWriting(const QStringList& words)
{
    static const QStringList writing{QStringLiteral("rw"),       QStringLiteral("write"),
                                     QStringLiteral("writes"),   QStringLiteral("writer"),
                                     QStringLiteral("writers"),  QStringLiteral("loader"),
                                     QStringLiteral("readwrite")};
    return std::ranges::any_of(words, [](const QString& word) { return writing.contains(word); });
}

bool hasPair(const QStringList& words, QLatin1String first, QLatin1String second)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == first && words[i + 1] == second)
            return true;
    }
    return false;
}

bool saysReadOnlyIn(const QStringList& words)
{
    static const QStringList reading{QStringLiteral("readonly"), QStringLiteral("reader"),
                                     QStringLiteral("readers")};
    return std::ranges::any_of(words, [](const QString& word) { return reading.contains(word); }) ||
           hasPair(words, QLatin1String("read"), QLatin1String("only")) ||
           hasPair(words, QLatin1String("reads"), QLatin1String("only")) ||
           hasPair(words, QLatin1String("only"), QLatin1String("reads"));
}

} // namespace

bool saysReadOnly(const Role& role)
{
    const QStringList name = nameWordsOf(role);
    if (saysWriting(name))
        return false;
    const QStringList comment = wordsOf(role.comment.text);
    return saysReadOnlyIn(name) || name.contains(QLatin1String("ro")) ||
           (!saysWriting(comment) && saysReadOnlyIn(comment));
}

bool soundsLikeReading(const Role& role)
{
    const QStringList name = nameWordsOf(role);
    return !saysWriting(name) && std::ranges::any_of(name, [](const QString& word) {
        return word.startsWith(QLatin1String("report")) || word == QLatin1String("read");
    });
}

QString joinedWords(const QStringList& words)
{
    if (words.size() < 2)
        return words.value(0);
    return words.first(words.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(" and ") +
           words.last();
}

QString countedTables(std::size_t count)
{
    return count == 1 ? QStringLiteral("1 table") : QStringLiteral("%1 tables").arg(count);
}

QString namedTables(const Catalog& catalog, const std::vector<TableId>& tables)
{
    QStringList names;
    for (const TableId table : tables) {
        if (static_cast<std::size_t>(names.size()) < namedTablesLimit)
            names << catalog.displayName(table);
    }
    return withRest(names, tables.size());
}

QString writtenTables(const Catalog& catalog, const std::vector<const TableRights*>& tables)
{
    QStringList names;
    for (const TableRights* rights : tables) {
        if (static_cast<std::size_t>(names.size()) < namedTablesLimit)
            names << QString(catalog.displayName(rights->table) + QStringLiteral(" (") +
                             privilegesText(rights->writes()) + QLatin1Char(')'));
    }
    return withRest(names, tables.size());
}

} // namespace cadastre::access
