// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Two MariaDB databases with views, a trigger and grants across: what leads from one into the other
// is found, what only has the same name is not, and who sees its own grants only is told so.
#include "tests/server/boundary_check_lines.h"
#include "tests/server/mariadb_test_database.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

/// A is the database of ordering, B the one of catalogue; USER the account of ordering.
const QByteArray script =
    "CREATE TABLE B.products (id INT PRIMARY KEY AUTO_INCREMENT, title VARCHAR(80), cost INT);"
    "CREATE TABLE B.stock (product_id INT PRIMARY KEY, reserved INT);"
    "CREATE TABLE B.settings (name VARCHAR(20) PRIMARY KEY, value INT);"
    "CREATE VIEW B.v_products_v1 AS SELECT id, title FROM B.products;"
    "CREATE TABLE A.orders (id INT PRIMARY KEY, product_id INT);"
    "CREATE TABLE A.settings (name VARCHAR(20) PRIMARY KEY, value INT);"
    "CREATE TABLE A.stock (order_id INT PRIMARY KEY, reserved INT);"
    "CREATE VIEW A.v_titles AS SELECT o.id, p.title FROM A.orders o JOIN B.v_products_v1 p"
    " ON p.id = o.product_id;"
    "CREATE VIEW A.v_costs AS SELECT o.id, p.cost FROM A.orders o JOIN B.products p"
    " ON p.id = o.product_id;"
    "CREATE VIEW A.v_settings AS SELECT name FROM A.settings;"
    "CREATE TRIGGER A.reserve AFTER INSERT ON A.orders FOR EACH ROW UPDATE B.stock SET reserved ="
    " reserved + 1 WHERE product_id = NEW.product_id;"
    "CREATE TRIGGER A.count_own AFTER DELETE ON A.orders FOR EACH ROW UPDATE A.stock SET reserved"
    " = 0 WHERE order_id = OLD.id;"
    "CREATE DEFINER = 'USER_gone'@'localhost' VIEW A.v_orphaned AS SELECT id FROM A.orders;"
    "CREATE USER 'USER'@'127.0.0.1';"
    "GRANT SELECT, INSERT, UPDATE, DELETE ON A.* TO 'USER'@'127.0.0.1';"
    "GRANT SELECT ON B.v_products_v1 TO 'USER'@'127.0.0.1';"
    "GRANT SELECT, UPDATE (reserved) ON B.stock TO 'USER'@'127.0.0.1';"
    "INSERT INTO B.products (title, cost) VALUES ('Lamp', 3);"
    "INSERT INTO B.stock VALUES (1, 0);"
    "INSERT INTO A.orders VALUES (1, 1)";

} // namespace

class TestBoundariesMariaDbTwo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void whatLeadsAcross();
    void brokenDefiner();
    void sameNamesApart();
    void grantsOnEverything();
    void ownGrantsOnly();

private:
    Catalog read(const QString& url);
    Boundaries boundaries() const;
    [[nodiscard]] QStringList named(const QStringList& lines) const;
    QByteArray filled(QByteArray text) const;

    std::unique_ptr<MariaDbTestDatabase> m_ordering;
    std::unique_ptr<MariaDbTestDatabase> m_catalogue;
    QByteArray m_user;
};

QByteArray TestBoundariesMariaDbTwo::filled(QByteArray text) const
{
    return text.replace("A.", QByteArray(m_ordering->name().toUtf8() + '.'))
        .replace("B.", QByteArray(m_catalogue->name().toUtf8() + '.'))
        .replace("USER", m_user)
        .replace(QByteArray("CREATE " + m_user), "CREATE USER");
}

/// Lines with the databases' names as A and B.
QStringList TestBoundariesMariaDbTwo::named(const QStringList& lines) const
{
    QStringList result = lines;
    for (QString& line : result) {
        line.replace(m_ordering->name(), QStringLiteral("A"));
        line.replace(m_catalogue->name(), QStringLiteral("B"));
        line.replace(QString::fromUtf8(m_user), QStringLiteral("USER"));
    }
    return result;
}

void TestBoundariesMariaDbTwo::initTestCase()
{
    m_ordering = std::make_unique<MariaDbTestDatabase>(QStringLiteral("two_ordering"));
    m_catalogue = std::make_unique<MariaDbTestDatabase>(QStringLiteral("two_catalogue"));
    QCOMPARE(m_ordering->error() + m_catalogue->error(), QString());
    m_user = "svc_" + QByteArray::number(QCoreApplication::applicationPid());
    QCOMPARE(m_ordering->execute(filled(script)), QString());
}

void TestBoundariesMariaDbTwo::cleanupTestCase()
{
    m_ordering->execute("DROP USER '" + m_user + "'@'127.0.0.1'");
}

Catalog TestBoundariesMariaDbTwo::read(const QString& url)
{
    ReadOptions options;
    options.schemas = {m_ordering->name(), m_catalogue->name()};
    return catalogOf(url, options);
}

Boundaries TestBoundariesMariaDbTwo::boundaries() const
{
    Boundaries boundaries;
    boundaries.entries[QStringLiteral("catalogue")] =
        boundaryWith({m_catalogue->name() + QStringLiteral(".*")});
    boundaries.entries[QStringLiteral("ordering")] =
        boundaryWith({m_ordering->name() + QStringLiteral(".*")}, {QString::fromUtf8(m_user)});
    return boundaries;
}

