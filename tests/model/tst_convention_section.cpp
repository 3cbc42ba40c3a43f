// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Conventions in a workspace: there and back with the same bytes, what other versions wrote,
// merging by entry; and their commands.
#include "model/workspace/convention_commands.h"
#include "model/workspace/convention_section.h"
#include "model/workspace/workspace_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;

class TestConventionSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack();
    void keepsWhatItDoesNotKnow();
    void changesOneLine();
    void leavesOutAnEmptySection();
    void mergesByEntry();
    void commands();
    void commandNames();
};

namespace {

const QByteArray fullText =
    "{\n"
    "\"format\":\"cadastre-workspace\",\n"
    "\"version\":1,\n"
    "\"conventions\":{\n"
    "\"legacy-2014\":{\"example\":\"orderNotes.createdDate\",\"meaning\":\"camelCase, no foreign "
    "keys\",\"period\":\"2014 to 2019\"},\n"
    "\"quoted \\\"x\\\"\":{\"meaning\":\"Two\\nlines.\"},\n"
    "\"snake-2019\":{}\n"
    "},\n"
    "\"sources\":{\n"
    "\"shop\":{\"database\":\"shop.sqlite\"}\n"
    "}\n"
    "}\n";

Workspace workspaceOf(const QByteArray& text)
{
    Result<Workspace> workspace = workspaceFromText(text, QStringLiteral("x.cadastre"));
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().message));
    return *std::move(workspace);
}

void writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

void TestConventionSection::thereAndBack()
{
    const Workspace workspace = workspaceOf(fullText);
    QCOMPARE(workspace.conventions.size(), std::size_t(3));
    QCOMPARE(
        workspace.conventions.at(QStringLiteral("legacy-2014")),
        (Convention{QStringLiteral("camelCase, no foreign keys"), QStringLiteral("2014 to 2019"),
                    QStringLiteral("orderNotes.createdDate")}));
    QCOMPARE(workspace.conventions.at(QStringLiteral("quoted \"x\"")).meaning,
             QStringLiteral("Two\nlines."));
    QCOMPARE(workspaceText(workspace), fullText);
}

void TestConventionSection::keepsWhatItDoesNotKnow()
{
    QByteArray text = fullText;
    text.replace("\"snake-2019\":{}", "\"snake-2019\":{\"since\":[2019, 2],\"meaning\":\"a\"},\n"
                                      "\"zz\":\"only a text\"");
    Workspace workspace = workspaceOf(text);
    QVERIFY(!workspace.conventions.contains(QStringLiteral("zz")));
    QCOMPARE(workspaceText(workspace), text);
    workspace.conventions[QStringLiteral("snake-2019")].meaning = QStringLiteral("b");
    text.replace("{\"since\":[2019, 2],\"meaning\":\"a\"}",
                 "{\"meaning\":\"b\",\"since\":[2019, 2]}");
    QCOMPARE(workspaceText(workspace), text);
}

void TestConventionSection::changesOneLine()
{
    Workspace workspace = workspaceOf(fullText);
    workspace.conventions[QStringLiteral("snake-2019")].period = QStringLiteral("since 2019");
    workspace.conventions.erase(QStringLiteral("quoted \"x\""));
    QByteArray text = fullText;
    text.replace("\"snake-2019\":{}", "\"snake-2019\":{\"period\":\"since 2019\"}");
    text.replace("\"quoted \\\"x\\\"\":{\"meaning\":\"Two\\nlines.\"},\n", "");
    QCOMPARE(workspaceText(workspace), text);
}

void TestConventionSection::leavesOutAnEmptySection()
{
    Workspace workspace = workspaceOf(fullText);
    workspace.conventions.clear();
    QVERIFY(!workspaceText(workspace).contains("conventions"));
    QVERIFY(workspaceOf(workspaceText(workspace)).conventions.empty());
}

void TestConventionSection::mergesByEntry()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.cadastre"));
    writeFile(path, fullText);
    const Result<Workspace> loaded = loadWorkspace(path);
    QVERIFY(loaded.has_value());
    Workspace mine = *loaded;
    mine.conventions[QStringLiteral("snake-2019")].meaning = QStringLiteral("mine");
    QByteArray theirs = fullText;
    theirs.replace("\"legacy-2014\":{", "\"legacy-2013\":{},\n\"legacy-2014\":{");
    writeFile(path, theirs);
    const Result<WorkspaceSave> saved = saveWorkspace(path, mine);
    QVERIFY(saved.has_value());
    QVERIFY(saved->collisions.empty());
    QCOMPARE(saved->workspace.conventions.size(), std::size_t(4));
    QCOMPARE(saved->workspace.conventions.at(QStringLiteral("snake-2019")).meaning,
             QStringLiteral("mine"));

    // the same entry on both sides is asked
    Workspace again = saved->workspace;
    again.conventions[QStringLiteral("snake-2019")].meaning = QStringLiteral("other");
    QByteArray changed = workspaceText(saved->workspace);
    changed.replace("\"mine\"", "\"theirs\"");
    writeFile(path, changed);
    const Result<WorkspaceSave> clash = saveWorkspace(path, again);
    QVERIFY(clash.has_value());
    QCOMPARE(clash->collisions, (std::vector<EntryCollision>{{"conventions", "snake-2019"}}));
}

void TestConventionSection::commands()
{
    Conventions document{{QStringLiteral("a"), {QStringLiteral("A"), {}, {}}},
                         {QStringLiteral("b"), {QStringLiteral("B"), {}, {}}}};
    const Conventions before = document;
    Conventions after = document;
    after.erase(QStringLiteral("a"));
    after[QStringLiteral("c")].meaning = QStringLiteral("C");
    const Command command = changeConventions(document, after);
    QVERIFY(command.forward().has_value());
    QCOMPARE(document, after);
    // what somebody did to another entry meanwhile stays
    document[QStringLiteral("b")].meaning = QStringLiteral("theirs");
    QVERIFY(command.backward().has_value());
    QCOMPARE(document.at(QStringLiteral("b")).meaning, QStringLiteral("theirs"));
    document[QStringLiteral("b")].meaning = QStringLiteral("B");
    QCOMPARE(document, before);
}

void TestConventionSection::commandNames()
{
    const Conventions none;
    const Conventions one{{QStringLiteral("a"), {}}};
    const Conventions changed{{QStringLiteral("a"), {QStringLiteral("A"), {}, {}}}};
    const Conventions two{{QStringLiteral("b"), {}}, {QStringLiteral("c"), {}}};
    QCOMPARE(conventionChangeName(none, one), QStringLiteral("Add the convention a"));
    QCOMPARE(conventionChangeName(one, changed), QStringLiteral("Change the convention a"));
    QCOMPARE(conventionChangeName(one, none), QStringLiteral("Remove the convention a"));
    QCOMPARE(conventionChangeName(one, two), QStringLiteral("Change 3 conventions"));
}

QTEST_GUILESS_MAIN(TestConventionSection)
#include "tst_convention_section.moc"
