// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/diff/object_words.h"

#include "model/catalog/kind_words.h"
#include "model/diff/object_summary.h"

#include <algorithm>

namespace cadastre {

namespace {

DifferenceArea areaOf(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Source:
        return DifferenceArea::Databases;
    case ObjectKind::Schema:
        return DifferenceArea::Schemas;
    case ObjectKind::Table:
        return isView(catalog.table({object.index})) ? DifferenceArea::Views
                                                     : DifferenceArea::Tables;
    case ObjectKind::Column:
        return DifferenceArea::Columns;
    case ObjectKind::Constraint:
        return DifferenceArea::Constraints;
    case ObjectKind::Index:
        return DifferenceArea::Indexes;
    case ObjectKind::Trigger:
        return DifferenceArea::Triggers;
    case ObjectKind::Routine:
        return DifferenceArea::Routines;
    case ObjectKind::Type:
        return DifferenceArea::Types;
    case ObjectKind::Role:
        return DifferenceArea::Roles;
    case ObjectKind::Other:
        return differenceAreaOf(catalog.other({object.index}).kind);
    }
    Q_UNREACHABLE();
}

struct Meaning
{
    ChangeSeverity severity;
    const char* note;
};

bool isLastColumn(const Catalog& catalog, const Column& column)
{
    return catalog.columnsOf(column.table).back().position == column.position;
}

Meaning meaningOfNewColumn(const Catalog& catalog, const Column& column)
{
    const bool isFilled = column.nullable || column.defaultExpression ||
                          column.columnIdentity != Identity::No ||
                          column.generated != Generated::No;
    if (!isFilled && !isView(catalog.table(column.table)))
        return {ChangeSeverity::Breaking,
                QT_TRANSLATE_NOOP("cadastre::Difference", "writers that leave it out are refused")};
    if (!isLastColumn(catalog, column))
        return {ChangeSeverity::Notable,
                QT_TRANSLATE_NOOP(
                    "cadastre::Difference",
                    "not the last one: readers that take columns by position get others")};
    return {ChangeSeverity::Harmless, ""};
}

Meaning meaningOfNew(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Column:
        return meaningOfNewColumn(catalog, catalog.column({object.index}));
    case ObjectKind::Constraint:
        return {ChangeSeverity::Notable,
                QT_TRANSLATE_NOOP("cadastre::Difference", "writes are refused that were not")};
    case ObjectKind::Index:
        if (catalog.index({object.index}).unique)
            return {ChangeSeverity::Notable,
                    QT_TRANSLATE_NOOP("cadastre::Difference", "writes are refused that were not")};
        return {ChangeSeverity::Harmless, ""};
    case ObjectKind::Trigger:
        return {ChangeSeverity::Notable,
                QT_TRANSLATE_NOOP("cadastre::Difference", "writes have other consequences")};
    case ObjectKind::Other:
        if (catalog.other({object.index}).kind == CatalogKind::Policies)
            return {ChangeSeverity::Breaking,
                    QT_TRANSLATE_NOOP("cadastre::Difference", "readers may see other rows")};
        if (catalog.other({object.index}).kind == CatalogKind::Rules)
            return {
                ChangeSeverity::Notable,
                QT_TRANSLATE_NOOP("cadastre::Difference", "statements have other consequences")};
        return {ChangeSeverity::Harmless, ""};
    default:
        return {ChangeSeverity::Harmless, ""};
    }
}

