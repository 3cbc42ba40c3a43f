// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Writes notes that follow from the catalog; see the header.
#include "model/worklist/worklist_drafts.h"

#include "model/notes/note_tags.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype longestDraft = 20; ///< values; more are no list to fill in

NoteReference noteReferenceOf(const Catalog& catalog, const Relationship& relationship,
                              const RelationshipTarget& target)
{
    NoteReference reference;
    const Table& child = catalog.table(relationship.child);
    const Table& parent = catalog.table(target.table);
    const QString schema = catalog.schema(parent.schema).name;
    const bool isDefault = parent.schema == child.schema &&
                           schema == catalog.source(catalog.sourceOf(target.table)).defaultSchema;
    if (!isDefault && !schema.isEmpty())
        reference.table << schema;
    reference.table << parent.name;
    for (ColumnId column : target.columns)
        reference.columns << catalog.column(column).name;
    if (relationship.typeColumn && !target.typeValue.isEmpty()) {
        reference.whenColumn = catalog.column(*relationship.typeColumn).name;
        reference.whenValue = target.typeValue;
    }
    return reference;
}

} // namespace

bool hasOpaqueValues(const QStringList& values)
{
    constexpr qsizetype longestOpaque = 2;
    const auto isOpaque = [](const QString& value) {
        bool isNumber = false;
        value.toDouble(&isNumber);
        return isNumber || value.size() <= longestOpaque;
    };
    // Y and N explain themselves, 0 and 1 do beside a name
    const bool isYesNo = std::ranges::all_of(
        values, [](const QString& value) { return QStringLiteral("YNyntfTF01").contains(value); });
    return !values.isEmpty() && std::ranges::all_of(values, isOpaque) &&
           !(isYesNo && values.size() <= 2);
}

QString valuesDraft(const QStringList* allowed)
{
    if (allowed == nullptr || allowed->size() > longestDraft || !hasOpaqueValues(*allowed))
        return {};
    QStringList parts;
    for (const QString& value : *allowed)
        parts << QString(printValueList({{value, QString()}}) + QLatin1Char('='));
    return QString(QLatin1String("@values ") + parts.join(QLatin1String(", ")));
}

QString referenceDraft(const Catalog& catalog, const Relationship& relationship)
{
    QStringList lines;
    for (const RelationshipTarget& target : relationship.targets) {
        // a polymorphic one without values says nothing that stays true
        const bool isKnown =
            target.isResolved() && (!relationship.typeColumn || !target.typeValue.isEmpty());
        if (isKnown)
            lines << QString(QLatin1String("@references ") +
                             printNoteReference(noteReferenceOf(catalog, relationship, target)));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace cadastre
