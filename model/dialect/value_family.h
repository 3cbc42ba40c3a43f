// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What kind of values a column type holds, as far as values of two columns can be equal. How they
// are compared in SQL lives in value_lookup.h.
#pragma once

#include "model/catalog/source.h"

namespace cadastre {

enum class ValueFamily : std::uint8_t {
    Integer,
    Number, ///< decimals and floating point
    Text,
    Uuid,
    Moment, ///< dates and times
    Boolean,
    Binary,
    Other, ///< enums, JSON, arrays, ranges, geometry, unknown
};

/// The family of a full type text ("character varying(80)", "int(10) unsigned"); for SQLite that of
/// the type's affinity (https://sqlite.org/datatype3.html). A domain's family is its base type's.
ValueFamily valueFamily(Engine engine, const QString& type);

/// "bigint" of "bigint(20) unsigned", "character varying" of "character varying(80)": lower case,
/// without length, sign and time zone.
QString baseTypeName(const QString& type);

/// Whether a foreign key between columns of these types would be accepted: comparable families in
/// PostgreSQL, the same integer size and sign or any strings in MariaDB and MySQL, the same
/// affinity in SQLite (which never refuses, but whose values would not be found).
bool canReferenceType(Engine engine, const QString& childType, const QString& parentType);

} // namespace cadastre
