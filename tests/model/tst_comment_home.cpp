// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where comments live, engine by engine and kind by kind; and where none can be written.
#include "model/notes/comment_home.h"

#include "model/notes/staged_edits.h"

#include <QTest>

#include <functional>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// One object of each kind on an engine.
CatalogObjects everyKind(Engine engine, int version)
{
    CatalogObjects objects;
    Source source;
    source.name = u("shop");
    source.engine = engine;
    source.versionNumber = version;
    objects.sources = {source};
    const auto named = [](auto object, const char* name) {
        object.name = u(name);
        return object;
    };
    objects.schemas = {named(Schema(), "main")};
    objects.tables = {named(Table(), "orders"), named(Table(), "v_orders")};
    objects.tables[1].kind = TableKind::View;
    objects.columns = {named(Column(), "id"), named(Column(), "id")};
    objects.columns[1].table = TableId{1};
    objects.constraints = {named(Constraint(), "orders_pkey")};
    objects.constraints[0].kind = ConstraintKind::PrimaryKey;
    objects.constraints[0].columns = {ColumnId{0}};
    objects.indexes = {named(Index(), "orders_idx")};
    objects.triggers = {named(Trigger(), "trg")};
    objects.routines = {named(Routine(), "f")};
    objects.types = {named(UserType(), "t")};
    objects.roles = {named(Role(), "alice")};
    OtherObject other;
    other.name = u("ev");
    other.kind = CatalogKind::Events;
    other.kindName = u("event");
    other.schema = SchemaId{0};
    objects.others = {other};
    return objects;
}

Catalog catalogOf(const CatalogObjects& objects)
{
    return mergeSources({std::make_shared<const SourceCatalog>(finishSource(objects))});
}

using Change = std::function<void(CatalogObjects&)>;

} // namespace

Q_DECLARE_METATYPE(cadastre::ObjectRef)
Q_DECLARE_METATYPE(Change)

