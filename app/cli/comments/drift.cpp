// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/cli/comments/drift.h"

#include "model/export/single_line.h"
#include "model/notes/comment_file_parts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace cadastre {

namespace {

QString driftWord(DriftKind kind)
{
    switch (kind) {
    case DriftKind::Differs:
        return QStringLiteral("differs");
    case DriftKind::NotThere:
        return QStringLiteral("not there");
    case DriftKind::NotFiled:
        return QStringLiteral("not in the file");
    }
    Q_UNREACHABLE();
}

QByteArray jsonLines(const QJsonArray& entries, const char* name)
{
    return QJsonDocument(QJsonObject{{QLatin1String(name), entries}}).toJson();
}

} // namespace

std::vector<CommentDrift> driftOf(const Catalog& catalog, const std::vector<FiledComment>& comments)
{
    std::vector<CommentDrift> drift;
    for (const FiledComment& comment : comments) {
        const CommentStatement& statement = comment.statement;
        const QString name = targetName(statement.target);
        if (!comment.object) {
            drift.push_back({DriftKind::NotThere,
                             name,
                             {},
                             statement.text,
                             {},
                             comment.problem,
                             statement.line});
            continue;
        }
        const QString held = catalog.base(*comment.object).comment.text;
        if (held != statement.text)
            drift.push_back({DriftKind::Differs,
                             name,
                             catalog.keyOf(*comment.object).toString(),
                             statement.text,
                             held,
                             {},
                             statement.line});
    }
    return drift;
}

std::vector<CommentDrift> commentsNotFiled(const Catalog& catalog, SourceId source,
                                           const std::vector<FiledComment>& comments)
{
    QSet<ObjectRef> filed;
    for (const FiledComment& comment : comments) {
        if (comment.object)
            filed.insert(*comment.object);
    }
    std::vector<CommentDrift> drift;
    for (const CommentEdit& edit : presentComments(catalog, source)) {
        const ObjectRef object = *catalog.find(edit.key);
        if (!filed.contains(object))
            drift.push_back({DriftKind::NotFiled,
                             targetName(*commentTarget(catalog, object)),
                             edit.key.toString(),
                             {},
                             edit.before,
                             {},
                             0});
    }
    return drift;
}

QByteArray driftText(const std::vector<CommentDrift>& drift)
{
    QString text;
    for (const CommentDrift& entry : drift) {
        text += QStringLiteral("%1: %2").arg(driftWord(entry.kind), asSingleLine(entry.name));
        if (entry.line > 0)
            text += QStringLiteral(" (line %1)").arg(entry.line);
        if (!entry.reason.isEmpty())
            text += QStringLiteral(": ") + asSingleLine(entry.reason);
        text += QStringLiteral("\n    file:     %1\n").arg(commentOnOneLine(entry.filed));
        if (entry.kind != DriftKind::NotThere)
            text += QStringLiteral("    database: %1\n").arg(commentOnOneLine(entry.held));
    }
    return text.toUtf8();
}

QByteArray driftJson(const std::vector<CommentDrift>& drift)
{
    QJsonArray entries;
    for (const CommentDrift& entry : drift) {
        QJsonObject object{{QStringLiteral("kind"), driftWord(entry.kind)},
                           {QStringLiteral("name"), entry.name},
                           {QStringLiteral("file"), entry.filed}};
        if (!entry.key.isEmpty())
            object.insert(QStringLiteral("object"), entry.key);
        if (entry.line > 0)
            object.insert(QStringLiteral("line"), entry.line);
        if (entry.kind == DriftKind::NotThere)
            object.insert(QStringLiteral("reason"), entry.reason);
        else
            object.insert(QStringLiteral("database"), entry.held);
        entries.append(object);
    }
    return jsonLines(entries, "drift");
}

QByteArray problemsText(const Catalog& catalog, const std::vector<CommentProblem>& problems)
{
    QString text;
    for (const CommentProblem& problem : problems) {
        text += QStringLiteral("%1: %2\n")
                    .arg(catalog.displayName(problem.object), asSingleLine(problem.sentence));
        if (!problem.suggestion.isEmpty())
            text += QStringLiteral("    instead: %1\n").arg(asSingleLine(problem.suggestion));
    }
    return text.toUtf8();
}

QByteArray problemsJson(const Catalog& catalog, const std::vector<CommentProblem>& problems)
{
    QJsonArray entries;
    for (const CommentProblem& problem : problems) {
        QJsonObject object{
            {QStringLiteral("object"), catalog.keyOf(problem.object).toString()},
            {QStringLiteral("kind"), commentProblemName(problem.kind)},
            {QStringLiteral("sentence"), problem.sentence},
        };
        if (!problem.suggestion.isEmpty())
            object.insert(QStringLiteral("instead"), problem.suggestion);
        entries.append(object);
    }
    return jsonLines(entries, "problems");
}

} // namespace cadastre
