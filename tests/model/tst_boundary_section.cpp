// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Boundaries in a workspace: there and back with the same bytes, what other versions wrote, merging
// by entry, names that have to be quoted, a baseline that is there but empty.
#include "model/boundaries/ownership/ownership.h"
#include "model/boundaries/rule_key.h"
#include "model/workspace/boundary_section.h"
#include "model/workspace/workspace_file.h"
#include "tests/support/owned_catalog.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

const QByteArray fullText =
    "{\n"
    "\"format\":\"cadastre-workspace\",\n"
    "\"version\":1,\n"
    "\"baseline\":{\n"
    "\"read shop/view:support.v_a -> shop/table:billing.b\":{},\n"
    "\"write shop/trigger:billing.b.trg -> shop/table:support.c\":{}\n"
    "},\n"
    "\"boundaries\":{\n"
    "\"billing\":{\"color\":3,\"contact\":\"#billing\",\"deployer\":\"platform\",\"kind\":"
    "\"service\",\"members\":[\"!billing.tmp_*\",\"billing.*\"],\"note\":\"Two\\nlines.\","
    "\"owner\":\"Money\",\"roles\":[\"billing_*\"]},\n"
    "\"dunning: \\\"red\\\" -> blue\":{\"kind\":\"module\",\"parent\":\"billing\"}\n"
    "},\n"
    "\"crossings\":{\n"
    "\"cascade shop/constraint:a.b.c -> shop/table:d.e\":{\"choice\":\"keep\",\"reason\":\"Until "
    "the move.\",\"until\":\"2027-01-31\"}\n"
    "},\n"
    "\"exposures\":{\n"
    "\"shop/table:billing.copy\":{\"exposure\":\"replica\",\"replica_of\":\"crm/a.b\"},\n"
    "\"shop/view:billing.v_b_v1\":{\"exposure\":\"contract\",\"version\":\"v1\"}\n"
    "},\n"
    "\"flows\":{\n"
    "\"checkout\":{\"note\":\"All or none.\",\"tables\":[\"shop/table:a.b\",\"shop/table:c.d\"]}\n"
    "},\n"
    "\"rules\":{\n"
    "\"\\\"dunning: \\\"\\\"red\\\"\\\" -> blue\\\" -> billing : write\":{\"effect\":\"forbid\"},\n"
    "\"* -> billing\":{\"effect\":\"allow\",\"reason\":\"Old.\",\"until\":\"2026-12-31\"}\n"
    "},\n"
    "\"sources\":{\n"
    "\"shop\":{\"database\":\"shop.sqlite\"}\n"
    "}\n"
    "}\n";

Workspace workspaceFrom(const QByteArray& text)
{
    Result<Workspace> workspace = workspaceFromText(text, QStringLiteral("x.cadastre"));
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().message));
    return *std::move(workspace);
}

QByteArray withSections(const QByteArray& sections)
{
    return "{\n\"format\":\"cadastre-workspace\",\n\"version\":1,\n" + sections + "\n}\n";
}

} // namespace

class TestBoundarySection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsRead();
    void sameBytes();
    void fromNothing();
    void unknownIsKept();
    void unreadEntriesAreTold();
    void spellingIsCorrected();
    void emptyBaselineIsNotNone();
    void mergesByEntry();
    void emptyBaselineSurvivesMerging();
    void ruleKeys_data();
    void ruleKeys();
    void badRuleKeys_data();
    void badRuleKeys();
    void goneObjectsStay();
};

