// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Small dialogs with keys: the list of keys, a new boundary with its owner, files to open.
#include "widgets/keys_dialog.h"
#include "widgets/new_boundary_dialog.h"
#include "widgets/open_file_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace cadastre;

class TestSmallDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keysAreFoundByEveryWord();
    void keysLeadIntoTheList();
    void longLinesAreReadInFull();
    void aBoundaryAndItsOwnerInOneStep();
    void typedFilesAreTakenAsTyped();
    void picturesAreNotListed();

private:
    static std::vector<KeyGroup> groups();
};

void TestSmallDialogs::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

std::vector<KeyGroup> TestSmallDialogs::groups()
{
    return {{QStringLiteral("Diagram"),
             {{QStringLiteral("Tab"), QStringLiteral("Walk the relationships of the table")},
              {QStringLiteral("Backspace"), QStringLiteral("Go back")},
              {QStringLiteral("Ctrl+Shift+Z; Ctrl+Y"), QStringLiteral("Redo")}}},
            {QStringLiteral("Program"),
             {{QStringLiteral("Ctrl+K"),
               QStringLiteral("Search commands, tables, columns, comments, chapters of the manual, "
                              "saved views and everything else that has a name in this window")}}}};
}

void TestSmallDialogs::keysAreFoundByEveryWord()
{
    KeysDialog dialog(groups());
    dialog.show();
    QVERIFY(dialog.nothing()->isHidden());
    QTest::keyClicks(dialog.filter(), QStringLiteral("table walk"));
    QVERIFY(dialog.nothing()->isHidden());
    QVERIFY(dialog.list()->currentItem() != nullptr);
    QCOMPARE(dialog.list()->currentItem()->text(0), QStringLiteral("Tab"));
    dialog.filter()->clear();
    QTest::keyClicks(dialog.filter(), QStringLiteral("follow"));
    QVERIFY(!dialog.nothing()->isHidden());
    QVERIFY(!dialog.nothing()->text().isEmpty());
}

void TestSmallDialogs::keysLeadIntoTheList()
{
    KeysDialog dialog(groups());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    dialog.activateWindow();
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_PageDown}) {
        dialog.filter()->setFocus();
        QTest::keyClick(dialog.filter(), key);
        QCOMPARE(dialog.focusWidget(), dialog.list());
    }
}

void TestSmallDialogs::longLinesAreReadInFull()
{
    KeysDialog dialog(groups());
    dialog.resize(420, 400);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const QTreeWidget* list = dialog.list();
    const auto heightOf = [&](int group, int line) {
        return list->visualItemRect(list->topLevelItem(group)->child(line)).height();
    };
    QTRY_VERIFY(heightOf(1, 0) > 2 * heightOf(0, 1) - 8);
    QCOMPARE(heightOf(0, 2), heightOf(0, 1)); // there is room for several keys
    dialog.resize(1600, 400);                 // all of it in one line
    QTRY_COMPARE(heightOf(1, 0), heightOf(0, 1));
}

void TestSmallDialogs::aBoundaryAndItsOwnerInOneStep()
{
    NewBoundaryDialog dialog(QStringLiteral("A boundary of 4 tables"), {},
                             {QStringLiteral("Billing team")}, nullptr);
    QSignalSpy chosen(&dialog, &NewBoundaryDialog::chosen);
    dialog.show();
    QTest::keyClick(dialog.nameField(), Qt::Key_Return); // a boundary has a name
    QVERIFY(dialog.isVisible());
    QTest::keyClicks(dialog.nameField(), QStringLiteral("Billing"));
    QTest::keyClicks(dialog.ownerField(), QStringLiteral("Team B "));
    QTest::keyClick(dialog.ownerField(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first(), (QVariantList{QStringLiteral("Billing"), QStringLiteral("Team B")}));
}

void TestSmallDialogs::typedFilesAreTakenAsTyped()
{
    const QTemporaryDir folder;
    for (const char* name : {"shop.cadastre", "shop.comments.sql", "odd name.bin"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    for (const QString& typed :
         {folder.filePath(QStringLiteral("shop.cadastre")), QStringLiteral("shop.cadastre"),
          folder.filePath(QStringLiteral("odd name.bin"))}) {
        OpenFileDialog dialog(nullptr, QStringLiteral("Open"), folder.path());
        QSignalSpy selected(&dialog, &QFileDialog::filesSelected);
        dialog.show();
        auto* field = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        QVERIFY(field != nullptr);
        QTest::keyClicks(field, typed);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(selected.size(), 1);
        const QStringList files = selected.first().first().toStringList();
        QCOMPARE(files, QStringList{folder.filePath(QFileInfo(typed).fileName())});
        QVERIFY(!dialog.isVisible());
    }
    OpenFileDialog dialog(nullptr, QStringLiteral("Open"), folder.path());
    dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(folder.path());
    QCOMPARE(dialog.typedFile(), QString()); // a folder leads on
}

void TestSmallDialogs::picturesAreNotListed()
{
    const OpenFileDialog dialog(nullptr, QStringLiteral("Open"), QDir::tempPath());
    const QStringList filters = dialog.nameFilters();
    for (const char* ending : {"*.sqlite", "*.db", "*.catalog.json", "*.cadastre"})
        QVERIFY2(filters.first().contains(QLatin1String(ending)), ending);
    QVERIFY(!filters.first().contains(QStringLiteral("(*)")));
    QVERIFY(filters.last().contains(QStringLiteral("(*)"))); // files of other names exist, too
}

QTEST_MAIN(TestSmallDialogs)
#include "tst_small_dialogs.moc"
