// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Commands that change placements; see the header.
#include "model/workspace/placement_commands.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace cadastre {

namespace {

/// What a command replaced, to be put back.
using Before = QHash<ObjectKey, std::optional<Placement>>;

QString countedTables(std::size_t count)
{
    return count == 1 ? QStringLiteral("1 table") : QStringLiteral("%1 tables").arg(count);
}

Error objectsAreGone(const QString& command)
{
    return {QStringLiteral("%1 was skipped: its tables are no longer there.").arg(command), {}};
}

/// Placements to be set by key, together with the way back.
Command changePlacements(const QString& name, Placements& placements,
                         const std::vector<TableMove>& moves, const IsAlive& isAlive)
{
    const auto before = std::make_shared<Before>();
    const auto anyAlive = [moves, isAlive] {
        return std::ranges::any_of(moves, [&](const TableMove& m) { return isAlive(m.table); });
    };
    Command command;
    command.name = name;
    command.forward = [name, &placements, moves, before, anyAlive]() -> Result<Nothing> {
        if (!anyAlive())
            return objectsAreGone(name);
        before->clear();
        for (const TableMove& move : moves) {
            const auto old = placements.tables.constFind(move.table);
            before->insert(move.table, old == placements.tables.constEnd() ? std::nullopt
                                                                           : std::optional(*old));
            placements.tables.insert(move.table, move.to);
        }
        return ok();
    };
    command.backward = [name, &placements, before, anyAlive]() -> Result<Nothing> {
        if (!anyAlive())
            return objectsAreGone(name);
        for (auto it = before->constBegin(); it != before->constEnd(); ++it) {
            if (it.value())
                placements.tables.insert(it.key(), *it.value());
            else
                placements.tables.remove(it.key());
        }
        return ok();
    };
    return command;
}

} // namespace

Command moveTables(Placements& placements, std::vector<TableMove> moves, IsAlive isAlive)
{
    for (TableMove& move : moves)
        move.to.pinned = true;
    return changePlacements(QStringLiteral("Move ") + countedTables(moves.size()), placements,
                            moves, isAlive);
}

Command unpinTables(Placements& placements, const std::vector<ObjectKey>& tables, IsAlive isAlive)
{
    std::vector<TableMove> moves;
    for (const ObjectKey& table : tables) {
        if (const auto found = placements.tables.constFind(table);
            found != placements.tables.constEnd() && found->pinned)
            moves.push_back({table, {found->position, found->group, false}});
    }
    return changePlacements(QStringLiteral("Unpin ") + countedTables(moves.size()), placements,
                            moves, isAlive);
}

Command forgetPlacements(Placements& placements)
{
    const auto before = std::make_shared<Placements>();
    Command command;
    command.name = QStringLiteral("Lay out anew");
    command.forward = [&placements, before]() -> Result<Nothing> {
        *before = placements;
        placements = {};
        return ok();
    };
    command.backward = [&placements, before]() -> Result<Nothing> {
        placements = *before;
        return ok();
    };
    return command;
}

Placements rekeyed(const Placements& placements, const QHash<ObjectKey, ObjectKey>& renamed)
{
    Placements result;
    result.groups = placements.groups;
    for (auto it = placements.tables.constBegin(); it != placements.tables.constEnd(); ++it)
        result.tables.insert(renamed.value(it.key(), it.key()), it.value());
    return result;
}

} // namespace cadastre
