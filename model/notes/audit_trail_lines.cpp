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

constexpr std::array auditOutcomes{
    WriteOutcome::Written, WriteOutcome::Unchanged, WriteOutcome::Conflict, WriteOutcome::Refused,
    WriteOutcome::Busy,    WriteOutcome::NotTried,  WriteOutcome::Unknown};

QString auditPlaceName(CommentPlace place)
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

CommentPlace auditPlaceFromName(const QString& name)
{
    for (const CommentPlace place : {CommentPlace::Database, CommentPlace::Sidecar}) {
        if (auditPlaceName(place) == name)
            return place;
    }
    return CommentPlace::None;
}

std::optional<WriteOutcome> auditOutcomeFromName(const QString& name)
{
    for (const WriteOutcome outcome : auditOutcomes) {
        if (writeOutcomeName(outcome) == name)
            return outcome;
    }
    return std::nullopt;
}

/// The fields of one JSON object, in the order in which they are added.
class AuditFields
{
public:
    AuditFields& text(const char* name, const QString& value)
    {
        if (!value.isEmpty())
            always(name, value);
        return *this;
    }
    AuditFields& always(const char* name, const QString& value)
    {
        return raw(name, jsonString(value));
    }
    AuditFields& raw(const char* name, const QByteArray& value)
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

QByteArray framedAuditLine(const char* kind, const AuditFields& fields)
{
    const QByteArray content = "{\"" + QByteArray(kind) + "\":" + fields.object() + '}';
    return QByteArray::number(content.size()) + ' ' + content + '\n';
}

void addAuditEdit(AuditFields& fields, const CommentEdit& edit)
{
    fields.always("before", edit.before).always("after", edit.after);
    if (const auto& identity = edit.identity)
        fields.raw("identity", '[' + QByteArray::number(identity->databaseOid) + ',' +
                                   QByteArray::number(identity->classOid) + ',' +
                                   QByteArray::number(identity->objectOid) + ',' +
                                   QByteArray::number(identity->subId) + ']');
}

AuditFields auditFieldsOf(const WriteTarget& target)
{
    AuditFields fields;
    fields.text("server", target.server)
        .text("database", target.database)
        .text("role", target.role)
        .text("engine", target.engine);
    if (target.readOnly)
        fields.raw("read_only", "true");
    return fields;
}

QString auditTextIn(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

WriteTarget auditTargetIn(const QJsonObject& object)
{
    return {auditTextIn(object, "server"), auditTextIn(object, "database"),
            auditTextIn(object, "role"), auditTextIn(object, "engine"),
            object.value(QLatin1String("read_only")).toBool()};
}

CommentEdit auditEditIn(const QJsonObject& object, const ObjectKey& key)
{
    CommentEdit edit{key, auditTextIn(object, "before"), auditTextIn(object, "after"),
                     std::nullopt};
    const QJsonArray parts = object.value(QLatin1String("identity")).toArray();
    if (parts.size() == 4)
        edit.identity = ServerIdentity{static_cast<std::uint32_t>(parts[0].toInteger()),
                                       static_cast<std::uint32_t>(parts[1].toInteger()),
                                       static_cast<std::uint32_t>(parts[2].toInteger()),
                                       static_cast<std::int32_t>(parts[3].toInteger())};
    return edit;
}

PlannedComment auditPlannedIn(const QJsonObject& object, const ObjectKey& key)
{
    PlannedComment planned{auditEditIn(object, key),
                           auditPlaceFromName(auditTextIn(object, "place")),
                           auditTextIn(object, "sql"),
                           auditTextIn(object, "undo"),
                           {},
                           {}};
    for (const QJsonValue& warning : object.value(QLatin1String("warnings")).toArray())
        planned.warnings << warning.toString();
    return planned;
}

/// The content of a whole line; an empty object for a torn one.
QJsonObject auditContentOf(const QByteArray& line)
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
    AuditFields fields;
    fields.always("batch", batch.id)
        .always("started", batch.started)
        .raw("target", auditFieldsOf(batch.target).object())
        .always("source", batch.source)
        .text("undoes", batch.undoes);
    return framedAuditLine("begin", fields);
}

QByteArray auditSendingLine(const QString& batch, const PlannedComment& comment)
{
    AuditFields fields;
    fields.always("batch", batch).always("key", comment.edit.key.toString());
    addAuditEdit(fields, comment.edit);
    fields.always("place", auditPlaceName(comment.place))
        .text("sql", comment.sql)
        .text("undo", comment.undoSql);
    QByteArray warnings;
    for (const QString& warning : comment.warnings)
        warnings += (warnings.isEmpty() ? "" : ",") + jsonString(warning);
    if (!warnings.isEmpty())
        fields.raw("warnings", '[' + warnings + ']');
    return framedAuditLine("sending", fields);
}

QByteArray auditResultLine(const QString& batch, const CommentWrite& write, bool isAnnounced)
{
    AuditFields fields;
    fields.always("batch", batch).always("key", write.edit.key.toString());
    if (!isAnnounced)
        addAuditEdit(fields, write.edit);
    fields.always("outcome", writeOutcomeName(write.outcome)).text("reason", write.reason);
    if (write.sql.isEmpty())
        fields.raw("sent", "false");
    if (write.theirs)
        fields.always("theirs", *write.theirs);
    fields.text("who_could", write.whoCould);
    return framedAuditLine("result", fields);
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
    const QJsonObject content = auditContentOf(line);
    if (content.isEmpty())
        return;
    const QString kind = content.constBegin().key();
    const QJsonObject object = content.constBegin().value().toObject();
    const QString id = auditTextIn(object, "batch");
    if (kind == QLatin1String("begin") && !m_byId.contains(id)) {
        m_byId.insert(id, m_batches.size());
        m_byKey.emplace_back();
        const QJsonObject target = object.value(QLatin1String("target")).toObject();
        m_batches.push_back({id,
                             auditTextIn(object, "started"),
                             auditTargetIn(target),
                             auditTextIn(object, "source"),
                             auditTextIn(object, "undoes"),
                             {}});
        return;
    }
    const auto batch = m_byId.constFind(id);
    const auto key = ObjectKey::fromString(auditTextIn(object, "key"));
    if (batch == m_byId.constEnd() || !key)
        return;
    AuditedWrite& write = writeOf(*batch, auditEditIn(object, *key));
    const auto outcome = auditOutcomeFromName(auditTextIn(object, "outcome"));
    if (kind == QLatin1String("sending"))
        write.planned = auditPlannedIn(object, *key);
    else if (kind == QLatin1String("result") && outcome) {
        const bool wasSent = object.value(QLatin1String("sent")).toBool(true);
        write.result = CommentWrite{write.planned.edit,
                                    *outcome,
                                    auditTextIn(object, "reason"),
                                    wasSent ? write.planned.sql : QString(),
                                    std::nullopt,
                                    auditTextIn(object, "who_could")};
        if (object.contains(QLatin1String("theirs")))
            write.result->theirs = auditTextIn(object, "theirs");
    }
}

} // namespace cadastre
