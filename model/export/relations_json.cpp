// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as JSON, one per line.
#include "model/export/relation_formats.h"
#include "model/json_text.h"

namespace cadastre {

namespace {

QByteArray list(const QStringList& strings)
{
    QByteArray text = "[";
    for (const QString& string : strings)
        text += (text.size() > 1 ? "," : "") + jsonString(string);
    return text + ']';
}

QByteArray evidenceList(const std::vector<Evidence>& evidence)
{
    QByteArray text = "[";
    for (const Evidence& one : evidence)
        text += (text.size() > 1 ? "," : "") + QByteArray("{\"signal\":") + jsonString(one.signal) +
                ",\"sentence\":" + jsonString(one.sentence) + '}';
    return text + ']';
}

QByteArray object(const RelationRow& row)
{
    QByteArray text = "{\"child_table\":" + jsonString(row.childTable) +
                      ",\"child_columns\":" + list(row.childColumns) +
                      ",\"parent_table\":" + jsonString(row.parentTable) +
                      ",\"parent_columns\":" + list(row.parentColumns);
    if (!row.typeValue.isEmpty())
        text += ",\"type_value\":" + jsonString(row.typeValue);
    text += ",\"child_end\":" + jsonString(cardinalityText(row.childEnd)) +
            ",\"parent_end\":" + jsonString(cardinalityText(row.parentEnd)) +
            ",\"confidence\":" + QByteArray::number(row.confidence, 'f', 3) +
            ",\"origin\":" + jsonString(relationshipOriginName(row.origin));
    return text + ",\"evidence\":" + evidenceList(row.evidence) + '}';
}

} // namespace

QByteArray relationsJson(const std::vector<RelationRow>& rows)
{
    QByteArray text = "{\"format\":\"cadastre-relations\",\"version\":1,\n\"relations\":[";
    bool first = true;
    for (const RelationRow& row : rows) {
        text += (first ? "\n" : ",\n") + object(row);
        first = false;
    }
    return text + "\n]}\n";
}

} // namespace cadastre
