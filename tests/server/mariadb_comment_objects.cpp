// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/server/mariadb_comment_objects.h"

#include "model/dialect/mariadb.h"

namespace cadastre::test {

namespace {

constexpr int columnsPerTable = 12;
constexpr int longestName = 40; // five bytes of a file name for each unusual character

QByteArray randomName(RandomComments& random)
{
    RandomNameRules rules;
    rules.longestBytes = longestName;
    rules.basicPlaneOnly = true;
    return mariadb::quotedIdentifier(random.name(rules))->toUtf8();
}

QByteArray columnDefinition(RandomComments& random)
{
    static const QList<QByteArray> definitions{
        "INT DEFAULT 3",
        "VARCHAR(20) DEFAULT ' COMMENT ''x'' \\\\'",
        "JSON",
        "INT INVISIBLE DEFAULT 1 CHECK (1 > 0)",
        "ENUM('a','b'',COMMENT') NOT NULL DEFAULT 'a'",
        "TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP",
        "DATE DEFAULT '0000-00-00'",
        "BINARY(2) DEFAULT x'ff3f'",
        "POINT REF_SYSTEM_ID=4326",
        "VARCHAR(30) DEFAULT (CONCAT('COMMENT \\'x\\'', ')'))",
        "INT AS (1 + 1) VIRTUAL",
        "DECIMAL(10,2) UNSIGNED ZEROFILL",
    };
    return definitions[random.number(static_cast<int>(definitions.size()))];
}

QByteArray tableScript(RandomComments& random)
{
    const QByteArray key = randomName(random);
    QByteArray script = "CREATE TABLE " + randomName(random) + " (" + key + " INT";
    for (int i = 0; i < columnsPerTable; ++i)
        script += ", " + randomName(random) + ' ' + columnDefinition(random);
    for (int i = 0; i < 3; ++i)
        script += ", KEY " + randomName(random) + " (" + key + ')';
    return script + ", UNIQUE " + randomName(random) + " (" + key + ")) CHARSET=utf8mb4; ";
}

} // namespace

QString makeCommentObjects(MariaDbTestDatabase& database, RandomComments& random, int tables)
{
    if (!database.error().isEmpty())
        return database.error();
    QByteArray script = "SET NAMES utf8mb4; SET sql_mode = ''; ";
    for (int i = 0; i < tables; ++i)
        script += tableScript(random);
    script += "CREATE TABLE hostage (a INT); CREATE SEQUENCE " + randomName(random) + "; ";
    script += "CREATE PROCEDURE " + randomName(random) + "(a INT) SQL SECURITY INVOKER SELECT a; ";
    script += "CREATE FUNCTION " + randomName(random) + "() RETURNS INT DETERMINISTIC RETURN 1; ";
    script += "CREATE DEFINER=`nobody`@`%` EVENT " + randomName(random) +
              " ON SCHEDULE EVERY 1 YEAR STARTS '2035-01-01 00:00:00' DISABLE DO SELECT 1; ";
    return database.execute(script + "SET sql_mode = DEFAULT");
}

std::vector<ObjectRef> commentedObjects(const Catalog& catalog)
{
    std::vector<ObjectRef> refs;
    const CatalogObjects& objects = catalog.objects();
    const auto add = [&](ObjectKind kind, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const ObjectRef ref(kind, static_cast<std::int32_t>(i));
            if (commentHomeOf(catalog, ref).place == CommentPlace::Database)
                refs.push_back(ref);
        }
    };
    add(ObjectKind::Schema, objects.schemas.size());
    add(ObjectKind::Table, objects.tables.size());
    add(ObjectKind::Column, objects.columns.size());
    add(ObjectKind::Index, objects.indexes.size());
    add(ObjectKind::Routine, objects.routines.size());
    add(ObjectKind::Other, objects.others.size());
    return refs;
}

QString textFor(const Catalog& catalog, ObjectRef object, RandomComments& random)
{
    RandomTextRules rules;
    rules.basicPlaneOnly = true;
    const int limit = commentHomeOf(catalog, object).limit;
    rules.longest = limit > 0 ? std::min(limit, 400) : 400;
    const bool full = random.number(25) == 0;
    QString text =
        full ? random.textOfLength(limit > 0 ? limit : 20000, rules) : random.text(rules);
    if (object.kind == ObjectKind::Schema) { // one line of a file
        text.replace(QLatin1Char('\n'), QLatin1Char(' '));
        text.replace(QLatin1Char('\r'), QLatin1Char(' '));
        while (text.toUtf8().size() > 1000)
            text.chop(1);
        text = text.trimmed();
    }
    const bool isEvent = object.kind == ObjectKind::Other;
    while (isEvent && text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return text;
}

std::map<QString, QString> definitionsOf(MariaDbTestDatabase& database)
{
    std::map<QString, QString> definitions;
    MariaDbSession& session = database.session();
    const auto add = [&](const QByteArray& kind, const QByteArray& names, unsigned int cell) {
        for (const QString& name : session.column(names)) {
            const QByteArray show =
                "SHOW CREATE " + kind + ' ' + mariadb::quotedIdentifier(name)->toUtf8();
            definitions[QString::fromUtf8(kind + ' ') + name] = session.cells(show, cell).value(0);
        }
    };
    add("DATABASE", "SELECT DATABASE()", 1);
    add("TABLE", "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()",
        1);
    add("PROCEDURE",
        "SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() "
        "AND "
        "ROUTINE_TYPE = 'PROCEDURE'",
        2);
    add("FUNCTION",
        "SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() "
        "AND "
        "ROUTINE_TYPE = 'FUNCTION'",
        2);
    add("EVENT", "SELECT EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()",
        3);
    return definitions;
}

} // namespace cadastre::test
