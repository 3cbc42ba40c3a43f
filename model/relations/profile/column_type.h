// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Types of columns as far as references care: family and width, told from the type's text. Whether
// a server would take a foreign key between two types is not decided here.
#pragma once

#include <QString>

#include <cstdint>

namespace cadastre {

enum class ValueFamily : std::uint8_t {
    Integer,
    Decimal,
    Text,
    Uuid,
    Binary,
    Boolean,
    Time, ///< dates and times
    Float,
    Document, ///< json, xml, arrays, geometry, large objects
    Other,    ///< enumerations and types of the user
};

struct ColumnType
{
    ValueFamily family = ValueFamily::Other;
    int width = 0; ///< bytes of integers, characters of texts; 0: unlimited or unknown

    bool operator==(const ColumnType&) const = default;
};

/// `typeText` as in Column::type, of any engine.
ColumnType columnTypeOf(const QString& typeText);

} // namespace cadastre
