// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Boundaries that were drawn and not saved are found again after a crash, with what the file has
// got from somebody else meanwhile.
#include "app/workspace_recovery.h"
#include "model/workspace/workspace_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;

namespace {

Workspace workspaceWith(const QStringList& boundaries)
{
    Workspace workspace;
    for (const QString& name : boundaries)
        workspace.boundaries.entries[name].owner = QStringLiteral("team");
    return workspace;
}

} // namespace

class TestBoundaryRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void drawnAndNotSavedIsOffered();
    void nothingIsOfferedWhereNothingDiffers();
    void newerFileLosesNothing();

private:
    void writeFile(const Workspace& workspace);

    QTemporaryDir m_folder;
    QString m_path;
};

void TestBoundaryRecovery::initTestCase()
{
    QVERIFY(m_folder.isValid());
    qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
    m_path = m_folder.filePath(QStringLiteral("shop.cadastre"));
}

void TestBoundaryRecovery::writeFile(const Workspace& workspace)
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(workspaceText(workspace));
}

void TestBoundaryRecovery::drawnAndNotSavedIsOffered()
{
    const Workspace saved = workspaceWith({QStringLiteral("billing")});
    writeFile(saved);
    const Workspace drawn = workspaceWith({QStringLiteral("billing"), QStringLiteral("support")});
    QVERIFY(writeRecovery(m_path, drawn));
    const auto unsaved = findRecovery(m_path, saved);
    QVERIFY(unsaved);
    QCOMPARE(unsaved->boundaries, drawn.boundaries);
    QCOMPARE(unsaved->changedBoundaries, 1);
    QCOMPARE(unsaved->changed, 0);
}

void TestBoundaryRecovery::nothingIsOfferedWhereNothingDiffers()
{
    const Workspace saved = workspaceWith({QStringLiteral("billing")});
    writeFile(saved);
    QVERIFY(writeRecovery(m_path, saved));
    QVERIFY(!findRecovery(m_path, saved));
    removeRecovery(m_path);
    QVERIFY(!findRecovery(m_path, workspaceWith({})));
}

void TestBoundaryRecovery::newerFileLosesNothing()
{
    writeFile(workspaceWith({}));
    QVERIFY(writeRecovery(m_path, workspaceWith({QStringLiteral("support")})));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(60),
                             QFileDevice::FileModificationTime));
    const Workspace theirs = workspaceWith({QStringLiteral("ordering")});
    const auto unsaved = findRecovery(m_path, theirs);
    QVERIFY(unsaved);
    QVERIFY(unsaved->boundaries.entries.contains(QStringLiteral("ordering")));
    QVERIFY(unsaved->boundaries.entries.contains(QStringLiteral("support")));
}

QTEST_GUILESS_MAIN(TestBoundaryRecovery)
#include "tst_boundary_recovery.moc"
