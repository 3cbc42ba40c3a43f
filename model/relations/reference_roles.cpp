// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is left of a column's name without the words of the table that it points at.
#include "model/relations/reference_roles.h"

#include "model/relations/structure/word_forms.h"
#include "model/search/words.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

/// Shorter words occur inside others by chance.
constexpr qsizetype shortestGluedWord = 3;

/// Words at the end of a name that say that it refers, not to what.
bool saysOnlyThatItRefers(const QString& word)
{
    static constexpr auto words = std::to_array<QLatin1String>(
        {QLatin1String("code"), QLatin1String("fk"), QLatin1String("guid"), QLatin1String("id"),
         QLatin1String("ids"), QLatin1String("key"), QLatin1String("no"), QLatin1String("nr"),
         QLatin1String("num"), QLatin1String("number"), QLatin1String("oid"), QLatin1String("pk"),
         QLatin1String("ref"), QLatin1String("sk"), QLatin1String("uuid")});
    return std::ranges::any_of(words, [&](QLatin1String one) { return word == one; });
}

/// Also short words that singularWord() leaves alone: add_on_id of add_ons.
bool areOneWord(const QString& word, const QString& other)
{
    return singularWord(word) == singularWord(other) || QString(word + QLatin1Char('s')) == other;
}

bool standsAt(const QStringList& words, qsizetype at, const QStringList& wanted)
{
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (!areOneWord(words[at + i], wanted[i]))
            return false;
    }
    return true;
}

/// Where the table's name, or the end of it, stands in the words; the longest part counts, and of
/// several places the last.
std::optional<qsizetype> placeOf(const QStringList& words, const QStringList& table)
{
    for (qsizetype from = 0; from < table.size(); ++from) {
        const QStringList part = table.mid(from);
        for (qsizetype at = words.size() - part.size(); at >= 0; --at) {
            if (standsAt(words, at, part))
                return at;
        }
    }
    return std::nullopt;
}

/// The same for names that are glued: "ownercustomerid".
std::optional<QString> gluedRole(const QStringList& words, const QStringList& table)
{
    const QString glued = words.join(QString());
    for (qsizetype from = 0; from < table.size(); ++from) {
        const QString part = joinedSingular(table, from);
        if (part.size() < shortestGluedWord)
            continue;
        if (const qsizetype at = glued.lastIndexOf(part); at >= 0)
            return glued.first(at);
    }
    return std::nullopt;
}

QStringList withoutReferenceWords(QStringList words)
{
    while (!words.isEmpty() && saysOnlyThatItRefers(words.last()))
        words.removeLast();
    while (!words.isEmpty() && saysOnlyThatItRefers(words.first()))
        words.removeFirst();
    return words;
}

/// Tables of some schemas have a letter glued in front: id_policy of tpolicies has no role.
bool isEndOfTableName(const QStringList& words, const QStringList& table)
{
    return words.size() == 1 && words.front().size() > shortestGluedWord &&
           singularWord(table.last()).endsWith(singularWord(words.front()));
}

QString roleBefore(const QStringList& words, const QStringList& table)
{
    const QStringList role = withoutReferenceWords(words);
    return isEndOfTableName(role, table) ? QString() : role.join(QLatin1Char(' '));
}

} // namespace

bool ReferenceRoles::hasSharedPrefix(TableId table)
{
    if (const auto known = m_sharedPrefix.constFind(table); known != m_sharedPrefix.constEnd())
        return *known;
    const auto columns = m_catalog.columnsOf(table);
    const QString first = nameWords(columns.front().name).value(0);
    const bool isShared =
        columns.size() > 2 && std::ranges::all_of(columns, [&](const Column& column) {
            const QStringList words = nameWords(column.name);
            return words.size() > 1 && words.front() == first;
        });
    m_sharedPrefix.insert(table, isShared);
    return isShared;
}

QStringList ReferenceRoles::wordsOfColumn(ColumnId column)
{
    QStringList words = nameWords(m_catalog.column(column).name);
    if (hasSharedPrefix(m_catalog.column(column).table))
        words.removeFirst();
    return words;
}

QString ReferenceRoles::roleOf(ColumnId child, ColumnId key)
{
    const QStringList words = wordsOfColumn(child);
    const QStringList table = nameWords(m_catalog.table(m_catalog.column(key).table).name);
    const QStringList keyWords = wordsOfColumn(key);
    if (const auto at = placeOf(words, table))
        return withoutReferenceWords(words.first(*at)).join(QLatin1Char(' '));
    if (words.size() >= keyWords.size() &&
        standsAt(words, words.size() - keyWords.size(), keyWords))
        return roleBefore(words.first(words.size() - keyWords.size()), table);
    if (const auto glued = gluedRole(words, table))
        return *glued;
    return roleBefore(words, table);
}

} // namespace cadastre
