// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From the objects of a catalog and their comments to statements; see comment_file.h. Finding the
// objects of statements is in comment_targets.cpp.
#include "model/catalog/containment.h"
#include "model/notes/comment_file.h"
#include "model/notes/comment_file_reader.h"
#include "model/notes/comment_home.h"
#include "model/notes/comment_words.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Unnamed constraints of SQLite have none, and a server of MariaDB is no database.
bool hasNameOfItsOwn(const Catalog& catalog, ObjectRef object)
{
    if (object.kind != ObjectKind::Source)
        return !catalog.base(object).name.isEmpty();
    const Engine engine = catalog.source({object.index}).engine;
    return engine == Engine::PostgreSql || engine == Engine::Sqlite;
}

/// Names that are not valid in their encoding cannot be written, nor can names below them.
bool hasReadableNames(const Catalog& catalog, ObjectRef object)
{
    while (object.kind != ObjectKind::Source) {
        if (catalog.base(object).undecodableName)
            return false;
        object = parentOf(catalog, object);
    }
    return true;
}

bool isNamedOnTable(const Catalog& catalog, ObjectRef object, Engine engine)
{
    switch (object.kind) {
    case ObjectKind::Constraint:
    case ObjectKind::Trigger:
        return true;
    case ObjectKind::Index: // names of indexes are unique in a schema but on these
        return engine == Engine::MariaDb || engine == Engine::MySql;
    case ObjectKind::Other: {
        const OtherObject& other = catalog.other({object.index});
        return other.kind == CatalogKind::Policies || other.kind == CatalogKind::Rules;
    }
    default:
        return false;
    }
}

bool isUnderSchema(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Source:
    case ObjectKind::Schema:
    case ObjectKind::Role:
        return false;
    case ObjectKind::Other:
        return catalog.other({object.index}).schema.has_value() ||
               catalog.other({object.index}).about.has_value();
    default:
        return true;
    }
}

QString targetArguments(const Catalog& catalog, RoutineId id)
{
    const Routine& routine = catalog.routine(id);
    if (routine.argumentTypes.isEmpty() && routine.kind == RoutineKind::Aggregate)
        return QStringLiteral("*");
    const Result<QString> arguments = commentArguments(routine.argumentTypes);
    if (arguments)
        return *arguments;
    // where names are not overloaded, they say enough
    const bool hasOverloads = catalog.source(catalog.sourceOf(id)).engine == Engine::PostgreSql;
    return hasOverloads ? routine.argumentTypes : QString();
}

/// Every object of the source that has a comment and is not the engine's own.
template <typename Take>
void forEachCommented(const Catalog& catalog, SourceId source, const Take& take)
{
    for (const ObjectKind kind : objectKinds) {
        for (int i = 0; i < objectCount(catalog.objects(), kind); ++i) {
            const ObjectRef object(kind, i);
            const ObjectBase& base = catalog.base(object);
            if (!base.comment.isEmpty() && !base.system && catalog.sourceOf(object) == source)
                take(object, base);
        }
    }
}

bool isPrintable(const Catalog& catalog, ObjectRef object)
{
    return !catalog.base(object).comment.undecodable && commentTarget(catalog, object).has_value();
}

} // namespace

std::optional<CommentTarget> commentTarget(const Catalog& catalog, ObjectRef object)
{
    CommentTarget target;
    target.word = commentWordOf(catalog, object);
    if (target.word.isEmpty() || !hasNameOfItsOwn(catalog, object) ||
        !hasReadableNames(catalog, object))
        return std::nullopt;
    const Source& source = catalog.source(catalog.sourceOf(object));
    target.onTable = isNamedOnTable(catalog, object, source.engine);
    target.path = catalog.keyOf(object).parts;
    if (object.kind == ObjectKind::Source)
        target.path = {source.databaseName};
    else if (object.kind == ObjectKind::Index && !target.onTable)
        target.path.removeAt(1);
    if (source.engine == Engine::Sqlite && isUnderSchema(catalog, object))
        target.path.removeFirst();
    if (object.kind == ObjectKind::Routine)
        target.arguments = targetArguments(catalog, {object.index});
    const bool hasName = std::ranges::none_of(target.path, &QString::isEmpty);
    return hasName ? std::optional(target) : std::nullopt;
}

Result<QString> commentFileOf(const Catalog& catalog, const std::vector<CommentEdit>& edits)
{
    std::map<ObjectKey, const CommentEdit*> sorted;
    for (const CommentEdit& edit : edits)
        sorted.insert_or_assign(edit.key, &edit);
    QString text;
    for (const auto& [key, edit] : sorted) {
        const std::optional<ObjectRef> object = catalog.find(key);
        const std::optional<CommentTarget> target =
            object ? commentTarget(catalog, *object) : std::nullopt;
        if (!target)
            return Error{QStringLiteral("%1 cannot stand in a comment file: it is not there, or "
                                        "carries no comments.")
                             .arg(key.toString()),
                         {}};
        const Result<QString> statement =
            printCommentStatement({*target, edit->before, edit->after, 0, 0});
        if (!statement)
            return Error{QStringLiteral("The comment of %1 cannot stand in a comment file.")
                             .arg(key.toString()),
                         statement.error().message};
        text += *statement;
    }
    return text;
}

std::vector<CommentEdit> presentComments(const Catalog& catalog, SourceId source)
{
    std::vector<CommentEdit> edits;
    forEachCommented(catalog, source, [&](ObjectRef object, const ObjectBase& base) {
        if (isPrintable(catalog, object))
            edits.push_back(
                {catalog.keyOf(object), base.comment.text, base.comment.text, base.identity});
    });
    std::ranges::sort(edits, {}, &CommentEdit::key);
    return edits;
}

std::vector<ObjectRef> unprintableComments(const Catalog& catalog, SourceId source)
{
    std::vector<ObjectRef> objects;
    forEachCommented(catalog, source, [&](ObjectRef object, const ObjectBase&) {
        if (!isPrintable(catalog, object))
            objects.push_back(object);
    });
    return objects;
}

} // namespace cadastre
