// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which tables a comparison marks, what their tool tips say, and where the signs are painted: on
// the catalog after the changes, and on no other.
#include "diagram/change_marks.h"
#include "diagram/draw_list.h"
#include "tests/support/diagram_fixture.h"

#include <QTest>

using namespace cadastre;

namespace {

const char* const before = "customers\n  id integer pk\n  email text\n  fax text\n"
                           "orders\n  id integer pk\n"
                           "quiet\n  id integer pk\n"
                           "gone\n  x text\n";
const char* const after = "customers\n  id integer pk\n  email varchar(40)\n"
                          "orders\n  id integer pk\n  note text?\n"
                          "quiet\n  id integer pk\n"
                          "vouchers\n  code text\n  until date\n";

std::shared_ptr<const ChangeMarks> marksOf(const std::shared_ptr<const Catalog>& catalog)
{
    return changeMarks(catalog, difference(*test::catalogFromText(before), *catalog));
}

/// Signs of changes in a picture, by table.
QMap<QString, Sign> signsIn(const std::shared_ptr<const DiagramGraph>& graph,
                            const std::shared_ptr<const ChangeMarks>& marks, double scale)
{
    const DiagramScene scene = test::sceneOf(graph);
    DrawOptions options;
    options.view = {-100, -100, 10000, 10000};
    options.scale = scale;
    options.changes = marks;
    QMap<QString, Sign> signs;
    for (const DrawSign& sign : buildDrawList(scene, EmphasisMap(scene, {}), options).signs) {
        if (sign.sign != Sign::NewTable && sign.sign != Sign::AlteredTable)
            continue;
        for (std::size_t i = 0; i < graph->nodes.size(); ++i) {
            if (scene.layout().nodes[i].contains(sign.center))
                signs.insert(graph->nodes[i].title, sign.sign);
        }
    }
    return signs;
}

} // namespace

class TestChangeMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesAreMarked()
    {
        const auto catalog = test::catalogFromText(after);
        const auto marks = marksOf(catalog);
        QMap<QString, QString> texts;
        for (auto [table, mark] : marks->tables.asKeyValueRange())
            texts.insert(catalog->table(table).name, mark.text);
        QCOMPARE(texts.keys(), (QStringList{QStringLiteral("customers"), QStringLiteral("orders"),
                                            QStringLiteral("vouchers")}));
        QCOMPARE(texts.value(QStringLiteral("customers")),
                 QStringLiteral("Changed: column email (type); column fax (removed)"));
        QCOMPARE(texts.value(QStringLiteral("vouchers")),
                 QStringLiteral("New since it was read before"));
    }

    void signsArePainted_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("rows") << 1.0;
        QTest::newRow("titles") << 0.3;
    }

    void signsArePainted()
    {
        QFETCH(double, scale);
        const auto graph = test::graphOf(after);
        const auto marks = marksOf(graph->catalog);
        QCOMPARE(signsIn(graph, marks, scale),
                 (QMap<QString, Sign>{{QStringLiteral("customers"), Sign::AlteredTable},
                                      {QStringLiteral("orders"), Sign::AlteredTable},
                                      {QStringLiteral("vouchers"), Sign::NewTable}}));
        // none for nobody, and none of another catalog
        QVERIFY(signsIn(graph, nullptr, scale).isEmpty());
        QVERIFY(signsIn(test::graphOf(after), marks, scale).isEmpty());
    }
};

QTEST_MAIN(TestChangeMarks)
#include "tst_change_marks.moc"
