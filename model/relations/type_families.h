// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What kind of value a column type holds, read from its text and from the user types of the
// catalog. Which types an engine lets a foreign key stand between lives in key_types.h.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// Values of two families do not compare as what they mean.
enum class TypeFamily : std::uint8_t {
    Unknown, ///< no type text, or a type that this program does not know
    Number,
    Bool, ///< also MariaDB's tinyint(1) and bit(1)
    Uuid, ///< the type of that name; a text or 16 bytes that hold one are Text and Binary
    Text,
    Binary,
    Date, ///< dates, times, timestamps and years
    Enum, ///< a list of words that the type allows
    Json, ///< and XML
    Array,
    Other, ///< networks, geometry, ranges, intervals, bit strings, composite types
};

inline constexpr int typeFamilyCount = static_cast<int>(TypeFamily::Other) + 1;

/// "number", "uuid", ... in lower case.
QString typeFamilyName(TypeFamily family);

/// A type text taken apart. What is not in the text is absent.
struct TypeShape
{
    TypeFamily family = TypeFamily::Unknown;
    /// The type's own name in lower case, without lengths, synonyms united: "bigint", "varchar",
    /// "timestamptz". Of an array, its element's. The text as it is for a type of the catalog.
    QString name;
    std::optional<int> length; ///< characters, bytes or digits: the first number in parentheses
    std::optional<int> scale;  ///< the second number in parentheses
    bool isUnsigned = false;
    int dimensions = 0; ///< of an array; 0 for a single value

    bool operator==(const TypeShape&) const = default;
};

/// The shape of a type as `engine` writes it.
TypeShape typeShape(QStringView type, Engine engine);
/// The shape of a column's type; of a domain, that of its base type.
TypeShape typeShape(const Catalog& catalog, ColumnId id);

/// The family of a column's type; of a domain, that of its base type. Allocates nothing: fast
/// enough to be asked for every column of a large catalog.
TypeFamily typeFamily(const Column& column, const Catalog& catalog);

} // namespace cadastre
