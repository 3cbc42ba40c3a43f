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
                ",\"weight\":" + QByteArray::number(one.weight, 'f', 3) +
                ",\"sentence\":" + jsonString(one.sentence) + '}';
    return text + ']';
}

QByteArray alternativeList(const std::vector<AlternativeRow>& alternatives)
{
    QByteArray text = "[";
    for (const AlternativeRow& one : alternatives)
        text += (text.size() > 1 ? "," : "") + QByteArray("{\"parent_table\":") +
                jsonString(one.parentTable) + ",\"parent_columns\":" + list(one.parentColumns) +
                ",\"confidence\":" + QByteArray::number(one.confidence, 'f', 3) +
                ",\"evidence\":" + evidenceList(one.evidence) + '}';
    return text + ']';
}

/// Counts only: no value of a row enters a file.
QByteArray verificationObject(const Verification& verification, std::size_t target)
{
    if (verification.hasFailed())
        return "{\"failure\":" + jsonString(verification.failure) + '}';
    qint64 sentinels = 0;
    for (const SentinelCount& sentinel : verification.sentinels)
        sentinels += sentinel.rows;
    QByteArray text = "{\"sampled_rows\":" + QByteArray::number(verification.sampledRows) +
                      ",\"complete\":" + (verification.complete ? "true" : "false");
    if (verification.approxTotal)
        text += ",\"approximate_rows\":" + QByteArray::number(*verification.approxTotal, 'f', 0);
    text += ",\"nulls\":" + QByteArray::number(verification.nulls) +
            ",\"sentinels\":" + QByteArray::number(sentinels);
    if (target < verification.targets.size()) {
        const TargetVerification& one = verification.targets[target];
        text += ",\"rows\":" + QByteArray::number(one.rows) +
                ",\"found\":" + QByteArray::number(one.found) +
                ",\"orphans\":" + QByteArray::number(one.orphans());
    }
    return text + '}';
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
    if (row.polymorphic)
        text += ",\"polymorphic\":true";
    if (row.subtype)
        text += ",\"subtype\":true";
    if (row.arc)
        text += ",\"arc\":" + QByteArray::number(*row.arc);
    if (!row.reason.isEmpty())
        text += ",\"reason\":" + jsonString(row.reason);
    text += ",\"evidence\":" + evidenceList(row.evidence);
    if (!row.alternatives.empty())
        text += ",\"alternatives\":" + alternativeList(row.alternatives);
    if (row.verification)
        text += ",\"verification\":" + verificationObject(*row.verification, row.targetNumber);
    return text + '}';
}

} // namespace

QByteArray relationsJson(const RelationExport& relations)
{
    QByteArray text = "{\"format\":\"cadastre-relations\",\"version\":1,\n\"relations\":[";
    bool first = true;
    for (const RelationRow& row : relationRows(relations)) {
        text += (first ? "\n" : ",\n") + object(row);
        first = false;
    }
    return text + "\n]}\n";
}

} // namespace cadastre
