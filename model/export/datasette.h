// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comments as the metadata.json that Datasette shows beside a database's tables and columns.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// Descriptions of the database, its tables and views, and their columns; nothing for what has no
/// comment. Tables outside of the default schema are `schema.table`. UTF-8, keys sorted.
/// Source: https://docs.datasette.io/en/stable/metadata.html
QByteArray datasetteMetadata(const Catalog& catalog, SourceId source);

} // namespace cadastre