void TestBoundarySection::everythingIsRead()
{
    const Boundaries boundaries = workspaceFrom(fullText).boundaries;
    QCOMPARE(boundaries.entries.size(), 2u);
    const Boundary& billing = boundaries.entries.at(QStringLiteral("billing"));
    QCOMPARE(billing.owner, QStringLiteral("Money"));
    QCOMPARE(billing.deployer, QStringLiteral("platform"));
    QCOMPARE(billing.contact, QStringLiteral("#billing"));
    QCOMPARE(billing.color, std::optional(3));
    QCOMPARE(billing.note, QStringLiteral("Two\nlines."));
    QCOMPARE(billing.members,
             (QStringList{QStringLiteral("!billing.tmp_*"), QStringLiteral("billing.*")}));
    QCOMPARE(billing.roles, QStringList{QStringLiteral("billing_*")});
    const QString dunning = QStringLiteral("dunning: \"red\" -> blue");
    QCOMPARE(boundaries.entries.at(dunning).kind, BoundaryKind::Module);
    QCOMPARE(boundaries.entries.at(dunning).parent, QStringLiteral("billing"));
    QCOMPARE(boundaries.exposures.at(objectKey("shop/view:billing.v_b_v1")),
             (ExposureEntry{Exposure::Contract, QStringLiteral("v1"), {}}));
    QCOMPARE(boundaries.exposures.at(objectKey("shop/table:billing.copy")),
             (ExposureEntry{Exposure::Replica, {}, QStringLiteral("crm/a.b")}));
    QCOMPARE(boundaries.rules.at({dunning, QStringLiteral("billing"), CrossingKind::Write}),
             (Rule{RuleEffect::Forbid, {}, {}}));
    QCOMPARE(boundaries.rules.at({QStringLiteral("*"), QStringLiteral("billing"), {}}),
             (Rule{RuleEffect::Allow, QStringLiteral("Old."), QDate(2026, 12, 31)}));
    QCOMPARE(
        boundaries.decisions.at(crossingKey("cascade shop/constraint:a.b.c -> shop/table:d.e")),
        (CrossingDecision{CrossingChoice::Keep, QStringLiteral("Until the move."),
                          QDate(2027, 1, 31)}));
    QCOMPARE(boundaries.flows.at(QStringLiteral("checkout")).tables.size(), 2u);
    QCOMPARE(boundaries.baseline->size(), 2u);
    QVERIFY(boundaries.baseline->contains(
        crossingKey("read shop/view:support.v_a -> shop/table:billing.b")));
}

void TestBoundarySection::sameBytes()
{
    const Workspace workspace = workspaceFrom(fullText);
    QCOMPARE(workspaceText(workspace), fullText);
    QVERIFY(unreadBoundaryEntries(workspace.document).isEmpty());
}

void TestBoundarySection::fromNothing()
{
    Workspace workspace;
    workspace.sources[QStringLiteral("shop")] = {QStringLiteral("shop.sqlite"), {}, {}};
    workspace.boundaries = workspaceFrom(fullText).boundaries;
    QCOMPARE(workspaceText(workspace), fullText);
    workspace.boundaries = {};
    QVERIFY(!workspaceText(workspace).contains("boundaries"));
    QVERIFY(!workspaceText(workspace).contains("baseline"));
}

void TestBoundarySection::unknownIsKept()
{
    const QByteArray text = withSections(
        "\"boundaries\":{\n"
        "\"a\":{ \"members\" : [\"b.*\",\"a.*\"], \"colour\":\"#ff0000\" },\n"
        "\"b\":{\"kind\":\"planet\",\"members\":[\"x\"]},\n"
        "\"c\":{\"kind\":\"service\",\"members\":\"all\"},\n"
        "\"d\":{\"kind\":\"service\",\"slo\":99.9}\n"
        "},\n"
        "\"crossings\":{\n\"read shop/view:a.b -> shop/table:c.d\":{\"choice\":\"pray\"}\n},\n"
        "\"exposures\":{\n\"not a \\\"key\":{\"exposure\":\"contract\"}\n},\n"
        "\"rules\":{\n"
        "\"a -> b\":{\"effect\":\"allow\",\"until\":\"soon\"},\n"
        "\"a -> b : gossip\":{\"effect\":\"allow\"}\n}");
    Workspace workspace = workspaceFrom(text);
    QCOMPARE(workspaceText(workspace), text);
    QCOMPARE(workspace.boundaries.entries.size(), 2u); // a and d
    QVERIFY(workspace.boundaries.rules.empty());
    QVERIFY(workspace.boundaries.decisions.empty());
    workspace.boundaries.entries[QStringLiteral("d")].owner = QStringLiteral("us");
    workspace.boundaries.entries.erase(QStringLiteral("a"));
    const QByteArray changed = workspaceText(workspace);
    QVERIFY2(changed.contains("\"d\":{\"kind\":\"service\",\"owner\":\"us\",\"slo\":99.9}"),
             changed);
    QVERIFY(changed.contains("\"b\":{\"kind\":\"planet\",\"members\":[\"x\"]}"));
    QVERIFY(!changed.contains("colour"));
}