class tst_CommentHome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("places"); ///< by object: database, sidecar, none
        QTest::addColumn<QString>("limits");
        // source, schema, table, view, column, its view's, constraint, index, trigger, routine,
        // type, role, other (an event)
        QTest::newRow("PostgreSQL") << int(Engine::PostgreSql) << 150000 << u("ddddddddddddn")
                                    << u("0 0 0 0 0 0 0 0 0 0 0 0 0");
        QTest::newRow("MariaDB") << int(Engine::MariaDb) << 101100 << u("nddsdssdsdssd")
                                 << u("0 1024 2048 0 1024 0 0 1024 0 0 0 0 64");
        QTest::newRow("MariaDB 10.4") << int(Engine::MariaDb) << 100400 << u("nsdsdssdsdssd")
                                      << u("0 0 2048 0 1024 0 0 1024 0 0 0 0 64");
        QTest::newRow("MySQL") << int(Engine::MySql) << 80030 << u("nsdsdssdsdssd")
                               << u("0 0 2048 0 1024 0 0 1024 0 0 0 0 2048");
        QTest::newRow("SQLite") << int(Engine::Sqlite) << 34001 << u("nnssssssssssn")
                                << u("0 0 0 0 0 0 0 0 0 0 0 0 0");
    }

    void places()
    {
        QFETCH(int, engine);
        QFETCH(int, version);
        const Catalog catalog = catalogOf(everyKind(static_cast<Engine>(engine), version));
        const std::vector<ObjectRef> objects{
            SourceId{0}, SchemaId{0},     TableId{0}, TableId{1},   ColumnId{0},
            ColumnId{1}, ConstraintId{0}, IndexId{0}, TriggerId{0}, RoutineId{0},
            TypeId{0},   RoleId{0},       OtherId{0}};
        QString places;
        QStringList limits;
        for (ObjectRef object : objects) {
            const CommentHome home = commentHomeOf(catalog, object);
            places += QLatin1Char("dsn"[static_cast<int>(home.place)]);
            limits << QString::number(home.limit);
            QVERIFY(home.sentence.endsWith(QLatin1Char('.')));
            const bool isMariaDb = catalog.source({0}).engine == Engine::MariaDb ||
                                   catalog.source({0}).engine == Engine::MySql;
            QCOMPARE(home.basicPlaneOnly, isMariaDb && home.place == CommentPlace::Database);
        }
        QTEST(places, "places");
        QTEST(limits.join(QLatin1Char(' ')), "limits");
    }

    void nowhere_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<ObjectRef>("object");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* name, Engine engine, ObjectRef object, const char* why,
                            const Change& change) {
            QTest::newRow(name) << int(engine) << object << change << u(why);
        };
        row("undecodable comment", Engine::PostgreSql, TableId{0}, "encoding",
            [](CatalogObjects& o) {
                o.tables[0].comment = {u("x"), CommentOrigin::Catalog, true};
            });
        row("undecodable name of its table", Engine::PostgreSql, ColumnId{0}, "orders",
            [](CatalogObjects& o) { o.tables[0].undecodableName = true; });
        row("system table", Engine::Sqlite, TableId{0}, "engine itself",
            [](CatalogObjects& o) { o.tables[0].system = true; });
        row("column of a system schema", Engine::MariaDb, ColumnId{0}, "engine itself",
            [](CatalogObjects& o) { o.schemas[0].system = true; });
        row("comments not read", Engine::PostgreSql, TableId{0}, "permission denied",
            [](CatalogObjects& o) {
                o.sources[0].kinds = {
                    {CatalogKind::Comments, ReadState::NotRead, u("permission denied."), {}}};
            });
        row("connection in the comment", Engine::MariaDb, TableId{0}, "connection",
            [](CatalogObjects& o) { o.tables[0].kind = TableKind::ForeignTable; });
        row("table not read", Engine::MariaDb, TableId{0}, "locked",
            [](CatalogObjects& o) { o.tables[0].notRead = u("It is locked."); });
        row("constraint without a name", Engine::Sqlite, ConstraintId{0}, "no name",
            [](CatalogObjects& o) { o.constraints[0].name.clear(); });
        row("operator", Engine::PostgreSql, OtherId{0}, "operators", [](CatalogObjects& o) {
            o.others[0].kind = CatalogKind::Unknown;
            o.others[0].kindName = u("operator");
        });
    }

    void nowhere()
    {
        QFETCH(int, engine);
        QFETCH(ObjectRef, object);
        QFETCH(Change, change);
        QFETCH(QString, why);
        CatalogObjects objects = everyKind(static_cast<Engine>(engine), 150000);
        QVERIFY(commentHomeOf(catalogOf(objects), object).place != CommentPlace::None ||
                object.kind == ObjectKind::Other);
        change(objects);
        const CommentHome home = commentHomeOf(catalogOf(objects), object);
        QCOMPARE(home.place, CommentPlace::None);
        QVERIFY2(home.sentence.contains(why), qPrintable(home.sentence));
    }

    void otherKindsOfPostgreSql()
    {
        CatalogObjects objects = everyKind(Engine::PostgreSql, 150000);
        for (CatalogKind kind :
             {CatalogKind::Sequences, CatalogKind::Policies, CatalogKind::Rules,
              CatalogKind::EventTriggers, CatalogKind::Publications, CatalogKind::Subscriptions,
              CatalogKind::Extensions, CatalogKind::ForeignServers, CatalogKind::Collations}) {
            objects.others[0].kind = kind;
            objects.others[0].kindName = u("thing");
            QCOMPARE(commentHomeOf(catalogOf(objects), OtherId{0}).place, CommentPlace::Database);
        }
    }

    void partlyReadCommentsCanBeEdited()
    {
        CatalogObjects objects = everyKind(Engine::PostgreSql, 150000);
        objects.sources[0].kinds = {{CatalogKind::Comments, ReadState::PartlyRead, u("x"), {}}};
        QCOMPARE(commentHomeOf(catalogOf(objects), TableId{0}).place, CommentPlace::Database);
    }

    void editsBeginWithWhatIsStored()
    {
        CatalogObjects objects = everyKind(Engine::PostgreSql, 150000);
        objects.tables[0].comment.text = u("old");
        objects.tables[0].identity = ServerIdentity{1, 2, 3, 0};
        const Catalog catalog = catalogOf(objects);
        const CommentEdit edit = commentEditOf(catalog, TableId{0}, u("new"));
        QCOMPARE(edit, (CommentEdit{catalog.keyOf(TableId{0}), u("old"), u("new"),
                                    ServerIdentity{1, 2, 3, 0}}));

        CatalogObjects sqlite = everyKind(Engine::Sqlite, 34001);
        sqlite.tables[0].comment = {u("old"), CommentOrigin::Ddl, false};
        QCOMPARE(commentEditOf(catalogOf(sqlite), TableId{0}, u("new")).before, QString());
        QVERIFY(commentHomeOf(catalogOf(sqlite), TableId{0}).sentence.contains(u("CREATE")));
        sqlite.tables[0].comment.origin = CommentOrigin::Sidecar;
        QCOMPARE(commentEditOf(catalogOf(sqlite), TableId{0}, u("new")).before, u("old"));
    }
};

QTEST_APPLESS_MAIN(tst_CommentHome)
#include "tst_comment_home.moc"
