// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include "model/dialect/masking.h"

namespace cadastre::postgresql {

namespace {

TypeKind kindOf(QChar code)
{
    switch (code.unicode()) {
    case 'e':
        return TypeKind::Enum;
    case 'd':
        return TypeKind::Domain;
    case 'c':
        return TypeKind::Composite;
    case 'r':
    case 'm':
        return TypeKind::Range;
    case 'b':
        return TypeKind::Base;
    default:
        return TypeKind::Unknown;
    }
}

struct BaseTypeUse
{
    TypeId type;
    TypeUse base;
};

void addType(Reading& reading, const Row& row, std::vector<BaseTypeUse>& bases)
{
    UserType type;
    const Oid oid = oidOf(row[0]);
    const auto schema = reading.schema(oidOf(row[1]));
    if (!schema || !reading.describe(type, catalog::types, oid, row[2], oidOf(row[4])))
        return;
    const TypeId id{static_cast<int>(reading.objects.types.size())};
    const QString code = row[3].text();
    type.schema = *schema;
    type.system = reading.objects.schemas[schema->index].system;
    type.kind = kindOf(code.isEmpty() ? QChar() : code.front());
    if (type.kind == TypeKind::Unknown)
        addProperty(type, QStringLiteral("Type code"), code);
    if (code == QLatin1String("m"))
        addProperty(type, QStringLiteral("Multirange"), QStringLiteral("yes"));
    if (const Oid relation = oidOf(row[5]))
        reading.compositeTypes.insert(relation, id);
    if (const Oid baseType = oidOf(row[6]))
        bases.push_back({id, {baseType, static_cast<int>(row[7].integer())}});
    if (const Oid subtype = oidOf(row[10]))
        bases.push_back({id, {subtype, -1}});
    type.notNull = row[8].boolean();
    if (const auto value = row[9].optionalText())
        type.defaultExpression = maskedSql(*value);
    reading.remember(catalog::types, oid, id);
    reading.objects.types.push_back(std::move(type));
}

Outcome readEnumLabels(Reading& reading)
{
    return reading.ask("enum_labels", {}, [&](const Row& row) {
        if (const auto type = reading.userType(oidOf(row[0])))
            reading.objects.types[type->index].labels.push_back(row[1].text());
    });
}

} // namespace

Outcome readTypes(Reading& reading, StepReport& report)
{
    std::vector<BaseTypeUse> bases;
    if (const auto error = reading.ask("types", {reading.schemaOids}, [&](const Row& row) {
            addType(reading, row, bases);
            report.addObjects(1);
        }))
        return error;
    if (const auto error = readEnumLabels(reading))
        return error;
    std::vector<TypeUse> uses;
    for (const BaseTypeUse& use : bases)
        uses.push_back(use.base);
    if (const auto error = reading.readTypeNames(uses))
        return error;
    for (const BaseTypeUse& use : bases)
        reading.objects.types[use.type.index].baseType = reading.typeText(use.base);
    return std::nullopt;
}

} // namespace cadastre::postgresql
