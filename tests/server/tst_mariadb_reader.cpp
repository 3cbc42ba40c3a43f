// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is read of a MariaDB or MySQL server: every kind of object with its facts, and what must not
// appear. The sample's four databases are read as a whole at the end.
#include "tests/server/mariadb_test_database.h"

#include <QDir>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestMariaDbReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_database.reset(); }
    void source();
    void tables_data();
    void tables();
    void columns_data();
    void columns();
    void constraints_data();
    void constraints();
    void indexes_data();
    void indexes();
    void views();
    void triggers();
    void routines();
    void eventsAndSequences();
    void roles();
    void grants_data();
    void grants();
    void dependencies();
    void passwordsAreMasked();
    void scope();
    void sample();

private:
    [[nodiscard]] ObjectRef at(const QString& name) const;
    [[nodiscard]] const ObjectBase* find(const QString& name) const;
    [[nodiscard]] QString local(const QString& text) const;
    [[nodiscard]] QStringList usedBy(const QString& name) const;
    [[nodiscard]] QString roleName(const char* stem) const
    {
        return m_prefix + QLatin1String(stem);
    }

    std::unique_ptr<MariaDbTestDatabase> m_database;
    std::unique_ptr<MariaDbTestDatabase> m_other;
    QString m_prefix;
    Catalog m_catalog;
};

