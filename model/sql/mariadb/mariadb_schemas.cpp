// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The server and its databases, which are the schemas of the source.
#include "model/sql/mariadb/mariadb_steps.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

/// MariaDB gives one name, MySQL `name`@`host`, ...; both NONE for none.
QStringList rolesFrom(const QString& text)
{
    QStringList roles;
    for (const QString& role : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        roles << QString(role).remove(QLatin1Char('`')).trimmed();
    return roles;
}

std::optional<SqlError> readServer(MariaDbContext& context)
{
    return context.ask("server", [&context](const Row& row) {
        Source& source = context.objects.sources.front();
        source.serverVersion = row[0].text();
        source.encoding = row[1].text();
        context.foldsCase = row[2].integer() != 0;
        context.currentUser = row[3].text();
        context.activeRoles = rolesFrom(row[4].text());
    });
}

/// Whether a database is read; what is left out is counted.
bool isInScope(MariaDbContext& context, const QString& name)
{
    if (!context.onlySchema.isEmpty() && context.options.schemas.isEmpty()) {
        if (name == context.onlySchema)
            return true;
    } else if (isSystemSchema(name)) {
        if (context.options.systemObjects && context.scope.includesSchema(name))
            return true;
    } else if (context.scope.includesSchema(name)) {
        return true;
    }
    const bool hidden = isSystemSchema(name) && !context.options.systemObjects;
    context.scope.countOmitted(hidden ? QStringLiteral("system schemas")
                                      : Scope::outsideChosenScope());
    return false;
}

} // namespace

bool isSystemSchema(const QString& name)
{
    static constexpr std::array names{"information_schema", "mysql", "performance_schema", "sys"};
    return std::ranges::any_of(names, [&name](const char* system) {
        return name.compare(QLatin1String(system), Qt::CaseInsensitive) == 0;
    });
}

std::optional<SqlError> readSchemas(MariaDbContext& context, StepReport& report)
{
    if (auto error = readServer(context))
        return error;
    return context.ask("schemas", [&](const Row& row) {
        Schema schema;
        setName(schema, row[0]);
        if (!isInScope(context, schema.name))
            return;
        schema.system = isSystemSchema(schema.name);
        setComment(schema, row[3]);
        addProperty(schema, QStringLiteral("Character set"), row[1].text());
        addProperty(schema, QStringLiteral("Collation"), row[2].text());
        context.schemaNames << schema.name;
        context.addSchema(std::move(schema));
        report.addObjects(1);
    });
}

} // namespace cadastre
