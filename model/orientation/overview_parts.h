// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sections of the one page; each family of facts has its own file beside this one.
#pragma once

#include "model/orientation/overview.h"

namespace cadastre {

struct OverviewInput
{
    const OverviewFacts& facts;
    const Catalog& catalog;

    [[nodiscard]] const WorklistFacts& worklist() const { return facts.worklist; }
    [[nodiscard]] OverviewEntry entry(ObjectRef object, const QString& text) const
    {
        return {text, object, catalog.displayName(object)};
    }
    /// Tables in the order of their importance.
    void sortTables(std::vector<TableId>& tables) const;
};

/// Keeps as many entries as are shown and counts the others.
void limitEntries(OverviewSection& section, int most);

OverviewSection gistSection(const OverviewInput& input);
OverviewSection sizeSection(const OverviewInput& input);
OverviewSection groupSection(const OverviewInput& input);
OverviewSection beginSection(const OverviewInput& input);
OverviewSection namesSection(const OverviewInput& input);
OverviewSection conceptSection(const OverviewInput& input);
OverviewSection relationshipSection(const OverviewInput& input);
OverviewSection commentSection(const OverviewInput& input);
OverviewSection boundarySection(const OverviewInput& input);
/// What is odd, one section with an entry for each case.
OverviewSection oddSection(const OverviewInput& input);
OverviewSection notReadSection(const OverviewInput& input);

} // namespace cadastre
