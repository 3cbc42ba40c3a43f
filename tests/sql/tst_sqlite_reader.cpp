// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reading SQLite files that SQLite itself has made: every kind of object, and the number of
// statements it takes. What goes wrong is in tst_sqlite_bad_input.
#include "model/sql/sqlite/sqlite_connection.h"
#include "tests/support/sqlite_file.h"

#include <QSqlDatabase>
#include <QtTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QStringList names(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList result;
    for (ColumnId id : columns)
        result << catalog.column(id).name;
    return result;
}

/// "pk k (a, b)", "fk -> parent (x) on delete CASCADE", ...
QStringList constraintLines(const Catalog& catalog, TableId table)
{
    QStringList lines;
    for (const Constraint& one : catalog.constraintsOf(table)) {
        QString line =
            constraintKindName(one.kind) + QLatin1Char(' ') + one.name + text("(") +
            (one.kind == ConstraintKind::Check ? one.expression
                                               : names(catalog, one.columns).join(text(", "))) +
            text(")");
        if (one.kind == ConstraintKind::ForeignKey) {
            line += text(" -> ") +
                    (one.referencedTable ? catalog.table(*one.referencedTable).name
                                         : text("missing ") + one.referencedName) +
                    text("(") + names(catalog, one.referencedColumns).join(text(", ")) + text(")");
            line += text(" ") + referentialActionName(one.onDelete);
        }
        lines << line;
    }
    return lines;
}

QStringList dependencyLines(const Catalog& catalog, const QString& dependent)
{
    QStringList lines;
    for (const Dependency& one : catalog.objects().dependencies) {
        if (catalog.base(one.dependent).name != dependent)
            continue;
        lines << (one.kind == DependencyKind::Writes ? text("writes ") : text("reads ")) +
                     catalog.displayName(one.on);
    }
    lines.sort();
    return lines;
}

ReadState stateOf(const Catalog& catalog, CatalogKind kind)
{
    const KindReport* report = catalog.kindReport(SourceId{0}, kind);
    if (!report)
        qFatal("no report");
    return report->state;
}

} // namespace

class TestSqliteReader : public QObject
{
    Q_OBJECT

private:
    SqliteFolder m_folder;

    TableId table(const Catalog& catalog, const char* name)
    {
        const auto ref = catalog.find(
            {catalog.source(SourceId{0}).name, KeyKind::Table, {text("main"), text(name)}, {}});
        const auto view = catalog.find(
            {catalog.source(SourceId{0}).name, KeyKind::View, {text("main"), text(name)}, {}});
        if (!ref && !view)
            qFatal("no table %s", name);
        return TableId{ref ? ref->index : view->index};
    }

    Catalog read(const QByteArray& script, const ReadOptions& options = {})
    {
        QFile::remove(m_folder.path());
        return catalogOf(m_folder.make(script), options);
    }

private Q_SLOTS:
    void source()
    {
        const Catalog catalog = read("CREATE TABLE t (a)");
        const Source& source = catalog.source(SourceId{0});
        QCOMPARE(source.name, text("shop"));
        QCOMPARE(source.engine, Engine::Sqlite);
        QCOMPARE(source.databaseName, text("shop.db"));
        QCOMPARE(source.location, m_folder.path());
        QCOMPARE(source.defaultSchema, text("main"));
        QCOMPARE(source.encoding, text("UTF-8"));
        QVERIFY(source.versionNumber >= 33700 && source.versionNumber < 40000);
        QCOMPARE(source.serverVersion, QString::fromLatin1(sqlite3_libversion()));
        QVERIFY(!source.changedWhileReading);
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
    }

