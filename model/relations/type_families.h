// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What kind of value a column type holds, and whether an engine lets a foreign key stand between
// two types. Engines differ: each has a file of its own beside this one (key_types_*.cpp).
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// Values of two families never compare as what they mean.
enum class TypeFamily : std::uint8_t {
    Unknown, ///< no type text, or a type that this program does not know
    Number,
    Bool,
    Uuid,
    Text,
    Binary,
    Date, ///< dates, times and timestamps
    Enum, ///< a list of words that the type allows
    Json, ///< and other documents (XML)
    Array,
    Other, ///< networks, geometry, ranges, intervals, bit strings, composite types
};

/// "number", "uuid", ... in lower case.
QString typeFamilyName(TypeFamily family);

/// A type text taken apart. What is not in the text is absent.
struct TypeShape
{
    TypeFamily family = TypeFamily::Unknown;
    /// The type's own name without lengths, lower case, synonyms united: "bigint", "varchar".
    QString name;
    std::optional<int> length; ///< characters, bytes or digits: the first number in parentheses
    std::optional<int> scale;  ///< the second
    bool isUnsigned = false;
    bool withTimeZone = false;
    int dimensions = 0; ///< of an array

    bool operator==(const TypeShape&) const = default;
};

/// The shape of a type as the engine writes it. Fast enough for every column of a large catalog.
TypeShape typeShape(QStringView type, Engine engine);

/// The family of a column's type; of a domain, that of its base type.
TypeFamily typeFamily(const Column& column, const Catalog& catalog);

/// The families of all columns, by ColumnId; equal types are classified once.
std::vector<TypeFamily> typeFamilies(const Catalog& catalog);

enum class KeyTypeFit : std::uint8_t {
    Declarable,  ///< the engine takes the foreign key as the columns are
    NeedsChange, ///< same kind of value, but the engine wants one of the types changed first
    TypesDiffer, ///< the values do not compare as what they mean
};

struct KeyTypeJudgement
{
    KeyTypeFit fit = KeyTypeFit::Declarable;
    QString reason; ///< one sentence without a full stop; may be empty when declarable

    bool operator==(const KeyTypeJudgement&) const = default;
};

/// Could `child` reference `parent` by a foreign key, as far as their types go? Both must be of one
/// source. Columns of an unknown type are judged by their text.
KeyTypeJudgement judgeKeyTypes(const Catalog& catalog, ColumnId child, ColumnId parent);

} // namespace cadastre
