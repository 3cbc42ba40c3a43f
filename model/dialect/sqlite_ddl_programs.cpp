// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CREATE INDEX, CREATE TRIGGER and CREATE VIEW.
#include "model/dialect/sqlite_comments.h"
#include "model/dialect/sqlite_ddl.h"
#include "model/dialect/sqlite_tokens.h"

namespace cadastre {

namespace {

std::vector<SqliteToken> significantTokens(const QString& sql)
{
    std::vector<SqliteToken> tokens = sqliteTokens(sql);
    std::erase_if(tokens,
                  [](const SqliteToken& token) { return token.kind == SqliteTokenKind::Comment; });
    return tokens;
}

/// Over `CREATE [TEMP] WORD [IF NOT EXISTS] [schema.]name`.
void skipHead(SqliteCursor& cursor, QLatin1String word)
{
    while (!cursor.atEnd() && !cursor.acceptWord(word))
        cursor.advance();
    cursor.acceptWords({"IF", "NOT", "EXISTS"});
    cursor.takeQualifiedName();
}

/// The part without COLLATE, ASC, DESC and NULLS FIRST at its end.
QString expressionOf(const SqliteCursor& part)
{
    SqliteCursor cursor = part;
    while (!cursor.atEnd()) {
        const bool isEnd =
            cursor.isAnyWord({"COLLATE", "ASC", "DESC"}) && cursor.position() > part.position();
        if (isEnd)
            break;
        if (!cursor.takeParentheses())
            cursor.advance();
    }
    return part.text(part.position(), cursor.position());
}

QString takeTiming(SqliteCursor& cursor)
{
    if (cursor.acceptWord(QLatin1String("AFTER")))
        return QStringLiteral("AFTER");
    if (cursor.acceptWords({"INSTEAD", "OF"}))
        return QStringLiteral("INSTEAD OF");
    cursor.acceptWord(QLatin1String("BEFORE"));
    return QStringLiteral("BEFORE");
}

/// Up to ON: "UPDATE OF price, cost".
QString takeEvents(SqliteCursor& cursor)
{
    const QString event = cursor.takeName().toUpper();
    if (!cursor.acceptWord(QLatin1String("OF")))
        return event;
    const int first = cursor.position();
    while (!cursor.atEnd() && !cursor.isWord(QLatin1String("ON")))
        cursor.advance();
    return event + QStringLiteral(" OF ") + cursor.text(first, cursor.position());
}

} // namespace

SqliteIndexDdl parseSqliteIndex(const QString& sql)
{
    const std::vector<SqliteToken> tokens = significantTokens(sql);
    SqliteCursor cursor(sql, tokens);
    SqliteIndexDdl index;
    skipHead(cursor, QLatin1String("INDEX"));
    cursor.acceptWord(QLatin1String("ON"));
    cursor.takeName();
    for (const SqliteCursor& part : cursor.takeList())
        index.parts.push_back({expressionOf(part)});
    if (cursor.acceptWord(QLatin1String("WHERE")))
        index.predicate = cursor.restText();
    return index;
}

SqliteTriggerDdl parseSqliteTrigger(const QString& sql)
{
    const std::vector<SqliteToken> tokens = significantTokens(sql);
    SqliteCursor cursor(sql, tokens);
    SqliteTriggerDdl trigger;
    skipHead(cursor, QLatin1String("TRIGGER"));
    trigger.timing = takeTiming(cursor);
    trigger.events = takeEvents(cursor);
    cursor.acceptWord(QLatin1String("ON"));
    cursor.takeQualifiedName();
    cursor.acceptWords({"FOR", "EACH", "ROW"});
    if (cursor.acceptWord(QLatin1String("WHEN"))) {
        const int first = cursor.position();
        while (!cursor.atEnd() && !cursor.isWord(QLatin1String("BEGIN")))
            cursor.advance();
        trigger.condition = cursor.text(first, cursor.position());
    }
    if (!cursor.acceptWord(QLatin1String("BEGIN")))
        return trigger;
    int last = cursor.endPosition();
    while (last > cursor.position() && !cursor.between(last - 1, last).isWord(QLatin1String("END")))
        --last;
    if (last > cursor.position()) {
        const qsizetype begin = cursor.token(cursor.position() - 1).end;
        trigger.body = sql.mid(begin, cursor.token(last - 1).begin - begin).trimmed();
    }
    return trigger;
}

SqliteViewDdl parseSqliteView(const QString& sql)
{
    const std::vector<SqliteToken> tokens = significantTokens(sql);
    SqliteCursor cursor(sql, tokens);
    SqliteViewDdl view;
    skipHead(cursor, QLatin1String("VIEW"));
    for (SqliteCursor column : cursor.takeList())
        view.columns << column.takeName();
    cursor.acceptWord(QLatin1String("AS"));
    if (cursor.atEnd())
        return view;
    const qsizetype begin = cursor.token(cursor.position()).begin;
    view.definition = sql.mid(begin).trimmed();
    QStringList comments;
    for (const SqliteToken& token : sqliteTokens(sql)) {
        if (token.kind != SqliteTokenKind::Comment || token.begin > begin)
            continue;
        comments << sqliteCommentWords(QStringView(sql).mid(token.begin, token.end - token.begin));
    }
    comments.removeAll(QString());
    view.comment = comments.join(QLatin1Char('\n'));
    return view;
}

} // namespace cadastre
