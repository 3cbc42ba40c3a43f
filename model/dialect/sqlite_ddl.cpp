// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CREATE TABLE and CREATE VIRTUAL TABLE; the other statements are in sqlite_ddl_programs.cpp.
#include "model/dialect/sqlite_ddl.h"

#include "model/dialect/sqlite_comments.h"
#include "model/dialect/sqlite_tokens.h"

namespace cadastre {

namespace {

constexpr QLatin1Char openSymbol('(');

QStringList namesOf(const std::vector<SqliteCursor>& parts)
{
    QStringList names;
    for (SqliteCursor part : parts)
        names << part.takeName();
    return names;
}

void skipConflictClause(SqliteCursor& cursor)
{
    if (cursor.acceptWords({"ON", "CONFLICT"}))
        cursor.advance();
}

void takeDeferrable(SqliteCursor& cursor, SqliteConstraintDdl& key)
{
    const bool no = cursor.acceptWord(QLatin1String("NOT"));
    cursor.acceptWord(QLatin1String("DEFERRABLE"));
    key.deferrable = !no;
    if (cursor.acceptWord(QLatin1String("INITIALLY"))) {
        key.initiallyDeferred = !no && cursor.isWord(QLatin1String("DEFERRED"));
        cursor.advance();
    }
}

/// SET NULL, SET DEFAULT, CASCADE, RESTRICT, NO ACTION
void skipAction(SqliteCursor& cursor)
{
    cursor.advance();
    if (cursor.isAnyWord({"SET", "NO"}))
        cursor.advance();
    cursor.advance();
}

bool isDeferrableNext(SqliteCursor cursor)
{
    cursor.acceptWord(QLatin1String("NOT"));
    return cursor.isWord(QLatin1String("DEFERRABLE"));
}

/// Behind REFERENCES.
void takeReference(SqliteCursor& cursor, SqliteConstraintDdl& key)
{
    key.kind = SqliteConstraintKind::ForeignKey;
    key.referencedTable = cursor.takeName();
    cursor.takeParentheses();
    while (!cursor.atEnd()) {
        if (cursor.acceptWord(QLatin1String("ON")))
            skipAction(cursor);
        else if (cursor.acceptWord(QLatin1String("MATCH")))
            key.matchType = cursor.takeName().toUpper();
        else if (isDeferrableNext(cursor))
            takeDeferrable(cursor, key);
        else
            return;
    }
}

class TableParser
{
public:
    TableParser(const QString& sql)
        : m_sql(sql)
        , m_tokens(sqliteTokens(sql))
    {
        for (const SqliteToken& token : m_tokens) {
            if (token.kind != SqliteTokenKind::Comment)
                m_significant.push_back(token);
        }
    }

    SqliteTableDdl parse()
    {
        SqliteCursor cursor(m_sql, m_significant);
        cursor.acceptWord(QLatin1String("CREATE"));
        const bool isVirtual = cursor.acceptWord(QLatin1String("VIRTUAL"));
        if (cursor.isAnyWord({"TEMP", "TEMPORARY"}))
            cursor.advance();
        cursor.acceptWord(QLatin1String("TABLE"));
        cursor.acceptWords({"IF", "NOT", "EXISTS"});
        cursor.takeQualifiedName();
        if (isVirtual)
            takeModule(cursor);
        else
            takeItems(cursor);
        return m_table;
    }

private:
    void takeModule(SqliteCursor& cursor)
    {
        cursor.acceptWord(QLatin1String("USING"));
        m_table.module = cursor.takeName();
        m_table.moduleArguments = cursor.takeParentheses().value_or(QString());
    }

    void takeItems(SqliteCursor& cursor)
    {
        if (!cursor.isSymbol(openSymbol))
            return;
        SqliteTableLayout layout;
        layout.open = cursor.token(cursor.position()).begin;
        const int close = cursor.closingOf(cursor.position());
        layout.close = close < cursor.endPosition() ? cursor.token(close).begin : m_sql.size();
        for (SqliteCursor item : cursor.takeList()) {
            if (item.atEnd())
                continue;
            layout.items.push_back(
                {item.token(item.position()).begin, item.token(item.endPosition() - 1).end});
            takeItem(item);
        }
        assignComments(layout);
    }

    void takeItem(SqliteCursor& item)
    {
        const bool isConstraint =
            item.isAnyWord({"CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"});
        m_itemColumn.push_back(isConstraint ? -1 : int(m_table.columns.size()));
        m_itemConstraint.push_back(int(m_table.constraints.size()));
        if (isConstraint)
            takeTableConstraints(item);
        else
            takeColumn(item);
    }

    void takeColumn(SqliteCursor& cursor)
    {
        m_table.columns.push_back({});
        SqliteColumnDdl& column = m_table.columns.back();
        column.name = cursor.takeName();
        skipType(cursor);
        QString name;
        while (!cursor.atEnd()) {
            if (cursor.acceptWord(QLatin1String("CONSTRAINT"))) {
                name = cursor.takeName();
            } else {
                takeColumnConstraint(cursor, column, name);
                name.clear();
            }
        }
    }

    static void skipType(SqliteCursor& cursor)
    {
        while (!cursor.atEnd() &&
               !cursor.isAnyWord({"CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK",
                                  "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS"})) {
            if (!cursor.takeParentheses())
                cursor.advance();
        }
    }

