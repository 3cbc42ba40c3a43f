// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/mariadb/comment_targets.h"

#include "model/catalog/containment.h"
#include "model/dialect/mariadb_comment_statements.h"
#include "model/notes/comment_home.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace cadastre::mariadb {

namespace {

constexpr qsizetype databaseCommentBytes = 1024; // of a line of db.opt
constexpr qsizetype routineCommentBytes = 65535; // TEXT
constexpr int mostNames = 5;

CommentTarget tableTarget(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    CommentTarget target;
    target.schema = catalog.schema(table.schema).name;
    target.object = table.name;
    target.showKind = "TABLE";
    target.privilegesOf = id;
    target.missingPrivilege = QStringLiteral("ALTER");
    return target;
}

CommentTarget partTarget(const Catalog& catalog, TargetKind kind, TableId table,
                         const QString& part)
{
    CommentTarget target = tableTarget(catalog, table);
    target.kind = kind;
    target.part = part;
    return target;
}

CommentTarget routineTarget(const Catalog& catalog, const Routine& routine, ObjectRef object)
{
    CommentTarget target;
    target.kind = TargetKind::Routine;
    target.schema = catalog.schema(routine.schema).name;
    target.object = routine.name;
    target.showKind = routine.kind == RoutineKind::Procedure ? "PROCEDURE" : "FUNCTION";
    target.privilegesOf = object;
    target.missingPrivilege = QStringLiteral("ALTER ROUTINE");
    return target;
}

CommentTarget otherTarget(const Catalog& catalog, const OtherObject& other)
{
    CommentTarget target;
    const bool isEvent = other.kind == CatalogKind::Events;
    target.kind = isEvent ? TargetKind::Event : TargetKind::Table;
    target.schema = other.schema ? catalog.schema(*other.schema).name : QString();
    target.object = other.name;
    target.showKind = isEvent ? "EVENT" : "TABLE";
    if (other.schema)
        target.privilegesOf = *other.schema;
    target.missingPrivilege = isEvent ? QStringLiteral("EVENT") : QStringLiteral("ALTER");
    return target;
}

CommentTarget databaseTarget(const Catalog& catalog, SchemaId id)
{
    CommentTarget target;
    target.kind = TargetKind::Database;
    target.schema = catalog.schema(id).name;
    target.showKind = "DATABASE";
    target.privilegesOf = id;
    target.missingPrivilege = QStringLiteral("ALTER");
    return target;
}

std::optional<CommentTarget> targetOf(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Schema:
        return databaseTarget(catalog, {object.index});
    case ObjectKind::Table:
        return tableTarget(catalog, {object.index});
    case ObjectKind::Column: {
        const Column& column = catalog.column({object.index});
        return partTarget(catalog, TargetKind::Column, column.table, column.name);
    }
    case ObjectKind::Index: {
        const Index& index = catalog.index({object.index});
        return partTarget(catalog, TargetKind::Index, index.table, index.name);
    }
    case ObjectKind::Routine:
        return routineTarget(catalog, catalog.routine({object.index}), object);
    case ObjectKind::Other:
        return otherTarget(catalog, catalog.other({object.index}));
    default:
        return std::nullopt;
    }
}

Result<Nothing> quoteNames(CommentTarget& target)
{
    QStringList parts{target.schema};
    if (!target.object.isEmpty())
        parts << target.object;
    const Result<QString> path = quotedPath(parts);
    if (!path)
        return path.error();
    target.path = path->toUtf8();
    if (target.part.isEmpty())
        return ok();
    const Result<QString> part = quotedIdentifier(target.part);
    if (!part)
        return part.error();
    target.quotedPart = part->toUtf8();
    return ok();
}

bool isBlank(QChar character)
{
    return character == QLatin1Char(' ') || character == QLatin1Char('\t');
}

