// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which workspaces contain a database, and which one is opened with it without asking.
#include "app/workspace_companions.h"
#include "model/workspace/workspace_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;

class TestWorkspaceCompanions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theOnlyOneIsMeant();
    void othersAreNot();
    void oneOfSeveralIsNotChosen();
    void moreThanTheDatabaseIsOffered();
    void recentOnesCountFromElsewhere();
    void serversAreFoundByAddress();
    void newerWorkWithoutWins();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    QString write(const QString& name, const QStringList& databases, bool decided = false,
                  int daysAgo = 0);
    [[nodiscard]] SourceRequest shop() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWorkspaceCompanions::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile file(path(QStringLiteral("shop.sqlite")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("SQLite format 3").append('\0').leftJustified(4096, '\0'));
}

SourceRequest TestWorkspaceCompanions::shop() const
{
    DatabaseAddress address;
    address.path = path(QStringLiteral("shop.sqlite"));
    return {address, {}, {}, {}};
}

QString TestWorkspaceCompanions::write(const QString& name, const QStringList& databases,
                                       bool decided, int daysAgo)
{
    Workspace workspace;
    for (const QString& database : databases)
        workspace.sources[QStringLiteral("s%1").arg(workspace.sources.size())] = {
            database, {}, {}, false, false, {}};
    if (decided)
        workspace.boundaries.entries[QStringLiteral("Billing")] = {};
    const QString file = path(name);
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    if (!out.open(QIODevice::ReadWrite | QIODevice::Truncate))
        qFatal("cannot write %s", qPrintable(file));
    out.write(workspaceText(workspace));
    out.flush();
    out.setFileTime(QDateTime::currentDateTime().addDays(-daysAgo),
                    QFileDevice::FileModificationTime);
    return QFileInfo(file).canonicalFilePath();
}

void TestWorkspaceCompanions::theOnlyOneIsMeant()
{
    const QString own = write(QStringLiteral("shop.cadastre"), {QStringLiteral("shop.sqlite")});
    const auto found = findCompanions(shop(), {}, path(QStringLiteral("none")));
    QCOMPARE(found.paths, QStringList{own});
    QCOMPARE(found.toOpen, own);

    SourceRequest part = shop(); // a person chose what to read
    part.options.schemas = {QStringLiteral("main")};
    QCOMPARE(findCompanions(part, {}, {}).toOpen, QString());
}

void TestWorkspaceCompanions::othersAreNot()
{
    QFile other(path(QStringLiteral("other.sqlite")));
    QVERIFY(QFile::copy(path(QStringLiteral("shop.sqlite")), other.fileName()));
    write(QStringLiteral("other.cadastre"), {QStringLiteral("other.sqlite")});
    QFile broken(path(QStringLiteral("broken.cadastre")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{ shop.sqlite");
    broken.close();
    const auto found = findCompanions(shop(), {}, {});
    QVERIFY(found.paths.isEmpty());
    QVERIFY(found.toOpen.isEmpty());
}

void TestWorkspaceCompanions::oneOfSeveralIsNotChosen()
{
    const QString old =
        write(QStringLiteral("a.cadastre"), {QStringLiteral("shop.sqlite")}, false, 2);
    const QString young = write(QStringLiteral("b.cadastre"), {QStringLiteral("shop.sqlite")});
    const auto found = findCompanions(shop(), {old}, {});
    QCOMPARE(found.paths, (QStringList{young, old}));
    QVERIFY(found.toOpen.isEmpty());
}

void TestWorkspaceCompanions::moreThanTheDatabaseIsOffered()
{
    QVERIFY(QFile::copy(path(QStringLiteral("shop.sqlite")), path(QStringLiteral("b.sqlite"))));
    const QString both = write(QStringLiteral("both.cadastre"),
                               {QStringLiteral("shop.sqlite"), QStringLiteral("b.sqlite")});
    const auto found = findCompanions(shop(), {}, {});
    QCOMPARE(found.paths, QStringList{both});
    QVERIFY(found.toOpen.isEmpty());
}

void TestWorkspaceCompanions::recentOnesCountFromElsewhere()
{
    const QString away =
        write(QStringLiteral("work/shop.cadastre"), {path(QStringLiteral("shop.sqlite"))});
    QVERIFY(findCompanions(shop(), {}, {}).paths.isEmpty());
    QCOMPARE(findCompanions(shop(), {path(QStringLiteral("gone.cadastre")), away}, {}).toOpen,
             away);
}

void TestWorkspaceCompanions::serversAreFoundByAddress()
{
    const QString url = QStringLiteral("postgresql://anna@db.example/shop");
    const QString own = write(QStringLiteral("work/shop.cadastre"), {url});
    const SourceRequest same{*parseDatabaseAddress(url), {}, {}, {}};
    const SourceRequest other{
        *parseDatabaseAddress(QStringLiteral("postgresql://anna@db.example/shop2")), {}, {}, {}};
    QCOMPARE(findCompanions(same, {own}, {}).toOpen, own);
    QVERIFY(findCompanions(other, {own}, {}).paths.isEmpty());
}

void TestWorkspaceCompanions::newerWorkWithoutWins()
{
    const QString own =
        write(QStringLiteral("shop.cadastre"), {QStringLiteral("shop.sqlite")}, false, 1);
    const QString without = write(QStringLiteral("kept/unnamed.cadastre"), {}, true);
    QCOMPARE(findCompanions(shop(), {}, without).paths, QStringList{own});
    QVERIFY(findCompanions(shop(), {}, without).toOpen.isEmpty());
    write(QStringLiteral("kept/unnamed.cadastre"), {}, true, 2); // older than the workspace
    QCOMPARE(findCompanions(shop(), {}, without).toOpen, own);
    write(QStringLiteral("kept/unnamed.cadastre"), {}, false); // newer, but nothing in it
    QCOMPARE(findCompanions(shop(), {}, without).toOpen, own);
}

QTEST_GUILESS_MAIN(TestWorkspaceCompanions)
#include "tst_workspace_companions.moc"
