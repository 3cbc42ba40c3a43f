// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The picture stays where people know it: a database that is opened again after it changed, one
// boundary that is drawn and undone.
#include "app/boundary_desk.h"
#include "app/main_window.h"
#include "diagram/canvas.h"
#include "diagram/grouping.h"
#include "tests/gui/window_test.h"
#include "tests/support/sqlite_file.h"
#include "widgets/new_boundary_dialog.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

/// Where a table is: its group's path, and its rectangle in the scene.
struct Stand
{
    QString group;
    QRectF rect;

    bool operator==(const Stand&) const = default;
};

/// By title.
QMap<QString, Stand> standsOf(const Canvas& canvas)
{
    QMap<QString, Stand> stands;
    const DiagramGraph& graph = *canvas.graph();
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        stands[graph.nodes[i].title] = {groupPath(graph, graph.nodes[i].group),
                                        canvas.diagramLayout().nodes[i]};
    return stands;
}

/// The first table of which the group or the place is another, but for these; empty for none.
QString firstMoved(const QMap<QString, Stand>& before, const QMap<QString, Stand>& after,
                   const QStringList& but)
{
    for (auto stand = before.begin(); stand != before.end(); ++stand) {
        const Stand now = after.value(stand.key());
        if (but.contains(stand.key()))
            continue;
        // a box may be wider or taller by what was added to it
        if (now.group != stand->group || now.rect.topLeft() != stand->rect.topLeft())
            return QStringLiteral("%1: from %2 to %3").arg(stand.key(), stand->group, now.group);
    }
    return {};
}

} // namespace

class TestPlacesWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nextDayEverythingStandsWhereItStood();
    void layingOutAnewIsKeptToo();
    void oneBoundaryLeavesTheOthersWhereTheyAre();

private:
    void openWindow();
    void closeWindow();
    void waitForPicture() const;
    [[nodiscard]] QMap<QString, Stand> stands() const { return standsOf(*m_window->canvas()); }
    void makeBoundary(const QStringList& tables, const QString& name);

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path; ///< a copy of the sample
    std::unique_ptr<MainWindow> m_window;
};

void TestPlacesWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
}

void TestPlacesWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    m_path = m_home->filePath(QStringLiteral("shop.sqlite"));
    const QString sample = QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
    QVERIFY(QFile::copy(sample, m_path));
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
    openWindow();
}

void TestPlacesWindow::cleanup()
{
    closeWindow();
    m_home.reset();
}

void TestPlacesWindow::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(m_path);
    QVERIFY(shown.wait(patienceMs));
    waitForPicture();
}

void TestPlacesWindow::closeWindow()
{
    if (m_window != nullptr)
        m_window->close();
    m_window.reset();
}

void TestPlacesWindow::waitForPicture() const
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->relations()->isInferring(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->boundaries()->flow()->isChecking(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->diagram()->isMakingPicture(), patienceMs);
}

/// Nothing was saved, and there is no workspace.
void TestPlacesWindow::nextDayEverythingStandsWhereItStood()
{
    const auto before = stands();
    QVERIFY(before.size() > 50);
    QVERIFY(m_window->canvas()->graph()->groups.size() > 2);
    closeWindow();
    {
        test::SqliteWriter writer(m_path);
        writer.run("CREATE TABLE gift_cards (id INTEGER PRIMARY KEY, code TEXT,"
                   " invoice_id INTEGER REFERENCES invoices (id));"
                   "ALTER TABLE coupons RENAME TO vouchers;"
                   "ALTER TABLE refunds ADD COLUMN reason TEXT;");
    }
    openWindow();
    const auto after = stands();
    QCOMPARE(after.size(), before.size() + 1);
    QCOMPARE(firstMoved(before, after, {QStringLiteral("coupons")}), QString());
    // under its new name, and the new one beside what it belongs to
    const Stand vouchers = after.value(QStringLiteral("vouchers"));
    QCOMPARE(vouchers.group, before.value(QStringLiteral("coupons")).group);
    QCOMPARE(vouchers.rect.topLeft(), before.value(QStringLiteral("coupons")).rect.topLeft());
    const Stand invoices = after.value(QStringLiteral("invoices"));
    const Stand cards = after.value(QStringLiteral("gift_cards"));
    QCOMPARE(cards.group, invoices.group);
    for (auto stand = after.begin(); stand != after.end(); ++stand)
        QVERIFY2(stand.key() == QStringLiteral("gift_cards") || !stand->rect.intersects(cards.rect),
                 qPrintable(stand.key()));
    // and the same on the day after
    closeWindow();
    openWindow();
    QCOMPARE(stands(), after);
}

