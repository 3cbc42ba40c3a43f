// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Looks up what a column inherits from its type and table; see the header.
#include "model/relations/compared_values.h"

#include "model/dialect/quoting.h"

#include <algorithm>

namespace cadastre {

namespace {

/// PostgreSQL's catalog has "name" or "schema.name", and names with dots ("en_US.utf8").
QString quotedCollation(const Catalog& catalog, Engine engine, const QString& collation)
{
    if (collation.isEmpty())
        return {};
    const QString schema = collation.section(QLatin1Char('.'), 0, 0);
    const bool isQualified = std::ranges::any_of(catalog.objects().schemas, [&](const Schema& one) {
        return one.name == schema && schema != collation;
    });
    const QStringList path = isQualified
                                 ? QStringList{schema, collation.section(QLatin1Char('.'), 1)}
                                 : QStringList{collation};
    const Result<QString> quoted = quotedPath(engine, path);
    return quoted ? *quoted : QString();
}

} // namespace

ComparedValue comparedValue(const Catalog& catalog, ColumnId column, const QString& expression)
{
    const Column& facts = catalog.column(column);
    const Table& table = catalog.table(facts.table);
    const Engine engine = catalog.source(catalog.sourceOf(facts.table)).engine;
    ComparedValue value{expression, facts.type, false, {}, {}};
    if (facts.userType) {
        const UserType& type = catalog.type(*facts.userType);
        value.isUserType = type.kind != TypeKind::Domain;
        if (type.kind == TypeKind::Domain && !type.baseType.isEmpty())
            value.type = type.baseType;
    }
    value.collation = quotedCollation(catalog, engine, facts.collation);
    if (engine != Engine::MariaDb && engine != Engine::MySql)
        return value;
    if (valueFamily(engine, value.type) != ValueFamily::Text)
        return value;
    const auto orTables = [&](const QString& own, const QString& inherited) {
        const Result<QString> name = quotedIdentifier(engine, own.isEmpty() ? inherited : own);
        return name ? *name : QString();
    };
    value.collation = orTables(facts.collation, table.collation);
    value.characterSet = orTables(facts.characterSet, table.characterSet);
    return value;
}

} // namespace cadastre