namespace {

const char* const script = R"(
CREATE TABLE customers (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  email VARCHAR(80) CHARACTER SET ascii NOT NULL DEFAULT 'it''s' COMMENT 'login name',
  name VARCHAR(80) COLLATE utf8mb4_bin,
  born DATE,
  points DECIMAL(10,2) UNSIGNED NOT NULL DEFAULT 0,
  twice INT AS (points * 2) STORED,
  thrice INT AS (points * 3) VIRTUAL,
  secret INT INVISIBLE DEFAULT 3,
  changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  payload JSON,
  level ENUM('low','high') NOT NULL DEFAULT 'low',
  CONSTRAINT points_small CHECK (points < 1000 AND born IS NOT NULL),
  UNIQUE KEY email_once (email),
  KEY by_name (name(10), born DESC) COMMENT 'for the list',
  FULLTEXT KEY words (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='who buys';
CREATE TABLE places (id INT PRIMARY KEY, spot POINT NOT NULL, SPATIAL KEY near (spot));
CREATE TABLE orders (
  id INT PRIMARY KEY, customer_id INT, abroad_id INT, a INT, b INT,
  KEY by_customer (customer_id),
  CONSTRAINT order_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
    ON DELETE CASCADE ON UPDATE SET NULL,
  CONSTRAINT order_abroad FOREIGN KEY (abroad_id) REFERENCES `OTHER`.far (id)
);
CREATE TABLE parts (a INT, b INT, PRIMARY KEY (b, a));
CREATE TABLE part_uses (x INT, y INT, CONSTRAINT pair FOREIGN KEY (x, y) REFERENCES parts (b, a));
CREATE TABLE logs (id INT, at YEAR NOT NULL) ENGINE=MyISAM
  PARTITION BY RANGE (at) SUBPARTITION BY HASH (id) SUBPARTITIONS 2
  (PARTITION p2019 VALUES LESS THAN (2020), PARTITION rest VALUES LESS THAN MAXVALUE);
CREATE TABLE audit (id INT, what TEXT);
CREATE TABLE history (id INT) WITH SYSTEM VERSIONING;
CREATE SEQUENCE numbers START WITH 5;
CREATE VIEW big AS SELECT c.email, COUNT(*) AS n FROM customers c JOIN orders o ON o.customer_id = c.id
  GROUP BY c.email;
CREATE SQL SECURITY INVOKER VIEW few AS SELECT id, name FROM customers WHERE points > 1 WITH CHECK OPTION;
CREATE VIEW abroad AS SELECT id FROM `OTHER`.far;
CREATE PROCEDURE note(IN what TEXT, INOUT n DECIMAL(5,1), OUT done INT) COMMENT 'writes a line'
  SQL SECURITY INVOKER INSERT INTO audit(what) VALUES (what);
CREATE FUNCTION label(x INT) RETURNS VARCHAR(20) DETERMINISTIC RETURN CONCAT('#', x);
CREATE TRIGGER orders_log AFTER INSERT ON orders FOR EACH ROW CALL note('new', @n, @d);
CREATE TRIGGER orders_fill BEFORE UPDATE ON orders FOR EACH ROW SET NEW.a = NEW.b + 1, NEW.b = 0;
CREATE TRIGGER customers_gone AFTER DELETE ON customers FOR EACH ROW DELETE FROM orders WHERE customer_id = OLD.id;
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' DISABLE COMMENT 'cleans up'
  DO DELETE FROM logs WHERE at < 2019;
CREATE VIEW labelled AS SELECT label(id) AS l FROM orders;
CREATE PROCEDURE loads() EXECUTE IMMEDIATE 'select 1';
CREATE PROCEDURE remote() SELECT 'mysql://app:hunter2@db/shop', 'password=hunter3';
CREATE ROLE `PRE_reader`, `PRE_boss`;
GRANT `PRE_reader` TO `PRE_boss`;
CREATE USER `PRE_app`@'%' IDENTIFIED BY 'pw';
CREATE USER `PRE_locked`@'%' ACCOUNT LOCK;
GRANT `PRE_boss` TO `PRE_app`@'%';
GRANT SELECT ON `SELF`.* TO `PRE_reader`;
GRANT INSERT, DELETE ON customers TO `PRE_app`@'%' WITH GRANT OPTION;
GRANT SELECT (id, name), UPDATE (name) ON customers TO `PRE_app`@'%';
GRANT EXECUTE ON PROCEDURE note TO `PRE_app`@'%';
)";

} // namespace

void TestMariaDbReader::initTestCase()
{
    m_other = std::make_unique<MariaDbTestDatabase>(QStringLiteral("far"));
    m_database = std::make_unique<MariaDbTestDatabase>(
        QStringLiteral("reader"), "CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
    QVERIFY2(m_database->error().isEmpty(), qPrintable(m_database->error()));
    m_prefix = m_database->name().right(12);
    QCOMPARE(m_other->execute("CREATE TABLE far (id INT PRIMARY KEY)"), QString());
    QByteArray text = script;
    text.replace("OTHER", m_other->name().toUtf8()).replace("SELF", m_database->name().toUtf8());
    text.replace("PRE_", m_prefix.toUtf8());
    QCOMPARE(m_database->execute(text), QString());
    const Result<ReadResult> read = readUrl(m_database->url());
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    m_catalog = mergeSources({read->catalog});
}

QString TestMariaDbReader::local(const QString& text) const
{
    return QString(text)
        .replace(QLatin1String("DB"), m_database->name())
        .replace(QLatin1String("FAR"), m_other->name());
}

ObjectRef TestMariaDbReader::at(const QString& name) const
{
    const Result<ObjectRef> found = m_catalog.resolve(local(name));
    if (!found)
        qWarning() << name << found.error().message;
    return found ? *found : ObjectRef(SourceId{0});
}

const ObjectBase* TestMariaDbReader::find(const QString& name) const
{
    return &m_catalog.base(at(name));
}

namespace {

QString fact(const ObjectBase& object, const char* label)
{
    for (const Property& property : object.properties) {
        if (property.label == QLatin1String(label))
            return property.value;
    }
    return {};
}

template <typename Id> Id idOf(ObjectRef ref)
{
    return Id{ref.index};
}

} // namespace

void TestMariaDbReader::source()
{
    const Source& source = m_catalog.source(SourceId{0});
    QVERIFY(source.engine == Engine::MariaDb || source.engine == Engine::MySql);
    QVERIFY(source.versionNumber >= 80000);
    QCOMPARE(source.databaseName, m_database->name());
    QCOMPARE(source.defaultSchema, m_database->name());
    QVERIFY(!source.changedWhileReading);
    QCOMPARE(m_catalog.objects().schemas.size(), std::size_t(1));
    QVERIFY(std::ranges::any_of(source.omissions, [](const Omission& omission) {
        return omission.what == QLatin1String("system schemas") && omission.count >= 3;
    }));
    for (const KindReport& report : source.kinds) {
        const bool hasDoubt = report.kind == CatalogKind::Dependencies;
        QVERIFY2(hasDoubt || report.state == ReadState::Read ||
                     report.state == ReadState::EngineHasNone,
                 qPrintable(catalogKindName(report.kind) + report.reason));
    }
}

void TestMariaDbReader::tables_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("table") << QStringLiteral("customers")
                           << QStringLiteral("table InnoDB utf8mb4 who buys");
    QTest::newRow("view") << QStringLiteral("big") << QStringLiteral("view   ");
    QTest::newRow("partitioned") << QStringLiteral("logs")
                                 << QStringLiteral("partitioned table MyISAM utf8mb4 ");
    QTest::newRow("versioned") << QStringLiteral("history")
                               << QStringLiteral("table InnoDB utf8mb4 ");
}

void TestMariaDbReader::tables()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    const Table& table = m_catalog.table(idOf<TableId>(at(name)));
    const QStringList facts{tableKindName(table.kind), fact(table, "Engine"), table.characterSet,
                            table.comment.text};
    QCOMPARE(facts.join(QLatin1Char(' ')), expected);
    QCOMPARE(table.systemVersioned, name == QLatin1String("history"));
    if (name != QLatin1String("logs"))
        return;
    QCOMPARE(table.partitionKey, QStringLiteral("RANGE (`at`) SUBPARTITION BY HASH (`id`)"));
    QVERIFY(fact(table, "Partition p2019.p2019sp0").contains(QLatin1String("2020")));
    QVERIFY(fact(table, "Partition rest.restsp1").contains(QLatin1String("MAXVALUE")));
}

