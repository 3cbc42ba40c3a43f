// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Planned comments as migration files instead of writing them: one template per tool (plain SQL,
// Flyway, Liquibase, dbmate), each a text file, so that teams can add theirs.
#pragma once

#include "model/notes/comment_write.h"

#include <QByteArray>
#include <QDateTime>

#include <span>

namespace cadastre {

struct MigrationTemplate
{
    QString name;    ///< for commands and settings: "flyway"
    QString title;   ///< for people: "Flyway"
    QByteArray text; ///< as in its file; the language stands in resources/migrations/README.md

    bool operator==(const MigrationTemplate&) const = default;
};

/// Those that ship with the program, then those of `folder` (*.template), by name.
Result<std::vector<MigrationTemplate>> migrationTemplates(const QString& folder = {});

struct MigrationFile
{
    QString name; ///< "V20261126120000__describe_orders.sql"
    QByteArray content;

    bool operator==(const MigrationFile&) const = default;
};

struct MigrationFacts
{
    QString title;  ///< what the change is about, as a person typed it
    QDateTime time; ///< UTC
    Engine engine = Engine::PostgreSql;
};

/// Comments that are refused or live in the sidecar are left out and named in a comment of the
/// file.
Result<std::vector<MigrationFile>> makeMigration(const MigrationTemplate& format,
                                                 std::span<const PlannedComment> comments,
                                                 const MigrationFacts& facts);

} // namespace cadastre