    void columns()
    {
        const Catalog catalog = read(
            "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, -- the key\n"
            " price DECIMAL(10, 2) NOT NULL DEFAULT 0.5, name TEXT COLLATE nocase DEFAULT 'x''y',\n"
            " total AS (price * 2) VIRTUAL, kept INT GENERATED ALWAYS AS (id + 1) STORED, bare)");
        const auto columns = catalog.columnsOf(table(catalog, "t"));
        QCOMPARE(columns.size(), 6U);
        QCOMPARE(columns[0].type, text("INTEGER"));
        QCOMPARE(columns[0].position, 1);
        QCOMPARE(columns[0].columnIdentity, Identity::AutoIncrement);
        QVERIFY(!columns[0].nullable); // the rowid is never NULL
        QCOMPARE(columns[0].comment.text, text("the key"));
        QCOMPARE(columns[0].comment.origin, CommentOrigin::Ddl);
        QCOMPARE(columns[1].type, text("DECIMAL(10, 2)"));
        QVERIFY(!columns[1].nullable);
        QCOMPARE(columns[1].defaultExpression, std::optional(text("0.5")));
        QCOMPARE(columns[2].defaultExpression, std::optional(text("'x''y'")));
        QCOMPARE(columns[2].collation, text("nocase"));
        QVERIFY(columns[2].nullable);
        QCOMPARE(columns[3].generated, Generated::Virtual);
        QCOMPARE(columns[3].generationExpression, text("price * 2"));
        QCOMPARE(columns[4].generated, Generated::Stored);
        QVERIFY(columns[5].type.isEmpty());
        QVERIFY(!columns[5].defaultExpression);
        QVERIFY(!columns[5].hidden);
    }

    void constraints()
    {
        const Catalog catalog = read(
            "CREATE TABLE parent (a INT, b INT, CONSTRAINT parent_key PRIMARY KEY (b, a));"
            "CREATE TABLE child (x INT CONSTRAINT x_unique UNIQUE, y INT, z INT REFERENCES gone "
            "(q),"
            " w INT REFERENCES PARENT (no_column),"
            " CONSTRAINT to_parent FOREIGN KEY (x, y) REFERENCES Parent ON DELETE CASCADE ON "
            "UPDATE "
            "SET NULL DEFERRABLE INITIALLY DEFERRED, CONSTRAINT positive CHECK (x > 0), CHECK (y),"
            " UNIQUE (y, z))");
        QCOMPARE(constraintLines(catalog, table(catalog, "parent")),
                 QStringList({text("primary key parent_key(b, a)")}));
        QStringList lines = constraintLines(catalog, table(catalog, "child"));
        lines.sort();
        QCOMPARE(lines, QStringList({text("check (y)"), text("check positive(x > 0)"),
                                     text("foreign key (w) -> parent() NO ACTION"),
                                     text("foreign key (z) -> missing gone() NO ACTION"),
                                     text("foreign key to_parent(x, y) -> parent(b, a) CASCADE"),
                                     text("unique (y, z)"), text("unique x_unique(x)")}));
        for (const Constraint& one : catalog.constraintsOf(table(catalog, "child"))) {
            QCOMPARE(one.deferrable, one.name == text("to_parent"));
            QCOMPARE(one.initiallyDeferred, one.name == text("to_parent"));
            if (one.name == text("to_parent"))
                QCOMPARE(one.onUpdate, ReferentialAction::SetNull);
        }
        QCOMPARE(catalog.foreignKeysTo(table(catalog, "parent")).size(), 2U);
    }

    void foreignKeyToAnImplicitRowId()
    {
        const Catalog catalog =
            read("CREATE TABLE p (a); CREATE TABLE c (x REFERENCES p, y REFERENCES c (x))");
        QCOMPARE(constraintLines(catalog, table(catalog, "c")).size(), 2);
    }

