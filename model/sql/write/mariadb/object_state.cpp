// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What databases, routines and events are, and the statements that change their comments.
#include "model/sql/write/mariadb/object_writer.h"

namespace cadastre::mariadb {

namespace {

constexpr int definerCell = 2; // of write_event

std::optional<SqlError> readDatabase(CommentSession& session, const CommentTarget& target,
                                     ObjectState& state)
{
    QByteArray sql;
    const auto error = session.insist(showCreate("DATABASE", target.path), [&sql](const Row& row) {
        sql = row[1].bytes().toByteArray();
    });
    if (error)
        return error;
    const auto spans = spansOf(sql, BackslashMode::Escapes);
    if (!spans)
        return SqlError{SqlFailure::Other, {}, spans.error().message};
    state.isThere = true;
    state.rest = {sql};
    for (std::size_t i = 0; i + 1 < spans->size(); ++i) {
        const Span& value = (*spans)[i + 1];
        if (!isWord(sql, (*spans)[i], "COMMENT") || value.kind != SpanKind::String)
            continue;
        state.comment = unquoted(sql, value, BackslashMode::Escapes);
        state.rest = {QByteArray(sql.left((*spans)[i].start).trimmed() + sql.mid(value.end))};
    }
    return std::nullopt;
}

/// The comment comes first, then everything else that the catalog knows.
void takeCells(const Row& row, ObjectState& state)
{
    state.isThere = true;
    state.comment = row[0].bytes().toByteArray();
    state.rest.clear();
    for (int cell = 1; cell < row.size(); ++cell)
        state.rest << (row[cell].isNull() ? QByteArray("\0", 1) : row[cell].bytes().toByteArray());
}

QByteArray quotedDefiner(const QString& account)
{
    const qsizetype at = account.lastIndexOf(QLatin1Char('@'));
    const Result<QString> user = quotedIdentifier(account.left(at));
    const Result<QString> host = quotedIdentifier(account.mid(at + 1));
    if (at <= 0 || !user || !host)
        return {};
    return user->toUtf8() + '@' + host->toUtf8();
}

std::optional<SqlError> readRoutine(CommentSession& session, const CommentTarget& target,
                                    ObjectState& state)
{
    return session.ask(
        "write_routine",
        {target.schema, target.object, QString::fromLatin1(target.showKind), target.schema},
        [&state](const Row& row) { takeCells(row, state); });
}

std::optional<SqlError> readEvent(CommentSession& session, const CommentTarget& target,
                                  ObjectState& state)
{
    return session.ask("write_event", {target.schema, target.object, target.schema},
                       [&state](const Row& row) {
                           takeCells(row, state);
                           state.definer = quotedDefiner(row[definerCell].text());
                       });
}

} // namespace

std::optional<SqlError> readObjectState(CommentSession& session, const CommentTarget& target,
                                        ObjectState& state)
{
    switch (target.kind) {
    case TargetKind::Database:
        return readDatabase(session, target, state);
    case TargetKind::Routine:
        return readRoutine(session, target, state);
    default:
        return readEvent(session, target, state);
    }
}

QByteArray objectStatement(const CommentTarget& target, const ObjectState& state,
                           const QByteArray& literal)
{
    switch (target.kind) {
    case TargetKind::Database:
        return alterDatabase(target.path, literal);
    case TargetKind::Routine:
        return alterRoutine(target.showKind, target.path, literal);
    default:
        return alterEvent(target.path, state.definer, literal);
    }
}

PlannedComment plannedObject(const PreparedEdit& edit, const ObjectState& state)
{
    PlannedComment planned;
    planned.edit = edit.edit;
    planned.sql = QString::fromUtf8(objectStatement(edit.target, state, edit.literal));
    planned.undoSql = QString::fromUtf8(objectStatement(edit.target, state, edit.undoLiteral));
    if (edit.target.kind == TargetKind::Event && state.definer.isEmpty())
        planned.refusal = QStringLiteral("The account that defines the event has no name that a "
                                         "statement could repeat, and the server would replace it "
                                         "by yours.");
    return planned;
}

} // namespace cadastre::mariadb