void TestBoundarySection::unreadEntriesAreTold()
{
    const Workspace workspace = workspaceFrom(
        withSections("\"boundaries\":{\n\"b\":{\"kind\":\"planet\"},\n\"ok\":{}\n},\n"
                     "\"rules\":{\n\"a -> b\":{\"effect\":\"allow\",\"until\":\"soon\"}\n}"));
    const QStringList told = unreadBoundaryEntries(workspace.document);
    QCOMPARE(told.size(), 2);
    QVERIFY(told[0].startsWith(QLatin1String("Entry \"b\" under \"boundaries\"")));
    QVERIFY(told[1].startsWith(QLatin1String("Entry \"a -> b\" under \"rules\"")));
}

void TestBoundarySection::spellingIsCorrected()
{
    const Workspace workspace = workspaceFrom(
        withSections("\"exposures\":{\n\"shop/billing.v\":{\"exposure\":\"contract\"}\n},\n"
                     "\"rules\":{\n\" a ->  b :write\":{\"effect\":\"forbid\"},\n"
                     "\"a -> c\":{\"effect\":\"forbid\"},\n"
                     "\"a ->  c\":{\"effect\":\"allow\"}\n}"));
    QVERIFY(workspace.boundaries.exposures.contains(objectKey("shop/table:billing.v")));
    QVERIFY(workspace.boundaries.rules.contains(
        {QStringLiteral("a"), QStringLiteral("c"), std::nullopt}));
    QCOMPARE(workspace.boundaries.rules.at({QStringLiteral("a"), QStringLiteral("c"), {}}).effect,
             RuleEffect::Forbid);
    const QByteArray text = workspaceText(workspace);
    QVERIFY2(text.contains("\"shop/table:billing.v\":{\"exposure\":\"contract\"}"), text);
    QVERIFY2(text.contains("\"a ->  c\":{\"effect\":\"allow\"}"), text); // the second one stays
    QCOMPARE(workspaceText(workspaceFrom(text)), text);
}

void TestBoundarySection::emptyBaselineIsNotNone()
{
    QVERIFY(!workspaceFrom(withSections("\"rules\":{}")).boundaries.baseline);
    Workspace workspace = workspaceFrom(withSections("\"baseline\":{}"));
    QVERIFY(workspace.boundaries.baseline);
    QVERIFY(workspace.boundaries.baseline->empty());
    QCOMPARE(workspaceText(workspace), withSections("\"baseline\":{}"));
    workspace.boundaries.baseline.reset();
    QVERIFY(!workspaceText(workspace).contains("baseline"));
    workspace = workspaceFrom(fullText);
    workspace.boundaries.baseline->clear();
    QVERIFY(workspaceFrom(workspaceText(workspace)).boundaries.baseline);
}

void TestBoundarySection::mergesByEntry()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.cadastre"));
    Workspace base = workspaceFrom(fullText);
    QVERIFY(saveWorkspace(path, base));
    Workspace mine = *loadWorkspace(path);
    Workspace theirs = *loadWorkspace(path);
    const CrossingKey first = *mine.boundaries.baseline->begin();
    const CrossingKey last = *mine.boundaries.baseline->rbegin();
    mine.boundaries.baseline->erase(first);
    mine.boundaries.entries[QStringLiteral("support")] =
        boundaryWith({QStringLiteral("support.*")});
    theirs.boundaries.baseline->erase(last);
    theirs.boundaries.entries[QStringLiteral("billing")].owner = QStringLiteral("Cash");
    QVERIFY(saveWorkspace(path, theirs)->collisions.empty());
    const Result<WorkspaceSave> saved = saveWorkspace(path, mine);
    QVERIFY(saved && saved->collisions.empty());
    const Boundaries merged = loadWorkspace(path)->boundaries;
    QCOMPARE(merged, saved->workspace.boundaries);
    QVERIFY(merged.baseline && merged.baseline->empty());
    QCOMPARE(merged.entries.at(QStringLiteral("billing")).owner, QStringLiteral("Cash"));
    QVERIFY(merged.entries.contains(QStringLiteral("support")));

    // One entry changed on both sides is a collision, and nothing is written.
    Workspace again = *loadWorkspace(path);
    Workspace other = *loadWorkspace(path);
    again.boundaries.entries[QStringLiteral("billing")].owner = QStringLiteral("A");
    other.boundaries.entries[QStringLiteral("billing")].owner = QStringLiteral("B");
    QVERIFY(saveWorkspace(path, other)->collisions.empty());
    const auto collisions = saveWorkspace(path, again)->collisions;
    QCOMPARE(collisions, (std::vector<EntryCollision>{{"boundaries", "billing"}}));
}

