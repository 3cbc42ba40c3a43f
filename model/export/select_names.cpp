// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Quoting is model/dialect's; here is what has to be chosen.
#include "model/export/select_names.h"

#include "model/dialect/postgresql_keywords.h"
#include "model/dialect/quoting.h"
#include "model/relations/type_families.h"
#include "model/search/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype longestAlias = 4;
constexpr qsizetype longestOutput = 60; ///< PostgreSQL cuts names after 63 bytes

/// Short words that MariaDB, MySQL or SQLite keep for themselves, beside PostgreSQL's.
bool isShortKeyword(const QString& word)
{
    static const QSet<QString> others = [] {
        const QStringList words =
            QStringLiteral("add as asc by call char dec desc div drop dual each else exit for from "
                           "get glob go goto if in int int1 int2 int3 int4 int8 into is join key "
                           "keys kill left like load lock long loop mod no not null of off old on "
                           "or out over read ref row rows set sql ssl then to undo union use when "
                           "with xor plan fail temp view cast case end new old abs max min sum "
                           "do all and any")
                .split(QLatin1Char(' '));
        return QSet<QString>(words.begin(), words.end());
    }();
    return others.contains(word) ||
           std::ranges::find(postgresql::reservedWords, word) != postgresql::reservedWords.end();
}

bool isPlainLetter(QChar c)
{
    return c >= QLatin1Char('a') && c <= QLatin1Char('z');
}

QString firstLetters(const QString& tableName)
{
    QString letters;
    for (const QString& word : nameWords(tableName)) {
        if (isPlainLetter(word.front()) && letters.size() < longestAlias)
            letters += word.front();
    }
    return letters.isEmpty() ? QStringLiteral("t") : letters;
}

Error undecodableName(const Catalog& catalog, ObjectRef object)
{
    return {QStringLiteral("The name of %1 is not valid in the database's encoding, so it cannot "
                           "be written in a statement.")
                .arg(catalog.displayName(object)),
            {}};
}

} // namespace

SelectNames::SelectNames(const Catalog& catalog, Engine engine)
    : m_catalog(catalog)
    , m_engine(engine)
{
}

QString SelectNames::take(const Result<QString>& quoted)
{
    if (quoted)
        return *quoted;
    if (!m_error)
        m_error = quoted.error();
    return {};
}

QString SelectNames::name(ObjectRef object)
{
    const ObjectBase& base = m_catalog.base(object);
    if (base.undecodableName && !m_error)
        m_error = undecodableName(m_catalog, object);
    return take(quotedIdentifier(m_engine, base.name));
}

QString SelectNames::freeAlias(const QString& tableName) const
{
    QString letters = firstLetters(tableName);
    if (isShortKeyword(letters)) { // of tmp_orders "to": its last word says what it is
        const QStringList words = nameWords(tableName);
        letters = words.isEmpty() ? letters : firstLetters(words.last());
    }
    if (!isShortKeyword(letters) && !m_aliases.contains(letters))
        return letters;
    for (int number = 2;; ++number) {
        QString numbered = letters + QString::number(number);
        if (!isShortKeyword(numbered) && !m_aliases.contains(numbered))
            return numbered;
    }
}

int SelectNames::addTable(TableId table)
{
    m_tables.push_back(table);
    m_aliases << freeAlias(m_catalog.table(table).name);
    return static_cast<int>(m_tables.size()) - 1;
}

QString SelectNames::tableClause(int number)
{
    const Table& table = m_catalog.table(tableAt(number));
    const Schema& schema = m_catalog.schema(table.schema);
    const Source& source = m_catalog.source(schema.source);
    const bool isMariaDb = m_engine == Engine::MariaDb || m_engine == Engine::MySql;
    const bool isDefault = schema.name == source.defaultSchema && !isMariaDb &&
                           !table.name.startsWith(QLatin1String("pg_"));
    QString path = name(tableAt(number));
    if (!schema.name.isEmpty() && !isDefault)
        path = name(table.schema) + QLatin1Char('.') + path;
    return QString(path + QStringLiteral(" AS ") + alias(number));
}

QString SelectNames::column(int number, ColumnId column)
{
    return QString(alias(number) + QLatin1Char('.') + name(column));
}

QString SelectNames::freeOutput(const QStringList& candidates)
{
    for (const QString& candidate : candidates) {
        const QString folded = candidate.toCaseFolded();
        if (candidate.size() > longestOutput || m_outputs.contains(folded))
            continue;
        m_outputs.insert(folded);
        return candidate;
    }
    return candidates.last();
}

QString SelectNames::selected(int number, ColumnId id)
{
    const QString plain = m_catalog.column(id).name;
    const QString ofTable =
        QString(m_catalog.table(tableAt(number)).name + QLatin1Char('_') + plain);
    const QString ofAlias = QString(alias(number) + QLatin1Char('_') + plain);
    const QString numbered = QStringLiteral("%1_column_%2").arg(alias(number)).arg(id.index);
    const QString output = freeOutput({plain, ofTable, ofAlias, numbered});
    const QString expression = column(number, id);
    if (output == plain)
        return expression;
    return QString(expression + QStringLiteral(" AS ") + take(quotedIdentifier(m_engine, output)));
}

QString SelectNames::selectedAs(const QString& expression, const QString& wanted)
{
    const QString output =
        freeOutput({wanted, QString(wanted + QStringLiteral("_name")), QStringLiteral("target")});
    return QString(expression + QStringLiteral(" AS ") + take(quotedIdentifier(m_engine, output)));
}

QString SelectNames::literal(ColumnId column, const QString& value)
{
    static const QRegularExpression number(QStringLiteral("^-?[0-9]{1,18}$"));
    const TypeFamily family = typeFamily(m_catalog.column(column), m_catalog);
    const bool isNumber = family == TypeFamily::Number ||
                          (family == TypeFamily::Bool && m_engine != Engine::PostgreSql);
    if (isNumber && number.match(value).hasMatch())
        return value;
    return take(quotedLiteral(m_engine, value));
}

} // namespace cadastre