    void takeColumnConstraint(SqliteCursor& cursor, SqliteColumnDdl& column, const QString& name)
    {
        if (cursor.acceptWords({"PRIMARY", "KEY"}))
            takeColumnKey(cursor, column, name);
        else if (cursor.acceptWord(QLatin1String("UNIQUE")))
            add(SqliteConstraintKind::Unique, name, {column.name});
        else if (cursor.acceptWord(QLatin1String("CHECK")))
            add(SqliteConstraintKind::Check, name, {}).expression =
                cursor.takeParentheses().value_or(QString());
        else if (cursor.acceptWord(QLatin1String("REFERENCES")))
            takeReference(cursor, add(SqliteConstraintKind::ForeignKey, name, {column.name}));
        else if (cursor.acceptWord(QLatin1String("COLLATE")))
            column.collation = cursor.takeName();
        else if (cursor.acceptWord(QLatin1String("DEFAULT")))
            skipDefault(cursor);
        else if (cursor.acceptWord(QLatin1String("AS")))
            column.generationExpression = cursor.takeParentheses().value_or(QString());
        else if (isDeferrableNext(cursor) && !m_table.constraints.empty())
            takeDeferrable(cursor, m_table.constraints.back());
        else
            cursor.advance(); // NOT NULL, NULL, GENERATED ALWAYS, STORED, VIRTUAL
        skipConflictClause(cursor);
    }

    void takeColumnKey(SqliteCursor& cursor, SqliteColumnDdl& column, const QString& name)
    {
        add(SqliteConstraintKind::PrimaryKey, name, {column.name});
        if (cursor.isAnyWord({"ASC", "DESC"}))
            cursor.advance();
        skipConflictClause(cursor);
        column.autoIncrement = cursor.acceptWord(QLatin1String("AUTOINCREMENT"));
    }

    static void skipDefault(SqliteCursor& cursor)
    {
        if (cursor.takeParentheses())
            return;
        if (!cursor.acceptSymbol(QLatin1Char('-')))
            cursor.acceptSymbol(QLatin1Char('+'));
        cursor.advance();
    }

    /// SQLite allows several table constraints without a comma between them.
    void takeTableConstraints(SqliteCursor& cursor)
    {
        QString name;
        while (!cursor.atEnd()) {
            if (cursor.acceptWord(QLatin1String("CONSTRAINT"))) {
                name = cursor.takeName();
                continue;
            }
            takeTableConstraint(cursor, name);
            name.clear();
            skipConflictClause(cursor);
        }
    }

    void takeTableConstraint(SqliteCursor& cursor, const QString& name)
    {
        if (cursor.acceptWords({"PRIMARY", "KEY"})) {
            const int open = cursor.position();
            add(SqliteConstraintKind::PrimaryKey, name, namesOf(cursor.takeList()));
            markAutoIncrement(cursor.between(open, cursor.position()));
        } else if (cursor.acceptWord(QLatin1String("UNIQUE"))) {
            add(SqliteConstraintKind::Unique, name, namesOf(cursor.takeList()));
        } else if (cursor.acceptWord(QLatin1String("CHECK"))) {
            add(SqliteConstraintKind::Check, name, {}).expression =
                cursor.takeParentheses().value_or(QString());
        } else if (cursor.acceptWords({"FOREIGN", "KEY"})) {
            SqliteConstraintDdl& key =
                add(SqliteConstraintKind::ForeignKey, name, namesOf(cursor.takeList()));
            if (cursor.acceptWord(QLatin1String("REFERENCES")))
                takeReference(cursor, key);
        } else {
            cursor.advance();
        }
    }

    /// `PRIMARY KEY (id AUTOINCREMENT)`
    void markAutoIncrement(SqliteCursor list)
    {
        const QString key = m_table.constraints.back().columns.value(0);
        for (; !list.atEnd(); list.advance()) {
            if (!list.isWord(QLatin1String("AUTOINCREMENT")))
                continue;
            for (SqliteColumnDdl& column : m_table.columns)
                column.autoIncrement = column.name.compare(key, Qt::CaseInsensitive) == 0;
        }
    }

    SqliteConstraintDdl& add(SqliteConstraintKind kind, const QString& name,
                             const QStringList& columns)
    {
        SqliteConstraintDdl constraint;
        constraint.kind = kind;
        constraint.name = name;
        constraint.columns = columns;
        m_table.constraints.push_back(constraint);
        return m_table.constraints.back();
    }

    void assignComments(const SqliteTableLayout& layout)
    {
        if (m_tokens.size() == m_significant.size())
            return;
        const SqliteComments comments = sqliteComments(m_sql, m_tokens, layout);
        m_table.comment = comments.table;
        for (std::size_t i = 0; i < comments.items.size(); ++i) {
            const auto constraint = static_cast<std::size_t>(m_itemConstraint[i]);
            if (m_itemColumn[i] >= 0)
                m_table.columns[static_cast<std::size_t>(m_itemColumn[i])].comment =
                    comments.items[i];
            else if (constraint < m_table.constraints.size())
                m_table.constraints[constraint].comment = comments.items[i];
        }
    }

    const QString& m_sql;
    std::vector<SqliteToken> m_tokens;
    std::vector<SqliteToken> m_significant;
    SqliteTableDdl m_table;
    std::vector<int> m_itemColumn;     ///< per item: its column; -1 for a constraint
    std::vector<int> m_itemConstraint; ///< per item: its first constraint
};

} // namespace

SqliteTableDdl parseSqliteTable(const QString& sql)
{
    return TableParser(sql).parse();
}

} // namespace cadastre
