// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header. What a view reads is known from the catalog's dependencies where nobody has read
// the uses.
#include "model/boundaries/suggest/links.h"

#include <cmath>
#include <map>

namespace cadastre::suggest {

namespace {

constexpr double readByView = 0.8;
constexpr double usedByTrigger = 0.25; ///< what it writes may well be somebody else's
constexpr double usedTogether = 0.3;
constexpr std::size_t fewTables = 6; ///< of one view or routine; more say nothing
constexpr double hubSize = 6;        ///< at so many others a link counts half
constexpr double hubPower = 1.5;

class LinkCollector
{
public:
    LinkCollector(const Catalog& catalog, const Scope& scope)
        : m_catalog(catalog)
        , m_scope(scope)
    {
    }

    void addRelationships(const SuggestOptions& options)
    {
        for (const Relationship& relationship : *options.relationships) {
            if (relationship.origin == RelationshipOrigin::Rejected ||
                relationship.confidence < options.minimumConfidence)
                continue;
            const double share =
                relationship.confidence /
                std::max<double>(1, static_cast<double>(relationship.targets.size()));
            for (const RelationshipTarget& target : relationship.targets) {
                if (target.isResolved())
                    add(relationship.child, target.table, share, false);
            }
        }
    }

    void addUses(const UseReading& reading)
    {
        for (const ObjectUse& use : reading.uses) {
            if (use.used.kind == ObjectKind::Table)
                addUse(use.user, {use.used.index});
        }
        addUsedTogether();
    }

    void addDependencies()
    {
        for (const Dependency& dependency : m_catalog.objects().dependencies) {
            if (dependency.on.kind == ObjectKind::Table)
                addUse(dependency.dependent, {dependency.on.index});
            else if (dependency.on.kind == ObjectKind::Column)
                addUse(dependency.dependent, m_catalog.column(ColumnId{dependency.on.index}).table);
        }
        addUsedTogether();
    }

    std::vector<Link> links()
    {
        std::vector<int> children(m_scope.size(), 0);
        std::vector<int> users(m_scope.size(), 0);
        for (const auto& [ends, link] : m_links)
            ++(link.byUse ? users : children)[ends.second];
        std::vector<Link> result;
        for (auto& [ends, link] : m_links) {
            const int others = (link.byUse ? users : children)[ends.second];
            link.weight /= 1 + std::pow(others / hubSize, hubPower);
            result.push_back(link);
        }
        return result;
    }

private:
    void add(TableId from, TableId to, double weight, bool byUse)
    {
        const int child = m_scope.positions[from.index];
        const int parent = m_scope.positions[to.index];
        if (child < 0 || parent < 0 || child == parent)
            return;
        Link& link = m_links[{child, parent}];
        if (weight > link.weight)
            link = {child, parent, weight, byUse};
    }

    void addUse(ObjectRef user, TableId used)
    {
        if (user.kind == ObjectKind::Table)
            add({user.index}, used, readByView, true);
        else if (user.kind == ObjectKind::Trigger)
            add(m_catalog.trigger({user.index}).table, used, usedByTrigger, true);
        if ((user.kind == ObjectKind::Table || user.kind == ObjectKind::Routine) &&
            !isView(m_catalog.table(used)))
            m_usedBy[user].push_back(used);
    }

    /// Tables that one view or routine uses belong together a little.
    void addUsedTogether()
    {
        for (auto& [user, tables] : m_usedBy) {
            std::ranges::sort(tables);
            tables.erase(std::ranges::unique(tables).begin(), tables.end());
            if (tables.size() > fewTables)
                continue;
            for (std::size_t i = 0; i < tables.size(); ++i) {
                for (std::size_t k = i + 1; k < tables.size(); ++k)
                    add(tables[i], tables[k], usedTogether, true);
            }
        }
    }

    const Catalog& m_catalog;
    const Scope& m_scope;
    std::map<std::pair<int, int>, Link> m_links;
    std::map<ObjectRef, std::vector<TableId>> m_usedBy;
};

} // namespace

std::vector<Link> linksOf(const Catalog& catalog, const Scope& scope, const SuggestOptions& options)
{
    LinkCollector collector(catalog, scope);
    collector.addRelationships(options);
    if (options.uses)
        collector.addUses(*options.uses);
    else
        collector.addDependencies();
    return collector.links();
}

} // namespace cadastre::suggest