void TestMariaDbReader::columns_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(expected);
    };
    row("customers.id", "int(11) not null auto");
    row("customers.email", "varchar(80) not null ='it''s' ascii ascii_general_ci /login name");
    row("customers.name", "varchar(80) utf8mb4_bin");
    row("customers.points", "decimal(10,2) unsigned not null =0.00");
    row("customers.twice", "int(11) stored:`points` * 2");
    row("customers.thrice", "int(11) virtual:`points` * 3");
    row("customers.secret", "int(11) =3 hidden");
    row("customers.changed", "timestamp not null =current_timestamp() update:current_timestamp()");
    row("customers.payload", "json utf8mb4_bin");
    row("customers.level", "enum('low','high') not null ='low'");
    row("big.n", "bigint(21) not null");
}

void TestMariaDbReader::columns()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    const Column& column = m_catalog.column(idOf<ColumnId>(at(name)));
    QStringList facts{column.type};
    if (!column.nullable)
        facts << QStringLiteral("not null");
    if (column.columnIdentity == Identity::AutoIncrement)
        facts << QStringLiteral("auto");
    if (column.defaultExpression)
        facts << QLatin1Char('=') + *column.defaultExpression;
    if (column.generated == Generated::Stored)
        facts << QStringLiteral("stored:") + column.generationExpression;
    if (column.generated == Generated::Virtual)
        facts << QStringLiteral("virtual:") + column.generationExpression;
    if (column.hidden)
        facts << QStringLiteral("hidden");
    if (!fact(column, "On update").isEmpty())
        facts << QStringLiteral("update:") + fact(column, "On update");
    facts << column.characterSet << column.collation;
    if (!column.comment.isEmpty())
        facts << QLatin1Char('/') + column.comment.text;
    facts.removeAll(QString());
    QCOMPARE(facts.join(QLatin1Char(' ')), expected);
}

