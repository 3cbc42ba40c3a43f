// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Constraints, indexes and triggers as facts, and as one line each.
#include "model/describe/facts.h"
#include "model/describe/trigger_effects.h"

namespace cadastre {

namespace {

QString timingText(TriggerTiming timing)
{
    switch (timing) {
    case TriggerTiming::Before:
        return QStringLiteral("before");
    case TriggerTiming::After:
        return QStringLiteral("after");
    case TriggerTiming::InsteadOf:
        return QStringLiteral("instead of");
    }
    Q_UNREACHABLE();
}

QString partText(const Catalog& catalog, const IndexPart& part)
{
    QString text = part.column ? catalog.column(*part.column).name : part.expression;
    if (part.prefixLength)
        text += QStringLiteral("(%1)").arg(*part.prefixLength);
    if (!part.collation.isEmpty())
        text += QStringLiteral(" collate ") + part.collation;
    if (!part.operatorClass.isEmpty())
        text += QLatin1Char(' ') + part.operatorClass;
    if (part.descending)
        text += QStringLiteral(" desc");
    if (part.nullsFirst)
        text += QStringLiteral(" nulls first");
    return text;
}

QString foreignKeyText(const Catalog& catalog, const Constraint& key)
{
    const QString parent =
        key.referencedTable ? catalog.displayName(*key.referencedTable) : key.referencedName;
    QString text = columnList(catalog, key.columns) + QStringLiteral(" → ") + parent;
    if (!key.referencedColumns.empty())
        text += QStringLiteral(" (%1)").arg(columnList(catalog, key.referencedColumns));
    if (!key.referencedTable)
        text += QStringLiteral(", which is not in this catalog");
    return text + referentialActions(key);
}

} // namespace

QString referentialActions(const Constraint& key)
{
    QString text;
    if (key.onDelete != ReferentialAction::NoAction)
        text += QStringLiteral(", on delete ") + referentialActionName(key.onDelete).toLower();
    if (key.onUpdate != ReferentialAction::NoAction)
        text += QStringLiteral(", on update ") + referentialActionName(key.onUpdate).toLower();
    return text;
}

QString constraintSummary(const Catalog& catalog, const Constraint& constraint)
{
    QString text = constraintKindName(constraint.kind) + QLatin1Char(' ');
    if (constraint.kind == ConstraintKind::ForeignKey)
        text += foreignKeyText(catalog, constraint);
    else if (constraint.kind == ConstraintKind::Check && !constraint.expression.isEmpty())
        text += QStringLiteral("(%1)").arg(constraint.expression);
    else if (!constraint.columns.empty())
        text += QStringLiteral("(%1)").arg(columnList(catalog, constraint.columns));
    else
        text += constraint.definition;
    if (!constraint.enforced)
        text += QStringLiteral(", not enforced");
    if (!constraint.validated)
        text += QStringLiteral(", not validated");
    return text;
}

QString indexSummary(const Catalog& catalog, const Index& index)
{
    QStringList columns;
    for (const IndexPart& part : index.parts)
        columns << partText(catalog, part);
    QString text = index.unique ? QStringLiteral("unique ") : QString();
    text += QStringLiteral("(%1)").arg(columns.join(QLatin1String(", ")));
    if (!index.included.empty())
        text += QStringLiteral(" including %1").arg(columnList(catalog, index.included));
    if (!index.method.isEmpty())
        text += QStringLiteral(", ") + index.method;
    if (!index.predicate.isEmpty())
        text += QStringLiteral(", where ") + index.predicate;
    if (!index.valid)
        text += QStringLiteral(", not valid");
    return text;
}

QString triggerSummary(const Catalog& catalog, TriggerId id)
{
    const Trigger& trigger = catalog.trigger(id);
    QString text = timingText(trigger.timing) + QLatin1Char(' ') + trigger.events;
    if (const auto set = columnsSetBy(catalog, id); !set.empty())
        text += QStringLiteral(", sets ") + columnList(catalog, set);
    if (!trigger.calls.isEmpty())
        text += QStringLiteral(", calls ") + trigger.calls;
    if (!trigger.enabled)
        text += QStringLiteral(", switched off");
    return text;
}

void describeConstraint(const DescribeInput& input, ObjectDescription& description)
{
    const Catalog& catalog = input.catalog;
    const Constraint& constraint = catalog.constraint({input.object.index});
    Facts facts(QStringLiteral("Facts"));
    facts.link(QStringLiteral("Table"), catalog.displayName(constraint.table),
               ObjectRef(constraint.table));
    for (ColumnId id : constraint.columns)
        facts.link(QStringLiteral("Column"), catalog.column(id).name, ObjectRef(id));
    if (constraint.referencedTable)
        facts.link(QStringLiteral("Points at"), catalog.displayName(*constraint.referencedTable),
                   ObjectRef(*constraint.referencedTable));
    else
        facts.warning(QStringLiteral("Points at"), constraint.referencedName);
    for (ColumnId id : constraint.referencedColumns)
        facts.link(QStringLiteral("Column there"), catalog.column(id).name, ObjectRef(id));
    if (constraint.kind == ConstraintKind::ForeignKey) {
        facts.text(QStringLiteral("On delete"), referentialActionName(constraint.onDelete));
        facts.text(QStringLiteral("On update"), referentialActionName(constraint.onUpdate));
    }
    facts.text(QStringLiteral("Match"), constraint.matchType);
    facts.code(QStringLiteral("Expression"), constraint.expression);
    facts.flag(QStringLiteral("Deferrable"), constraint.deferrable);
    facts.flag(QStringLiteral("Initially deferred"), constraint.initiallyDeferred);
    if (!constraint.validated)
        facts.warning(QStringLiteral("Validated"),
                      QStringLiteral("no: older rows may break the rule"));
    if (!constraint.enforced)
        facts.warning(QStringLiteral("Enforced"), QStringLiteral("no"));
    addCommonFacts(input, facts);
    facts.code(QStringLiteral("Definition"), constraint.definition);
    std::move(facts).addTo(description);
}

void describeIndex(const DescribeInput& input, ObjectDescription& description)
{
    const Catalog& catalog = input.catalog;
    const Index& index = catalog.index({input.object.index});
    Facts facts(QStringLiteral("Facts"));
    facts.link(QStringLiteral("Table"), catalog.displayName(index.table), ObjectRef(index.table));
    for (const IndexPart& part : index.parts)
        facts.link(part.column ? QStringLiteral("Column") : QStringLiteral("Expression"),
                   partText(catalog, part),
                   part.column ? std::optional<ObjectRef>(*part.column) : std::nullopt);
    for (ColumnId id : index.included)
        facts.link(QStringLiteral("Included"), catalog.column(id).name, ObjectRef(id));
    facts.text(QStringLiteral("Method"), index.method);
    facts.flag(QStringLiteral("Unique"), index.unique);
    facts.flag(QStringLiteral("Primary"), index.primary);
    facts.flag(QStringLiteral("Made for a constraint"), index.backsConstraint);
    facts.code(QStringLiteral("Only rows where"), index.predicate);
    if (!index.valid)
        facts.warning(QStringLiteral("Valid"), QStringLiteral("no: the server does not use it"));
    addCommonFacts(input, facts);
    facts.code(QStringLiteral("Definition"), index.definition);
    std::move(facts).addTo(description);
}

void describeTrigger(const DescribeInput& input, ObjectDescription& description)
{
    const Catalog& catalog = input.catalog;
    const TriggerId id{input.object.index};
    const Trigger& trigger = catalog.trigger(id);
    Facts facts(QStringLiteral("Facts"));
    facts.link(QStringLiteral("Table"), catalog.displayName(trigger.table),
               ObjectRef(trigger.table));
    facts.text(QStringLiteral("Fires"),
               timingText(trigger.timing) + QLatin1Char(' ') + trigger.events);
    facts.text(QStringLiteral("For each"), trigger.level.toLower());
    facts.code(QStringLiteral("When"), trigger.condition);
    facts.link(QStringLiteral("Calls"), trigger.calls,
               trigger.routine ? std::optional<ObjectRef>(*trigger.routine) : std::nullopt);
    for (ColumnId column : columnsSetBy(catalog, id))
        facts.link(QStringLiteral("Sets"), catalog.column(column).name, ObjectRef(column));
    if (!trigger.enabled)
        facts.warning(QStringLiteral("Enabled"), QStringLiteral("no"));
    addCommonFacts(input, facts);
    facts.code(QStringLiteral("Body"), trigger.body);
    facts.code(QStringLiteral("Definition"), trigger.definition);
    std::move(facts).addTo(description);
}

} // namespace cadastre