    void indexes()
    {
        const Catalog catalog = read(
            "CREATE TABLE t (a INT, b TEXT UNIQUE, c INT, PRIMARY KEY (a, b)) WITHOUT ROWID;"
            "CREATE UNIQUE INDEX i ON t (lower(b || ','), c DESC, b COLLATE nocase) WHERE c > 0;"
            "CREATE INDEX plain ON t (c)");
        const auto indexes = catalog.indexesOf(table(catalog, "t"));
        QCOMPARE(indexes.size(), 4U);
        const Index& expression = indexes[0];
        QCOMPARE(expression.name, text("i"));
        QVERIFY(expression.unique);
        QVERIFY(!expression.backsConstraint);
        QCOMPARE(expression.predicate, text("c > 0"));
        QCOMPARE(expression.parts.size(), 3U);
        QCOMPARE(expression.parts[0].expression, text("lower(b || ',')"));
        QVERIFY(!expression.parts[0].column);
        QCOMPARE(catalog.column(*expression.parts[1].column).name, text("c"));
        QVERIFY(expression.parts[1].descending);
        QCOMPARE(expression.parts[2].collation, text("nocase"));
        QVERIFY(expression.definition.startsWith(text("CREATE UNIQUE INDEX")));
        QCOMPARE(indexes[1].name, text("plain"));
        QVERIFY(indexes[1].predicate.isEmpty());
        QVERIFY(!indexes[1].unique);
        QVERIFY(indexes[2].backsConstraint && indexes[3].backsConstraint);
        QVERIFY(indexes[2].primary != indexes[3].primary);
    }

    void kindsOfTables()
    {
        const Catalog catalog = read("CREATE TABLE plain (a);"
                                     "CREATE TABLE w (k TEXT PRIMARY KEY) WITHOUT ROWID, STRICT;"
                                     "CREATE VIRTUAL TABLE f USING fts5(title, body);"
                                     "CREATE TABLE f_mine (a);"
                                     "CREATE VIEW v AS SELECT 1 AS one");
        QCOMPARE(catalog.table(table(catalog, "plain")).kind, TableKind::Table);
        QVERIFY(catalog.table(table(catalog, "plain")).properties.empty());
        QCOMPARE(catalog.table(table(catalog, "w")).properties.front().value,
                 text("WITHOUT ROWID, STRICT"));
        const Table& full = catalog.table(table(catalog, "f"));
        QCOMPARE(full.kind, TableKind::VirtualTable);
        QCOMPARE(full.virtualModule, text("fts5"));
        QCOMPARE(catalog.columnsOf(table(catalog, "f")).size(), 4U);
        QVERIFY(catalog.columnsOf(table(catalog, "f"))[3].hidden);
        QCOMPARE(catalog.table(table(catalog, "f_data")).kind, TableKind::ShadowTable);
        QCOMPARE(catalog.table(table(catalog, "f_mine")).kind, TableKind::Table);
        const Table& view = catalog.table(table(catalog, "v"));
        QCOMPARE(view.kind, TableKind::View);
        QCOMPARE(view.viewDefinition, text("SELECT 1 AS one"));
        QVERIFY(!view.broken && !view.notRead);
        for (int kind = 0; kind <= static_cast<int>(CatalogKind::Unknown); ++kind) {
            const ReadState state = stateOf(catalog, static_cast<CatalogKind>(kind));
            QVERIFY(state == ReadState::Read || state == ReadState::EngineHasNone);
        }
        QCOMPARE(stateOf(catalog, CatalogKind::Routines), ReadState::EngineHasNone);
        QCOMPARE(stateOf(catalog, CatalogKind::Triggers), ReadState::Read);
    }

    void systemTablesAndScope()
    {
        const QByteArray script = "CREATE TABLE orders (id INTEGER PRIMARY KEY AUTOINCREMENT);"
                                  "CREATE TABLE invoices (a); CREATE TABLE inv_old (a)";
        const Catalog all = read(script);
        QCOMPARE(all.objects().tables.size(), 3U);
        QCOMPARE(all.source(SourceId{0}).omissions,
                 std::vector<Omission>({{text("system tables"), 1}}));
        ReadOptions options;
        options.systemObjects = true;
        const Catalog withSystem = read(script, options);
        QVERIFY(withSystem.table(table(withSystem, "sqlite_sequence")).system);
        QVERIFY(!withSystem.table(table(withSystem, "orders")).system);
        options = {};
        options.tables = QStringList{text("inv*")};
        const Catalog some = read(script, options);
        QCOMPARE(some.objects().tables.size(), 2U);
        QCOMPARE(some.source(SourceId{0}).omissions,
                 std::vector<Omission>({{outsideScope(), 1}, {text("system tables"), 1}}));
    }

