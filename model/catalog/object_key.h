// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ObjectKey: the stable name of an object across refreshes, sessions and files, and its text form
// `source/kind:part.part.part`. What an id means inside one catalog value lives in ids.h.
#pragma once

#include "model/result.h"

#include <QHashFunctions>
#include <QStringList>

#include <compare>

namespace cadastre {

enum class KeyKind : std::uint8_t {
    Source,
    Schema,
    Table,
    View,
    MaterializedView,
    ForeignTable,
    Column,
    Constraint,
    Index,
    Trigger,
    Routine,
    Type,
    Role,
    Boundary,
    Sequence,
    Policy,
    Rule,
    Event,
    EventTrigger,
    Publication,
    Subscription,
    Extension,
    ForeignServer,
    Collation,
    Unknown,
};

/// Parts are plain names, outermost first: schema, table, column. A routine's argument types stand
/// apart (`routine:public.f(integer,text)`); constraints, triggers and indexes stand under their
/// table.
struct ObjectKey
{
    QString source;
    KeyKind kind = KeyKind::Table;
    QStringList parts;
    QString arguments; ///< of a routine, without parentheses

    bool operator==(const ObjectKey&) const = default;
    /// By source, then parts, then kind, then arguments: code point order.
    std::strong_ordering operator<=>(const ObjectKey& other) const;

    /// The canonical text, with source and kind: `shop/table:public.orders`.
    [[nodiscard]] QString toString() const;
    /// Reads the text form. The kind may be left out for tables and columns (2 or 3 parts).
    /// Fails with a sentence that says what is wrong at which character.
    [[nodiscard]] static Result<ObjectKey> fromString(QStringView text);
};

size_t qHash(const ObjectKey& key, size_t seed = 0) noexcept;

/// One part as it stands in a key: plain when `[a-z_][a-z0-9_$]*`, else in double quotes with
/// `"` doubled and backslash, newline, tab and control characters escaped.
QString quotedKeyPart(const QString& part);

/// "table", "matview", "foreign", ...: the word before the colon.
QString keyKindName(KeyKind kind);

} // namespace cadastre
