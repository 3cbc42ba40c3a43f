// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A source (one PostgreSQL database, one MariaDB/MySQL server, one SQLite file), its schemas, and
// the report of what could and could not be read of it.
#pragma once

#include "model/catalog/object_base.h"

namespace cadastre {

enum class Engine : std::uint8_t { Sqlite, PostgreSql, MariaDb, MySql };

/// What is read with one statement each, or a small fixed number of them.
enum class CatalogKind : std::uint8_t {
    Schemas,
    Tables,
    Columns,
    Constraints,
    Indexes,
    Views, ///< the text of views
    Triggers,
    Routines,
    Types,
    Sequences,
    Roles,
    Grants,
    Dependencies,
    Policies,
    Rules,
    EventTriggers,
    Events,
    Publications,
    Subscriptions,
    ForeignServers,
    Collations,
    Extensions,
    Comments,
    Statistics,
    Unknown, ///< objects of a kind that this program does not know
};

enum class ReadState : std::uint8_t { Read, PartlyRead, NotRead, EngineHasNone };

/// How far one kind of object was read. No check may report "none" from a kind that is not Read.
struct KindReport
{
    CatalogKind kind = CatalogKind::Schemas;
    ReadState state = ReadState::Read;
    QString reason;                      ///< one sentence; empty when Read
    std::vector<QString> missingObjects; ///< "schema.name — reason", sorted

    bool operator==(const KindReport&) const = default;
};

/// Objects left out on purpose (system schemas, scope), so that nothing is dropped silently.
struct Omission
{
    QString what; ///< "system schemas", "extension members", "outside the chosen scope"
    int count = 0;

    bool operator==(const Omission&) const = default;
};

struct Source : ObjectBase ///< `name` is the source name of object keys: [a-z0-9_-]+
{
    Engine engine = Engine::Sqlite;
    QString serverVersion; ///< as the server prints it: "15.18", "10.11.19-MariaDB", "3.40.1"
    int versionNumber = 0; ///< major * 10000 + minor * 100 + patch
    QString databaseName;  ///< database, or file name
    QString location;      ///< URL or path without password, for people
    QString defaultSchema; ///< "public", "main", or the database of the URL; empty for none
    QString encoding;      ///< server character set
    std::vector<KindReport> kinds;
    std::vector<Omission> omissions;
    bool changedWhileReading = false;

    bool operator==(const Source&) const = default;
};

struct Schema : ObjectBase
{
    SourceId source;

    bool operator==(const Schema&) const = default;
};

/// "tables", "columns", ...: the lower-case word used in files, timings and resource names.
QString catalogKindName(CatalogKind kind);
/// The inverse of catalogKindName(); absent for an unknown word.
std::optional<CatalogKind> catalogKindFromName(QStringView name);
/// "PostgreSQL", "MariaDB", "MySQL", "SQLite".
QString engineName(Engine engine);

} // namespace cadastre
