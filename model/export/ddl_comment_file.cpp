// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Writes one statement; see the header.
#include "model/export/ddl_comment_file.h"

#include "model/dialect/quoting.h"

namespace cadastre {

namespace {

Result<QString> commentLiteral(const QString& text)
{
    if (text.isEmpty())
        return QStringLiteral("NULL");
    return quotedLiteral(Engine::PostgreSql, text);
}

/// `word`: what stands between ON and the name.
Result<QString> commentFileStatement(const CommentEdit& edit, Engine engine, const QString& word)
{
    const QStringList path = engine == Engine::Sqlite ? edit.key.parts.mid(1) : edit.key.parts;
    const Result<QString> name = quotedPath(Engine::PostgreSql, path);
    if (!name)
        return name.error();
    const Result<QString> before = commentLiteral(edit.before);
    if (!before)
        return before.error();
    const Result<QString> after = commentLiteral(edit.after);
    if (!after)
        return after.error();
    return QStringLiteral("-- was: %1\nCOMMENT ON %2 %3 IS %4;\n")
        .arg(*before, word, *name, *after);
}

QString commentWordOf(KeyKind kind)
{
    switch (kind) {
    case KeyKind::View:
        return QStringLiteral("VIEW");
    case KeyKind::MaterializedView:
        return QStringLiteral("MATERIALIZED VIEW");
    case KeyKind::ForeignTable:
        return QStringLiteral("FOREIGN TABLE");
    default:
        return QStringLiteral("TABLE");
    }
}

} // namespace

Result<QString> columnCommentStatement(const CommentEdit& edit, Engine engine)
{
    Q_ASSERT(edit.key.kind == KeyKind::Column && edit.key.parts.size() == 3);
    return commentFileStatement(edit, engine, QStringLiteral("COLUMN"));
}

Result<QString> tableCommentStatement(const CommentEdit& edit, Engine engine)
{
    Q_ASSERT(edit.key.parts.size() == 2);
    return commentFileStatement(edit, engine, commentWordOf(edit.key.kind));
}

} // namespace cadastre
