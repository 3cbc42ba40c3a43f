// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/notes/audit_trail_lines.h"

#include "model/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace cadastre {

namespace {

constexpr std::array allOutcomes{
    WriteOutcome::Written, WriteOutcome::Unchanged, WriteOutcome::Conflict, WriteOutcome::Refused,
    WriteOutcome::Busy,    WriteOutcome::NotTried,  WriteOutcome::Unknown};

QString placeName(CommentPlace place)
{
    switch (place) {
    case CommentPlace::Database:
        return QStringLiteral("database");
    case CommentPlace::Sidecar:
        return QStringLiteral("sidecar");
    case CommentPlace::None:
        return QStringLiteral("none");
    }
    Q_UNREACHABLE();
}

CommentPlace placeFromName(const QString& name)
{
    for (const CommentPlace place : {CommentPlace::Database, CommentPlace::Sidecar}) {
        if (placeName(place) == name)
            return place;
    }
    return CommentPlace::None;
}

std::optional<WriteOutcome> outcomeFromName(const QString& name)
{
    for (const WriteOutcome outcome : allOutcomes) {
        if (writeOutcomeName(outcome) == name)
            return outcome;
    }
    return std::nullopt;
}

/// The fields of one JSON object, in the order in which they are added.
class Fields
{
public:
    Fields& text(const char* name, const QString& value)
    {
        if (!value.isEmpty())
            always(name, value);
        return *this;
    }
    Fields& always(const char* name, const QString& value) { return raw(name, jsonString(value)); }
    Fields& raw(const char* name, const QByteArray& value)
    {
        m_text += m_text.isEmpty() ? "\"" : ",\"";
        m_text += name;
        m_text += "\":" + value;
        return *this;
    }
    [[nodiscard]] QByteArray object() const { return '{' + m_text + '}'; }

private:
    QByteArray m_text;
};

QByteArray framedLine(const char* kind, const Fields& fields)
{
    const QByteArray content = "{\"" + QByteArray(kind) + "\":" + fields.object() + '}';
    return QByteArray::number(content.size()) + ' ' + content + '\n';
}

void addEdit(Fields& fields, const CommentEdit& edit)
{
    fields.always("before", edit.before).always("after", edit.after);
    if (const auto& identity = edit.identity)
        fields.raw("identity", '[' + QByteArray::number(identity->databaseOid) + ',' +
                                   QByteArray::number(identity->classOid) + ',' +
                                   QByteArray::number(identity->objectOid) + ',' +
                                   QByteArray::number(identity->subId) + ']');
}

Fields fieldsOf(const WriteTarget& target)
{
    Fields fields;
    fields.text("server", target.server)
        .text("database", target.database)
        .text("role", target.role)
        .text("engine", target.engine);
    if (target.readOnly)
        fields.raw("read_only", "true");
    return fields;
}

QString textIn(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

WriteTarget targetIn(const QJsonObject& object)
{
    return {textIn(object, "server"), textIn(object, "database"), textIn(object, "role"),
            textIn(object, "engine"), object.value(QLatin1String("read_only")).toBool()};
}

CommentEdit editIn(const QJsonObject& object, const ObjectKey& key)
{
    CommentEdit edit{key, textIn(object, "before"), textIn(object, "after"), std::nullopt};
    const QJsonArray parts = object.value(QLatin1String("identity")).toArray();
    if (parts.size() == 4)
        edit.identity = ServerIdentity{static_cast<std::uint32_t>(parts[0].toInteger()),
                                       static_cast<std::uint32_t>(parts[1].toInteger()),
                                       static_cast<std::uint32_t>(parts[2].toInteger()),
                                       static_cast<std::int32_t>(parts[3].toInteger())};
    return edit;
}

PlannedComment plannedIn(const QJsonObject& object, const ObjectKey& key)
{
    PlannedComment planned{editIn(object, key),
                           placeFromName(textIn(object, "place")),
                           textIn(object, "sql"),
                           textIn(object, "undo"),
                           {},
                           {}};
    for (const QJsonValue& warning : object.value(QLatin1String("warnings")).toArray())
        planned.warnings << warning.toString();
    return planned;
}

/// The content of a whole line; an empty object for a torn one.
QJsonObject contentOf(const QByteArray& line)
{
    const qsizetype space = line.indexOf(' ');
    if (space <= 0)
        return {};
    const QByteArray content = line.mid(space + 1).chopped(line.endsWith('\n') ? 1 : 0);
    if (line.first(space).toLongLong() != content.size())
        return {};
    return QJsonDocument::fromJson(content).object();
}

} // namespace

QByteArray auditBeginLine(const AuditBatch& batch)
{
    Fields fields;
    fields.always("batch", batch.id)
        .always("started", batch.started)
        .raw("target", fieldsOf(batch.target).object())
        .always("source", batch.source)
        .text("undoes", batch.undoes);
    return framedLine("begin", fields);
}

QByteArray auditSendingLine(const QString& batch, const PlannedComment& comment)
{
    Fields fields;
    fields.always("batch", batch).always("key", comment.edit.key.toString());
    addEdit(fields, comment.edit);
    fields.always("place", placeName(comment.place))
        .text("sql", comment.sql)
        .text("undo", comment.undoSql);
    QByteArray warnings;
    for (const QString& warning : comment.warnings)
        warnings += (warnings.isEmpty() ? "" : ",") + jsonString(warning);
    if (!warnings.isEmpty())
        fields.raw("warnings", '[' + warnings + ']');
    return framedLine("sending", fields);
}

QByteArray auditResultLine(const QString& batch, const CommentWrite& write, bool isAnnounced)
{
    Fields fields;
    fields.always("batch", batch).always("key", write.edit.key.toString());
    if (!isAnnounced)
        addEdit(fields, write.edit);
    fields.always("outcome", writeOutcomeName(write.outcome)).text("reason", write.reason);
    if (write.sql.isEmpty())
        fields.raw("sent", "false");
    if (write.theirs)
        fields.always("theirs", *write.theirs);
    fields.text("who_could", write.whoCould);
    return framedLine("result", fields);
}

AuditedWrite& AuditGathering::writeOf(std::size_t batch, const CommentEdit& edit)
{
    std::vector<AuditedWrite>& writes = m_batches[batch].writes;
    const auto found = m_byKey[batch].constFind(edit.key);
    if (found != m_byKey[batch].constEnd())
        return writes[*found];
    m_byKey[batch].insert(edit.key, writes.size());
    writes.push_back({{edit, CommentPlace::None, {}, {}, {}, {}}, std::nullopt});
    return writes.back();
}

void AuditGathering::take(const QByteArray& line)
{
    const QJsonObject content = contentOf(line);
    if (content.isEmpty())
        return;
    const QString kind = content.constBegin().key();
    const QJsonObject object = content.constBegin().value().toObject();
    const QString id = textIn(object, "batch");
    if (kind == QLatin1String("begin") && !m_byId.contains(id)) {
        m_byId.insert(id, m_batches.size());
        m_byKey.emplace_back();
        const QJsonObject target = object.value(QLatin1String("target")).toObject();
        m_batches.push_back({id,
                             textIn(object, "started"),
                             targetIn(target),
                             textIn(object, "source"),
                             textIn(object, "undoes"),
                             {}});
        return;
    }
    const auto batch = m_byId.constFind(id);
    const auto key = ObjectKey::fromString(textIn(object, "key"));
    if (batch == m_byId.constEnd() || !key)
        return;
    AuditedWrite& write = writeOf(*batch, editIn(object, *key));
    const auto outcome = outcomeFromName(textIn(object, "outcome"));
    if (kind == QLatin1String("sending"))
        write.planned = plannedIn(object, *key);
    else if (kind == QLatin1String("result") && outcome) {
        const bool wasSent = object.value(QLatin1String("sent")).toBool(true);
        write.result = CommentWrite{write.planned.edit,
                                    *outcome,
                                    textIn(object, "reason"),
                                    wasSent ? write.planned.sql : QString(),
                                    std::nullopt,
                                    textIn(object, "who_could")};
        if (object.contains(QLatin1String("theirs")))
            write.result->theirs = textIn(object, "theirs");
    }
}

} // namespace cadastre
