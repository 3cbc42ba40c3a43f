// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as tab separated values.
#include "model/export/relation_formats.h"
#include "model/export/single_line.h"

namespace cadastre {

namespace {

QString evidenceText(const std::vector<Evidence>& evidence)
{
    QStringList parts;
    for (const Evidence& one : evidence)
        parts << QString(one.signal + QLatin1Char(':') + one.sentence);
    return parts.join(QLatin1String("; "));
}

} // namespace

QByteArray relationsTsv(const RelationExport& relations)
{
    QByteArray text = "child_table\tchild_columns\tparent_table\tparent_columns\tconfidence\torigin"
                      "\tevidence\n";
    for (const RelationRow& row : relationRows(relations)) {
        const QStringList fields{tsvField(row.childTable),
                                 tsvField(row.childColumns.join(QLatin1Char(','))),
                                 tsvField(row.parentTable),
                                 tsvField(row.parentColumns.join(QLatin1Char(','))),
                                 QString::number(row.confidence, 'f', 3),
                                 relationshipOriginName(row.origin),
                                 tsvField(evidenceText(row.evidence))};
        text += fields.join(QLatin1Char('\t')).toUtf8() + '\n';
    }
    return text;
}

} // namespace cadastre
