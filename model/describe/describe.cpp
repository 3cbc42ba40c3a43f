// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which sections an object's description has, and in which order. What is in them lives in the
// file of its kind.
#include "model/describe/describe.h"

#include "model/catalog/kind_words.h"
#include "model/describe/facts.h"

namespace cadastre {

namespace {

QString describedKind(const Catalog& catalog, ObjectRef object)
{
    return object.kind == ObjectKind::Source ? engineName(catalog.source({object.index}).engine)
                                             : objectKindName(catalog, object);
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
    description.kind = describedKind(catalog, object);
    description.comment = catalog.base(object).comment;
    describeComment(input, description);
    describeProblems(input, description);
    describeByKind(input, description);
    describeDependencies(input, description);
    describeGrants(input, description);
    return description;
}

} // namespace cadastre
