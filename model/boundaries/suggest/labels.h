// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What somebody has said already about who owns a table: `@owner` in comments, the schema or the
// database that it lives in, the role that owns it. Only what tells tables apart counts: a schema
// or role with nearly everything in it says nothing.
#pragma once

#include "model/boundaries/suggest/scope.h"

namespace cadastre::suggest {

enum class LabelKind : std::uint8_t {
    Note,     ///< `@owner` in comments
    Schema,   ///< of several in one database
    Database, ///< a small one among several
    Role,     ///< owns some of the tables, and not most of them
};

struct Label
{
    LabelKind kind = LabelKind::Note;
    QString name;
    std::optional<SchemaId> schema; ///< of LabelKind::Schema
    SourceId source;                ///< meaningless for a note, which may span sources

    /// Nothing joins it that is not in it already.
    [[nodiscard]] bool isClosed() const
    {
        return kind == LabelKind::Schema || kind == LabelKind::Database;
    }
};

struct Labels
{
    std::vector<Label> labels;     ///< in the order of the first table that has each
    std::vector<int> ofPositions;  ///< by position: index into `labels`, or -1
    std::vector<QString> owners;   ///< by position: `@owner` of the table or its schema
    std::vector<QString> rareRole; ///< by position: the owning role where it owns no majority
};

Labels labelsOf(const Catalog& catalog, const Scope& scope);

} // namespace cadastre::suggest
