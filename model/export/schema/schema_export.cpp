// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the languages of diagrams share; see the header.
#include "model/export/schema/schema_export.h"

#include "model/export/relation_rows.h"
#include "model/export/single_line.h"
#include "model/notes/comment_text.h"
#include "model/relations/cardinality.h"

namespace cadastre {

QString linkLabel(const SchemaExport& schema, const SchemaLink& link)
{
    const Catalog& catalog = *schema.catalog;
    const Relationship& relationship = schema.relationshipOf(link);
    QStringList columns;
    for (const ColumnId column : relationship.childColumns)
        columns << catalog.column(column).name;
    QString label = columns.join(QStringLiteral(", "));
    const bool isPlain =
        relationship.origin == RelationshipOrigin::Declared && !relationship.typeColumn;
    if (!isPlain)
        label += QStringLiteral(", ") + targetRemark(catalog, relationship, schema.targetOf(link));
    return asSingleLine(label);
}

QLatin1String crowsFootOfChild(Cardinality cardinality)
{
    switch (cardinality) {
    case Cardinality::ZeroOrOne:
        return QLatin1String("|o");
    case Cardinality::ExactlyOne:
        return QLatin1String("||");
    case Cardinality::ZeroOrMany:
        return QLatin1String("}o");
    case Cardinality::OneOrMany:
        return QLatin1String("}|");
    }
    Q_UNREACHABLE();
}

QLatin1String crowsFootOfParent(Cardinality cardinality)
{
    switch (cardinality) {
    case Cardinality::ZeroOrOne:
        return QLatin1String("o|");
    case Cardinality::ExactlyOne:
        return QLatin1String("||");
    case Cardinality::ZeroOrMany:
        return QLatin1String("o{");
    case Cardinality::OneOrMany:
        return QLatin1String("|{");
    }
    Q_UNREACHABLE();
}

QString shortComment(const QString& comment, int longest)
{
    const QString words = asSingleLine(parseCommentText(comment).words).simplified();
    if (words.size() <= longest)
        return words;
    qsizetype end = longest - 1;
    if (words[end - 1].isHighSurrogate())
        --end;
    return QString(words.left(end).trimmed() + QChar(0x2026));
}

ColumnRoles::ColumnRoles(const SchemaExport& schema)
{
    const Catalog& catalog = *schema.catalog;
    const std::size_t count = catalog.objects().columns.size();
    m_primary.assign(count, false);
    m_foreign.assign(count, false);
    m_unique.assign(count, false);
    for (const TableId table : schema.tables) {
        if (const Constraint* key = catalog.primaryKeyOf(table))
            for (const ColumnId column : key->columns)
                m_primary[at(column)] = true;
        const ColumnId first = catalog.firstColumn(table);
        const int columns = static_cast<int>(catalog.columnsOf(table).size());
        for (int i = 0; i < columns; ++i) {
            const ColumnId column{first.index + i};
            m_unique[at(column)] =
                !m_primary[at(column)] && areUniqueTogether(catalog, table, {{column}});
        }
    }
    for (const SchemaLink& link : schema.links)
        for (const ColumnId column : schema.relationshipOf(link).childColumns)
            m_foreign[at(column)] = true;
}

} // namespace cadastre
