// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which sections an object's description has, and in which order. What is in them lives in the
// file of its kind.
#include "model/describe/describe.h"

#include "model/describe/facts.h"

namespace cadastre {

namespace {

QString routineKindName(RoutineKind kind)
{
    switch (kind) {
    case RoutineKind::Function:
        return QStringLiteral("function");
    case RoutineKind::Procedure:
        return QStringLiteral("procedure");
    case RoutineKind::Aggregate:
        return QStringLiteral("aggregate");
    case RoutineKind::Window:
        return QStringLiteral("window function");
    case RoutineKind::Unknown:
        return QStringLiteral("routine of unknown kind");
    }
    Q_UNREACHABLE();
}

QString typeKindName(TypeKind kind)
{
    switch (kind) {
    case TypeKind::Enum:
        return QStringLiteral("enum type");
    case TypeKind::Domain:
        return QStringLiteral("domain");
    case TypeKind::Composite:
        return QStringLiteral("composite type");
    case TypeKind::Range:
        return QStringLiteral("range type");
    case TypeKind::Base:
        return QStringLiteral("base type");
    case TypeKind::Unknown:
        return QStringLiteral("type of unknown kind");
    }
    Q_UNREACHABLE();
}

QString kindOf(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Source:
        return engineName(catalog.source({object.index}).engine);
    case ObjectKind::Schema:
        return QStringLiteral("schema");
    case ObjectKind::Table:
        return tableKindName(catalog.table({object.index}).kind);
    case ObjectKind::Column:
        return QStringLiteral("column");
    case ObjectKind::Constraint:
        return constraintKindName(catalog.constraint({object.index}).kind);
    case ObjectKind::Index:
        return QStringLiteral("index");
    case ObjectKind::Trigger:
        return QStringLiteral("trigger");
    case ObjectKind::Routine:
        return routineKindName(catalog.routine({object.index}).kind);
    case ObjectKind::Type:
        return typeKindName(catalog.type({object.index}).kind);
    case ObjectKind::Role:
        return QStringLiteral("role");
    case ObjectKind::Other:
        return catalog.other({object.index}).kindName;
    }
    Q_UNREACHABLE();
}

void describeByKind(const DescribeInput& input, ObjectDescription& description)
{
    switch (input.object.kind) {
    case ObjectKind::Source:
        return describeSource(input, description);
    case ObjectKind::Schema:
        return describeSchema(input, description);
    case ObjectKind::Table:
        return describeTable(input, description);
    case ObjectKind::Column:
        return describeColumn(input, description);
    case ObjectKind::Constraint:
        return describeConstraint(input, description);
    case ObjectKind::Index:
        return describeIndex(input, description);
    case ObjectKind::Trigger:
        return describeTrigger(input, description);
    case ObjectKind::Routine:
        return describeRoutine(input, description);
    case ObjectKind::Type:
        return describeType(input, description);
    case ObjectKind::Role:
        return describeRole(input, description);
    case ObjectKind::Other:
        return describeOther(input, description);
    }
}

} // namespace

ObjectDescription describeObject(const Catalog& catalog,
                                 const std::vector<Relationship>& relationships, ObjectRef object,
                                 const DescribeOptions& options)
{
    const DescribeInput input{catalog, relationships, object, options};
    ObjectDescription description;
    description.title = catalog.displayName(object);
    description.kind = kindOf(catalog, object);
    description.comment = catalog.base(object).comment;
    describeComment(input, description);
    describeProblems(input, description);
    describeByKind(input, description);
    describeDependencies(input, description);
    describeGrants(input, description);
    return description;
}

} // namespace cadastre
