// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words for the enumerations of the catalog, in the field's terms.
#include "model/catalog/catalog_objects.h"

#include <array>

namespace cadastre {

namespace {

constexpr std::array kindNames{
    "schemas",        "tables",     "columns",      "constraints",   "indexes",
    "views",          "triggers",   "routines",     "types",         "sequences",
    "roles",          "grants",     "dependencies", "policies",      "rules",
    "event_triggers", "events",     "publications", "subscriptions", "foreign_servers",
    "collations",     "extensions", "comments",     "statistics",    "unknown",
};

} // namespace

QString catalogKindName(CatalogKind kind)
{
    return QString::fromLatin1(kindNames[static_cast<std::size_t>(kind)]);
}

std::optional<CatalogKind> catalogKindFromName(QStringView name)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i) {
        if (name == QLatin1String(kindNames[i]))
            return static_cast<CatalogKind>(i);
    }
    return std::nullopt;
}

QString engineName(Engine engine)
{
    switch (engine) {
    case Engine::Sqlite:
        return QStringLiteral("SQLite");
    case Engine::PostgreSql:
        return QStringLiteral("PostgreSQL");
    case Engine::MariaDb:
        return QStringLiteral("MariaDB");
    case Engine::MySql:
        return QStringLiteral("MySQL");
    }
    Q_UNREACHABLE();
}

QString tableKindName(TableKind kind)
{
    switch (kind) {
    case TableKind::Table:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "table"));
    case TableKind::PartitionedTable:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "partitioned table"));
    case TableKind::View:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "view"));
    case TableKind::MaterializedView:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "materialized view"));
    case TableKind::ForeignTable:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "foreign table"));
    case TableKind::VirtualTable:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "virtual table"));
    case TableKind::ShadowTable:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "shadow table"));
    case TableKind::Unknown:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "unknown kind"));
    }
    Q_UNREACHABLE();
}

QString constraintKindName(ConstraintKind kind)
{
    switch (kind) {
    case ConstraintKind::PrimaryKey:
        return QStringLiteral("primary key");
    case ConstraintKind::Unique:
        return QStringLiteral("unique");
    case ConstraintKind::ForeignKey:
        return QStringLiteral("foreign key");
    case ConstraintKind::Check:
        return QStringLiteral("check");
    case ConstraintKind::Exclusion:
        return QStringLiteral("exclusion");
    case ConstraintKind::Unknown:
        return QStringLiteral("constraint of unknown kind");
    }
    Q_UNREACHABLE();
}

QString referentialActionName(ReferentialAction action)
{
    switch (action) {
    case ReferentialAction::NoAction:
        return QStringLiteral("NO ACTION");
    case ReferentialAction::Restrict:
        return QStringLiteral("RESTRICT");
    case ReferentialAction::Cascade:
        return QStringLiteral("CASCADE");
    case ReferentialAction::SetNull:
        return QStringLiteral("SET NULL");
    case ReferentialAction::SetDefault:
        return QStringLiteral("SET DEFAULT");
    }
    Q_UNREACHABLE();
}

QString privilegesText(Privileges privileges, const QString& other)
{
    static constexpr std::array words{
        "SELECT", "INSERT",  "UPDATE",    "DELETE",  "TRUNCATE", "REFERENCES", "TRIGGER", "USAGE",
        "CREATE", "CONNECT", "TEMPORARY", "EXECUTE", "ALTER",    "DROP",       "INDEX",
    };
    QStringList parts;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (privileges.testFlag(static_cast<Privilege>(1U << i)))
            parts << QString::fromLatin1(words[i]);
    }
    if (!other.isEmpty())
        parts << other;
    return parts.join(QStringLiteral(", "));
}

} // namespace cadastre
