// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Writes names and data for a context; see the header.
#include "model/orientation/context_text.h"

#include "model/dialect/quoting.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace cadastre {

namespace {

/// Control characters, directions, separators, halves of surrogates: what could end or turn a line.
bool actsInText(const QString& text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate())
        return at + 1 >= text.size() || !text[at + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return at == 0 || !text[at - 1].isHighSurrogate();
    const QChar::Category category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

/// Words that SQLite or MariaDB give a meaning in statements.
/// Source: "SQLite Keywords" (sqlite.org/lang_keywords.html), "Reserved Words" (MariaDB 10.11).
const QSet<QString>& wordsOfStatements()
{
    static const QStringList words =
        QString::fromLatin1(
            "absolute accessible action add after all alter always analyze and any array as asc "
            "asensitive attach authorization autoincrement before begin between bigint binary "
            "blob body both by call cascade case cast change char character check collate column "
            "columns commit condition conflict constraint continue convert create cross current "
            "current_date current_role current_time current_timestamp current_user cursor "
            "database databases day_hour day_microsecond day_minute day_second dec decimal "
            "declare default deferrable deferred delayed delete delete_domain_id desc describe "
            "detach deterministic distinct distinctrow div do double drop dual each else elseif "
            "elsif enclosed end escape escaped except exclude exclusive exists exit explain fail "
            "false fetch filter first float float4 float8 following for force foreign from full "
            "fulltext general generated glob goto grant group groups having high_priority history "
            "hour_microsecond hour_minute hour_second if ignore ignore_domain_ids "
            "ignore_server_ids immediate in increment index indexed infile initially inner inout "
            "insensitive insert instead int int1 int2 int3 int4 int8 integer intersect interval "
            "into is isnull iterate join key keys kill last leading leave left like limit linear "
            "lines load localtime localtimestamp lock long longblob longtext loop low_priority "
            "master_heartbeat_period match materialized maxvalue mediumblob mediumint mediumtext "
            "middleint minus minute_microsecond minute_second mod modifies natural no "
            "no_write_to_binlog not nothing notnull null nulls number numeric of offset on "
            "optimize option optionally or order others out outer outfile over package "
            "page_checksum parse_vcol_expr partition period plan portion position pragma "
            "preceding precision primary procedure purge query raise raisetype range rank raw "
            "read read_write reads real recursive ref_system_id references regexp reindex release "
            "rename repeat replace require resignal restrict return returning revoke right rlike "
            "rollback row row_number rowcount rownum rows rowtype savepoint schema schemas "
            "second_microsecond select sensitive separator session session_user set show signal "
            "slow smallint spatial specific sql sql_big_result sql_calc_found_rows "
            "sql_small_result sqlexception sqlstate sqlwarning ssl starting stats_auto_recalc "
            "straight_join sysdate system system_time system_user table temp temporary terminated "
            "then ties tinyblob tinyint tinytext to trailing transaction trigger true unbounded "
            "undo union unique unlock unsigned update usage use user using utc_date utc_time "
            "utc_timestamp vacuum values varbinary varchar varcharacter varying versioning view "
            "virtual when where while window with without write xor year_month zerofill")
            .split(QLatin1Char(' '));
    static const QSet<QString> set(words.begin(), words.end());
    return set;
}

/// SQLite and MariaDB take such a name without quotes; PostgreSQL's rule is its dialect's.
bool needsNoQuotes(Engine engine, const QString& name)
{
    if (engine == Engine::PostgreSql || name.isEmpty() || name[0].isDigit())
        return false;
    const bool isPlain = std::ranges::all_of(name, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               c == u'_';
    });
    return isPlain && !wordsOfStatements().contains(name.toLower());
}

QString withoutActing(const QString& text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (actsInText(text, i))
            result += QStringLiteral("\\u{%1}").arg(text[i].unicode(), 0, 16);
        else
            result += text[i];
    }
    return result;
}

} // namespace

bool hasActingCharacters(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (actsInText(text, i))
            return true;
    }
    return false;
}

int estimatedTokens(QByteArrayView text)
{
    int tokens = 0;
    int run = 0;
    const auto endRun = [&] {
        tokens += (run + 2) / 3;
        run = 0;
    };
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
            (byte >= 'A' && byte <= 'Z')) {
            ++run;
            continue;
        }
        endRun();
        tokens += byte == ' ' ? 0 : 1;
    }
    endRun();
    return tokens;
}

QString quotedData(const QString& text, int longest)
{
    QString shown = text;
    QString rest;
    if (text.size() > longest) {
        qsizetype end = longest;
        if (text[end - 1].isHighSurrogate())
            --end;
        shown.truncate(end);
        rest = QStringLiteral("… [+%1 characters]").arg(text.size() - end);
    }
    QString result;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const QChar c = shown[i];
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            result += QLatin1Char('\\');
        if (actsInText(shown, i))
            result += QStringLiteral("\\u{%1}").arg(c.unicode(), 0, 16);
        else
            result += c;
    }
    return QString(QLatin1Char('"') + result + QLatin1Char('"') + rest);
}

QString contextName(Engine engine, const QString& name)
{
    if (needsNoQuotes(engine, name))
        return name;
    const Result<QString> quoted = quotedIdentifier(engine, name);
    if (!quoted || hasActingCharacters(*quoted))
        return QString(QStringLiteral("unwritable ") + quotedData(name));
    return *quoted;
}

QString contextName(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    const Schema& schema = catalog.schema(table.schema);
    const Source& source = catalog.source(schema.source);
    const QString name = contextName(source.engine, table.name);
    return schema.name == source.defaultSchema
               ? name
               : QString(contextName(source.engine, schema.name) + QLatin1Char('.') + name);
}

QString contextType(const Column& column, bool withValues)
{
    const QString& type = column.type;
    for (const auto& word : {QLatin1String("enum"), QLatin1String("set")}) {
        const QString trimmed = type.trimmed();
        if (!withValues && trimmed.startsWith(word, Qt::CaseInsensitive) &&
            trimmed.mid(word.size()).trimmed().startsWith(QLatin1Char('(')))
            return QString(word + QStringLiteral("(…)"));
    }
    return type.isEmpty() ? QStringLiteral("untyped") : withoutActing(type.simplified());
}

} // namespace cadastre
