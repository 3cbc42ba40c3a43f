// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How columns that choose a table are called, and how the ids beside them are: `owner_type` and
// `owner_id`, `table_name` and `row_id`, `content_type_id` and `object_id`. Only words of names;
// what they are worth is weighed elsewhere.
#pragma once

#include <QStringList>

#include <cstdint>
#include <optional>

namespace cadastre {

enum class TypeColumnForm : std::uint8_t {
    Type,     ///< owner_type, OwnerKind, tipo_entidad; the stem may be empty: type
    Table,    ///< table_name, target_table, model, entity_class_name
    Registry, ///< content_type_id, ad_table_id, entity_type_id: points at a table of types
    Bare,     ///< entity, resource: the name of a thing, without a word for its kind
};

struct TypeColumnName
{
    TypeColumnForm form = TypeColumnForm::Type;
    QStringList stem;    ///< words without those of the form
    bool tables = false; ///< the word is of tables and classes, not of kinds
    bool weak = false;   ///< the word has another meaning: the model of a product

    bool operator==(const TypeColumnName&) const = default;
};

/// What the words of a column say if it may choose a table.
std::optional<TypeColumnName> typeColumnName(const QStringList& words);

/// Which word says that a column holds ids.
enum class IdWord : std::uint8_t {
    Id,     ///< id, uuid, pk
    Number, ///< key, no, ref: may mean something else
    None,   ///< `author` beside author_type
};

struct IdColumnName
{
    QStringList stem; ///< owner_id -> owner; empty for `id`
    IdWord word = IdWord::None;

    bool operator==(const IdColumnName&) const = default;
};

/// What the words of a column say if it may hold ids; every column may.
IdColumnName idColumnName(const QStringList& words);

/// Whether the last word names just any thing (object, entity, record, target, subject, owner), in
/// several languages, or what was done to it (customized).
bool isGenericThing(const QStringList& stem);
/// Whether the last word names whoever acts (author, actor, creator, sender).
bool isActor(const QStringList& stem);
/// Whether the last word says that things can be done with it: commentable, attachable.
bool isAbility(const QStringList& stem);
/// Whether all words only say that it is a row of some table: record, row, target record, object.
bool isRowOfAnyTable(const QStringList& stem);

/// The words in one, each in the singular, short ones spelled out: ref -> reference.
QString joinedStem(const QStringList& stem);

} // namespace cadastre
