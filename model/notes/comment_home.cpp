// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The places of comments, engine by engine, as their manuals and servers have them; see the header.
#include "model/notes/comment_home.h"

#include "model/catalog/containment.h"
#include "model/notes/staged_edits.h"

namespace cadastre {

namespace {

constexpr int commentsOfDatabasesSince = 100500; // MariaDB 10.5
constexpr int longestTableComment = 2048;
constexpr int longestComment = 1024; // of columns, indexes and databases
constexpr int longestMariaDbEventComment = 64;
constexpr int longestMySqlEventComment = 2048;

CommentHome noHome(const QString& sentence)
{
    return {CommentPlace::None, sentence, 0, false};
}

CommentHome beside(const QString& what)
{
    return {CommentPlace::Sidecar, what, 0, false};
}

/// "views", "constraints", ...: for sentences about all of a kind.
QString pluralOf(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Source:
        return QStringLiteral("databases");
    case ObjectKind::Schema:
        return catalog.source(catalog.sourceOf(object)).engine == Engine::MySql
                   ? QStringLiteral("databases")
                   : QStringLiteral("schemas");
    case ObjectKind::Table:
        return QString(tableKindName(catalog.table({object.index}).kind) + QLatin1Char('s'));
    case ObjectKind::Column:
        return QStringLiteral("columns");
    case ObjectKind::Constraint:
        return QStringLiteral("constraints");
    case ObjectKind::Index:
        return QStringLiteral("indexes");
    case ObjectKind::Trigger:
        return QStringLiteral("triggers");
    case ObjectKind::Routine:
        return QStringLiteral("routines");
    case ObjectKind::Type:
        return QStringLiteral("types");
    case ObjectKind::Role:
        return QStringLiteral("roles");
    case ObjectKind::Other:
        break;
    }
    const QString& name = catalog.other({object.index}).kindName;
    if (name.endsWith(QLatin1String("policy")))
        return QString(name.chopped(1) + QLatin1String("ies"));
    return QString(name + QLatin1Char('s'));
}

/// Why no comment of this object can be written anywhere; empty where one can.
QString hindrance(const Catalog& catalog, ObjectRef object)
{
    const ObjectBase& facts = catalog.base(object);
    const SourceId source = catalog.sourceOf(object);
    if (facts.comment.undecodable)
        return QStringLiteral("The comment is not valid text in the encoding of the database: "
                              "editing it would lose its bytes.");
    for (ObjectRef at = object; at.kind != ObjectKind::Source; at = parentOf(catalog, at)) {
        if (catalog.base(at).undecodableName)
            return QStringLiteral("The name %1 is not valid text in the encoding of the database: "
                                  "no statement can name it.")
                .arg(catalog.base(at).name);
        if (catalog.base(at).system)
            return QStringLiteral("This object belongs to the database engine itself.");
    }
    const KindReport* report = catalog.kindReport(source, CatalogKind::Comments);
    if (report != nullptr && report->state == ReadState::NotRead)
        return QStringLiteral("Comments were not read: %1").arg(report->reason);
    return {};
}

bool isKindForCommentOn(CatalogKind kind)
{
    switch (kind) {
    case CatalogKind::Sequences:
    case CatalogKind::Policies:
    case CatalogKind::Rules:
    case CatalogKind::EventTriggers:
    case CatalogKind::Publications:
    case CatalogKind::Subscriptions:
    case CatalogKind::Extensions:
    case CatalogKind::ForeignServers:
    case CatalogKind::Collations:
        return true;
    default:
        return false;
    }
}

CommentHome postgreSqlHome(const Catalog& catalog, ObjectRef object)
{
    CommentHome home{CommentPlace::Database,
                     QStringLiteral("Goes into the database by COMMENT ON."), 0, false};
    if (object.kind == ObjectKind::Table &&
        catalog.table({object.index}).kind == TableKind::Unknown)
        return noHome(QStringLiteral("Cadastre does not know this kind of table, nor how to name "
                                     "it in COMMENT ON."));
    if (object.kind == ObjectKind::Other && !isKindForCommentOn(catalog.other({object.index}).kind))
        return noHome(QStringLiteral("Cadastre shows comments of %1, but does not write them.")
                          .arg(pluralOf(catalog, object)));
    if (object.kind == ObjectKind::Role)
        home.sentence = QStringLiteral("Goes into the server by COMMENT ON: roles, and their "
                                       "comments, belong to all of its databases.");
    return home;
}

CommentHome besideServer(const Catalog& catalog, ObjectRef object)
{
    const QString engine = engineName(catalog.source(catalog.sourceOf(object)).engine);
    return beside(QStringLiteral("%1 cannot store comments of %2; this one goes into the file "
                                 "beside the workspace.")
                      .arg(engine, pluralOf(catalog, object)));
}

CommentHome byAlter(const QString& what, int limit)
{
    return {CommentPlace::Database,
            QStringLiteral("Goes into the database by ALTER %1, which changes nothing but the "
                           "comment.")
                .arg(what),
            limit, true};
}

/// Bytes are counted, not characters, and there is one line.
CommentHome databaseHome()
{
    return {CommentPlace::Database,
            QStringLiteral("Goes into the database by ALTER DATABASE, which changes nothing but "
                           "the comment: one line of at most 1,024 bytes."),
            longestComment, true, true};
}

CommentHome mariaDbTableHome(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    if (isView(table))
        return besideServer(catalog, id);
    if (table.notRead)
        return noHome(QStringLiteral("The table was not read, and so is its comment: %1")
                          .arg(*table.notRead));
    if (table.kind == TableKind::ForeignTable)
        return noHome(QStringLiteral("The storage engine of this table keeps its connection in the "
                                     "comment: other words there would break the table."));
    return byAlter(QStringLiteral("TABLE"), longestTableComment);
}

CommentHome mariaDbOtherHome(const Catalog& catalog, OtherId id, bool isMariaDb)
{
    switch (catalog.other(id).kind) {
    case CatalogKind::Events:
        return byAlter(QStringLiteral("EVENT"),
                       isMariaDb ? longestMariaDbEventComment : longestMySqlEventComment);
    case CatalogKind::Sequences:
        return byAlter(QStringLiteral("TABLE"), longestTableComment);
    default:
        return noHome(
            QStringLiteral("Cadastre does not write comments of %1.").arg(pluralOf(catalog, id)));
    }
}

/// Both MariaDB and MySQL.
CommentHome mariaDbHome(const Catalog& catalog, ObjectRef object)
{
    const Source& source = catalog.source(catalog.sourceOf(object));
    const bool isMariaDb = source.engine == Engine::MariaDb;
    switch (object.kind) {
    case ObjectKind::Source:
        return noHome(
            QStringLiteral("A server has no comment; each of its databases can have one."));
    case ObjectKind::Schema:
        return isMariaDb && source.versionNumber >= commentsOfDatabasesSince
                   ? databaseHome()
                   : besideServer(catalog, object);
    case ObjectKind::Table:
        return mariaDbTableHome(catalog, {object.index});
    case ObjectKind::Column: {
        const TableId table = catalog.column({object.index}).table;
        const CommentHome home = mariaDbTableHome(catalog, table);
        if (isView(catalog.table(table)))
            return beside(QStringLiteral("%1 cannot store comments of a view's columns; this one "
                                         "goes into the file beside the workspace.")
                              .arg(engineName(source.engine)));
        return home.place == CommentPlace::Database || !catalog.table(table).notRead
                   ? byAlter(QStringLiteral("TABLE"), longestComment)
                   : home;
    }
    case ObjectKind::Index:
        return byAlter(QStringLiteral("TABLE"), longestComment);
    case ObjectKind::Routine:
        return byAlter(catalog.routine({object.index}).kind == RoutineKind::Procedure
                           ? QStringLiteral("PROCEDURE")
                           : QStringLiteral("FUNCTION"),
                       0);
    case ObjectKind::Other:
        return mariaDbOtherHome(catalog, {object.index}, isMariaDb);
    case ObjectKind::Constraint:
    case ObjectKind::Trigger:
    case ObjectKind::Type:
    case ObjectKind::Role:
        break;
    }
    return besideServer(catalog, object);
}

CommentHome sqliteHome(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Source:
    case ObjectKind::Schema:
        return noHome(QStringLiteral("The file of comments describes what is in the database; the "
                                     "database as a whole has no place in it."));
    case ObjectKind::Other:
        return noHome(QStringLiteral("Cadastre does not write comments of %1.")
                          .arg(pluralOf(catalog, object)));
    case ObjectKind::Constraint:
        if (catalog.base(object).name.isEmpty())
            return noHome(QStringLiteral("This constraint has no name by which a comment could be "
                                         "put on it."));
        break;
    default:
        break;
    }
    QString sentence = QStringLiteral("SQLite cannot store comments; this one goes into the file "
                                      "beside the database.");
    if (catalog.base(object).comment.origin == CommentOrigin::Ddl)
        sentence += QStringLiteral(" The comment in the text of CREATE stays as it is.");
    return beside(sentence);
}

} // namespace

CommentHome commentHomeOf(const Catalog& catalog, ObjectRef object)
{
    const QString why = hindrance(catalog, object);
    if (!why.isEmpty())
        return noHome(why);
    switch (catalog.source(catalog.sourceOf(object)).engine) {
    case Engine::PostgreSql:
        return postgreSqlHome(catalog, object);
    case Engine::MariaDb:
    case Engine::MySql:
        return mariaDbHome(catalog, object);
    case Engine::Sqlite:
        return sqliteHome(catalog, object);
    }
    Q_UNREACHABLE();
}

CommentEdit commentEditOf(const Catalog& catalog, ObjectRef object, const QString& after)
{
    const ObjectBase& facts = catalog.base(object);
    return {catalog.keyOf(object), storedComment(facts.comment), after, facts.identity};
}

} // namespace cadastre