namespace {

QString columnNames(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (const ColumnId column : columns)
        names << catalog.column(column).name;
    return names.join(QLatin1Char(','));
}

QString describe(const Catalog& catalog, const Constraint& constraint)
{
    QString text = constraint.name + QLatin1Char(' ') + constraintKindName(constraint.kind) +
                   QStringLiteral(" (") + columnNames(catalog, constraint.columns) +
                   QLatin1Char(')');
    if (constraint.kind == ConstraintKind::Check)
        text += QLatin1Char(' ') + constraint.expression;
    if (constraint.kind != ConstraintKind::ForeignKey)
        return text;
    const QString parent = constraint.referencedTable
                               ? catalog.table(*constraint.referencedTable).name
                               : constraint.referencedName;
    return text + QStringLiteral(" -> %1 (%2) %3 %4")
                      .arg(parent, columnNames(catalog, constraint.referencedColumns),
                           referentialActionName(constraint.onUpdate),
                           referentialActionName(constraint.onDelete));
}

QString describe(const Catalog& catalog, const Index& index)
{
    QStringList parts;
    for (const IndexPart& part : index.parts) {
        QString text = part.column ? catalog.column(*part.column).name : part.expression;
        if (part.prefixLength)
            text += QStringLiteral("(%1)").arg(*part.prefixLength);
        parts << text + (part.descending ? QStringLiteral(" desc") : QString());
    }
    return QStringLiteral("%1 %2 (%3)%4%5")
        .arg(index.name, index.method, parts.join(QLatin1Char(',')),
             index.unique ? QStringLiteral(" unique") : QString(),
             index.comment.isEmpty() ? QString()
                                     : QString(QStringLiteral(" /") + index.comment.text));
}

} // namespace

void TestMariaDbReader::constraints_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("keys and checks, JSON's own check left out")
        << QStringLiteral("customers")
        << QStringList{QStringLiteral("PRIMARY primary key (id)"),
                       QStringLiteral("email_once unique (email)"),
                       QStringLiteral("points_small check (points,born) `points` < 1000 and "
                                      "`born` is not null")};
    QTest::newRow("foreign keys, one into another database")
        << QStringLiteral("orders")
        << QStringList{QStringLiteral("PRIMARY primary key (id)"),
                       QStringLiteral("order_abroad foreign key (abroad_id) -> FAR.far () RESTRICT "
                                      "RESTRICT"),
                       QStringLiteral("order_customer foreign key (customer_id) -> customers (id) "
                                      "SET NULL CASCADE")};
    QTest::newRow("two columns in their own order")
        << QStringLiteral("part_uses")
        << QStringList{QStringLiteral("pair foreign key (x,y) -> parts (b,a) RESTRICT RESTRICT")};
    QTest::newRow("none") << QStringLiteral("audit") << QStringList{};
}

void TestMariaDbReader::constraints()
{
    QFETCH(QString, table);
    QFETCH(QStringList, expected);
    QStringList lines;
    for (const Constraint& constraint : m_catalog.constraintsOf(idOf<TableId>(at(table))))
        lines << describe(m_catalog, constraint);
    for (QString& line : expected)
        line = local(line);
    QCOMPARE(lines, expected);
}

void TestMariaDbReader::indexes_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("prefix, descending, full text")
        << QStringLiteral("customers")
        << QStringList{QStringLiteral("PRIMARY btree (id) unique"),
                       QStringLiteral("by_name btree (name(10),born desc) /for the list"),
                       QStringLiteral("email_once btree (email) unique"),
                       QStringLiteral("words FULLTEXT (name)")};
    QTest::newRow("spatial") << QStringLiteral("places")
                             << QStringList{QStringLiteral("PRIMARY btree (id) unique"),
                                            QStringLiteral("near SPATIAL (spot)")};
    QTest::newRow("none") << QStringLiteral("audit") << QStringList{};
}

void TestMariaDbReader::indexes()
{
    QFETCH(QString, table);
    QFETCH(QStringList, expected);
    QStringList lines;
    for (const Index& index : m_catalog.indexesOf(idOf<TableId>(at(table))))
        lines << describe(m_catalog, index);
    QCOMPARE(lines, expected);
}

void TestMariaDbReader::views()
{
    const Table& few = m_catalog.table(idOf<TableId>(at(QStringLiteral("few"))));
    QVERIFY(few.viewDefinition.startsWith(QLatin1String("select ")));
    QCOMPARE(fact(few, "SQL security"), QStringLiteral("INVOKER"));
    QCOMPARE(fact(few, "Check option"), QStringLiteral("CASCADED"));
    QVERIFY(!few.broken);
    QVERIFY(few.comment.isEmpty());
    const Table& big = m_catalog.table(idOf<TableId>(at(QStringLiteral("big"))));
    QCOMPARE(fact(big, "Updatable"), QStringLiteral("no"));
    QCOMPARE(fact(big, "Check option"), QString());
    QVERIFY(!fact(big, "Definer").isEmpty());
}

