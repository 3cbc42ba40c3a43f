// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Commands that change decisions; see the header.
#include "model/workspace/decision_commands.h"

#include "model/relations/decision_text.h"

#include <algorithm>
#include <memory>

namespace cadastre {

namespace {

/// Decisions by key as they shall be, or were; absent for undecided.
using DecisionChanges = std::map<DecisionKey, std::optional<Decision>>;

DecisionChanges decisionsBefore(const Decisions& decisions, const DecisionChanges& changes)
{
    DecisionChanges before;
    for (const auto& [key, ignored] : changes) {
        const auto found = decisions.entries.find(key);
        before[key] =
            found == decisions.entries.end() ? std::nullopt : std::optional(found->second);
    }
    return before;
}

void applyDecisions(Decisions& decisions, const DecisionChanges& changes)
{
    for (const auto& [key, decision] : changes) {
        if (decision)
            decisions.entries[key] = *decision;
        else
            decisions.entries.erase(key);
    }
}

Command changeDecisions(const QString& name, Decisions& decisions, DecisionChanges changes,
                        IsAlive isAlive)
{
    const auto before = std::make_shared<DecisionChanges>();
    const auto anyAlive = [changes, isAlive = std::move(isAlive)] {
        return std::ranges::any_of(changes, [&](const auto& change) {
            return isAlive(change.first.child) && isAlive(change.first.parent);
        });
    };
    const Error gone{QStringLiteral("%1 was skipped: the tables are no longer there.").arg(name),
                     {}};
    Command command;
    command.name = name;
    command.forward = [&decisions, changes = std::move(changes), before, anyAlive,
                       gone]() -> Result<Nothing> {
        if (!anyAlive())
            return gone;
        *before = decisionsBefore(decisions, changes);
        applyDecisions(decisions, changes);
        return ok();
    };
    command.backward = [&decisions, before, anyAlive, gone]() -> Result<Nothing> {
        if (!anyAlive())
            return gone;
        applyDecisions(decisions, *before);
        return ok();
    };
    return command;
}

/// The value of the type column that chooses the target of each key.
std::vector<std::pair<DecisionKey, QString>> keysWithValues(const Catalog& catalog,
                                                            const Relationship& relationship)
{
    std::vector<std::pair<DecisionKey, QString>> result;
    for (const RelationshipTarget& target : relationship.targets) {
        Relationship single = relationship;
        single.targets = {target};
        for (DecisionKey& key : decisionKeys(catalog, single))
            result.emplace_back(std::move(key), target.typeValue);
    }
    return result;
}

/// Changes that are there already stay.
void addChanges(DecisionChanges& changes, const Catalog& catalog, const Relationship& relationship,
                DecisionKind kind, const QString& reason)
{
    const bool staysAdded =
        kind == DecisionKind::Confirmed && relationship.origin == RelationshipOrigin::Added;
    DecisionChanges own;
    for (const auto& [key, typeValue] : keysWithValues(catalog, relationship)) {
        const Decision decision{staysAdded ? DecisionKind::Added : kind, reason, typeValue};
        const auto [place, isNew] = own.emplace(key, decision);
        if (!isNew)
            place->second->moreTypeValues << typeValue;
    }
    changes.merge(own);
}

/// "orders.customer_id → customers.id", "214 relationships to organizations", "12 relationships".
QString whatOf(const Catalog& catalog, const std::vector<Relationship>& relationships)
{
    if (relationships.size() == 1)
        return relationshipTitle(catalog, relationships.front());
    const QString count = QStringLiteral("%1 relationships").arg(relationships.size());
    std::optional<TableId> parent;
    for (const Relationship& relationship : relationships) {
        for (const RelationshipTarget& target : relationship.targets) {
            if (!target.isResolved() || (parent && *parent != target.table))
                return count;
            parent = target.table;
        }
    }
    return parent ? QString(count + QStringLiteral(" to ") + catalog.displayName(*parent)) : count;
}

bool areOfOneTable(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    return !columns.empty() && std::ranges::all_of(columns, [&](ColumnId id) {
        return catalog.column(id).table == catalog.column(columns.front()).table;
    });
}

Relationship addedRelationship(const Catalog& catalog, const DrawnRelationship& drawn)
{
    Relationship relationship;
    relationship.origin = RelationshipOrigin::Added;
    relationship.child = catalog.column(drawn.childColumns.front()).table;
    relationship.childColumns = drawn.childColumns;
    relationship.typeColumn = drawn.typeColumn;
    relationship.targets = {
        {catalog.column(drawn.parentColumns.front()).table, drawn.parentColumns, drawn.typeValue}};
    return relationship;
}

bool isDeclared(const Catalog& catalog, const DrawnRelationship& drawn)
{
    return std::ranges::any_of(declaredRelationships(catalog), [&](const Relationship& declared) {
        return declared.childColumns == drawn.childColumns && !drawn.typeColumn &&
               declared.targets.front().columns == drawn.parentColumns;
    });
}

std::optional<Error> wrongDrawing(const Catalog& catalog, const DrawnRelationship& drawn)
{
    std::vector<ColumnId> child = drawn.childColumns;
    if (drawn.typeColumn)
        child.push_back(*drawn.typeColumn);
    if (!areOfOneTable(catalog, child) || !areOfOneTable(catalog, drawn.parentColumns) ||
        drawn.childColumns.size() != drawn.parentColumns.size())
        return Error{QStringLiteral("A relationship runs from columns of one table to as many "
                                    "columns of one table."),
                     {}};
    if (drawn.childColumns == drawn.parentColumns)
        return Error{QStringLiteral("A column cannot refer to itself; end the line at another "
                                    "column."),
                     {}};
    return std::nullopt;
}

} // namespace

Command decideRelationships(Decisions& decisions, const Catalog& catalog,
                            const std::vector<Relationship>& relationships, DecisionKind kind,
                            const QString& reason, IsAlive isAlive)
{
    DecisionChanges changes;
    for (const Relationship& relationship : relationships)
        addChanges(changes, catalog, relationship, kind, reason);
    const QString verb = kind == DecisionKind::Confirmed  ? QStringLiteral("Confirm ")
                         : kind == DecisionKind::Rejected ? QStringLiteral("Reject ")
                                                          : QStringLiteral("Add ");
    return changeDecisions(verb + whatOf(catalog, relationships), decisions, std::move(changes),
                           std::move(isAlive));
}

Command undecideRelationships(Decisions& decisions, const Catalog& catalog,
                              const std::vector<Relationship>& relationships, IsAlive isAlive)
{
    DecisionChanges changes;
    for (const Relationship& relationship : relationships) {
        for (const DecisionKey& key : decisionKeys(catalog, relationship))
            changes[key] = std::nullopt;
    }
    return changeDecisions(QStringLiteral("Undecide ") + whatOf(catalog, relationships), decisions,
                           std::move(changes), std::move(isAlive));
}

Command forgetDecisions(Decisions& decisions, const std::vector<DecisionKey>& keys)
{
    DecisionChanges changes;
    for (const DecisionKey& key : keys)
        changes[key] = std::nullopt;
    const QString what = keys.size() == 1 ? decisionTitle(keys.front())
                                          : QStringLiteral("%1 decisions").arg(keys.size());
    return changeDecisions(QStringLiteral("Forget ") + what, decisions, std::move(changes),
                           [](const ObjectKey&) { return true; });
}

Command chooseOtherTarget(Decisions& decisions, const Catalog& catalog,
                          const Relationship& proposal, const RelationshipTarget& chosen,
                          const QString& reason, IsAlive isAlive)
{
    Relationship other = proposal;
    other.origin = RelationshipOrigin::Added;
    other.targets = {chosen};
    DecisionChanges changes;
    addChanges(changes, catalog, other, DecisionKind::Added, reason); // wins over its rejection
    addChanges(changes, catalog, proposal, DecisionKind::Rejected, reason);
    return changeDecisions(QStringLiteral("Choose ") + relationshipTitle(catalog, other), decisions,
                           std::move(changes), std::move(isAlive));
}

Result<Command> addRelationship(Decisions& decisions, const Catalog& catalog,
                                const DrawnRelationship& drawn, const QString& reason,
                                IsAlive isAlive)
{
    if (const auto error = wrongDrawing(catalog, drawn))
        return *error;
    const Relationship relationship = addedRelationship(catalog, drawn);
    const QString title = relationshipTitle(catalog, relationship);
    if (isDeclared(catalog, drawn))
        return Error{QStringLiteral("%1 is a foreign key already.").arg(title), {}};
    const auto known = decisions.entries.find(decisionKeys(catalog, relationship).front());
    if (known != decisions.entries.end() && known->second.kind != DecisionKind::Rejected &&
        known->second.typeValue == drawn.typeValue)
        return Error{
            QStringLiteral("%1 is %2 already.").arg(title, decisionKindName(known->second.kind)),
            {}};
    DecisionChanges changes;
    addChanges(changes, catalog, relationship, DecisionKind::Added, reason);
    return changeDecisions(QStringLiteral("Add ") + title, decisions, std::move(changes),
                           std::move(isAlive));
}

Command editDecisionReason(Decisions& decisions, const Catalog& catalog,
                           const Relationship& relationship, const QString& reason, IsAlive isAlive)
{
    DecisionChanges changes;
    for (const DecisionKey& key : decisionKeys(catalog, relationship)) {
        const auto known = decisions.entries.find(key);
        if (known == decisions.entries.end())
            continue;
        changes[key] = known->second;
        changes[key]->reason = reason;
    }
    return changeDecisions(QStringLiteral("Change the reason of ") +
                               relationshipTitle(catalog, relationship),
                           decisions, std::move(changes), std::move(isAlive));
}

} // namespace cadastre
