// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/mariadb_references.h"

#include "model/dialect/mariadb_reference_reader.h"

#include <tuple>

namespace cadastre::mariadb {

bool Reference::operator<(const Reference& other) const
{
    return std::tie(schema, name, column, kind) <
           std::tie(other.schema, other.name, other.column, other.kind);
}

References referencesOf(const QString& sql, SqlMode mode)
{
    return ReferenceReader(sql, mode).run();
}

} // namespace cadastre::mariadb
