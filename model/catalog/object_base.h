// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What every catalog object has: a name, a comment, an owner, where the server keeps it, and
// whether it could be read. No object kinds live here.
#pragma once

#include "model/catalog/ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace cadastre {

/// Where a comment's text comes from.
enum class CommentOrigin : std::uint8_t {
    Catalog, ///< the server's own COMMENT
    Ddl,     ///< a comment inside SQLite's CREATE text
    Sidecar, ///< NAME.comments.sql beside the database
};

/// A comment as the catalog holds it; the empty text is "no comment" on every engine.
struct Comment
{
    QString text;
    CommentOrigin origin = CommentOrigin::Catalog;
    /// The bytes are not valid in the database's encoding: `text` shows them as Latin-1, and the
    /// comment cannot be edited.
    bool undecodable = false;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const Comment&) const = default;
};

/// How the server itself identifies an object (PostgreSQL oids); never compared across servers.
struct ServerIdentity
{
    std::uint32_t databaseOid = 0;
    std::uint32_t classOid = 0;
    std::uint32_t objectOid = 0;
    std::int32_t subId = 0; ///< attnum of a column, else 0

    auto operator<=>(const ServerIdentity&) const = default;
};

/// A labelled fact that only some engines or kinds have ("Engine", "InnoDB"). Labels are English,
/// sentence case; shown as they are.
struct Property
{
    QString label;
    QString value;

    bool operator==(const Property&) const = default;
};

struct ObjectBase
{
    QString name;
    /// The bytes of the name are not valid in the database's encoding; `name` shows them as
    /// Latin-1.
    bool undecodableName = false;
    /// Belongs to the engine itself (pg_catalog, information_schema, sqlite_sequence).
    bool system = false;
    Comment comment;
    QString owner;     ///< role name; empty where the engine has no owners
    QString extension; ///< name of the extension it belongs to; empty for none
    std::optional<ServerIdentity> identity;
    /// Why (part of) this object could not be read; absent when it was read completely.
    std::optional<QString> notRead;
    /// Facts of this engine or kind without a field of their own, in reading order.
    std::vector<Property> properties;

    bool operator==(const ObjectBase&) const = default;
};

} // namespace cadastre
