// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a context says of a table's joins, of rows that views leave out, and of names that lie.
#include "model/orientation/context_joins.h"
#include "model/orientation/context_table.h"
#include "model/orientation/context_text.h"
#include "model/relations/count_text.h"
#include "model/worklist/name_hints.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int usesAgainstPromise = 3;
constexpr std::size_t incomingTold = 6; ///< references of other tables that are told with a parent

} // namespace

QStringList ContextTables::joinLinesOf(TableId table, const std::vector<bool>& alsoFull) const
{
    QStringList lines;
    for (const LiveCondition& live : m_facts.live) {
        if (live.table == table && !hasActingCharacters(live.condition))
            lines << QStringLiteral("live-rows %1 ; so %2")
                         .arg(live.condition,
                              countedNoun(live.views.size(), QStringLiteral("view reads it"),
                                          QStringLiteral("views read it")));
    }
    for (int index : m_asChild[table.index])
        lines << joinLines(m_catalog, m_facts.relationships[index]);
    lines << incomingLines(table, alsoFull);
    return lines;
}

/// Joins of children that are not told in full would be lost: the most important ones.
QStringList ContextTables::incomingLines(TableId table, const std::vector<bool>& alsoFull) const
{
    std::vector<int> incoming;
    for (int index : m_asParent[table.index]) {
        if (!alsoFull[m_facts.relationships[index].child.index])
            incoming.push_back(index);
    }
    std::ranges::stable_sort(incoming, [&](int a, int b) {
        const auto score = [&](int index) {
            return m_facts.importance.of(m_facts.relationships[index].child).score;
        };
        return score(a) > score(b);
    });
    QStringList lines;
    // "1 other reference" is no shorter than that reference
    const std::size_t told = incoming.size() == incomingTold + 1 ? incoming.size() : incomingTold;
    for (std::size_t i = 0; i < std::min(incoming.size(), told); ++i) {
        Relationship one = m_facts.relationships[incoming[i]];
        std::erase_if(one.targets, [&](const RelationshipTarget& target) {
            return !target.isResolved() || target.table != table;
        });
        for (const QString& line : joinLines(m_catalog, one))
            lines << QStringLiteral("from %1 %2").arg(contextName(m_catalog, one.child), line);
    }
    if (incoming.size() > told)
        lines << QStringLiteral("from-more %1 ; name their tables to see how they join")
                     .arg(countedNoun(static_cast<qint64>(incoming.size() - told),
                                      QStringLiteral("other reference"),
                                      QStringLiteral("other references")));
    return lines;
}

QStringList ContextTables::warningLines(TableId id) const
{
    QStringList lines;
    const Table& table = m_catalog.table(id);
    const TableImportance& figures = m_facts.importance.of(id);
    const TableNameHint hint = tableNameHint(table.name);
    const int uses = figures.referencedBy + figures.views;
    if (hint.promise && uses >= usesAgainstPromise)
        lines << QStringLiteral("warning the name says %1, but %2 use it: it is in use")
                     .arg(tablePromiseWord(*hint.promise),
                          countedNoun(uses, QStringLiteral("table or view"),
                                      QStringLiteral("tables and views")));
    if (figures.setBack == SetBack::Copy)
        lines << QStringLiteral("warning a copy of another table: read that one");
    if (table.broken)
        lines << QString(QStringLiteral("warning this view does not work: ") +
                         quotedData(*table.broken, 160));
    if (table.notRead)
        lines << QString(QStringLiteral("warning not fully read: ") +
                         quotedData(*table.notRead, 160));
    return lines;
}

} // namespace cadastre
