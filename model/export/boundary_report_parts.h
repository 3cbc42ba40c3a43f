// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the pages of the boundary report share: names, anchors, texts of crossings.
#pragma once

#include "model/boundaries/impact/impact.h"
#include "model/export/boundary_report.h"
#include "model/export/document.h"

namespace cadastre {

/// The report's input with what every page needs, worked out once.
struct BoundaryReportFacts
{
    const BoundaryReportInput& input;
    BoundaryFacts facts;
    std::vector<Ripple> tableRipples;    ///< by table
    std::vector<Ripple> boundaryRipples; ///< by boundary
    std::vector<BoundaryIndex> order;    ///< of the pages: modules behind their service

    explicit BoundaryReportFacts(const BoundaryReportInput& reportInput);

    [[nodiscard]] const Catalog& catalog() const { return input.catalog; }
    [[nodiscard]] const Ownership& ownership() const { return input.check.ownership; }
    [[nodiscard]] QString name(BoundaryIndex boundary) const;
    [[nodiscard]] const Boundary& boundary(BoundaryIndex boundary) const;
    /// The boundary's name, leading to its page.
    [[nodiscard]] DocumentText link(BoundaryIndex boundary) const;
};

QString boundaryAnchor(BoundaryIndex boundary);
/// "12 objects in 2 databases, 3 other owners".
QString rippleText(const Ripple& ripple);
/// "2 foreign keys, 3 reads": kinds that occur, in their order.
QString kindsText(const CrossingPair& pair);
/// State, and until when where a day was said.
QString stateText(const JudgedCrossing& crossing);
/// The day as it is written in files.
QString dayText(const std::optional<QDate>& day);

/// Appends the picture of a boundary, or the map for the empty name; nothing when there is none.
void appendReportPicture(Document& document, const BoundaryReportFacts& report, const QString& name,
                         const QString& caption);
/// Appends one boundary's page.
void appendBoundaryPage(Document& document, const BoundaryReportFacts& report,
                        BoundaryIndex boundary);
/// Appends what concerns all of them.
void appendBoundaryOverview(Document& document, const BoundaryReportFacts& report);
/// Appends what should be looked at, and what could not be known.
void appendBoundaryFindings(Document& document, const BoundaryReportFacts& report);

} // namespace cadastre
