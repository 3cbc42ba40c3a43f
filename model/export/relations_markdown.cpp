// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as a Markdown table.
#include "model/export/markdown_text.h"
#include "model/export/relation_formats.h"

namespace cadastre {

namespace {

/// Why: the evidence, the runners-up, and what a person wrote.
QString grounds(const RelationRow& row)
{
    QStringList parts;
    if (!row.reason.isEmpty())
        parts << row.reason;
    for (const Evidence& one : row.evidence)
        parts << one.sentence;
    QStringList others;
    for (const AlternativeRow& other : row.alternatives)
        others << QStringLiteral("%1.%2 (%3)")
                      .arg(other.parentTable, other.parentColumns.join(QLatin1String(", ")),
                           QString::number(other.confidence, 'f', 3));
    if (!others.isEmpty())
        parts << QString(QStringLiteral("instead of ") + others.join(QLatin1String(", ")));
    return parts.join(QLatin1String("; "));
}

/// `subject_type = 'Post'` of a polymorphic target, behind the columns.
QString childCell(const RelationRow& row)
{
    if (!row.polymorphic)
        return row.childColumns.join(QLatin1String(", "));
    const QStringList ids = row.childColumns.mid(0, row.childColumns.size() - 1);
    if (row.typeValue.isEmpty())
        return QStringLiteral("%1 by %2")
            .arg(ids.join(QLatin1String(", ")), row.childColumns.last());
    return QStringLiteral("%1 when %2 = '%3'")
        .arg(ids.join(QLatin1String(", ")), row.childColumns.last(), row.typeValue);
}

} // namespace

QByteArray relationsMarkdown(const RelationExport& relations)
{
    QString text = QStringLiteral("| Child | Columns | | Parent | Columns | Confidence | Origin | "
                                  "Evidence |\n|---|---|---|---|---|---|---|---|\n");
    for (const RelationRow& row : relationRows(relations)) {
        const QStringList cells{markdownText(row.childTable),
                                markdownText(childCell(row)),
                                QString(cardinalityText(row.childEnd) + QStringLiteral(" → ") +
                                        cardinalityText(row.parentEnd)),
                                markdownText(row.parentTable),
                                markdownText(row.parentColumns.join(QLatin1String(", "))),
                                QString::number(row.confidence, 'f', 3),
                                relationshipOriginName(row.origin),
                                markdownText(grounds(row))};
        text += QStringLiteral("| ") + cells.join(QLatin1String(" | ")) + QStringLiteral(" |\n");
    }
    return text.toUtf8();
}

} // namespace cadastre
