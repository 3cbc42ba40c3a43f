// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A difference as JSON, one change per line. The format is described in the header.
#include "model/export/difference_formats.h"
#include "model/json_text.h"

namespace cadastre {

namespace {

QByteArray field(const char* name, const QString& value)
{
    return QByteArray("\"") + name + "\":" + jsonString(value);
}

void appendIfAny(QByteArray& text, const char* name, const QString& value)
{
    if (!value.isEmpty())
        text += ',' + field(name, value);
}

QString matchReasonWord(MatchReason reason)
{
    switch (reason) {
    case MatchReason::Identity:
        return QStringLiteral("identity");
    case MatchReason::Key:
        return QStringLiteral("key");
    case MatchReason::Proposal:
        return QStringLiteral("proposal");
    }
    Q_UNREACHABLE();
}

QByteArray propertyObject(const PropertyChange& property)
{
    QByteArray text = '{' + field("property", property.property) + ',' +
                      field("area", differenceAreaName(property.area));
    appendIfAny(text, "before", property.before);
    appendIfAny(text, "after", property.after);
    text += ',' + field("severity", changeSeverityName(property.severity));
    appendIfAny(text, "note", property.note);
    return text + '}';
}

QByteArray changeObject(const ObjectChange& change)
{
    QByteArray text = '{' + field("sign", changeSignName(change.sign)) + ',' +
                      field("severity", changeSeverityName(change.severity)) + ',' +
                      field("kind", change.kindName) + ',' +
                      field("area", differenceAreaName(change.area)) + ',' +
                      field("key", change.key.toString()) + ',' + field("name", change.name);
    if (change.isRenamed())
        text += ',' + field("key_before", change.keyBefore.toString()) + ',' +
                field("rename_reason", matchReasonWord(*change.renameReason));
    appendIfAny(text, "summary", change.summary);
    appendIfAny(text, "note", change.note);
    text += ",\"properties\":[";
    for (std::size_t i = 0; i < change.properties.size(); ++i)
        text += (i > 0 ? "," : "") + propertyObject(change.properties[i]);
    return text + "]}";
}

QByteArray relationshipObject(const RelationshipChange& change)
{
    return '{' + field("sign", change.added ? QStringLiteral("added") : QStringLiteral("removed")) +
           ',' + field("child", change.child) + ',' + field("parent", change.parent) + '}';
}

QByteArray notComparedObject(const NotCompared& one)
{
    return '{' + field("what", one.what) + ',' + field("reason", one.reason) +
           ",\"objects\":" + QByteArray::number(one.objects) + '}';
}

template <typename One>
void appendList(QByteArray& text, const char* name, const std::vector<One>& all,
                QByteArray (*object)(const One&))
{
    text += QByteArray(",\n\"") + name + "\":[";
    for (std::size_t i = 0; i < all.size(); ++i)
        text += (i > 0 ? ",\n" : "\n") + object(all[i]);
    text += all.empty() ? "]" : "\n]";
}

} // namespace

QByteArray differenceJson(const CatalogDifference& difference, const DifferenceSides& sides)
{
    const DifferenceCounts counts = difference.counts();
    QByteArray text =
        "{\"format\":\"cadastre-difference\",\"version\":1,\n" + field("before", sides.before) +
        ',' + field("after", sides.after) + ",\n\"added\":" + QByteArray::number(counts.added) +
        ",\"removed\":" + QByteArray::number(counts.removed) +
        ",\"altered\":" + QByteArray::number(counts.altered) +
        ",\"breaking\":" + QByteArray::number(difference.countOf(ChangeSeverity::Breaking));
    appendList(text, "changes", difference.changes, changeObject);
    appendList(text, "relationships", difference.relationships, relationshipObject);
    appendList(text, "not_compared", difference.notCompared, notComparedObject);
    return text + "}\n";
}

} // namespace cadastre
