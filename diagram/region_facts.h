// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// RegionFacts: what the region of a boundary says of it: kind, colour, owner and counts, and the
// same in words for tool tips, files and assistive technology.
#pragma once

#include "diagram/graph.h"
#include "diagram/sign.h"
#include "diagram/theme.h"

namespace cadastre {

struct RegionFacts
{
    bool isRegion = false; ///< GroupKind::Boundary; all else is unset where it is not
    bool isModule = false; ///< inside another boundary
    bool isOwned = false;
    Sign sign = Sign::Unowned; ///< of its kind
    Ink border = Ink::StrongBorder;
    Ink fill = Ink::RegionFill;
    Ink soft = Ink::Background; ///< behind tables
    QString owner;              ///< empty when nobody is known
    /// The name without the dotted beginning that most boundaries share: "…ad.ui" of
    /// "org.shop.model.ad.ui"; the name where there is none.
    QString shortName;
    int tables = 0; ///< in the picture
    int contracts = 0;
    int undecided = 0; ///< crossings with one end outside that have to be decided or are forbidden
    int hidden = 0;    ///< private tables that are not shown

    bool operator==(const RegionFacts&) const = default;
};

/// Parallel to the graph's groups.
std::vector<RegionFacts> regionFacts(const DiagramGraph& graph);

/// "12 tables · 2 contracts"
QString regionCounts(const RegionFacts& facts);
/// "3 undecided"; empty for none.
QString regionWarning(const RegionFacts& facts);
/// "24 private objects not shown"; empty for none.
QString regionHidden(const RegionFacts& facts);

/// Name and kind, owner, counts, a line each; of other groups the name.
QString regionText(const DiagramGraph& graph, int group);
/// "Contract v1 of Ordering (Team Shop)", "private to Billing", "owned by nobody"; empty where no
/// boundaries are drawn.
QString ownershipText(const DiagramGraph& graph, int node);
/// tableText() and ownershipText().
QString nodeText(const DiagramGraph& graph, int node);
/// "Crosses from Ordering into Billing: to be decided", and why on a second line; empty for an edge
/// that does not cross.
QString crossingText(const DiagramGraph& graph, int edge);

} // namespace cadastre
