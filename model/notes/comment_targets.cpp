// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Looks names up, and says what is not there; see the header.
#include "model/notes/comment_targets.h"

#include "model/notes/comment_file_parts.h"
#include "model/notes/comment_file_reader.h"
#include "model/notes/comment_words.h"

namespace cadastre {

namespace {

/// The short names of types that people type, as the catalog says them.
/// Source: PostgreSQL 15, "Data Types", table of aliases.
QString catalogTypeName(const QString& type)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("int"), QStringLiteral("integer")},
        {QStringLiteral("int2"), QStringLiteral("smallint")},
        {QStringLiteral("int4"), QStringLiteral("integer")},
        {QStringLiteral("int8"), QStringLiteral("bigint")},
        {QStringLiteral("bool"), QStringLiteral("boolean")},
        {QStringLiteral("char"), QStringLiteral("character")},
        {QStringLiteral("varchar"), QStringLiteral("character varying")},
        {QStringLiteral("float4"), QStringLiteral("real")},
        {QStringLiteral("float"), QStringLiteral("double precision")},
        {QStringLiteral("float8"), QStringLiteral("double precision")},
        {QStringLiteral("decimal"), QStringLiteral("numeric")},
        {QStringLiteral("timestamp"), QStringLiteral("timestamp without time zone")},
        {QStringLiteral("timestamptz"), QStringLiteral("timestamp with time zone")},
        {QStringLiteral("time"), QStringLiteral("time without time zone")},
        {QStringLiteral("timetz"), QStringLiteral("time with time zone")},
        {QStringLiteral("varbit"), QStringLiteral("bit varying")},
    };
    const qsizetype bracket = type.indexOf(QLatin1Char('['));
    const QString plain = bracket < 0 ? type : type.first(bracket);
    return names.value(plain, plain) + (bracket < 0 ? QString() : type.sliced(bracket));
}

/// Argument types in one form, so that two ways of writing them are the same text.
QString comparableArguments(const QString& arguments)
{
    if (arguments == QLatin1String("*"))
        return {};
    const Result<QString> canonical = commentArguments(arguments);
    if (!canonical)
        return arguments;
    if (canonical->contains(QLatin1Char('"')) || canonical->contains(QLatin1Char('(')))
        return *canonical;
    QStringList types = canonical->split(QLatin1Char(','));
    for (QString& type : types)
        type = catalogTypeName(type);
    return types.join(QLatin1Char(','));
}

std::optional<KeyKind> keyKindOfGroup(const QString& group)
{
    static const QHash<QString, KeyKind> kinds{
        {QStringLiteral("table"), KeyKind::Table},
        {QStringLiteral("column"), KeyKind::Column},
        {QStringLiteral("constraint"), KeyKind::Constraint},
        {QStringLiteral("index"), KeyKind::Index},
        {QStringLiteral("trigger"), KeyKind::Trigger},
        {QStringLiteral("policy"), KeyKind::Policy},
        {QStringLiteral("rule"), KeyKind::Rule},
        {QStringLiteral("type"), KeyKind::Type},
        {QStringLiteral("sequence"), KeyKind::Sequence},
        {QStringLiteral("schema"), KeyKind::Schema},
        {QStringLiteral("role"), KeyKind::Role},
        {QStringLiteral("extension"), KeyKind::Extension},
        {QStringLiteral("server"), KeyKind::ForeignServer},
        {QStringLiteral("publication"), KeyKind::Publication},
        {QStringLiteral("subscription"), KeyKind::Subscription},
        {QStringLiteral("event trigger"), KeyKind::EventTrigger},
        {QStringLiteral("event"), KeyKind::Event},
        {QStringLiteral("collation"), KeyKind::Collation},
    };
    const auto found = kinds.constFind(group);
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

bool hasSchema(CommentNameForm form)
{
    return form != CommentNameForm::Plain;
}

} // namespace

CommentTargets::CommentTargets(const Catalog& catalog, SourceId source)
    : m_catalog(catalog)
    , m_source(source)
{
    const CatalogObjects& objects = catalog.objects();
    for (std::size_t i = 0; i < objects.schemas.size(); ++i) {
        if (objects.schemas[i].source == source)
            m_schemas.insert(objects.schemas[i].name, SchemaId{static_cast<int>(i)});
    }
    for (std::size_t i = 0; i < objects.indexes.size(); ++i) {
        const Table& table = catalog.table(objects.indexes[i].table);
        const Schema& schema = catalog.schema(table.schema);
        if (schema.source == source)
            m_indexes.insert({schema.name, objects.indexes[i].name}, IndexId{static_cast<int>(i)});
    }
    for (std::size_t i = 0; i < objects.routines.size(); ++i) {
        const Schema& schema = catalog.schema(objects.routines[i].schema);
        if (schema.source == source)
            m_routines.insert({schema.name, objects.routines[i].name},
                              RoutineId{static_cast<int>(i)});
    }
}

