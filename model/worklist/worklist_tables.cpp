// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Why a table, view or routine without a comment is to be documented: what its name promises
// against how much it is used. Columns are judged in worklist_columns.cpp.
#include "model/worklist/worklist_parts.h"

#include "model/relations/count_text.h"

#include <cmath>

namespace cadastre {

namespace {

constexpr double contradictionWeight = 10; ///< "temporary", and everybody depends on it
constexpr double emptyNameWeight = 4;      ///< `data`, `info`
constexpr double plainWeight = 2;
constexpr double promiseKeptWeight = 0.3; ///< `old_`, `_bak` that nothing uses
constexpr double viewFactor = 0.6;        ///< its definition can be read, at least
constexpr double routineWeight = 1;
/// So much use says that a table is not what its name promises.
constexpr int contradictingDependents = 2;

/// `orders` for tmp_orders, unless there is such a table.
QString calledDraft(const WorklistFigures& figures, TableId id, const TableNameHint& hint)
{
    const Catalog& catalog = figures.catalog();
    const SchemaId schema = catalog.table(id).schema;
    if (hint.rest.size() < 3)
        return {};
    for (const Table& other : catalog.tablesOf(schema)) {
        if (other.name.compare(hint.rest, Qt::CaseInsensitive) == 0)
            return {};
    }
    return QString(QLatin1String("@called ") + hint.rest);
}

QString joinedReason(const QString& first, const QString& second)
{
    return second.isEmpty() ? QString(first + QLatin1Char('.'))
                            : QString(first + QLatin1String("; ") + second + QLatin1Char('.'));
}

} // namespace

void addTableEntry(const WorklistFigures& figures, TableId id, WorklistEntries& entries)
{
    if (!figures.isOurs(id) || !figures.isUndocumented(id))
        return;
    const Table& table = figures.catalog().table(id);
    const TableFigures& used = figures.of(id);
    const TableNameHint hint = tableNameHint(table.name);
    WorklistEntry entry{id, 0, {}, std::nullopt, {}};
    const double factor = isView(table) ? viewFactor : 1;
    const QString kind = tableKindName(table.kind);
    if (hint.promise && used.dependents() >= contradictingDependents) {
        entry.weight = contradictionWeight * factor * used.importance();
        entry.reason =
            joinedReason(QStringLiteral("The name says %1").arg(tablePromiseWord(*hint.promise)),
                         used.sentencePart());
        entry.draft = calledDraft(figures, id, hint);
    } else if (hint.promise) {
        entry.weight = promiseKeptWeight * used.importance();
        entry.reason = joinedReason(QStringLiteral("The name says %1, and little speaks against it")
                                        .arg(tablePromiseWord(*hint.promise)),
                                    used.sentencePart());
    } else if (hint.saysNothing) {
        entry.weight = emptyNameWeight * factor * used.importance();
        entry.reason = joinedReason(QStringLiteral("The name says nothing of what is in it"),
                                    used.sentencePart());
    } else {
        entry.weight = plainWeight * factor * used.importance() * (used.dependents() > 0 ? 1 : 0.5);
        entry.reason = joinedReason(QStringLiteral("No word says what this %1 is for").arg(kind),
                                    used.sentencePart());
    }
    entries.push_back(std::move(entry));
}

void addRoutineEntry(const WorklistFigures& figures, RoutineId id, WorklistEntries& entries)
{
    const Routine& routine = figures.catalog().routine(id);
    if (routine.system || !routine.extension.isEmpty() || !figures.isUndocumented(id))
        return;
    const UseReading& uses = figures.facts().uses;
    int written = 0;
    for (int position : uses.usesOf(id))
        written += uses.uses[position].kind == UseKind::Writes ? 1 : 0;
    const auto users = static_cast<int>(uses.usersOf(id).size());
    QStringList parts;
    if (written > 0)
        parts << QString(QStringLiteral("writes ") +
                         countedNoun(written, QStringLiteral("table"), QStringLiteral("tables")));
    if (users > 0)
        parts << QString(QStringLiteral("used by ") +
                         countedNoun(users, QStringLiteral("object"), QStringLiteral("objects")));
    if (routine.securityDefiner)
        parts << QStringLiteral("runs with its owner's rights");
    const double weight =
        routineWeight * (1 + 0.5 * std::log2(1 + written) + 0.3 * std::log2(1 + users) +
                         (routine.securityDefiner ? 1 : 0));
    entries.push_back(
        {id,
         weight,
         joinedReason(QStringLiteral("No word says what it does"), parts.join(QLatin1String(", "))),
         std::nullopt,
         {}});
}

} // namespace cadastre