QString databaseTextRefusal(const QString& text)
{
    if (text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r')))
        return QStringLiteral("MariaDB keeps the comment of a database in one line of a file and "
                              "loses what stands behind a line break: write it in one line.");
    if (!text.isEmpty() && (isBlank(text.back()) || isBlank(text.front())))
        return QStringLiteral("MariaDB loses blanks at the ends of a database's comment: take them "
                              "out.");
    const qsizetype bytes = text.toUtf8().size();
    return bytes > databaseCommentBytes
               ? QStringLiteral("The comment has %1 bytes; MariaDB keeps %2 of a database's "
                                "comment: shorten it.")
                     .arg(bytes)
                     .arg(databaseCommentBytes)
               : QString();
}

/// What the kinds lose without saying so.
QString kindRefusal(TargetKind kind, const QString& text)
{
    if (kind == TargetKind::Database)
        return databaseTextRefusal(text);
    if (kind == TargetKind::Event && text.endsWith(QLatin1Char(' ')))
        return QStringLiteral("The server loses blanks at the end of an event's comment: take them "
                              "out.");
    const qsizetype bytes = kind == TargetKind::Routine ? text.toUtf8().size() : 0;
    return bytes > routineCommentBytes
               ? QStringLiteral("The comment has %1 bytes; the server keeps %2 of a routine's "
                                "comment: shorten it.")
                     .arg(bytes)
                     .arg(routineCommentBytes)
               : QString();
}

QString textRefusal(const CommentHome& home, TargetKind kind, const QString& text)
{
    if (text.contains(QChar(u'\0')))
        return QStringLiteral("The comment contains the character NUL: take it out.");
    if (!text.isValidUtf16())
        return QStringLiteral("The comment contains half of a surrogate pair, which is no "
                              "character: take it out.");
    const QList<uint> characters = text.toUcs4();
    const auto beyond =
        std::ranges::find_if(characters, [](uint character) { return character > 0xFFFF; });
    if (home.basicPlaneOnly && beyond != characters.end()) {
        const char32_t character = *beyond;
        return QStringLiteral("The server keeps comments in utf8mb3 and would write ? for \"%1\": "
                              "take emoji and other characters beyond U+FFFF out.")
            .arg(QString::fromUcs4(&character, 1));
    }
    if (home.limit > 0 && characters.size() > home.limit)
        return QStringLiteral("The comment has %1 characters; the server keeps %2: shorten it.")
            .arg(characters.size())
            .arg(home.limit);
    return kindRefusal(kind, text);
}

Result<PreparedEdit> prepared(const CommentWriteRequest& request, std::size_t index)
{
    const CommentEdit& edit = request.edits[index];
    const Catalog& catalog = *request.catalog;
    const std::optional<ObjectRef> object = catalog.find(edit.key);
    std::optional<CommentTarget> target = object ? targetOf(catalog, *object) : std::nullopt;
    if (!target)
        return Error{QStringLiteral("There is no %1 any more.").arg(edit.key.toString()), {}};
    if (const Result<Nothing> quoted = quoteNames(*target); !quoted)
        return quoted.error();
    const CommentHome home = commentHomeOf(catalog, *object);
    const QString refusal = textRefusal(home, target->kind, edit.after);
    if (!refusal.isEmpty())
        return Error{refusal, {}};
    const Result<QByteArray> literal = commentLiteral(edit.after);
    const Result<QByteArray> undo = commentLiteral(edit.before);
    if (!literal || !undo)
        return literal ? undo.error() : literal.error();
    return PreparedEdit{index, edit, *target, *literal, *undo};
}

bool mayAlter(const Grant& grant, const CommentTarget& target)
{
    if (target.missingPrivilege == QLatin1String("ALTER"))
        return grant.privileges.testFlag(Privilege::Alter);
    return grant.otherPrivileges.contains(target.missingPrivilege, Qt::CaseInsensitive);
}

bool covers(const Catalog& catalog, ObjectRef granted, ObjectRef object)
{
    for (ObjectRef at = object;; at = parentOf(catalog, at)) {
        if (at == granted)
            return true;
        if (at.kind == ObjectKind::Source)
            return false;
    }
}

} // namespace

QString CommentTarget::name() const
{
    return QString::fromUtf8(path);
}

bool CommentUnit::isTable() const
{
    const TargetKind kind = target().kind;
    return kind == TargetKind::Table || kind == TargetKind::Column || kind == TargetKind::Index;
}

Preparation prepareUnits(const CommentWriteRequest& request)
{
    using Order = std::tuple<QString, QString, QByteArray>;
    std::map<Order, CommentUnit> units;
    Preparation preparation;
    for (std::size_t i = 0; i < request.edits.size(); ++i) {
        Result<PreparedEdit> edit = prepared(request, i);
        if (!edit) {
            preparation.refused.emplace_back(i, refusedFor(edit.error().message));
            continue;
        }
        const CommentTarget& target = edit->target;
        units[{target.schema, target.object, target.showKind}].edits.push_back(std::move(*edit));
    }
    preparation.units.reserve(units.size());
    for (auto& [order, unit] : units)
        preparation.units.push_back(std::move(unit));
    return preparation;
}

QString whoCouldWrite(const Catalog& catalog, const CommentTarget& target)
{
    QStringList names;
    for (const Grant& grant : catalog.objects().grants) {
        if (!grant.grantee || !mayAlter(grant, target) ||
            !covers(catalog, grant.object, target.privilegesOf))
            continue;
        const QString& name = catalog.role(*grant.grantee).name;
        if (!names.contains(name))
            names << name;
    }
    if (names.isEmpty())
        return QStringLiteral("an account with the privilege %1 on %2")
            .arg(target.missingPrivilege, target.name());
    names.sort();
    if (names.size() > mostNames)
        names = names.mid(0, mostNames) << QStringLiteral("and others");
    return names.join(QStringLiteral(", "));
}

} // namespace cadastre::mariadb
