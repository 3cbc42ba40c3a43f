// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What stands in tables beside columns: constraints, indexes, triggers.
#include "model/diff/comparison.h"

namespace cadastre {

namespace {

QString referencedText(const Catalog& catalog, const Constraint& constraint)
{
    if (!constraint.referencedTable)
        return constraint.referencedName;
    QStringList columns;
    for (const ColumnId column : constraint.referencedColumns)
        columns << catalog.column(column).name;
    return QStringLiteral("%1 (%2)").arg(catalog.displayName(*constraint.referencedTable),
                                         columns.join(QStringLiteral(", ")));
}

/// The old target, as its table and columns are called now.
QString referencedNow(const Comparison& all, const Constraint& constraint)
{
    if (!constraint.referencedTable)
        return all.pairing.withNewSchemaNames(constraint.referencedName);
    const auto table = all.pairing.afterOf(*constraint.referencedTable);
    return QStringLiteral("%1 (%2)").arg(
        table ? all.after.displayName(*table) : all.before.displayName(*constraint.referencedTable),
        all.nameNow(constraint.referencedColumns));
}

void compareKey(const Comparison& all, const Constraint& old, const Constraint& now,
                PropertyList& list)
{
    const auto area = DifferenceArea::Constraints;
    if (referencedNow(all, old) != referencedText(all.after, now))
        list.text(area, QStringLiteral("references"), referencedText(all.before, old),
                  referencedText(all.after, now));
    list.text(area, QStringLiteral("on update"), referentialActionName(old.onUpdate),
              referentialActionName(now.onUpdate));
    list.text(area, QStringLiteral("on delete"), referentialActionName(old.onDelete),
              referentialActionName(now.onDelete), ChangeSeverity::Notable,
              now.onDelete == ReferentialAction::Cascade
                  ? QT_TRANSLATE_NOOP("cadastre::Difference",
                                      "deleting the parent deletes these rows, too")
                  : "");
    list.text(area, QStringLiteral("match"), old.matchType, now.matchType);
}

QString partText(const Catalog& catalog, const IndexPart& part)
{
    QString text = part.column ? catalog.column(*part.column).name : part.expression;
    if (part.prefixLength)
        text += QStringLiteral("(%1)").arg(*part.prefixLength);
    if (!part.collation.isEmpty())
        text += QString(QStringLiteral(" collate ") + part.collation);
    if (!part.operatorClass.isEmpty())
        text += QString(QLatin1Char(' ') + part.operatorClass);
    if (part.descending)
        text += QStringLiteral(" desc");
    if (part.nullsFirst != part.descending)
        text += part.nullsFirst ? QStringLiteral(" nulls first") : QStringLiteral(" nulls last");
    return text;
}

/// The parts of an old index, its columns under their new names.
QString partsNow(const Comparison& all, const Index& index)
{
    QStringList parts;
    for (const IndexPart& part : index.parts) {
        QString text = partText(all.before, part);
        if (part.column)
            text.replace(0, all.before.column(*part.column).name.size(),
                         all.nameNow(ObjectRef(*part.column)));
        parts << text;
    }
    return parts.join(QStringLiteral(", "));
}

QString partsText(const Catalog& catalog, const Index& index)
{
    QStringList parts;
    for (const IndexPart& part : index.parts)
        parts << partText(catalog, part);
    return parts.join(QStringLiteral(", "));
}

QString triggerTimingText(TriggerTiming timing)
{
    switch (timing) {
    case TriggerTiming::Before:
        return QStringLiteral("BEFORE");
    case TriggerTiming::After:
        return QStringLiteral("AFTER");
    case TriggerTiming::InsteadOf:
        return QStringLiteral("INSTEAD OF");
    }
    Q_UNREACHABLE();
}

} // namespace

QString constraintText(const Catalog& catalog, ConstraintId id)
{
    const Constraint& constraint = catalog.constraint(id);
    QStringList columns;
    for (const ColumnId column : constraint.columns)
        columns << catalog.column(column).name;
    const QString list = QStringLiteral("(%1)").arg(columns.join(QStringLiteral(", ")));
    switch (constraint.kind) {
    case ConstraintKind::ForeignKey:
        return QStringLiteral("%1 → %2").arg(list, referencedText(catalog, constraint));
    case ConstraintKind::Check:
        return QStringLiteral("(%1)").arg(constraint.expression);
    case ConstraintKind::PrimaryKey:
    case ConstraintKind::Unique:
        return list;
    default:
        return constraint.definition;
    }
}

QString indexText(const Catalog& catalog, IndexId id)
{
    const Index& index = catalog.index(id);
    QString text = QStringLiteral("(%1)").arg(partsText(catalog, index));
    if (!index.predicate.isEmpty())
        text += QStringLiteral(" where %1").arg(index.predicate);
    return index.unique ? QString(QStringLiteral("unique ") + text) : text;
}

void compareConstraints(const Comparison& all, ConstraintId before, ConstraintId after,
                        PropertyList& list)
{
    const Constraint& old = all.before.constraint(before);
    const Constraint& now = all.after.constraint(after);
    const auto area = DifferenceArea::Constraints;
    list.text(area, QStringLiteral("kind"), constraintKindName(old.kind),
              constraintKindName(now.kind));
    compareColumnLists(all, QStringLiteral("columns"), area, old.columns, now.columns, list);
    compareKey(all, old, now, list);
    list.flag(area, QStringLiteral("enforced"), old.enforced, now.enforced);
    const bool isOneEngine = all.pairing.speakTheSame(before);
    if (isOneEngine) {
        list.flag(area, QStringLiteral("deferrable"), old.deferrable, now.deferrable);
        list.flag(area, QStringLiteral("initially deferred"), old.initiallyDeferred,
                  now.initiallyDeferred);
        list.flag(area, QStringLiteral("validated"), old.validated, now.validated,
                  ChangeSeverity::Harmless, ChangeSeverity::Notable);
        if (all.pairing.withNewSchemaNames(old.expression) != now.expression)
            list.statement(
                area, QStringLiteral("expression"), old.expression, now.expression,
                ChangeSeverity::Notable,
                QT_TRANSLATE_NOOP("cadastre::Difference", "other values are refused than before"));
    }
    compareBase(all, before, after, area, list);
    // what only the server's own words say
    if (list.isEmpty() && isOneEngine && !all.pairing.renamed(before) && old.columns.empty() &&
        all.pairing.withNewSchemaNames(old.definition) != now.definition)
        list.statement(area, QStringLiteral("definition"), old.definition, now.definition,
                       ChangeSeverity::Notable, "");
}

void compareIndexes(const Comparison& all, IndexId before, IndexId after, PropertyList& list)
{
    const Index& old = all.before.index(before);
    const Index& now = all.after.index(after);
    const auto area = DifferenceArea::Indexes;
    const bool isOneEngine = all.pairing.speakTheSame(before);
    list.flag(area, QStringLiteral("unique"), old.unique, now.unique);
    if (isOneEngine) {
        if (partsNow(all, old) != partsText(all.after, now))
            list.text(area, QStringLiteral("columns"), partsText(all.before, old),
                      partsText(all.after, now), ChangeSeverity::Harmless);
        compareColumnLists(all, QStringLiteral("included"), area, old.included, now.included, list);
        list.flag(area, QStringLiteral("valid"), old.valid, now.valid, ChangeSeverity::Harmless,
                  ChangeSeverity::Notable);
        list.text(area, QStringLiteral("method"), old.method, now.method, ChangeSeverity::Harmless);
        list.text(area, QStringLiteral("where"), all.pairing.withNewSchemaNames(old.predicate),
                  now.predicate);
    }
    compareBase(all, before, after, area, list);
}

void compareTriggers(const Comparison& all, TriggerId before, TriggerId after, PropertyList& list)
{
    const Trigger& old = all.before.trigger(before);
    const Trigger& now = all.after.trigger(after);
    const auto area = DifferenceArea::Triggers;
    list.text(area, QStringLiteral("timing"), triggerTimingText(old.timing),
              triggerTimingText(now.timing));
    list.flag(area, QStringLiteral("enabled"), old.enabled, now.enabled);
    if (all.pairing.speakTheSame(before)) {
        list.text(area, QStringLiteral("events"), old.events, now.events);
        list.text(area, QStringLiteral("level"), old.level, now.level);
        list.text(area, QStringLiteral("condition"), old.condition, now.condition);
        const QString calls = all.pairing.withNewSchemaNames(old.calls);
        const auto routine = old.routine ? all.pairing.afterOf(*old.routine) : std::nullopt;
        const bool isSameRoutine = routine && now.routine && *routine == ObjectRef(*now.routine);
        if (calls != now.calls && !isSameRoutine)
            list.text(area, QStringLiteral("calls"), old.calls, now.calls);
        if (all.pairing.withNewSchemaNames(old.body) != now.body)
            list.statement(
                area, QStringLiteral("body"), old.body, now.body, ChangeSeverity::Notable,
                QT_TRANSLATE_NOOP("cadastre::Difference", "writes have other consequences"));
    } else {
        all.states.noteEngines(before, QStringLiteral("what triggers do"),
                               QStringLiteral("the engines write it in words of their own"));
    }
    compareBase(all, before, after, area, list);
}

} // namespace cadastre
