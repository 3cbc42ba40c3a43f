// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One table: what it is, its columns, how it relates to others in both directions.
#include "model/export/documentation/documentation_parts.h"
#include "model/export/relation_rows.h"
#include "model/notes/comment_text.h"

#include <algorithm>

namespace cadastre {

namespace {

/// A table that everything refers to would be longer than the rest of its group.
constexpr std::size_t mostRelationshipRows = 200;

QString documentedColumnKeys(const DocumentationFacts& facts, ColumnId id)
{
    QStringList keys;
    if (facts.roles.isPrimary(id))
        keys << QStringLiteral("PK");
    if (facts.roles.isForeign(id))
        keys << QStringLiteral("FK");
    if (facts.roles.isUnique(id))
        keys << QStringLiteral("unique");
    return keys.join(QStringLiteral(", "));
}

QString documentedColumnExtras(const Column& column)
{
    QStringList extras;
    if (column.nullable)
        extras << QStringLiteral("may be null");
    if (column.generated != Generated::No)
        extras << QStringLiteral("generated: %1").arg(column.generationExpression);
    else if (column.defaultExpression)
        extras << QStringLiteral("default %1").arg(*column.defaultExpression);
    if (column.columnIdentity != Identity::No)
        extras << QStringLiteral("numbered by the database");
    return extras.join(QStringLiteral("; "));
}

void documentedAddColumns(Document& document, const DocumentationFacts& facts, TableId table)
{
    const auto columns = facts.catalog.columnsOf(table);
    const int first = facts.catalog.firstColumn(table).index;
    std::vector<std::vector<DocumentText>> rows;
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const Column& column = columns[static_cast<std::size_t>(i)];
        rows.push_back({{column.name},
                        {column.type},
                        {documentedColumnKeys(facts, ColumnId{first + i})},
                        {documentedColumnExtras(column)},
                        {column.comment.text}});
    }
    if (rows.empty())
        document.paragraph(QStringLiteral("Its columns were not read."));
    document.table({QStringLiteral("Column"), QStringLiteral("Type"), QStringLiteral("Key"),
                    QStringLiteral("Value"), QStringLiteral("Comment")},
                   std::move(rows));
}

QString documentedColumnNames(const DocumentationFacts& facts, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (const ColumnId column : columns)
        names << facts.catalog.column(column).name;
    return names.join(QStringLiteral(", "));
}

QString documentedCertainty(const DocumentationFacts& facts, const SchemaLink& link)
{
    const Relationship& relationship = facts.input.schema.relationshipOf(link);
    QString text =
        relationship.origin == RelationshipOrigin::Declared && !relationship.typeColumn
            ? QStringLiteral("declared")
            : targetRemark(facts.catalog, relationship, facts.input.schema.targetOf(link));
    if (relationship.constraint) {
        const Constraint& key = facts.catalog.constraint(*relationship.constraint);
        if (key.onDelete != ReferentialAction::NoAction)
            text += QStringLiteral(", on delete ") + referentialActionName(key.onDelete).toLower();
    }
    return text;
}

void documentedAddRelationships(Document& document, const DocumentationFacts& facts, TableId table,
                                bool outwards)
{
    const SchemaExport& schema = facts.input.schema;
    const auto& links =
        (outwards ? facts.asChild : facts.asParent)[static_cast<std::size_t>(table.index)];
    std::vector<std::vector<DocumentText>> rows;
    for (std::size_t i = 0; i < std::min(links.size(), mostRelationshipRows); ++i) {
        const SchemaLink& link = schema.links[links[i]];
        const Relationship& relationship = schema.relationshipOf(link);
        const QString child = documentedColumnNames(facts, relationship.childColumns);
        const QString parent = documentedColumnNames(facts, schema.targetOf(link).columns);
        DocumentText other = facts.tableLink(outwards ? link.parent : link.child);
        rows.push_back(
            {{outwards ? child : parent},
             std::move(other),
             {outwards ? parent : child},
             {QString(cardinalityText(outwards ? relationship.parentEnd : relationship.childEnd))},
             {documentedCertainty(facts, link)}});
    }
    if (rows.empty())
        return;
    document.heading(4, outwards ? QStringLiteral("Refers to") : QStringLiteral("Referred to by"));
    document.table({QStringLiteral("Column"), QStringLiteral("Table"), QStringLiteral("Its column"),
                    QStringLiteral("Rows there"), QStringLiteral("How sure")},
                   std::move(rows));
    if (links.size() > mostRelationshipRows)
        document.paragraph(QStringLiteral("And %1 more.")
                               .arg(documentationNumber(
                                   static_cast<double>(links.size() - mostRelationshipRows))));
}

QString documentedWhatItIs(const DocumentationFacts& facts, TableId id)
{
    const Table& table = facts.catalog.table(id);
    QStringList parts{tableKindName(table.kind)};
    if (table.rowEstimate)
        parts << QStringLiteral("about %1 rows").arg(documentationNumber(*table.rowEstimate));
    if (table.partitionOf)
        parts
            << QStringLiteral("partition of %1").arg(facts.catalog.displayName(*table.partitionOf));
    if (!table.partitionKey.isEmpty())
        parts << QStringLiteral("partitioned by %1").arg(table.partitionKey);
    if (!table.owner.isEmpty())
        parts << QStringLiteral("database owner %1").arg(table.owner);
    if (facts.input.ownership != nullptr) {
        const Ownership& ownership = *facts.input.ownership;
        const BoundaryIndex boundary = ownership.ofTables[static_cast<std::size_t>(id.index)];
        parts << (boundary < 0 ? QStringLiteral("owned by nobody")
                               : QStringLiteral("belongs to %1").arg(ownership.names[boundary]));
        const ExposureEntry& exposure = ownership.exposures[static_cast<std::size_t>(id.index)];
        if (exposure.exposure == Exposure::Contract)
            parts << QString(QStringLiteral("contract ") + exposure.version).trimmed();
        else if (exposure.exposure == Exposure::Replica)
            parts << QString(QStringLiteral("replica of ") + exposure.replicaOf).trimmed();
    }
    QString text = parts.join(QStringLiteral(" · "));
    text[0] = text[0].toUpper();
    return text;
}

} // namespace

Document documentationTable(const DocumentationFacts& facts, TableId id)
{
    const Table& table = facts.catalog.table(id);
    Document document;
    document.heading(3, facts.catalog.displayName(id), facts.input.anchors.ofTable(id));
    document.paragraph(documentedWhatItIs(facts, id));
    const CommentText comment = parseCommentText(table.comment.text);
    if (!comment.words.trimmed().isEmpty())
        document.paragraph(comment.words.trimmed());
    std::vector<DocumentText> notes;
    for (const TagLine& note : comment.notes)
        notes.push_back(
            {QString(QLatin1Char('@') + note.name + QLatin1Char(' ') + note.value).trimmed()});
    document.list(std::move(notes));
    if (table.broken)
        document.paragraph(QStringLiteral("Broken: %1").arg(*table.broken));
    documentedAddColumns(document, facts, id);
    documentedAddRelationships(document, facts, id, true);
    documentedAddRelationships(document, facts, id, false);
    addTableParts(document, facts, id);
    return document;
}

} // namespace cadastre