void TestMariaDbReader::triggers()
{
    const auto triggers = m_catalog.triggersOf(idOf<TableId>(at(QStringLiteral("orders"))));
    QCOMPARE(triggers.size(), std::size_t(2));
    const Trigger& fill = triggers[0];
    QCOMPARE(fill.name, QStringLiteral("orders_fill"));
    QVERIFY(fill.timing == TriggerTiming::Before);
    QCOMPARE(fill.events, QStringLiteral("UPDATE"));
    QCOMPARE(fact(fill, "Sets"), QStringLiteral("a, b"));
    QVERIFY(fill.body.startsWith(QLatin1String("SET NEW.a")));
    QVERIFY(triggers[1].timing == TriggerTiming::After);
    QCOMPARE(fact(triggers[1], "Sets"), QString());
}

void TestMariaDbReader::routines()
{
    const auto named = [this](const char* name) -> const Routine* {
        const auto found = std::ranges::find(m_catalog.objects().routines,
                                             QString::fromLatin1(name), &Routine::name);
        return found == m_catalog.objects().routines.end() ? nullptr : &*found;
    };
    const Routine* note = named("note");
    QVERIFY(note);
    QVERIFY(note->kind == RoutineKind::Procedure);
    QCOMPARE(note->arguments,
             QStringLiteral("IN what text, INOUT n decimal(5,1), OUT done int(11)"));
    QCOMPARE(note->argumentTypes, QStringLiteral("text,decimal(5,1)"));
    QCOMPARE(note->comment.text, QStringLiteral("writes a line"));
    QVERIFY(!note->securityDefiner);
    const Routine* label = named("label");
    QVERIFY(label);
    QVERIFY(label->kind == RoutineKind::Function);
    QCOMPARE(label->arguments, QStringLiteral("x int(11)"));
    QVERIFY(label->returns.startsWith(QLatin1String("varchar(20)")));
    QVERIFY(label->securityDefiner);
    QCOMPARE(fact(*label, "Deterministic"), QStringLiteral("yes"));
}

void TestMariaDbReader::eventsAndSequences()
{
    const auto& others = m_catalog.objects().others;
    QCOMPARE(others.size(), std::size_t(2));
    const auto event = std::ranges::find(others, CatalogKind::Events, &OtherObject::kind);
    QVERIFY(event != others.end());
    QCOMPARE(event->name, QStringLiteral("nightly"));
    QCOMPARE(fact(*event, "Schedule"), QStringLiteral("EVERY 1 DAY STARTS 2030-01-01 00:00:00"));
    QCOMPARE(fact(*event, "Status"), QStringLiteral("disabled"));
    QCOMPARE(event->comment.text, QStringLiteral("cleans up"));
    const auto sequence = std::ranges::find(others, CatalogKind::Sequences, &OtherObject::kind);
    QVERIFY(sequence != others.end());
    QCOMPARE(sequence->name, QStringLiteral("numbers"));
    QVERIFY(!m_catalog.resolve(QStringLiteral("numbers.next_not_cached_value")));
}

void TestMariaDbReader::roles()
{
    const auto& roles = m_catalog.objects().roles;
    const auto named = [&roles](const QString& name) -> const Role* {
        const auto found = std::ranges::find(roles, name, &Role::name);
        return found == roles.end() ? nullptr : &*found;
    };
    const Role* app = named(roleName("app@%"));
    QVERIFY(app);
    QVERIFY(app->canLogin);
    QVERIFY(!app->superuser);
    QCOMPARE(app->memberOf.size(), std::size_t(1));
    QCOMPARE(m_catalog.role(app->memberOf.front()).name, roleName("boss"));
    const Role* boss = named(roleName("boss"));
    QVERIFY(boss);
    QVERIFY(!boss->canLogin);
    QCOMPARE(m_catalog.role(boss->memberOf.front()).name, roleName("reader"));
    const Role* locked = named(roleName("locked@%"));
    QVERIFY(locked);
    QVERIFY(!locked->canLogin);
    QVERIFY(std::ranges::any_of(roles, [](const Role& role) { return role.superuser; }));
}

