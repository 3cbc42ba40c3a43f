// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as a Markdown table.
#include "model/export/relation_formats.h"

namespace cadastre {

namespace {

/// Text that stands in a table cell as it is: what Markdown and HTML would read is escaped.
QString cell(const QString& text)
{
    static const QString special = QStringLiteral("\\`*_{}[]<>#|~&");
    QString result;
    for (QChar c : text) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r')) {
            result += QLatin1Char(' ');
            continue;
        }
        if (special.contains(c))
            result += QLatin1Char('\\');
        result += c;
    }
    return result;
}

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
        const QStringList cells{cell(row.childTable),
                                cell(childCell(row)),
                                QString(cardinalityText(row.childEnd) + QStringLiteral(" → ") +
                                        cardinalityText(row.parentEnd)),
                                cell(row.parentTable),
                                cell(row.parentColumns.join(QLatin1String(", "))),
                                QString::number(row.confidence, 'f', 3),
                                relationshipOriginName(row.origin),
                                cell(grounds(row))};
        text += QStringLiteral("| ") + cells.join(QLatin1String(" | ")) + QStringLiteral(" |\n");
    }
    return text.toUtf8();
}

} // namespace cadastre