    void triggers()
    {
        const Catalog catalog =
            read("CREATE TABLE t (a, b); CREATE TABLE log (x, y); CREATE TABLE other (z);"
                 "CREATE TRIGGER tr AFTER UPDATE OF a, b ON t WHEN new.a > 0 BEGIN"
                 " INSERT INTO log (x) SELECT z FROM other; UPDATE log SET y = old.b; END;"
                 "CREATE VIEW v AS SELECT a FROM t;"
                 "CREATE TRIGGER iv INSTEAD OF INSERT ON v BEGIN DELETE FROM log; END;"
                 "CREATE TRIGGER chained BEFORE INSERT ON log BEGIN SELECT z FROM other; END");
        const auto triggers = catalog.triggersOf(table(catalog, "t"));
        QCOMPARE(triggers.size(), 1U);
        QCOMPARE(triggers[0].timing, TriggerTiming::After);
        QCOMPARE(triggers[0].events, text("UPDATE OF a, b"));
        QCOMPARE(triggers[0].condition, text("new.a > 0"));
        QVERIFY(triggers[0].body.startsWith(text("INSERT INTO log")));
        QVERIFY(triggers[0].body.endsWith(text("old.b;")));
        QCOMPARE(catalog.triggersOf(table(catalog, "v"))[0].timing, TriggerTiming::InsteadOf);
        QCOMPARE(dependencyLines(catalog, text("tr")),
                 QStringList({text("reads other.z"), text("reads t.a"), text("reads t.b"),
                              text("writes log"), text("writes log.y")}));
        QCOMPARE(dependencyLines(catalog, text("iv")), QStringList({text("writes log")}));
        QCOMPARE(dependencyLines(catalog, text("chained")), QStringList({text("reads other.z")}));
    }

    void viewDependencies()
    {
        const Catalog catalog = read(
            "CREATE TABLE t (a, b, c); CREATE TABLE u (a, d);"
            "CREATE VIEW inside AS WITH c AS (SELECT b FROM t) SELECT b FROM c;"
            "CREATE VIEW outside AS SELECT i.b, u.d FROM inside i JOIN U ON u.a = i.b;"
            "CREATE VIEW counted AS SELECT count(*) AS n FROM u;"
            "CREATE VIEW twice AS WITH c AS (SELECT d FROM u) SELECT c.d, inside.b FROM c, inside;"
            "CREATE VIEW same AS WITH c AS (SELECT b FROM t) SELECT c.b, inside.b FROM c, inside;"
            "CREATE VIEW \"we\"\"ird\nview\" AS SELECT * FROM t");
        QCOMPARE(dependencyLines(catalog, text("inside")), QStringList({text("reads t.b")}));
        QCOMPARE(dependencyLines(catalog, text("outside")),
                 QStringList({text("reads inside.b"), text("reads u.a"), text("reads u.d")}));
        QCOMPARE(dependencyLines(catalog, text("counted")), QStringList({text("reads u")}));
        QCOMPARE(dependencyLines(catalog, text("twice")),
                 QStringList({text("reads inside.b"), text("reads u.d")}));
        QCOMPARE(dependencyLines(catalog, text("same")),
                 QStringList({text("reads inside.b"), text("reads t.b")}));
        QCOMPARE(dependencyLines(catalog, text("we\"ird\nview")),
                 QStringList({text("reads t.a"), text("reads t.b"), text("reads t.c")}));
    }

