// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/postgresql/prepared_comments.h"

#include "model/notes/comment_file.h"

#include <algorithm>

namespace cadastre::postgresql {

namespace {

/// The table that an object is a part of, for what tables own; else the object itself.
ObjectRef ownedObject(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Column:
        return catalog.column({object.index}).table;
    case ObjectKind::Constraint:
        return catalog.constraint({object.index}).table;
    case ObjectKind::Index:
        return catalog.index({object.index}).table;
    case ObjectKind::Trigger:
        return catalog.trigger({object.index}).table;
    case ObjectKind::Other: {
        const OtherObject& other = catalog.other({object.index});
        const bool isPart =
            other.about && other.about->kind == ObjectKind::Table && other.owner.isEmpty();
        return isPart ? *other.about : object;
    }
    default:
        return object;
    }
}

QString extensionWarning(const Catalog& catalog, ObjectRef object)
{
    QString extension = catalog.base(object).extension;
    if (extension.isEmpty())
        extension = catalog.base(ownedObject(catalog, object)).extension;
    return extension.isEmpty()
               ? QString()
               : QStringLiteral("Belongs to the extension %1: pg_dump does not carry it.")
                     .arg(extension);
}

QString unreadableReason(const ObjectBase& base)
{
    if (base.undecodableName)
        return QStringLiteral("Its name is not valid in the database's encoding.");
    if (base.comment.undecodable)
        return QStringLiteral("The comment that is there is not valid in the database's encoding.");
    return {};
}

/// Why an edit ends before anything is sent; absent when it does not.
std::optional<Settlement> settledBefore(const Catalog& catalog, const CommentEdit& edit,
                                        ObjectRef object, const PlannedComment& planned)
{
    const ObjectBase& base = catalog.base(object);
    if (!planned.refusal.isEmpty())
        return refusedFor(planned.refusal);
    if (!base.identity)
        return refusedFor(QStringLiteral("The server's number of this object is not known: read "
                                         "the database again."));
    if (edit.identity && edit.identity != base.identity)
        return Settlement{WriteOutcome::Conflict,
                          QStringLiteral("Another object has this name now."), base.comment.text};
    return std::nullopt;
}

} // namespace

QString whoMayComment(const Catalog& catalog, ObjectRef object)
{
    if (object.kind == ObjectKind::Role)
        return QStringLiteral("a superuser, or a role with CREATEROLE that administers it");
    const QString owner = catalog.base(ownedObject(catalog, object)).owner;
    return owner.isEmpty() ? QStringLiteral("its owner, or a superuser")
                           : QStringLiteral("its owner, %1, or a superuser").arg(owner);
}

Result<QString> commentStatement(const Catalog& catalog, ObjectRef object, const QString& text)
{
    const std::optional<CommentTarget> target = commentTarget(catalog, object);
    if (!target)
        return Error{QStringLiteral("Cadastre cannot name %1 in COMMENT ON.")
                         .arg(catalog.displayName(object)),
                     {}};
    const Result<QString> line = printCommentStatement({*target, std::nullopt, text, 0, 0});
    if (!line)
        return line;
    return line->chopped(1); // the line's end
}

PlannedComment planComment(const Catalog& catalog, const CommentEdit& edit)
{
    PlannedComment planned{edit, CommentPlace::Database, {}, {}, {}, {}};
    const std::optional<ObjectRef> object = catalog.find(edit.key);
    Q_ASSERT(object);
    planned.refusal = unreadableReason(catalog.base(*object));
    const Result<QString> sql = commentStatement(catalog, *object, edit.after);
    if (!sql && planned.refusal.isEmpty())
        planned.refusal = sql.error().message;
    if (!planned.refusal.isEmpty())
        return planned;
    planned.sql = *sql;
    const Result<QString> undo = commentStatement(catalog, *object, edit.before);
    planned.undoSql = undo ? *undo : QString();
    const QString warning = extensionWarning(catalog, *object);
    if (!warning.isEmpty())
        planned.warnings << warning;
    return planned;
}

Preparation prepareComments(const CommentWriteRequest& request)
{
    const Catalog& catalog = *request.catalog;
    Preparation preparation;
    for (std::size_t i = 0; i < request.edits.size(); ++i) {
        const CommentEdit& edit = request.edits[i];
        const ObjectRef object = *catalog.find(edit.key);
        PlannedComment planned = planComment(catalog, edit);
        if (auto settlement = settledBefore(catalog, edit, object, planned)) {
            preparation.settled.emplace_back(i, std::move(*settlement));
            continue;
        }
        QByteArray statement = planned.sql.toUtf8();
        preparation.comments.push_back({i, *catalog.base(object).identity, edit.before.toUtf8(),
                                        edit.after.toUtf8(), std::move(statement),
                                        std::move(planned)});
    }
    std::ranges::sort(preparation.comments, {}, &PreparedComment::identity);
    return preparation;
}

} // namespace cadastre::postgresql
