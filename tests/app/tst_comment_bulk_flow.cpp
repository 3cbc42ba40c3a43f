// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Many comments at once as the window does it: found off the UI thread, staged as one step that can
// be undone, found anew when the ground changes; comments of files and of another database.
#include "app/comment_bulk_flow.h"
#include "app/settings.h"
#include "model/catalog/snapshot.h"
#include "tests/support/sqlite_file.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QUndoStack>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

const QByteArray shopScript = "CREATE TABLE orders (id INTEGER PRIMARY KEY, country TEXT, vip INT);"
                              "CREATE TABLE customers (id INTEGER PRIMARY KEY, country TEXT);";

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// What the window has of it.
class Desk
{
public:
    explicit Desk(const QString& path)
    {
        QObject::connect(&sources, &OpenSources::factsChanged, &comments, &CommentFlow::takeFacts);
        QSignalSpy opened(&sources, &OpenSources::factsChanged);
        sources.open({{*parseDatabaseAddress(path), {}, {}, u("shop")}});
        if (!opened.wait(10000))
            qFatal("not opened");
    }

    [[nodiscard]] QString stagedText(const char* object) const
    {
        const auto found = comments.commented().catalog()->resolve(u(object));
        return comments.commented().comment(*found);
    }

    QWidget window;
    Settings settings;
    OpenSources sources;
    QUndoStack undo;
    CommentFlow comments{&sources, &undo};
    CommentBulkFlow bulk{&window, &comments, &sources, &settings};
};

} // namespace

class tst_CommentBulkFlow : public QObject
{
    Q_OBJECT

    test::SqliteFolder m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_folder.make(shopScript);
    }

    void init()
    {
        const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
        QDir(data + u("/staged")).removeRecursively();
    }

    void sameCommentIsOneStep()
    {
        Desk desk(m_folder.path());
        desk.bulk.openSameComment();
        SameCommentDialog* dialog = desk.bulk.sameDialog();
        QTRY_COMPARE(dialog->chosenName(), u("country"));
        dialog->textField()->setPlainText(u("ISO 3166-1 alpha-2"));
        QTRY_COMPARE(dialog->list()->model()->tickedCount(), 2);
        dialog->stageButton()->click();
        QCOMPARE(desk.comments.staged().edits().size(), std::size_t(2));
        QCOMPARE(desk.stagedText("customers.country"), u("ISO 3166-1 alpha-2"));
        QCOMPARE(desk.undo.count(), 1);
        QVERIFY(desk.undo.undoText().contains(u("2 comments")));
        desk.undo.undo();
        QVERIFY(desk.comments.staged().edits().empty());
        QTRY_VERIFY(!desk.bulk.sameDialog());
    }

    void replacingFollowsWhatIsStaged()
    {
        Desk desk(m_folder.path());
        const auto orders = *desk.comments.commented().catalog()->resolve(u("orders"));
        QVERIFY(desk.comments.edit(orders, u("VIP orders")));
        desk.bulk.openReplace();
        ReplaceCommentsDialog* dialog = desk.bulk.replaceDialog();
        dialog->findField()->setText(u("vip"));
        dialog->replaceField()->setText(u("gold"));
        QTRY_COMPARE(dialog->list()->model()->tickedCount(), 1);
        const auto vip = *desk.comments.commented().catalog()->resolve(u("orders.vip"));
        QVERIFY(desk.comments.edit(vip, u("a VIP order")));
        QTRY_COMPARE(dialog->list()->model()->tickedCount(), 2);
        dialog->stageButton()->click();
        QCOMPARE(desk.stagedText("orders"), u("gold orders"));
        QCOMPARE(desk.stagedText("orders.vip"), u("a gold order"));
        desk.undo.undo();
        QCOMPARE(desk.stagedText("orders"), u("VIP orders"));
    }

    void importsFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("ticked");
        QTest::addColumn<QString>("problem");
        QTest::newRow("CSV") << u("c.csv")
                             << QByteArray("table,column,comment\norders,vip,VIP flag\n"
                                           "gone,,Nothing\n")
                             << 1 << QString();
        QTest::newRow("comment file")
            << u("c.sql") << QByteArray("COMMENT ON TABLE orders IS 'Sales';\n") << 1 << QString();
        QTest::newRow("no CSV") << u("d.csv") << QByteArray("orders,vip,VIP flag\n") << 0
                                << u("Line 1:");
        QTest::newRow("no comment file")
            << u("d.sql") << QByteArray("DROP TABLE orders;\n") << 0 << u("Line 1");
        QTest::newRow("nothing known") << u("d.bin") << QByteArray("\1\2\3") << 0 << u("d.bin");
    }

    void importsFiles()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(int, ticked);
        QFETCH(QString, problem);
        Desk desk(m_folder.path());
        write(m_folder.path(name), content);
        desk.bulk.openImport();
        desk.bulk.import()->importFile(m_folder.path(name));
        ImportCommentsDialog* dialog = desk.bulk.import()->dialog();
        if (problem.isEmpty())
            QTRY_COMPARE(dialog->list()->model()->tickedCount(), ticked);
        else
            QTRY_VERIFY2(dialog->problemText().contains(problem),
                         qPrintable(dialog->problemText()));
        QCOMPARE(dialog->list()->model()->rowCount(), ticked);
        QVERIFY(desk.comments.staged().edits().empty());
    }

    void importsAnotherDatabase_data()
    {
        QTest::addColumn<bool>("isSnapshot");
        QTest::newRow("database") << false;
        QTest::newRow("snapshot") << true;
    }

    void importsAnotherDatabase()
    {
        QFETCH(bool, isSnapshot);
        QString other = m_folder.make("CREATE TABLE IF NOT EXISTS orders (\n"
                                      "  id INTEGER PRIMARY KEY,\n"
                                      "  vip INT, -- VIP flag\n"
                                      "  extra INT -- Only there\n);",
                                      u("dev.db"));
        if (isSnapshot) {
            const auto read = test::readFile(other);
            QVERIFY(read);
            other = m_folder.path(u("dev.catalog.json"));
            write(other, snapshotText(*read->catalog));
        }
        Desk desk(m_folder.path());
        desk.bulk.openImport();
        desk.bulk.import()->importFile(other);
        ImportCommentsDialog* dialog = desk.bulk.import()->dialog();
        QTRY_COMPARE(dialog->list()->model()->tickedCount(), 1);
        QVERIFY(dialog->originText().contains(QFileInfo(other).fileName()));
        QCOMPARE(desk.sources.sources().size(), std::size_t(1)); // nothing else was opened
        dialog->stageButton()->click();
        QCOMPARE(desk.stagedText("orders.vip"), u("VIP flag"));
        QCOMPARE(desk.undo.count(), 1);
    }

    void whatIsChosenLastCounts()
    {
        Desk desk(m_folder.path());
        desk.bulk.openReplace();
        ReplaceCommentsDialog* dialog = desk.bulk.replaceDialog();
        for (const char* find : {"(a+)+$", "(", "nothing"}) {
            dialog->findField()->setText(u(find));
            dialog->ask();
        }
        QTRY_VERIFY(dialog->problemText().isEmpty());
        dialog->close();
        QTRY_VERIFY(!desk.bulk.replaceDialog());
        desk.bulk.openReplace();
        QVERIFY(desk.bulk.replaceDialog());
    }
};

QTEST_MAIN(tst_CommentBulkFlow)
#include "tst_comment_bulk_flow.moc"
