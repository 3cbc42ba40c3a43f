// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The report of boundaries for somebody who does not have the program: a page of each boundary with
// its contract, its private tables, what it depends on and the decisions with their reasons.
#pragma once

#include "model/boundaries/crossings/boundary_check.h"
#include "model/boundaries/crossings/placed_verdict.h"

namespace cadastre {

struct BoundaryReportInput
{
    const Catalog& catalog;
    const std::vector<Relationship>& relationships;
    const UseReading& uses;
    const Boundaries& boundaries;
    const BoundaryCheck& check;
    QString title; ///< of the workspace or database
    /// SVG by name of boundary, and of everything under the empty name; made by the diagram.
    std::map<QString, QByteArray> pictures;
    /// Markdown: where these pictures are, relative to the report; by the same names.
    std::map<QString, QString> pictureFiles;
};

/// Names escaped, figures in the C locale, no time: same input, same bytes.
QByteArray boundaryReportMarkdown(const BoundaryReportInput& input);
/// One file: no network, no scripts, pictures inside.
QByteArray boundaryReportHtml(const BoundaryReportInput& input);

} // namespace cadastre
