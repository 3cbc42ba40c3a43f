// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What it takes to declare a relationship: which indexes serve it, which keys it may refer to, in
// which order of columns, and what stands in the way.
#include "model/export/key_plan.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

const char* const schema = "parent\n"
                           "  a integer pk\n"
                           "  b integer\n"
                           "  c integer\n"
                           "  unique b, c\n"
                           "child\n"
                           "  x integer\n"
                           "  y integer\n"
                           "  z text\n";

/// The schema with one index on the child, and one on the parent.
struct Shape
{
    Engine engine = Engine::PostgreSql;
    QStringList childIndex;
    QString predicate;
    QString method = QStringLiteral("btree");
    bool valid = true;
    std::optional<int> prefix;
    bool deferrable = false; ///< the parent's unique constraint
};

class Fixture
{
public:
    explicit Fixture(const Shape& shape)
    {
        CatalogObjects objects = test::SchemaText::source(QString::fromUtf8(schema)).objects;
        objects.sources.front().engine = shape.engine;
        for (Constraint& constraint : objects.constraints)
            constraint.deferrable = constraint.kind == ConstraintKind::Unique && shape.deferrable;
        if (!shape.childIndex.isEmpty())
            objects.indexes.push_back(index(objects, shape));
        auto part = std::make_shared<const SourceCatalog>(finishSource(std::move(objects)));
        m_catalog = std::make_shared<const Catalog>(mergeSources({part}));
    }

    [[nodiscard]] KeyPlan plan(const QString& child, const QString& parent) const
    {
        Relationship relationship;
        relationship.origin = RelationshipOrigin::Confirmed;
        relationship.childColumns = columns(QStringLiteral("child"), child);
        relationship.child = m_catalog->column(relationship.childColumns.front()).table;
        const auto parentColumns = columns(QStringLiteral("parent"), parent);
        relationship.targets = {
            {m_catalog->column(parentColumns.front()).table, parentColumns, {}}};
        return keyPlan(*m_catalog, relationship, nullptr);
    }

    [[nodiscard]] QString names(const std::vector<ColumnId>& ids) const
    {
        QString text;
        for (ColumnId id : ids)
            text += m_catalog->column(id).name;
        return text;
    }

private:
    static Index index(const CatalogObjects& objects, const Shape& shape)
    {
        Index index;
        index.name = QStringLiteral("i");
        index.method = shape.method;
        index.predicate = shape.predicate;
        index.valid = shape.valid;
        for (const QString& name : shape.childIndex) {
            for (int i = 0; i < static_cast<int>(objects.columns.size()); ++i) {
                const Column& column = objects.columns[static_cast<std::size_t>(i)];
                if (column.name != name)
                    continue;
                IndexPart part;
                part.column = ColumnId{i};
                part.prefixLength = shape.prefix;
                index.parts.push_back(part);
                index.table = column.table;
            }
        }
        return index;
    }

    std::vector<ColumnId> columns(const QString& table, const QString& names) const
    {
        std::vector<ColumnId> ids;
        for (QChar name : names) {
            const auto found =
                m_catalog->resolve(QString(table + QLatin1Char('.') + QString(name)));
            ids.push_back(ColumnId{found->index});
        }
        return ids;
    }

    std::shared_ptr<const Catalog> m_catalog;
};

} // namespace

class tst_KeyPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indexes_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<QStringList>("parts");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("child");
        QTest::addColumn<bool>("needed");
        const auto row = [](const char* name, Engine engine, const char* parts, const char* variant,
                            const char* child, bool needed) {
            QTest::newRow(name) << static_cast<int>(engine)
                                << QString::fromLatin1(parts).split(QString(), Qt::SkipEmptyParts)
                                << QString::fromLatin1(variant) << QString::fromLatin1(child)
                                << needed;
        };
        row("none", Engine::PostgreSql, "", "", "x", true);
        row("the column", Engine::PostgreSql, "x", "", "x", false);
        row("leading", Engine::PostgreSql, "xy", "", "x", false);
        row("not leading", Engine::PostgreSql, "yx", "", "x", true);
        row("both, any order", Engine::PostgreSql, "yx", "", "xy", false);
        row("both, InnoDB wants the order", Engine::MariaDb, "yx", "", "xy", true);
        row("both, in order", Engine::MariaDb, "xy", "", "xy", false);
        row("partial", Engine::PostgreSql, "x", "partial", "x", true);
        row("broken", Engine::PostgreSql, "x", "invalid", "x", true);
        row("gin", Engine::PostgreSql, "x", "gin", "x", true);
        row("hash", Engine::PostgreSql, "x", "hash", "x", false);
        row("prefix", Engine::MariaDb, "x", "prefix", "x", true);
    }

    void indexes()
    {
        QFETCH(int, engine);
        QFETCH(QStringList, parts);
        QFETCH(QString, variant);
        QFETCH(QString, child);
        QFETCH(bool, needed);
        Shape shape;
        shape.engine = static_cast<Engine>(engine);
        shape.childIndex = parts;
        if (variant == QStringLiteral("partial"))
            shape.predicate = QStringLiteral("x > 0");
        if (variant == QStringLiteral("gin") || variant == QStringLiteral("hash"))
            shape.method = variant;
        if (variant == QStringLiteral("prefix"))
            shape.prefix = 4;
        shape.valid = variant != QStringLiteral("invalid");
        const KeyPlan plan = Fixture(shape).plan(child, child.size() == 1 ? QStringLiteral("a")
                                                                          : QStringLiteral("bc"));
        QCOMPARE(plan.obstacle, QString());
        QCOMPARE(plan.needsIndex, needed);
    }

    void followsTheOrderOfTheParentsKey()
    {
        const Fixture fixture({});
        const KeyPlan plan = fixture.plan(QStringLiteral("xy"), QStringLiteral("cb"));
        QCOMPARE(fixture.names(plan.parentColumns), QStringLiteral("bc"));
        QCOMPARE(fixture.names(plan.childColumns), QStringLiteral("yx"));
    }

    void obstacles_data()
    {
        QTest::addColumn<QString>("child");
        QTest::addColumn<QString>("parent");
        QTest::addColumn<bool>("deferrable");
        QTest::addColumn<QString>("obstacle");
        const auto row = [](const char* child, const char* parent, bool deferrable,
                            const char* obstacle) {
            QTest::newRow(*obstacle == 0 ? "none" : obstacle)
                << QString::fromLatin1(child) << QString::fromLatin1(parent) << deferrable
                << QString::fromLatin1(obstacle);
        };
        row("x", "a", false, "");
        row("x", "b", false, "parent (b) is not unique");
        row("xy", "ab", false, "parent (a, b) is not unique");
        row("xy", "bc", true, "parent (b, c) is not unique");
        row("z", "a", false, "PostgreSQL refuses a key from text to integer");
    }

    void obstacles()
    {
        QFETCH(QString, child);
        QFETCH(QString, parent);
        QFETCH(bool, deferrable);
        QFETCH(QString, obstacle);
        Shape shape;
        shape.deferrable = deferrable;
        const KeyPlan plan = Fixture(shape).plan(child, parent);
        QCOMPARE(plan.obstacle.isEmpty(), obstacle.isEmpty());
        QVERIFY2(obstacle.isEmpty() || plan.obstacle.startsWith(obstacle),
                 qPrintable(plan.obstacle));
    }
};

QTEST_GUILESS_MAIN(tst_KeyPlan)
#include "tst_key_plan.moc"