void TestBoundariesMariaDbTwo::whatLeadsAcross()
{
    QCOMPARE(m_catalogue->session().value(filled("SELECT reserved FROM B.stock")),
             QStringLiteral("1"));
    const Catalog catalog = read(m_ordering->serverUrl());
    Boundaries published = boundaries();
    const Result<ObjectRef> contract =
        catalog.resolve(QString(m_catalogue->name() + QStringLiteral(".v_products_v1")));
    QVERIFY(contract);
    published.exposures[catalog.keyOf(*contract)] = {Exposure::Contract, QStringLiteral("v1"), {}};
    const QStringList found = named(crossingTexts(catalog, checkOf(catalog, published)));
    const QStringList expected{
        QStringLiteral("contract-read A.v_titles -> B.v_products_v1 (id,title) elsewhere allowed"),
        QStringLiteral("read A.v_costs -> B.products (id,cost) elsewhere"),
        QStringLiteral("read-grant USER@127.0.0.1 -> B.stock"),
        QStringLiteral("write A.orders.reserve -> B.stock (reserved) elsewhere"),
        QStringLiteral("write-grant USER@127.0.0.1 -> B.stock UPDATE (reserved)"),
    };
    QCOMPARE(found, expected);
    // without the contract the view is private like everything else
    const QStringList unpublished = named(crossingTexts(catalog, checkOf(catalog, boundaries())));
    QVERIFY(unpublished.contains(
        QStringLiteral("read A.v_titles -> B.v_products_v1 (id,title) elsewhere")));
    QVERIFY(unpublished.contains(QStringLiteral("read-grant USER@127.0.0.1 -> B.v_products_v1")));
}

void TestBoundariesMariaDbTwo::brokenDefiner()
{
    const Catalog catalog = read(m_ordering->serverUrl());
    const QStringList found = named(findingTexts(catalog, checkOf(catalog, boundaries())));
    QCOMPARE(found.filter(QRegularExpression(QStringLiteral("^view-(broken|definer-missing)"))),
             QStringList{QStringLiteral("view-definer-missing A.v_orphaned")});
}

void TestBoundariesMariaDbTwo::sameNamesApart()
{
    const Catalog catalog = read(m_ordering->serverUrl());
    const QStringList found = named(crossingTexts(catalog, checkOf(catalog, boundaries())));
    QVERIFY(found.filter(QStringLiteral("settings")).isEmpty());
    QVERIFY(found.filter(QStringLiteral("A.stock")).isEmpty());
    QVERIFY(found.filter(QStringLiteral("count_own")).isEmpty());
}

/// GRANT ... ON *.* and on a pattern of databases reach every table.
void TestBoundariesMariaDbTwo::grantsOnEverything()
{
    const QByteArray grantee = " TO '" + m_user + "'@'127.0.0.1'";
    QCOMPARE(m_ordering->execute("GRANT DELETE ON *.*" + grantee), QString());
    const auto grants = [this] {
        const Catalog catalog = read(m_ordering->serverUrl());
        return named(
            crossingTexts(catalog, checkOf(catalog, boundaries()), {CrossingKind::WriteGrant}));
    };
    QCOMPARE(grants(), (QStringList{
                           QStringLiteral("write-grant USER@127.0.0.1 -> B.products DELETE"),
                           QStringLiteral("write-grant USER@127.0.0.1 -> B.settings DELETE"),
                           QStringLiteral("write-grant USER@127.0.0.1 -> B.stock UPDATE, DELETE"),
                           QStringLiteral("write-grant USER@127.0.0.1 -> B.v_products_v1 DELETE"),
                       }));
    QCOMPARE(m_ordering->execute("REVOKE DELETE ON *.* FROM '" + m_user + "'@'127.0.0.1'"),
             QString());
    QCOMPARE(m_ordering->execute("GRANT DROP ON `" +
                                 m_catalogue->name().toUtf8().replace("_", "\\_") + "`.*" +
                                 grantee),
             QString());
    QVERIFY(grants().contains(QStringLiteral("write-grant USER@127.0.0.1 -> B.products TRUNCATE")));
    QCOMPARE(m_ordering->execute("REVOKE DROP ON `" +
                                 m_catalogue->name().toUtf8().replace("_", "\\_") + "`.* FROM '" +
                                 m_user + "'@'127.0.0.1'"),
             QString());
    QCOMPARE(grants(), QStringList{QStringLiteral(
                           "write-grant USER@127.0.0.1 -> B.stock UPDATE (reserved)")});
}

void TestBoundariesMariaDbTwo::ownGrantsOnly()
{
    const Catalog catalog = read(urlWithUser(m_ordering->serverUrl(), QString::fromUtf8(m_user)));
    const BoundaryCheck check = checkOf(catalog, boundaries());
    const QStringList sentences = sentencesOf(check, "grants-own-only");
    QCOMPARE(sentences.size(), 1);
    QVERIFY2(sentences.first().contains(QString::fromUtf8(m_user)), qPrintable(sentences.first()));
    const auto finding = std::ranges::find(check.findings, QStringLiteral("grants-own-only"),
                                           &BoundaryFinding::rule);
    QVERIFY(finding->severity == BoundarySeverity::Unknown);
}

QTEST_GUILESS_MAIN(TestBoundariesMariaDbTwo)
#include "tst_boundaries_mariadb_two.moc"
