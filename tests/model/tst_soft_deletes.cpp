// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What views say: which conditions leave out deleted rows, and which columns of views are a base
// table's. In every dialect, with what must not be taken for either.
#include "model/paths/soft_deletes.h"
#include "model/relations/sql/view_columns.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr const char* tables = "products\n"
                               "  id integer pk\n"
                               "  title text\n"
                               "  deleted_at timestamp?\n"
                               "  is_deleted boolean\n"
                               "  active integer\n"
                               "  deletedFlag text\n"
                               "  status integer\n"
                               "images\n"
                               "  id integer pk\n"
                               "  product_id integer > products.id\n"
                               "  deleted_at timestamp?\n"
                               "view v\n"
                               "  id integer\n"
                               "  title text\n"
                               "view w\n"
                               "  id integer\n";

Catalog catalogWith(Engine engine, const QString& v, const QString& w = {})
{
    CatalogObjects objects = SchemaText::source(QLatin1String(tables)).objects;
    objects.sources.front().engine = engine;
    for (Table& table : objects.tables) {
        if (table.name == QLatin1String("v"))
            table.viewDefinition = v;
        if (table.name == QLatin1String("w"))
            table.viewDefinition = w;
    }
    return mergeSources({std::make_shared<const SourceCatalog>(finishSource(std::move(objects)))});
}

QString textOf(const Catalog& catalog)
{
    QStringList lines;
    for (const SoftDelete& one : softDeletes(catalog, std::atomic_bool(false))) {
        const char* tests[] = {"null", "false", "true", "="};
        lines << QStringLiteral("%1 %2%3 by %4")
                     .arg(catalog.displayName(one.column), QLatin1String(tests[int(one.test)]),
                          one.value, one.views.join(QLatin1Char('+')));
    }
    return lines.join(QStringLiteral("; "));
}

} // namespace

class TestSoftDeletes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditions_data();
    void conditions();
    void mostViewsDecide();
    void lineage();
};

void TestSoftDeletes::conditions_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("expected");
    QTest::newRow("null") << QStringLiteral("p.deleted_at IS NULL")
                          << QStringLiteral("products.deleted_at null by v");
    QTest::newRow("among others") << QStringLiteral(
                                         "p.status < 4 AND (p.deleted_at IS NULL AND p.id > 3)")
                                  << QStringLiteral("products.deleted_at null by v");
    QTest::newRow("denied") << QStringLiteral("NOT p.is_deleted")
                            << QStringLiteral("products.is_deleted false by v");
    QTest::newRow("number") << QStringLiteral("p.active = 1")
                            << QStringLiteral("products.active =1 by v");
    QTest::newRow("letter") << QStringLiteral("'N' = p.deletedFlag")
                            << QStringLiteral("products.\"deletedFlag\" =N by v");
    QTest::newRow("only those") << QStringLiteral("p.deleted_at IS NOT NULL") << QString();
    QTest::newRow("or") << QStringLiteral("p.deleted_at IS NULL OR p.id = 1") << QString();
    QTest::newRow("another word") << QStringLiteral("p.title IS NULL AND p.status = 1")
                                  << QString();
    QTest::newRow("of the other table")
        << QStringLiteral("i.deleted_at IS NULL") << QStringLiteral("images.deleted_at null by v");
    QTest::newRow("whose is it") << QStringLiteral("deleted_at IS NULL") << QString();
    QTest::newRow("only one has it")
        << QStringLiteral("is_deleted = 0") << QStringLiteral("products.is_deleted =0 by v");
    QTest::newRow("inside a function")
        << QStringLiteral("coalesce(p.deleted_at, p.id) IS NULL") << QString();
}

void TestSoftDeletes::conditions()
{
    QFETCH(QString, where);
    QFETCH(QString, expected);
    QString from = QStringLiteral("FROM products p JOIN images i ON i.product_id = p.id WHERE ");
    for (const Engine engine : {Engine::PostgreSql, Engine::MariaDb, Engine::Sqlite}) {
        const QString head = engine == Engine::Sqlite
                                 ? QStringLiteral("CREATE VIEW v AS SELECT p.id, p.title ")
                                 : QStringLiteral("SELECT p.id, p.title ");
        QString there = where;
        if (engine == Engine::PostgreSql) // it folds names without quotes
            there.replace(QStringLiteral("p.deletedFlag"), QStringLiteral("p.\"deletedFlag\""));
        QCOMPARE(textOf(catalogWith(engine, QString(head + from + there))), expected);
    }
}

void TestSoftDeletes::mostViewsDecide()
{
    const QString same = QStringLiteral("SELECT id, title FROM products WHERE active = 1");
    QCOMPARE(textOf(catalogWith(Engine::PostgreSql, same,
                                QStringLiteral("SELECT id FROM products WHERE active = 1"))),
             QStringLiteral("products.active =1 by v+w"));
    QCOMPARE(textOf(catalogWith(Engine::PostgreSql, same, QStringLiteral("SELECT 1"))),
             QStringLiteral("products.active =1 by v"));
    // also inside of what it selects from
    QCOMPARE(textOf(catalogWith(
                 Engine::PostgreSql,
                 QStringLiteral("WITH live AS (SELECT id, title FROM products WHERE deleted_at IS "
                                "NULL) SELECT id, title FROM live"))),
             QStringLiteral("products.deleted_at null by v"));
}

void TestSoftDeletes::lineage()
{
    const Catalog catalog = catalogWith(
        Engine::PostgreSql, QStringLiteral("SELECT p.id, upper(p.title) AS title FROM products p"),
        QStringLiteral("SELECT v.id FROM v"));
    const QHash<ColumnId, ColumnId> sources = viewColumnSources(catalog, std::atomic_bool(false));
    const auto column = [&](const char* name) {
        return ColumnId{catalog.resolve(QString::fromLatin1(name))->index};
    };
    QCOMPARE(sources.value(column("v.id")), column("products.id"));
    QCOMPARE(sources.value(column("w.id")), column("products.id")); // through the other view
    QVERIFY(!sources.contains(column("v.title")));                  // computed
    QCOMPARE(sources.size(), 2);
    QVERIFY(viewColumnSources(catalog, std::atomic_bool(true)).isEmpty());
}

QTEST_GUILESS_MAIN(TestSoftDeletes)
#include "tst_soft_deletes.moc"
