// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Routines, types, roles and all other objects as facts.
#include "model/describe/facts.h"

namespace cadastre {

namespace {

void addTriggersCalling(const DescribeInput& input, ObjectDescription& description)
{
    const RoutineId routine{input.object.index};
    Facts facts(QStringLiteral("Called by triggers"));
    const auto& triggers = input.catalog.objects().triggers;
    for (int i = 0; i < static_cast<int>(triggers.size()); ++i) {
        if (triggers[i].routine == routine)
            facts.link(input.catalog.displayName(triggers[i].table), triggers[i].name,
                       TriggerId{i});
    }
    std::move(facts).addTo(description);
}

void addColumnsOfType(const DescribeInput& input, ObjectDescription& description)
{
    const TypeId type{input.object.index};
    Facts facts(QStringLiteral("Columns of this type"));
    const auto& columns = input.catalog.objects().columns;
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        if (columns[i].userType == type)
            facts.link({}, input.catalog.displayName(ColumnId{i}), ColumnId{i});
    }
    std::move(facts).addTo(description);
}

} // namespace

void describeRoutine(const DescribeInput& input, ObjectDescription& description)
{
    const Routine& routine = input.catalog.routine({input.object.index});
    Facts facts(QStringLiteral("Facts"));
    facts.link(QStringLiteral("Schema"), input.catalog.schema(routine.schema).name,
               ObjectRef(routine.schema));
    facts.code(QStringLiteral("Arguments"), routine.arguments);
    facts.text(QStringLiteral("Returns"), routine.returns);
    facts.text(QStringLiteral("Language"), routine.language);
    facts.text(QStringLiteral("Runs with the rights of"),
               routine.securityDefiner ? QStringLiteral("its owner") : QString());
    addCommonFacts(input, facts);
    std::move(facts).addTo(description);
    addTriggersCalling(input, description);
    Facts body(QStringLiteral("Definition"));
    body.code({}, routine.definition.isEmpty() ? routine.body : routine.definition);
    std::move(body).addTo(description);
}

void describeType(const DescribeInput& input, ObjectDescription& description)
{
    const UserType& type = input.catalog.type({input.object.index});
    Facts facts(QStringLiteral("Facts"));
    facts.link(QStringLiteral("Schema"), input.catalog.schema(type.schema).name,
               ObjectRef(type.schema));
    facts.text(QStringLiteral("Based on"), type.baseType);
    facts.flag(QStringLiteral("Not null"), type.notNull);
    facts.code(QStringLiteral("Default"), type.defaultExpression.value_or(QString()));
    for (const QString& check : type.checks)
        facts.code(QStringLiteral("Check"), check);
    addCommonFacts(input, facts);
    std::move(facts).addTo(description);
    Facts labels(QStringLiteral("Values"));
    for (const QString& label : type.labels)
        labels.text({}, label);
    std::move(labels).addTo(description);
    Facts attributes(QStringLiteral("Attributes"));
    for (const Property& attribute : type.attributes)
        attributes.text(attribute.label, attribute.value);
    std::move(attributes).addTo(description);
    addColumnsOfType(input, description);
}

void describeRole(const DescribeInput& input, ObjectDescription& description)
{
    const RoleId id{input.object.index};
    const Role& role = input.catalog.role(id);
    Facts facts(QStringLiteral("Facts"));
    facts.text(QStringLiteral("May log in"),
               role.canLogin ? QStringLiteral("yes") : QStringLiteral("no"));
    facts.flag(QStringLiteral("Superuser"), role.superuser);
    facts.flag(QStringLiteral("Bypasses row-level security"), role.bypassesRowSecurity);
    addCommonFacts(input, facts);
    std::move(facts).addTo(description);
    Facts membership(QStringLiteral("Membership"));
    for (RoleId group : role.memberOf)
        membership.link(
            QStringLiteral("Member of"),
            std::ranges::count(role.bySetRole, group) > 0
                ? QString(input.catalog.role(group).name + QStringLiteral(" (after SET ROLE only)"))
                : input.catalog.role(group).name,
            ObjectRef(group));
    const auto& roles = input.catalog.objects().roles;
    for (int i = 0; i < static_cast<int>(roles.size()); ++i) {
        if (std::ranges::count(roles[i].memberOf, id) > 0)
            membership.link(QStringLiteral("Has member"), roles[i].name, RoleId{i});
    }
    std::move(membership).addTo(description);
}

void describeOther(const DescribeInput& input, ObjectDescription& description)
{
    const OtherObject& other = input.catalog.other({input.object.index});
    Facts facts(QStringLiteral("Facts"));
    if (other.schema)
        facts.link(QStringLiteral("Schema"), input.catalog.schema(*other.schema).name,
                   ObjectRef(*other.schema));
    if (other.about)
        facts.link(other.kind == CatalogKind::Sequences ? QStringLiteral("Owned by")
                                                        : QStringLiteral("Belongs to"),
                   input.catalog.displayName(*other.about), other.about);
    if (other.kind == CatalogKind::Unknown)
        facts.warning(
            QStringLiteral("Kind"),
            QStringLiteral("This version of Cadastre does not know this kind of object."));
    addCommonFacts(input, facts);
    std::move(facts).addTo(description);
    Facts definition(QStringLiteral("Definition"));
    definition.code({}, other.definition);
    std::move(definition).addTo(description);
}

} // namespace cadastre
