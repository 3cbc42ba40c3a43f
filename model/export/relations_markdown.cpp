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

QString sentences(const std::vector<Evidence>& evidence)
{
    QStringList parts;
    for (const Evidence& one : evidence)
        parts << one.sentence;
    return parts.join(QLatin1String("; "));
}

} // namespace

QByteArray relationsMarkdown(const std::vector<RelationRow>& rows)
{
    QString text = QStringLiteral("| Child | Columns | | Parent | Columns | Confidence | Origin | "
                                  "Evidence |\n|---|---|---|---|---|---|---|---|\n");
    for (const RelationRow& row : rows) {
        const QStringList cells{cell(row.childTable),
                                cell(row.childColumns.join(QLatin1String(", "))),
                                QString(cardinalityText(row.childEnd) + QStringLiteral(" → ") +
                                        cardinalityText(row.parentEnd)),
                                cell(row.parentTable),
                                cell(row.parentColumns.join(QLatin1String(", "))),
                                QString::number(row.confidence, 'f', 3),
                                relationshipOriginName(row.origin),
                                cell(sentences(row.evidence))};
        text += QStringLiteral("| ") + cells.join(QLatin1String(" | ")) + QStringLiteral(" |\n");
    }
    return text.toUtf8();
}

} // namespace cadastre