    void rowEstimates()
    {
        const Catalog catalog =
            read("CREATE TABLE t (a); CREATE INDEX i ON t (a); CREATE TABLE never (a);"
                 "INSERT INTO t VALUES (1), (2), (2); ANALYZE; CREATE TABLE late (a)");
        QCOMPARE(catalog.table(table(catalog, "t")).rowEstimate, std::optional(3.0));
        QVERIFY(!catalog.table(table(catalog, "late")).rowEstimate);
    }

    void commentsOfTablesAndViews()
    {
        const Catalog catalog = read("CREATE TABLE t ( -- What we sell\n a INT -- one\n);"
                                     "CREATE VIEW v AS /* For the board */ SELECT a FROM t");
        QCOMPARE(catalog.table(table(catalog, "t")).comment.text, text("What we sell"));
        QCOMPARE(catalog.table(table(catalog, "v")).comment.text, text("For the board"));
        QCOMPARE(catalog.table(table(catalog, "v")).comment.origin, CommentOrigin::Ddl);
    }

    void passwordsAreMasked()
    {
        const Catalog catalog = read("CREATE TABLE t (a TEXT DEFAULT 'host=h password=hunter2');"
                                     "CREATE TRIGGER tr AFTER INSERT ON t BEGIN"
                                     " SELECT 'https://me:hunter2@h/'; END;"
                                     "CREATE VIEW v AS SELECT 'pwd=hunter2' AS c");
        const Table& t = catalog.table(table(catalog, "t"));
        QVERIFY(t.ddl.contains(text("***")));
        for (const QString& shown :
             {t.ddl, *catalog.columnsOf(table(catalog, "t"))[0].defaultExpression,
              catalog.triggersOf(table(catalog, "t"))[0].body,
              catalog.triggersOf(table(catalog, "t"))[0].definition,
              catalog.table(table(catalog, "v")).viewDefinition})
            QVERIFY2(!shown.contains(text("hunter2")), qPrintable(shown));
    }