Meaning meaningOfGone(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Constraint:
        if (catalog.constraint({object.index}).kind == ConstraintKind::ForeignKey)
            return {
                ChangeSeverity::Notable,
                QT_TRANSLATE_NOOP("cadastre::Difference", "rows without a parent are permitted")};
        return {ChangeSeverity::Notable,
                QT_TRANSLATE_NOOP("cadastre::Difference", "rows are permitted that were not")};
    case ObjectKind::Index:
        if (catalog.index({object.index}).unique)
            return {ChangeSeverity::Notable,
                    QT_TRANSLATE_NOOP("cadastre::Difference", "rows are permitted that were not")};
        return {ChangeSeverity::Harmless,
                QT_TRANSLATE_NOOP("cadastre::Difference", "reads may be slower")};
    case ObjectKind::Trigger:
        return {ChangeSeverity::Notable,
                QT_TRANSLATE_NOOP("cadastre::Difference", "writes have other consequences")};
    case ObjectKind::Role:
        return {ChangeSeverity::Breaking,
                QT_TRANSLATE_NOOP("cadastre::Difference", "who connects as it is refused")};
    case ObjectKind::Other:
        if (catalog.other({object.index}).kind == CatalogKind::Policies)
            return {ChangeSeverity::Notable,
                    QT_TRANSLATE_NOOP("cadastre::Difference", "readers may see other rows")};
        if (catalog.other({object.index}).kind != CatalogKind::Sequences)
            return {ChangeSeverity::Notable, ""};
        return {ChangeSeverity::Breaking,
                QT_TRANSLATE_NOOP("cadastre::Difference", "who uses it fails")};
    default:
        return {ChangeSeverity::Breaking,
                QT_TRANSLATE_NOOP("cadastre::Difference", "who uses it fails")};
    }
}

/// Names that statements of readers and writers hold.
bool isUsedByName(ObjectKind kind)
{
    return kind != ObjectKind::Constraint && kind != ObjectKind::Index &&
           kind != ObjectKind::Trigger && kind != ObjectKind::Source;
}

} // namespace

ObjectChange objectChange(const Catalog& catalog, ObjectRef object, ChangeSign sign)
{
    ObjectChange change;
    change.sign = sign;
    change.area = areaOf(catalog, object);
    change.kind = object.kind;
    change.kindName = objectKindName(catalog, object);
    change.name = catalog.displayName(object);
    change.key = catalog.keyOf(object);
    change.keyBefore = change.key;
    return change;
}

void describeAdded(const Catalog& after, ObjectRef object, ObjectChange& change)
{
    const Meaning meaning = meaningOfNew(after, object);
    change.severity = meaning.severity;
    change.note = QString::fromLatin1(meaning.note);
    change.summary = objectSummary(after, object);
    change.properties = memberProperties(after, object);
}

void describeRemoved(const Catalog& before, ObjectRef object, ObjectChange& change)
{
    const Meaning meaning = meaningOfGone(before, object);
    change.severity = meaning.severity;
    change.note = QString::fromLatin1(meaning.note);
    change.summary = objectSummary(before, object);
    change.properties = memberProperties(before, object);
    for (PropertyChange& property : change.properties)
        std::swap(property.before, property.after);
}

void describeAltered(ObjectChange& change)
{
    for (const PropertyChange& property : change.properties)
        change.severity = std::max(change.severity, property.severity);
    if (!change.isRenamed())
        return;
    if (isUsedByName(change.kind)) {
        change.severity = ChangeSeverity::Breaking;
        change.note = QStringLiteral(
            QT_TRANSLATE_NOOP("cadastre::Difference", "who uses the old name fails"));
    }
}

RelationshipChange relationshipChange(const Catalog& catalog, ConstraintId key, bool isAdded)
{
    const Constraint& constraint = catalog.constraint(key);
    const auto names = [&](const std::vector<ColumnId>& columns) {
        QStringList texts;
        for (const ColumnId column : columns)
            texts << quotedKeyPart(catalog.column(column).name);
        return texts.join(QStringLiteral(", "));
    };
    RelationshipChange change;
    change.added = isAdded;
    change.child = QStringLiteral("%1 (%2)").arg(catalog.displayName(constraint.table),
                                                 names(constraint.columns));
    change.parent =
        constraint.referencedTable
            ? QStringLiteral("%1 (%2)").arg(catalog.displayName(*constraint.referencedTable),
                                            names(constraint.referencedColumns))
            : constraint.referencedName;
    return change;
}

} // namespace cadastre
