// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comments of another database, and of a comment file, as comments of the objects that are here.
#include "model/notes/bulk/comment_sources.h"

#include "model/catalog/containment.h"
#include "model/notes/comment_file.h"
#include "model/notes/comment_targets.h"

#include <QHash>
#include <QSet>

#include <array>

namespace cadastre {

namespace {

constexpr int mostNamedObjects = 200;

constexpr std::array incomingKinds{
    ObjectKind::Schema, ObjectKind::Table,   ObjectKind::Column,  ObjectKind::Constraint,
    ObjectKind::Index,  ObjectKind::Trigger, ObjectKind::Routine, ObjectKind::Type,
    ObjectKind::Role,   ObjectKind::Other,
};

QStringList schemasOf(const Catalog& catalog, SourceId source)
{
    QStringList names;
    for (const Schema& schema : catalog.objects().schemas) {
        if (schema.source == source && !schema.system)
            names << schema.name;
    }
    return names;
}

/// Names of schemas there that are called otherwise here.
QHash<QString, QString> schemaNames(const Catalog& here, SourceId source, const Catalog& there,
                                    SourceId from)
{
    const QStringList mine = schemasOf(here, source);
    const QStringList others = schemasOf(there, from);
    QHash<QString, QString> names;
    const auto pair = [&](const QString& other, const QString& own) {
        const bool isFree = !mine.contains(other) && !others.contains(own);
        if (isFree && others.contains(other) && mine.contains(own))
            names.insert(other, own);
    };
    pair(there.source(from).defaultSchema, here.source(source).defaultSchema);
    if (mine.size() == 1 && others.size() == 1)
        pair(others.front(), mine.front());
    return names;
}

/// Finds the objects of one catalog in another.
class Counterparts
{
public:
    Counterparts(const Catalog& here, SourceId source, const Catalog& there, SourceId from)
        : m_here(here)
        , m_there(there)
        , m_sourceName(here.source(source).name)
        , m_schemas(schemaNames(here, source, there, from))
    {
    }

    [[nodiscard]] std::optional<ObjectRef> of(ObjectRef object) const
    {
        ObjectKey key = m_there.keyOf(object);
        key.source = m_sourceName;
        if (object.kind != ObjectKind::Role && !key.parts.isEmpty())
            key.parts.first() = m_schemas.value(key.parts.first(), key.parts.first());
        return m_here.find(key);
    }

private:
    const Catalog& m_here;
    const Catalog& m_there;
    QString m_sourceName;
    QHash<QString, QString> m_schemas;
};

void addMissing(QStringList& remarks, const QStringList& missing)
{
    if (missing.isEmpty())
        return;
    remarks << (missing.size() == 1
                    ? QStringLiteral("One comment there is of an object that is not here: %1.")
                          .arg(missing.front())
                    : QStringLiteral("%1 comments there are of objects that are not here: %2%3")
                          .arg(missing.size())
                          .arg(missing.first(std::min<qsizetype>(missing.size(), mostNamedObjects))
                                   .join(QLatin1String(", ")),
                               missing.size() > mostNamedObjects ? QString(QChar(0x2026))
                                                                 : QStringLiteral(".")));
}

void addNotRead(QStringList& remarks, const Catalog& there, SourceId from)
{
    for (const KindReport& report : there.source(from).kinds) {
        if (report.state == ReadState::NotRead || report.state == ReadState::PartlyRead)
            remarks << QStringLiteral("%1 were not fully read there: %2")
                           .arg(catalogKindName(report.kind), report.reason);
    }
}

} // namespace

IncomingComments commentsOfCatalog(const Catalog& here, SourceId source, const Catalog& there,
                                   SourceId from)
{
    const Counterparts counterparts(here, source, there, from);
    IncomingComments found;
    QStringList missing;
    for (ObjectKind kind : incomingKinds) {
        const int count = objectCount(there.objects(), kind);
        for (int i = 0; i < count; ++i) {
            const ObjectRef object(kind, i);
            const ObjectBase& facts = there.base(object);
            if (facts.comment.isEmpty() || facts.comment.undecodable || facts.system ||
                there.sourceOf(object) != from)
                continue;
            if (const auto own = counterparts.of(object))
                found.comments.push_back({*own, facts.comment.text});
            else
                missing << there.displayName(object);
        }
    }
    addMissing(found.remarks, missing);
    addNotRead(found.remarks, there, from);
    return found;
}

Result<IncomingComments> commentsOfFile(const Catalog& here, SourceId source, const QString& text)
{
    const auto statements = parseCommentFile(text);
    if (!statements)
        return statements.error();
    const CommentTargets targets(here, source);
    IncomingComments found;
    QSet<ObjectRef> seen;
    for (const CommentStatement& statement : *statements) {
        const Result<ObjectRef> object = targets.find(statement.target);
        if (!object)
            found.remarks
                << QStringLiteral("Line %1: %2").arg(statement.line).arg(object.error().message);
        else if (seen.contains(*object))
            found.remarks << QStringLiteral("Line %1: %2 stands in the file already.")
                                 .arg(statement.line)
                                 .arg(here.displayName(*object));
        else
            found.comments.push_back({*object, statement.text, statement.was});
        found.unusableLines = static_cast<int>(found.remarks.size());
        if (object)
            seen.insert(*object);
    }
    return found;
}

} // namespace cadastre
