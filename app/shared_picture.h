// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SharedPicture: some tables of the open databases as a picture for others: built and laid out off
// the UI thread, with tables where they stand on the screen. What is done with it is the callers'.
#pragma once

#include "app/catalog_facts.h"
#include "app/export_flow.h"
#include "app/schema_files.h"
#include "model/notes/conventions.h"

namespace cadastre {

struct SharedRequest
{
    CatalogFacts facts;
    std::shared_ptr<const BoundaryPicture> boundaries;
    /// Absent: everything that is no system object.
    std::optional<std::vector<TableId>> tables;
    Placements placements; ///< where tables stand
    RenderOptions options;
    QString title;
    Conventions conventions;
};

/// Blocks. Fails where there is no table.
Result<PictureExport> sharedPicture(const SharedRequest& request, const std::atomic_bool& cancelled,
                                    const LayoutOptions& layout = {});

/// The same as text, without a layout.
SchemaExport sharedSchema(const SharedRequest& request);

/// The statements that make these tables, one after the other; what cannot be written is a comment
/// that says why.
QString sharedSql(const Catalog& catalog, const std::vector<TableId>& tables);

} // namespace cadastre