void TestMariaDbReader::grants_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("grantee");
    QTest::addColumn<QString>("expected");
    QTest::newRow("database") << QString() << QStringLiteral("reader") << QStringLiteral("SELECT");
    QTest::newRow("table") << QStringLiteral("customers") << QStringLiteral("app@%")
                           << QStringLiteral("INSERT, DELETE grantable INSERT, DELETE");
    QTest::newRow("column") << QStringLiteral("customers.name") << QStringLiteral("app@%")
                            << QStringLiteral("SELECT, UPDATE");
    QTest::newRow("other column") << QStringLiteral("customers.id") << QStringLiteral("app@%")
                                  << QStringLiteral("SELECT");
    QTest::newRow("no grant") << QStringLiteral("orders") << QStringLiteral("app@%") << QString();
    QTest::newRow("inherited is not granted") << QString() << QStringLiteral("boss") << QString();
    QTest::newRow("routine") << QStringLiteral("note") << QStringLiteral("app@%")
                             << QStringLiteral("EXECUTE");
}

void TestMariaDbReader::grants()
{
    QFETCH(QString, object);
    QFETCH(QString, grantee);
    QFETCH(QString, expected);
    ObjectRef ref = SchemaId{0};
    if (object == QLatin1String("note")) {
        const auto& routines = m_catalog.objects().routines;
        const auto note = std::ranges::find(routines, object, &Routine::name);
        ref = RoutineId{static_cast<std::int32_t>(note - routines.begin())};
    } else if (!object.isEmpty()) {
        ref = at(object);
    }
    QStringList found;
    for (const Grant& grant : m_catalog.objects().grants) {
        if (grant.object != ref || !grant.grantee ||
            m_catalog.role(*grant.grantee).name != m_prefix + grantee)
            continue;
        QString text = privilegesText(grant.privileges, grant.otherPrivileges);
        if (grant.grantable)
            text += QStringLiteral(" grantable ") + privilegesText(grant.grantable);
        found << text;
    }
    QCOMPARE(found.join(QLatin1Char(';')), expected);
}

QStringList TestMariaDbReader::usedBy(const QString& name) const
{
    static const char* const words[] = {"reads ", "writes ", "calls ", "other "};
    QStringList used;
    for (const Dependency& dependency : m_catalog.objects().dependencies) {
        if (m_catalog.base(dependency.dependent).name == name)
            used << QString::fromLatin1(words[static_cast<int>(dependency.kind)]) +
                        m_catalog.base(dependency.on).name;
    }
    used.sort();
    return used;
}

void TestMariaDbReader::dependencies()
{
    const auto lines = [](const char* text) {
        return QString::fromLatin1(text).split(QStringLiteral(", "), Qt::SkipEmptyParts);
    };
    QCOMPARE(usedBy(QStringLiteral("big")),
             lines("reads customer_id, reads customers, reads email, reads id, reads orders"));
    QCOMPARE(usedBy(QStringLiteral("orders_log")), lines("calls note"));
    QCOMPARE(usedBy(QStringLiteral("customers_gone")), lines("writes orders"));
    QCOMPARE(usedBy(QStringLiteral("note")), lines("writes audit"));
    QCOMPARE(usedBy(QStringLiteral("nightly")), lines("writes logs"));
    QCOMPARE(usedBy(QStringLiteral("labelled")), lines("calls label, reads id, reads orders"));
    QCOMPARE(usedBy(QStringLiteral("label")), QStringList());
    QCOMPARE(usedBy(QStringLiteral("abroad")), QStringList());
    QCOMPARE(fact(*find(QStringLiteral("abroad")), "Also uses"), local(QStringLiteral("FAR.far")));
    const KindReport* report = m_catalog.kindReport(SourceId{0}, CatalogKind::Dependencies);
    QVERIFY(report);
    QVERIFY(report->state == ReadState::PartlyRead);
    QCOMPARE(report->missingObjects.size(), std::size_t(1));
    QVERIFY(report->missingObjects.front().contains(QLatin1String(".loads ")));
}