    void hostileNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"we\"ird", "it's", "<b>&amp;|{x}", "two\nlines", "\xF0\x9F\x98\x80",
              "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "a.b", "back`tick", "[x", "%s", " ", "--", "/*",
              "select", "\\n", "63 bytes of anything, and a few more to be on the safe side of it"})
            QTest::newRow(name) << text(name);
        QTest::newRow("empty") << QString();
    }
    void hostileNames()
    {
        QFETCH(QString, name);
        QString quotedText = name;
        quotedText.replace(QLatin1Char('"'), text("\"\""));
        const QByteArray quoted = '"' + quotedText.toUtf8() + '"';
        const Catalog catalog = read(
            "CREATE TABLE " + quoted + " (" + quoted + " INTEGER PRIMARY KEY, c TEXT CONSTRAINT " +
            quoted + " CHECK (" + quoted + " > 0) REFERENCES " + quoted + ");" +
            "CREATE INDEX i ON " + quoted + " (" + quoted + ", c);" + "CREATE VIEW v AS SELECT " +
            quoted + " FROM " + quoted + ";" + "CREATE TRIGGER tr AFTER INSERT ON " + quoted +
            " BEGIN UPDATE " + quoted + " SET " + quoted + " = 1; END");
        const TableId id = table(catalog, name.toUtf8().constData());
        QCOMPARE(catalog.table(id).name, name);
        QCOMPARE(catalog.columnsOf(id)[0].name, name);
        QCOMPARE(catalog.indexesOf(id)[0].parts.size(), 2U);
        QCOMPARE(catalog.triggersOf(id).size(), 1U);
        QStringList lines = constraintLines(catalog, id);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.contains(text("primary key (%1)").arg(name)));
        QVERIFY(lines.contains(text("foreign key (c) -> %1(%1) NO ACTION").arg(name)));
        QCOMPARE(catalog.constraintsOf(id)[2].name, name);
        QCOMPARE(catalog.columnsOf(table(catalog, "v")).size(), 1U);
        QCOMPARE(dependencyLines(catalog, text("v")).size(), 1);
        QVERIFY(dependencyLines(catalog, text("tr")).size() >= 1);
        QCOMPARE(stateOf(catalog, CatalogKind::Dependencies), ReadState::Read);
    }

    void undecodableText()
    {
        const Catalog catalog = read("CREATE TABLE \"caf\xe9\" (\"na\xefve\" INT -- \xfc\n)");
        const Table& t = catalog.table(TableId{0});
        QVERIFY(t.undecodableName);
        QCOMPARE(t.name, text("caf\xC3\xA9"));
        QVERIFY(catalog.columnsOf(TableId{0})[0].undecodableName);
    }

    void statementCountDoesNotGrow()
    {
        QList<int> counts;
        for (int tables : {10, 1000}) {
            QByteArray script = "BEGIN;";
            for (int i = 0; i < tables; ++i) {
                const QByteArray n = QByteArray::number(i);
                script += "CREATE TABLE t" + n +
                          " (id INTEGER PRIMARY KEY, a TEXT UNIQUE, p INT "
                          "REFERENCES t0, CHECK (p));CREATE INDEX i" +
                          n + " ON t" + n +
                          " (p);"
                          "CREATE VIEW v" +
                          n + " AS SELECT a FROM t" + n +
                          ";"
                          "CREATE TRIGGER g" +
                          n + " AFTER INSERT ON t" + n + " BEGIN SELECT 1; END;";
            }
            QFile::remove(m_folder.path());
            const auto result = readFile(m_folder.make(script + "COMMIT; ANALYZE"));
            QVERIFY(result);
            QCOMPARE(result->catalog->objects.tables.size(), std::size_t(2 * tables));
            counts << result->statementCount;
            QCOMPARE(result->transportSecurity, text("local"));
        }
        QCOMPARE(counts[0], counts[1]);
        QVERIFY(counts[0] > 5 && counts[0] < 20);
    }

    void sameFileSameCatalog()
    {
        const QString path =
            m_folder.make("CREATE TABLE b (x); CREATE TABLE a (y REFERENCES b)", text("same.db"));
        QVERIFY(catalogOf(path) == catalogOf(path));
    }

    void sessionCannotWrite()
    {
        const QString path = m_folder.make("CREATE TABLE t (a)", text("fixed.db"));
        auto connection = SqliteConnection::open(path, SqliteOpenMode::ReadOnly, 100);
        QVERIFY(connection);
        QVERIFY((*connection)->run("SELECT * FROM t", {}, {}) == std::nullopt);
        for (const QByteArray& attempt :
             {QByteArray("INSERT INTO t VALUES (1)"), QByteArray("CREATE TABLE x (a)"),
              QByteArray("PRAGMA user_version = 7"), QByteArray("DROP TABLE t")}) {
            const auto error = (*connection)->run(attempt, {}, {});
            QVERIFY2(error, attempt.constData());
            QCOMPARE(error->failure, SqlFailure::PermissionDenied);
        }
        QVERIFY(!(*connection)->run("PRAGMA query_only = 0", {}, {}));
        QVERIFY((*connection)->run("INSERT INTO t VALUES (1)", {}, {})); // the file itself refuses
    }

    void testingAConnection()
    {
        const QString path = m_folder.make("CREATE TABLE t (a)", text("tested.db"));
        ReadControl control;
        const auto result = testConnection(*parseDatabaseAddress(path), {}, {}, control);
        QVERIFY(result);
        QCOMPARE(result->serverVersion, QString::fromLatin1(sqlite3_libversion()));
        QCOMPARE(result->schemas, QStringList{text("main")});
    }

private:
    static QString outsideScope() { return text("outside the chosen scope"); }
};

QTEST_GUILESS_MAIN(TestSqliteReader)
#include "tst_sqlite_reader.moc"