void TestPlacesWindow::layingOutAnewIsKeptToo()
{
    Canvas* canvas = m_window->canvas();
    const auto first = stands();
    const auto table = m_window->diagram()->facts().catalog->resolve(QStringLiteral("suppliers"));
    QVERIFY(table);
    const QPointF at = canvas->sceneRect(*table).topLeft();
    m_window->diagram()->moveTables({{TableId{table->index}, at, at + QPointF(2000, 900)}});
    canvas->placeTables({{TableId{table->index}, at + QPointF(2000, 900)}});
    QVERIFY(stands() != first);
    m_window->actions().tidy->trigger();
    waitForPicture();
    const auto anew = stands();
    closeWindow();
    openWindow();
    QCOMPARE(stands(), anew);
}

/// As a person does it: choose, Ctrl+M, a name, Enter; later undo.
void TestPlacesWindow::makeBoundary(const QStringList& tables, const QString& name)
{
    std::vector<TableId> chosen;
    for (const QString& table : tables)
        chosen.push_back(TableId{m_window->diagram()->facts().catalog->resolve(table)->index});
    m_window->canvas()->setFocus();
    m_window->diagram()->chooseTables(chosen);
    QVERIFY(m_window->boundaries()->actions().make->isEnabled());
    QTest::keyClick(m_window->canvas(), Qt::Key_M, Qt::ControlModifier);
    NewBoundaryDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = m_window->findChild<NewBoundaryDialog*>()) != nullptr);
    dialog->nameField()->setText(name);
    QTest::keyClick(dialog->nameField(), Qt::Key_Return);
    QTRY_COMPARE(m_window->boundaries()->flow()->document().entries.size(), std::size_t(1));
    waitForPicture();
}

void TestPlacesWindow::oneBoundaryLeavesTheOthersWhereTheyAre()
{
    const auto before = stands();
    const QStringList owned{QStringLiteral("invoices"), QStringLiteral("invoice_lines"),
                            QStringLiteral("payments"), QStringLiteral("refunds")};
    makeBoundary(owned, QStringLiteral("Billing"));
    QTRY_VERIFY(m_window->canvas()->graph()->boundaries != nullptr);
    const DiagramGraph& graph = *m_window->canvas()->graph();
    const auto drawn = stands();
    QCOMPARE(firstMoved(before, drawn, owned), QString());
    for (const QString& table : owned)
        QCOMPARE(drawn.value(table).group, QStringLiteral("Billing"));
    for (std::size_t i = 0; i < graph.groups.size(); ++i) {
        const DiagramGroup& group = graph.groups[i];
        QCOMPARE(group.boundary.has_value(), group.name == QStringLiteral("Billing"));
        QVERIFY2(group.name != unownedName(), qPrintable(group.name));
    }
    m_window->actions().undo->trigger();
    QTRY_VERIFY(m_window->boundaries()->flow()->document().entries.empty());
    waitForPicture();
    QTRY_VERIFY(m_window->canvas()->graph()->boundaries == nullptr);
    QCOMPARE(stands(), before);
}

CADASTRE_WINDOW_TEST(TestPlacesWindow)
#include "tst_places_window.moc"