void TestMariaDbReader::passwordsAreMasked()
{
    for (const Routine& routine : m_catalog.objects().routines) {
        QVERIFY(!routine.body.contains(QLatin1String("hunter")));
        QVERIFY(!routine.definition.contains(QLatin1String("hunter")));
    }
}

void TestMariaDbReader::scope()
{
    ReadOptions options;
    options.schemas = {m_database->name(), m_other->name()};
    const Catalog both = catalogOf(m_database->serverUrl(), options);
    QCOMPARE(both.objects().schemas.size(), std::size_t(2));
    const Result<ObjectRef> orders =
        both.resolve(QString(m_database->name() + QStringLiteral(".orders")));
    QVERIFY(orders.has_value());
    const auto keys = both.constraintsOf(idOf<TableId>(*orders));
    const auto abroad = std::ranges::find(keys, QStringLiteral("order_abroad"), &Constraint::name);
    QVERIFY(abroad != keys.end());
    QVERIFY(abroad->referencedTable.has_value());
    QCOMPARE(both.schema(both.table(*abroad->referencedTable).schema).name, m_other->name());

    options.schemas.clear();
    options.tables = {QStringLiteral("cust*")};
    const Catalog some = catalogOf(m_database->url(), options);
    QCOMPARE(some.objects().tables.size(), std::size_t(1));
    QVERIFY(std::ranges::any_of(some.source(SourceId{0}).omissions, [](const Omission& omission) {
        return omission.what == QLatin1String("outside the chosen scope") && omission.count > 5;
    }));

    const Catalog all = catalogOf(m_database->serverUrl());
    QVERIFY(all.objects().schemas.size() >= 2);
    QVERIFY(std::ranges::none_of(all.objects().schemas,
                                 [](const Schema& schema) { return schema.system; }));
    options = {};
    options.systemObjects = true;
    options.schemas = {QStringLiteral("mysql")};
    const Catalog system = catalogOf(m_database->serverUrl(), options);
    QCOMPARE(system.objects().schemas.size(), std::size_t(1));
    QVERIFY(system.objects().tables.size() > 20);
    QVERIFY(system.objects().tables.front().system);
}

void TestMariaDbReader::sample()
{
    QDir folder(QStringLiteral(CADASTRE_SOURCE_DIR "/resources/sample/mariadb"));
    MariaDbSession session(m_database->serverUrl());
    const QStringList shops{QStringLiteral("shop_catalogue"), QStringLiteral("shop_ordering"),
                            QStringLiteral("shop_billing"), QStringLiteral("shop_support")};
    const auto drop = [&] {
        for (const QString& shop : shops)
            (void)session.execute("DROP DATABASE IF EXISTS " + shop.toLatin1());
    };
    drop();
    QStringList files = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    QVERIFY(files.size() > 10);
    files << QStringLiteral("optional/90_broken.sql");
    for (const QString& name : std::as_const(files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(session.execute(file.readAll()), QString());
    }
    ReadOptions options;
    options.schemas = shops;
    const Catalog catalog = catalogOf(m_database->serverUrl(), options);
    drop();
    QCOMPARE(catalog.objects().schemas.size(), std::size_t(4));
    QVERIFY(catalog.objects().tables.size() > 45);
    int broken = 0;
    for (const Table& table : catalog.objects().tables)
        broken += table.broken ? 1 : 0;
    QCOMPARE(broken, 3);
    const auto triggers = catalog.objects().triggers;
    const auto invoice =
        std::ranges::find(triggers, QStringLiteral("trg_shipments_invoice"), &Trigger::name);
    QVERIFY(invoice != triggers.end());
    const ObjectRef trigger = TriggerId{static_cast<std::int32_t>(invoice - triggers.begin())};
    QVERIFY(std::ranges::any_of(catalog.objects().dependencies, [&](const Dependency& dependency) {
        return dependency.dependent == trigger && dependency.kind == DependencyKind::Writes &&
               catalog.base(dependency.on).name == QLatin1String("invoices");
    }));
}

QTEST_GUILESS_MAIN(TestMariaDbReader)
#include "tst_mariadb_reader.moc"
