// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Overview: what a database is, on one page: size, groups, names, relationships, comments,
// boundaries, what is odd, what was not read. Facts as entries that lead to objects; how a page is
// made of them is in overview_document.
#pragma once

#include "model/orientation/start_here.h"
#include "model/worklist/worklist.h"

namespace cadastre {

/// One line of the page.
struct OverviewEntry
{
    QString text;                    ///< one sentence or a name with figures
    std::optional<ObjectRef> object; ///< that it leads to
    QString name = {};               ///< of the object as people read it; stands before the text

    bool operator==(const OverviewEntry&) const = default;
};

struct OverviewSection
{
    QString title;
    QStringList sentences; ///< before the entries
    std::vector<OverviewEntry> entries;
    int more = 0; ///< entries left out

    bool operator==(const OverviewSection&) const = default;
};

struct Overview
{
    QString title;                         ///< "shop (PostgreSQL 15.18)"
    std::vector<OverviewSection> sections; ///< in reading order; never empty ones

    bool operator==(const Overview&) const = default;
};

struct OverviewFacts
{
    const WorklistFacts& worklist; ///< catalog with what is staged, relationships, uses, owners
    const Importance& importance;
    const std::vector<TableGroup>& groups;
    const StartHere& start;
    std::optional<int> crossings = std::nullopt; ///< absent: nobody looked
    int entriesPerKind = 8;
    bool asDrawn = false; ///< the groups are those of the diagram
};

/// Deterministic; what was not read is said, never taken for none. Below a second at 10,000 tables.
Overview overviewOf(const OverviewFacts& facts);

} // namespace cadastre