void TestBoundarySection::emptyBaselineSurvivesMerging()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.cadastre"));
    QVERIFY(saveWorkspace(path, workspaceFrom(withSections("\"note\":1"))));
    Workspace mine = *loadWorkspace(path);
    Workspace theirs = *loadWorkspace(path);
    theirs.boundaries.baseline.emplace();
    QVERIFY(saveWorkspace(path, theirs)->collisions.empty());
    mine.boundaries.entries[QStringLiteral("a")] = {};
    QVERIFY(saveWorkspace(path, mine)->collisions.empty());
    const Boundaries merged = loadWorkspace(path)->boundaries;
    QVERIFY(merged.baseline);
    QCOMPARE(merged.entries.size(), 1u);

    mine = *loadWorkspace(path);
    theirs = *loadWorkspace(path);
    theirs.boundaries.baseline.reset();
    QVERIFY(saveWorkspace(path, theirs)->collisions.empty());
    mine.boundaries.entries.clear();
    QVERIFY(saveWorkspace(path, mine)->collisions.empty());
    QCOMPARE(loadWorkspace(path)->boundaries, Boundaries());
}

void TestBoundarySection::ruleKeys_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("into");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* from, const char* into, const char* text) {
        QTest::newRow(text) << QString::fromUtf8(from) << QString::fromUtf8(into)
                            << QString::fromUtf8(text);
    };
    row("a", "b", "a -> b");
    row("Order Desk", "Überweisung", "Order Desk -> Überweisung");
    row("*", "*", "* -> *");
    row("a -> b", "c : d", "\"a -> b\" -> \"c : d\"");
    row("a:b", "say \"hi\"", "\"a:b\" -> \"say \"\"hi\"\"\"");
    row("\"", "\"\"", "\"\"\"\" -> \"\"\"\"\"\"");
    row("back\\slash", " blanks ", "\"back\\\\slash\" -> \" blanks \"");
    row("tab\there", "a.b/c", "\"tab\\there\" -> a.b/c");
}

void TestBoundarySection::ruleKeys()
{
    QFETCH(QString, from);
    QFETCH(QString, into);
    QFETCH(QString, text);
    RuleKey key{from, into, std::nullopt};
    QCOMPARE(ruleKeyText(key), text);
    Result<RuleKey> read = ruleKeyFromText(text);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == key);
    for (int kind = 0; kind < crossingKindCount; ++kind) {
        key.kind = static_cast<CrossingKind>(kind);
        read = ruleKeyFromText(ruleKeyText(key));
        QVERIFY(read && *read == key);
    }
}

void TestBoundarySection::badRuleKeys_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "a", "a->b", "a -> ", " -> b", "a -> b : gossip", "\"a -> b",
                             "a -> \"b", "\"a\" x -> b", "a -> \"b\" c", "\"a\\q\" -> b"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestBoundarySection::badRuleKeys()
{
    QFETCH(QString, text);
    const Result<RuleKey> key = ruleKeyFromText(text);
    QVERIFY2(!key, key ? qPrintable(ruleKeyText(*key)) : "");
    QVERIFY(key.error().message.contains(QLatin1String("is not a rule")));
}

void TestBoundarySection::goneObjectsStay()
{
    const Workspace workspace = workspaceFrom(fullText);
    const Catalog catalog =
        catalogOf({sourceWithNotes(QStringLiteral("billing.b\n  id integer\n"))});
    QVERIFY(!ownershipOf(catalog, workspace.boundaries).problems.empty());
    QCOMPARE(workspaceText(workspace), fullText);
}

QTEST_APPLESS_MAIN(TestBoundarySection)
#include "tst_boundary_section.moc"
