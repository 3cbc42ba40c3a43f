// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Everything that the tour, the one page and a context are made of, from a few lines of text.
#pragma once

#include "model/orientation/context.h"
#include "model/orientation/overview.h"
#include "tests/support/worklist_fixture.h"

namespace cadastre::test {

class OrientationFixture : public WorklistFixture
{
public:
    using WorklistFixture::WorklistFixture;

    [[nodiscard]] TableId table(const char* name) const { return TableId{object(name).index}; }
    [[nodiscard]] Importance importance() const
    {
        return tableImportance({*catalog, relationships, &uses});
    }
    [[nodiscard]] std::vector<TableGroup> groups() const
    {
        return tableGroups({*catalog, relationships, &uses, &ownership});
    }
    [[nodiscard]] StartHere start(const StartHereOptions& options = {}) const
    {
        return startHere({commented, relationships, &uses, &ownership}, options);
    }
    [[nodiscard]] Overview overview(std::optional<int> crossings = std::nullopt) const
    {
        const Importance ranks = importance();
        const std::vector<TableGroup> divided = groups();
        const StartHere tour = start();
        const WorklistFacts worklist = facts();
        return overviewOf({worklist, ranks, divided, tour, crossings});
    }
    [[nodiscard]] AssistantContext context(const ContextOptions& options = {}) const
    {
        const Importance ranks = importance();
        return assistantContext({.commented = commented,
                                 .relationships = relationships,
                                 .importance = ranks,
                                 .uses = &uses,
                                 .ownership = &ownership,
                                 .live = live},
                                options);
    }
    /// A guess, or a decision, from columns to columns; names separated by commas.
    void relate(const char* child, const char* parent,
                RelationshipOrigin origin = RelationshipOrigin::Inferred, double confidence = 0.93)
    {
        Relationship one;
        one.origin = origin;
        one.confidence = confidence;
        one.childColumns = {ColumnId{object(child).index}};
        one.child = catalog->column(one.childColumns.front()).table;
        const ColumnId key{object(parent).index};
        one.targets = {{catalog->column(key).table, {key}, {}}};
        relationships.push_back(one);
    }

    std::vector<LiveCondition> live;
};

} // namespace cadastre::test
