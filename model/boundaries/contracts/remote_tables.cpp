// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the options of each kind of wrapper mean, and the search for the other end. How options are
// written lives in remote_options.h.
#include "model/boundaries/contracts/remote_tables.h"

#include "model/boundaries/contracts/remote_options.h"

#include <QUrl>

namespace cadastre {

namespace {

QString remoteOption(const RemoteOptions& options, const char* key)
{
    const auto found = options.find(QLatin1String(key));
    return found == options.end() ? QString() : found->second;
}

QString firstGiven(std::initializer_list<QString> texts)
{
    for (const QString& text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

const OtherObject* foreignServerOf(const Catalog& catalog, TableId id)
{
    const QString& name = catalog.table(id).foreignServer;
    const auto found = catalog.find(
        {catalog.source(catalog.sourceOf(id)).name, KeyKind::ForeignServer, {name}, {}});
    return found ? &catalog.other({found->index}) : nullptr;
}

QString wrapperOf(const Catalog& catalog, TableId id)
{
    const OtherObject* server = foreignServerOf(catalog, id);
    return server ? propertyValue(*server, QLatin1String("Foreign data wrapper")) : QString();
}

/// The name of the foreign table itself counts where the wrapper says so.
std::optional<RemoteName> postgresqlRemoteName(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    const RemoteOptions here = commaOptions(propertyValue(table, QLatin1String("Foreign options")));
    const OtherObject* server = foreignServerOf(catalog, id);
    const RemoteOptions there =
        server ? commaOptions(propertyValue(*server, QLatin1String("Options"))) : RemoteOptions();
    const bool isPostgres = wrapperOf(catalog, id) == QLatin1String("postgres_fdw");
    RemoteName name;
    name.host = firstGiven({remoteOption(there, "host"), remoteOption(there, "hostaddr")});
    name.port = remoteOption(there, "port");
    name.database = firstGiven({remoteOption(here, "dbname"), remoteOption(there, "dbname"),
                                remoteOption(there, "database"), remoteOption(here, "database")});
    name.schema = remoteOption(here, "schema_name");
    name.table = firstGiven({remoteOption(here, "table_name"), remoteOption(here, "table")});
    if (isPostgres && name.schema.isEmpty())
        name.schema = catalog.schema(table.schema).name;
    if (isPostgres && name.table.isEmpty())
        name.table = table.name;
    if (name.table.isEmpty())
        return std::nullopt;
    return name;
}

/// CONNECT and newer SPIDER say it in the create options, older SPIDER in the comment. FEDERATED's
/// connection is in no catalog.
std::optional<RemoteName> mariadbRemoteName(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    const RemoteOptions created =
        spaceOptions(propertyValue(table, QLatin1String("Create options")));
    const bool isSpider = propertyValue(table, QLatin1String("Engine"))
                              .compare(QLatin1String("SPIDER"), Qt::CaseInsensitive) == 0;
    const RemoteOptions said = isSpider ? commentOptions(table.comment.text) : RemoteOptions();
    const RemoteOptions more = commaOptions(
        remoteOption(created, "option_list").replace(QLatin1Char(','), QLatin1String(", ")));
    RemoteName name;
    name.host = firstGiven({remoteOption(more, "host"), remoteOption(said, "host")});
    name.port = firstGiven({remoteOption(more, "port"), remoteOption(said, "port")});
    name.database =
        firstGiven({remoteOption(created, "dbname"), remoteOption(created, "remote_database"),
                    remoteOption(more, "dbname"), remoteOption(said, "database")});
    name.table =
        firstGiven({remoteOption(created, "tabname"), remoteOption(created, "remote_table"),
                    remoteOption(more, "tabname"), remoteOption(said, "table")});
    const bool isMySql =
        remoteOption(created, "table_type").compare(QLatin1String("MYSQL"), Qt::CaseInsensitive) ==
        0;
    if (name.table.isEmpty() && (isMySql || isSpider) && !name.database.isEmpty())
        name.table = table.name;
    if (name.table.isEmpty())
        return std::nullopt;
    return name;
}

/// Which engine a wrapper's other end is; absent where the wrapper's name does not say.
std::optional<Engine> engineBehind(const Catalog& catalog, TableId id)
{
    if (catalog.source(catalog.sourceOf(id)).engine != Engine::PostgreSql)
        return Engine::MariaDb;
    const QString wrapper = wrapperOf(catalog, id);
    if (wrapper == QLatin1String("postgres_fdw"))
        return Engine::PostgreSql;
    if (wrapper == QLatin1String("mysql_fdw"))
        return Engine::MariaDb;
    if (wrapper == QLatin1String("sqlite_fdw"))
        return Engine::Sqlite;
    return std::nullopt;
}

bool isOfEngine(const Source& source, std::optional<Engine> engine)
{
    const bool bothMariaDb = source.engine == Engine::MySql && engine == Engine::MariaDb;
    return !engine || source.engine == *engine || bothMariaDb;
}

std::optional<TableId> tableIn(const Catalog& catalog, const Source& source, const QString& schema,
                               const QString& table)
{
    for (const KeyKind kind :
         {KeyKind::Table, KeyKind::View, KeyKind::MaterializedView, KeyKind::ForeignTable}) {
        const auto found = catalog.find({source.name, kind, {schema, table}, {}});
        if (found && found->kind == ObjectKind::Table)
            return TableId{found->index};
    }
    return std::nullopt;
}

/// The named table in one source; a server of MariaDB has the database as a schema.
std::optional<TableId> namedIn(const Catalog& catalog, const Source& source, const RemoteName& name)
{
    switch (source.engine) {
    case Engine::PostgreSql:
        if (source.databaseName != name.database)
            return std::nullopt;
        return tableIn(catalog, source, firstGiven({name.schema, source.defaultSchema}),
                       name.table);
    case Engine::MariaDb:
    case Engine::MySql:
        return tableIn(catalog, source, firstGiven({name.database, name.schema}), name.table);
    case Engine::Sqlite:
        if (source.location != name.database)
            return std::nullopt;
        return tableIn(catalog, source, source.defaultSchema, name.table);
    }
    Q_UNREACHABLE();
}

QString normalHost(const QString& host)
{
    static const QStringList local{QStringLiteral("127.0.0.1"), QStringLiteral("::1"),
                                   QStringLiteral("localhost")};
    const bool isLocal =
        local.contains(host, Qt::CaseInsensitive) || host.startsWith(QLatin1Char('/'));
    return isLocal ? QStringLiteral("localhost") : host.toLower();
}

/// Whether host and port, where both sides say them, are the same.
bool isAt(const Source& source, const RemoteName& name)
{
    const QUrl url(source.location);
    const int usual = source.engine == Engine::PostgreSql ? 5432 : 3306;
    const QString port = name.port.isEmpty() ? QString::number(usual) : name.port;
    const bool sameHost = url.host().isEmpty() || name.host.isEmpty() ||
                          normalHost(url.host()) == normalHost(name.host);
    const bool samePort =
        !url.isValid() || name.host.isEmpty() || QString::number(url.port(usual)) == port;
    return sameHost && samePort;
}

} // namespace

std::optional<RemoteName> remoteNameOf(const Catalog& catalog, TableId foreignTable)
{
    if (catalog.table(foreignTable).kind != TableKind::ForeignTable)
        return std::nullopt;
    if (catalog.source(catalog.sourceOf(foreignTable)).engine == Engine::PostgreSql)
        return postgresqlRemoteName(catalog, foreignTable);
    return mariadbRemoteName(catalog, foreignTable);
}

std::optional<TableId> remoteTableOf(const Catalog& catalog, TableId foreignTable)
{
    const std::optional<RemoteName> name = remoteNameOf(catalog, foreignTable);
    if (!name)
        return std::nullopt;
    const std::optional<Engine> engine = engineBehind(catalog, foreignTable);
    const SourceId own = catalog.sourceOf(foreignTable);
    std::vector<TableId> candidates;
    for (int i = 0; i < static_cast<int>(catalog.objects().sources.size()); ++i) {
        const Source& source = catalog.source({i});
        const std::optional<TableId> table =
            isOfEngine(source, engine) ? namedIn(catalog, source, *name) : std::nullopt;
        if (table && *table != foreignTable)
            candidates.push_back(*table);
    }
    if (candidates.size() > 1) {
        std::erase_if(candidates, [&](TableId id) {
            return !isAt(catalog.source(catalog.sourceOf(id)), *name);
        });
    }
    if (candidates.size() != 1 || catalog.sourceOf(candidates.front()) == own)
        return std::nullopt;
    return candidates.front();
}

QString remoteColumnName(const Column& column)
{
    const RemoteOptions options =
        commaOptions(propertyValue(column, QLatin1String("Foreign options")));
    return firstGiven(
        {remoteOption(options, "column_name"), remoteOption(options, "column"), column.name});
}

} // namespace cadastre
