// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DBML of a whole schema (https://dbml.dbdiagram.io): tables with keys, defaults, notes and
// indexes, enumerations, references, and a table group per boundary. Relationships alone are
// relationsDbml().
#pragma once

#include "model/export/schema/schema_export.h"

namespace cadastre {

/// What the language cannot say stands in it as a comment.
QByteArray schemaDbml(const SchemaExport& schema);

} // namespace cadastre