/// With its schema: the one that is written, or the default one.
Result<QStringList> CommentTargets::pathOf(const CommentTarget& target) const
{
    const CommentWord* const word = commentWord(target.word);
    if (!word || !hasSchema(word->form))
        return target.path;
    const bool isTriple = word->form == CommentNameForm::Column || target.onTable ||
                          word->form == CommentNameForm::OnDomain;
    const Source& source = m_catalog.source(m_source);
    const bool isWritten = target.path.size() == (isTriple ? 3 : 2);
    QStringList path = target.path;
    if (isWritten) {
        // SQLite has one schema; what PostgreSQL calls public is the default one elsewhere
        const bool isForeign =
            !m_schemas.contains(path.constFirst()) &&
            (source.engine == Engine::Sqlite ||
             (source.engine != Engine::PostgreSql && path.constFirst() == QLatin1String("public")));
        if (isForeign && !source.defaultSchema.isEmpty())
            path.first() = source.defaultSchema;
        return path;
    }
    if (source.defaultSchema.isEmpty() && m_schemas.size() != 1)
        return Error{QStringLiteral("%1 is named without a schema, and %2 has no default one.")
                         .arg(targetName(target), source.name),
                     {}};
    path.prepend(source.defaultSchema.isEmpty() ? m_schemas.constBegin().key()
                                                : source.defaultSchema);
    return path;
}

Result<ObjectRef> CommentTargets::find(const CommentTarget& target) const
{
    const Result<QStringList> path = pathOf(target);
    if (!path)
        return path.error();
    const std::optional<ObjectRef> object = findObject(target, *path);
    if (!object)
        return notThere(target, *path);
    if (!commentTarget(m_catalog, *object))
        return Error{QStringLiteral("%1 cannot carry a comment.").arg(targetName(target)), {}};
    return *object;
}

std::optional<ObjectRef> CommentTargets::findObject(const CommentTarget& target,
                                                    const QStringList& path) const
{
    const CommentWord* const word = commentWord(target.word);
    if (!word)
        return std::nullopt;
    if (target.word == QLatin1String("DATABASE"))
        return findDatabase(path.constFirst());
    if (word->form == CommentNameForm::Routine)
        return findRoutine(target, path);
    if (word->form == CommentNameForm::Index && !target.onTable) {
        const auto found = m_indexes.constFind({path[0], path[1]});
        return found == m_indexes.constEnd() ? std::nullopt : std::optional(*found);
    }
    const std::optional<KeyKind> kind = keyKindOfGroup(word->group);
    return kind ? m_catalog.find({m_catalog.source(m_source).name, *kind, path, {}})
                : findOther(target, path);
}

/// A file of SQLite may have been renamed; the databases of MariaDB are its schemas.
std::optional<ObjectRef> CommentTargets::findDatabase(const QString& name) const
{
    const Source& source = m_catalog.source(m_source);
    if (source.engine == Engine::Sqlite ||
        (source.engine == Engine::PostgreSql && name == source.databaseName))
        return m_source;
    const auto schema = m_schemas.constFind(name);
    const bool isSchema = source.engine != Engine::PostgreSql && schema != m_schemas.constEnd();
    return isSchema ? std::optional<ObjectRef>(*schema) : std::nullopt;
}

/// Kinds that this program knows by the server's own word only.
std::optional<ObjectRef> CommentTargets::findOther(const CommentTarget& target,
                                                   const QStringList& path) const
{
    const auto object =
        m_catalog.find({m_catalog.source(m_source).name, KeyKind::Unknown, path, {}});
    const bool isMeant =
        object && object->kind == ObjectKind::Other &&
        m_catalog.other({object->index}).kindName == commentWord(target.word)->group;
    return isMeant ? object : std::nullopt;
}

std::optional<ObjectRef> CommentTargets::findRoutine(const CommentTarget& target,
                                                     const QStringList& path) const
{
    const bool hasOverloads = m_catalog.source(m_source).engine == Engine::PostgreSql;
    const QString wanted = comparableArguments(target.arguments);
    std::optional<ObjectRef> other;
    const auto [begin, end] = m_routines.equal_range({path[0], path[1]});
    for (auto it = begin; it != end; ++it) {
        const Routine& routine = m_catalog.routine(*it);
        if (hasOverloads && comparableArguments(routine.argumentTypes) != wanted)
            continue;
        if (commentWordOf(m_catalog, *it) == target.word)
            return *it;
        // one name space in PostgreSQL; a procedure elsewhere is no function
        if (hasOverloads || target.word == QLatin1String("ROUTINE"))
            other = *it;
    }
    return other;
}

Error CommentTargets::notThere(const CommentTarget& target, const QStringList& path) const
{
    const Source& source = m_catalog.source(m_source);
    if (target.word == QLatin1String("DOMAIN CONSTRAINT"))
        return {QStringLiteral("Comments of constraints of domains (%1) are not read.")
                    .arg(targetName(target)),
                {}};
    QStringList overloads;
    if (commentWord(target.word) && commentWord(target.word)->form == CommentNameForm::Routine) {
        const auto [begin, end] = m_routines.equal_range({path[0], path[1]});
        for (auto it = begin; it != end; ++it)
            overloads << m_catalog.displayName(*it);
        overloads.sort();
    }
    return {overloads.isEmpty()
                ? QStringLiteral("There is no %1 in %2.").arg(targetName(target), source.name)
                : QStringLiteral("There is no %1 in %2; there is %3.")
                      .arg(targetName(target), source.name, overloads.join(QLatin1String(", "))),
            {}};
}

Result<ObjectRef> findCommentTarget(const Catalog& catalog, SourceId source,
                                    const CommentTarget& target)
{
    return CommentTargets(catalog, source).find(target);
}

} // namespace cadastre
