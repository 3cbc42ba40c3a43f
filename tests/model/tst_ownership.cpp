// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Ownership: which boundary each object belongs to and why, what objects are to others, whom roles
// act for, and every problem with its sentence.
#include "model/boundaries/ownership/ownership.h"
#include "tests/support/owned_catalog.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

/// A bar in a comment is a line break.
const char* const shop = "billing.invoices\n"
                         "  id integer pk\n"
                         "billing.invoice_lines\n"
                         "  id integer pk\n"
                         "billing.inv_old // Old ones.|@owner archive\n"
                         "  id integer pk\n"
                         "ordering.orders // @owner Team Orders\n"
                         "  id integer pk\n"
                         "view ordering.v_orders_v1 // Stable.|@contract v1\n"
                         "  id integer\n"
                         "order_archive\n"
                         "  id integer pk\n"
                         "partition p_2017 of order_archive\n"
                         "  id integer\n"
                         "search\n"
                         "  id integer\n"
                         "search_log_idx\n"
                         "  id integer\n"
                         "Audit\n"
                         "  id integer pk\n";

SourceCatalog shopSource(const QString& text = QString::fromUtf8(shop),
                         const QString& name = QStringLiteral("shop"))
{
    return sourceWithNotes(text, name);
}

/// "billing by pattern", "nobody".
QString ownerText(const Catalog& catalog, const Ownership& ownership, const char* key)
{
    const char* const reasons[] = {"nobody", "object", "note", "pattern", "parent"};
    const TableId table = tableIn(catalog, key);
    const auto boundary = ownership.boundaryOf(catalog, table);
    const QString reason =
        QString::fromLatin1(reasons[static_cast<int>(ownership.tableReasons[table.index])]);
    return boundary ? QString(ownership.names[*boundary] + QLatin1String(" by ") + reason) : reason;
}

std::vector<OwnershipProblem> problemsOf(const Ownership& ownership, OwnershipProblemKind kind)
{
    std::vector<OwnershipProblem> result;
    for (const OwnershipProblem& problem : ownership.problems) {
        if (problem.kind == kind)
            result.push_back(problem);
    }
    return result;
}

} // namespace

class TestOwnership : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void owners_data();
    void owners();
    void nestedWinsOverWhatIsAround();
    void notesNameBoundariesAndTeams();
    void contradictingNotesAreProblems();
    void unknownOwnersAreToldOnce();
    void followsTablesAround();
    void schemaNotesCountLast();
    void otherKinds();
    void systemAndExtensionObjectsAreLeftAlone();
    void severalSourcesNeverMix();
    void exposures();
    void roles();
    void parents();
    void problems_data();
    void problems();
    void whatWasNotReadIsDoubted();
    void missingEntriesAreKeptAndTold();
    void lookups();
    void isFast();
};

void TestOwnership::owners_data()
{
    using Entries = std::vector<std::pair<const char*, const char*>>;
    QTest::addColumn<Boundaries>("boundaries");
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<int>("problems");
    const auto row = [](const char* name, const Entries& entries, const char* table,
                        const char* owner, int problems = 0) {
        QTest::newRow(name) << boundariesFromText(entries) << QByteArray(table)
                            << QString::fromUtf8(owner) << problems;
    };
    const char* const invoices = "shop/table:billing.invoices";
    row("nothing drawn", {}, invoices, "nobody");
    row("key", {{"a", "shop/table:billing.invoices"}}, invoices, "a by object");
    row("key without source", {{"a", "table:billing.invoices"}}, invoices, "a by object");
    row("schema pattern", {{"a", "billing.*"}}, invoices, "a by pattern");
    row("name pattern", {{"a", "invoice*"}}, invoices, "a by pattern");
    row("exact name", {{"a", "billing.invoices"}}, invoices, "a by object");
    row("key over exact name", {{"a", "billing.invoices"}, {"b", "table:billing.invoices"}},
        invoices, "b by object");
    row("exact name with schema over one without", {{"a", "invoices"}, {"b", "billing.invoices"}},
        invoices, "b by object");
    row("exact name over a longer pattern", {{"a", "shop/billing.invoice*"}, {"b", "invoices"}},
        invoices, "b by object");
    row("more characters win", {{"a", "inv*"}, {"b", "billing.*"}}, invoices, "b by pattern");
    row("more characters win again", {{"a", "billing.invoices*"}, {"b", "billing.*"}}, invoices,
        "a by pattern");
    row("equals are a problem, first by name owns", {{"b", "invoice?"}, {"a", "?nvoices"}},
        invoices, "a by pattern", 1);
    row("two keys are a problem",
        {{"b", "shop/table:billing.invoices"}, {"a", "table:billing.invoices"}}, invoices,
        "a by object", 1);
    row("exception", {{"a", "billing.* !billing.invoices"}}, invoices, "nobody");
    row("exception for one boundary only", {{"a", "billing.* !invoices"}, {"b", "bill*.*"}},
        invoices, "b by pattern");
    row("exception under a more specific member", {{"a", "!inv* table:billing.invoices"}}, invoices,
        "a by object");
    row("exception by a shorter pattern", {{"a", "billing.* !inv*"}}, invoices, "nobody");
    row("exact exception over an exact name", {{"a", "billing.invoices !invoices"}}, invoices,
        "nobody");
    row("exception by pattern as specific", {{"a", "inv* !inv*"}}, invoices, "nobody");
    row("letter case counts", {{"a", "audit"}}, "shop/table:public.Audit", "nobody", 1);
    row("letter case fits", {{"a", "A*"}}, "shop/table:public.Audit", "a by pattern");
    row("view by the word table", {{"a", "shop/table:ordering.v_orders_v1"}},
        "shop/view:ordering.v_orders_v1", "a by object");
}

void TestOwnership::owners()
{
    QFETCH(Boundaries, boundaries);
    QFETCH(QByteArray, table);
    QFETCH(int, problems);
    const Catalog catalog = catalogOf({shopSource()});
    const Ownership ownership = ownershipOf(catalog, boundaries);
    QTEST(ownerText(catalog, ownership, table), "owner");
    int found = 0; // but for those of notes, which no row draws
    for (const OwnershipProblem& problem : ownership.problems)
        found += problem.kind != OwnershipProblemKind::UnknownOwnerNote;
    if (found != problems) {
        for (const OwnershipProblem& problem : ownership.problems)
            qWarning() << problem.sentence;
    }
    QCOMPARE(found, problems);
}

void TestOwnership::nestedWinsOverWhatIsAround()
{
    const Catalog catalog = catalogOf({shopSource()});
    Boundaries boundaries = boundariesFromText({{"billing", "table:billing.invoices billing.*"},
                                                {"ledger", "inv*"},
                                                {"other", "invoice_l*"}});
    boundaries.entries[QStringLiteral("ledger")].parent = QStringLiteral("billing");
    const Ownership ownership = ownershipOf(catalog, boundaries);
    QCOMPARE(ownership.parents, (std::vector<int>{-1, 0, -1}));
    QCOMPARE(ownerText(catalog, ownership, "shop/table:billing.invoices"),
             QStringLiteral("ledger by pattern"));
    QCOMPARE(ownerText(catalog, ownership, "shop/table:billing.invoice_lines"),
             QStringLiteral("other by pattern"));
    QVERIFY(problemsOf(ownership, OwnershipProblemKind::TwoOwners).empty());
}

void TestOwnership::notesNameBoundariesAndTeams()
{
    const Catalog catalog = catalogOf({shopSource()});
    Boundaries boundaries = boundariesFromText(
        {{"Archive", ""}, {"billing", "billing.*"}, {"ordering", ""}, {"shipping", "ship*"}});
    boundaries.entries[QStringLiteral("ordering")].owner = QStringLiteral("team orders");
    Ownership ownership = ownershipOf(catalog, boundaries);
    QCOMPARE(ownerText(catalog, ownership, "shop/table:billing.inv_old"),
             QStringLiteral("Archive by note")); // over the pattern
    QCOMPARE(ownerText(catalog, ownership, "shop/table:ordering.orders"),
             QStringLiteral("ordering by note"));
    QVERIFY(problemsOf(ownership, OwnershipProblemKind::UnknownOwnerNote).empty());
    QVERIFY(problemsOf(ownership, OwnershipProblemKind::NoteContradicts).empty());

    // A team of two boundaries names neither, unless a pattern says which of them.
    boundaries.entries[QStringLiteral("shipping")].owner = QStringLiteral("Team Orders");
    ownership = ownershipOf(catalog, boundaries);
    QCOMPARE(ownerText(catalog, ownership, "shop/table:ordering.orders"), QStringLiteral("nobody"));
    const auto unknown = problemsOf(ownership, OwnershipProblemKind::UnknownOwnerNote);
    QCOMPARE(unknown.size(), 1u);
    QVERIFY2(unknown.front().sentence.contains(QLatin1String("ordering, shipping")),
             qPrintable(unknown.front().sentence));
    boundaries.entries[QStringLiteral("shipping")].members = {QStringLiteral("ordering.*")};
    ownership = ownershipOf(catalog, boundaries);
    QCOMPARE(ownerText(catalog, ownership, "shop/table:ordering.orders"),
             QStringLiteral("shipping by pattern"));
    QVERIFY(problemsOf(ownership, OwnershipProblemKind::UnknownOwnerNote).empty());
}

void TestOwnership::contradictingNotesAreProblems()
{
    const Catalog catalog = catalogOf({shopSource()});
    const Ownership ownership = ownershipOf(
        catalog, boundariesFromText({{"archive", ""}, {"billing", "table:billing.inv_old"}}));
    QCOMPARE(ownerText(catalog, ownership, "shop/table:billing.inv_old"),
             QStringLiteral("billing by object"));
    const auto problems = problemsOf(ownership, OwnershipProblemKind::NoteContradicts);
    QCOMPARE(problems.size(), 1u);
    QCOMPARE(problems.front().sentence,
             QStringLiteral("The comment of billing.inv_old says @owner archive, but it is a "
                            "member of boundary billing, and that counts. Correct one of them."));
}

void TestOwnership::unknownOwnersAreToldOnce()
{
    const Catalog catalog = catalogOf({shopSource(
        QStringLiteral("a // @owner nobody\n  id integer\nb // @owner nobody\n  id integer\n"
                       "c // @owner nobody is words here, too.|Really.\n  id integer\n"
                       "d // @owner\n  id integer\n"))});
    const auto problems = problemsOf(ownershipOf(catalog, boundariesFromText({{"x", "c"}})),
                                     OwnershipProblemKind::UnknownOwnerNote);
    QCOMPARE(problems.size(), 2u);
    QCOMPARE(problems.front().member, QStringLiteral("@owner nobody"));
    QCOMPARE(problems.front().sentence,
             QStringLiteral("@owner nobody in 2 comments, such as that of a names no boundary and "
                            "no owner of one. Add such a boundary, or correct the note."));
}

void TestOwnership::followsTablesAround()
{
    SourceCatalog source = shopSource();
    for (Table& table : source.objects.tables) {
        if (table.name == QLatin1String("search"))
            table.kind = TableKind::VirtualTable;
        else if (table.name == QLatin1String("search_log_idx"))
            table.kind = TableKind::ShadowTable;
    }
    const Catalog catalog = catalogOf({source});
    const char* const partition = "shop/table:public.p_2017";
    const char* const shadow = "shop/table:public.search_log_idx";
    Ownership ownership =
        ownershipOf(catalog, boundariesFromText({{"a", "order_archive"}, {"b", "search"}}));
    QCOMPARE(ownerText(catalog, ownership, partition), QStringLiteral("a by parent"));
    QCOMPARE(ownerText(catalog, ownership, shadow), QStringLiteral("b by parent"));
    // What is matched itself does not follow, and what is excepted belongs to nobody.
    ownership = ownershipOf(
        catalog,
        boundariesFromText({{"a", "order_archive"}, {"b", "p_* search !table:search_log_idx"}}));
    QCOMPARE(ownerText(catalog, ownership, partition), QStringLiteral("b by pattern"));
    QCOMPARE(ownerText(catalog, ownership, shadow), QStringLiteral("nobody"));
}

void TestOwnership::schemaNotesCountLast()
{
    SourceCatalog source = shopSource();
    for (Schema& schema : source.objects.schemas) {
        if (schema.name == QLatin1String("public"))
            schema.comment.text = QStringLiteral("Odds and ends.\n@owner attic");
    }
    const Catalog catalog = catalogOf({source});
    const Ownership ownership =
        ownershipOf(catalog, boundariesFromText({{"attic", ""}, {"b", "order_archive"}}));
    QCOMPARE(ownerText(catalog, ownership, "shop/table:public.Audit"),
             QStringLiteral("attic by parent"));
    QCOMPARE(ownerText(catalog, ownership, "shop/table:public.p_2017"),
             QStringLiteral("b by parent"));
    QCOMPARE(ownerText(catalog, ownership, "shop/table:billing.invoices"),
             QStringLiteral("nobody"));
}

void TestOwnership::otherKinds()
{
    CatalogObjects objects = shopSource().objects;
    const auto schemaNamed = [&](const char* name) {
        for (int i = 0; i < static_cast<int>(objects.schemas.size()); ++i) {
            if (objects.schemas[i].name == QLatin1String(name))
                return SchemaId{i};
        }
        qFatal("no schema");
    };
    Routine routine;
    routine.name = QStringLiteral("close_month");
    routine.argumentTypes = QStringLiteral("date");
    routine.schema = schemaNamed("billing");
    Routine noted = routine;
    noted.argumentTypes = QStringLiteral("integer");
    noted.comment.text = QStringLiteral("@owner ordering\n@contract");
    objects.routines = {routine, noted};
    UserType type;
    type.name = QStringLiteral("money_kind");
    type.schema = schemaNamed("billing");
    objects.types = {type};
    OtherObject sequence;
    sequence.name = QStringLiteral("inv_seq");
    sequence.kind = CatalogKind::Sequences;
    sequence.schema = schemaNamed("billing");
    OtherObject policy = sequence;
    policy.name = QStringLiteral("own_rows");
    policy.kind = CatalogKind::Policies;
    policy.about = TableId{0};
    OtherObject publication;
    publication.name = QStringLiteral("billing_events");
    publication.kind = CatalogKind::Publications;
    objects.others = {sequence, policy, publication};
    const QString policyTable = objects.tables.front().name;
    const Catalog catalog = catalogOf({finishSource(std::move(objects))});
    Boundaries boundaries =
        boundariesFromText({{"billing", "billing.*"}, {"ordering", ""}, {"policed", ""}});
    boundaries.entries[QStringLiteral("policed")].members = {
        QString(QLatin1String("billing.") + policyTable)};
    const Ownership ownership = ownershipOf(catalog, boundaries);
    const auto owner = [&](const char* key) {
        const auto found = catalog.find(objectKey(key));
        if (!found)
            qFatal("%s is not there", key);
        const auto boundary = ownership.boundaryOf(catalog, *found);
        return boundary ? ownership.names[*boundary] : QStringLiteral("nobody");
    };
    QCOMPARE(owner("shop/routine:billing.close_month(date)"), QStringLiteral("billing"));
    QCOMPARE(owner("shop/routine:billing.close_month(integer)"), QStringLiteral("ordering"));
    QCOMPARE(ownership.routineExposures, (std::vector{Exposure::Private, Exposure::Contract}));
    QCOMPARE(owner("shop/type:billing.money_kind"), QStringLiteral("billing"));
    QCOMPARE(owner("shop/sequence:billing.inv_seq"), QStringLiteral("billing"));
    QCOMPARE(owner("shop/publication:billing_events"), QStringLiteral("nobody"));
    for (int i = 0; i < static_cast<int>(ownership.ofOthers.size()); ++i) {
        if (catalog.other({i}).kind == CatalogKind::Policies)
            QCOMPARE(ownership.names[ownership.ofOthers[i]], QStringLiteral("policed"));
    }
    QCOMPARE(owner("shop/column:billing.invoices.id"), owner("shop/table:billing.invoices"));
    QCOMPARE(owner("shop/constraint:billing.invoices.invoices_pkey"),
             owner("shop/table:billing.invoices"));
    QVERIFY(!ownership.boundaryOf(catalog, SchemaId{0}));
    QVERIFY(!ownership.boundaryOf(catalog, SourceId{0}));
}

void TestOwnership::systemAndExtensionObjectsAreLeftAlone()
{
    SourceCatalog source = shopSource();
    for (Table& table : source.objects.tables) {
        table.system = table.name == QLatin1String("Audit");
        if (table.name == QLatin1String("search"))
            table.extension = QStringLiteral("postgis");
    }
    const Catalog catalog = catalogOf({source});
    Ownership ownership = ownershipOf(catalog, boundariesFromText({{"a", "public.*"}}));
    QCOMPARE(ownerText(catalog, ownership, "shop/table:public.Audit"), QStringLiteral("nobody"));
    QCOMPARE(ownerText(catalog, ownership, "shop/table:public.search"), QStringLiteral("nobody"));
    for (TableId table : ownership.unowned(catalog))
        QCOMPARE(catalog.schema(catalog.table(table).schema).name.contains(QLatin1String("ing")),
                 true);
    ownership = ownershipOf(catalog, boundariesFromText({{"a", "table:public.search"}}));
    QCOMPARE(ownerText(catalog, ownership, "shop/table:public.search"),
             QStringLiteral("a by object"));
}

void TestOwnership::severalSourcesNeverMix()
{
    const Catalog catalog =
        catalogOf({shopSource(), shopSource(QString::fromUtf8(shop), QStringLiteral("crm"))});
    const Ownership ownership =
        ownershipOf(catalog, boundariesFromText({{"a", "shop/table:billing.invoices"},
                                                 {"b", "crm/billing.*"},
                                                 {"c", "table:ordering.orders"}}));
    QCOMPARE(ownerText(catalog, ownership, "shop/table:billing.invoices"),
             QStringLiteral("a by object"));
    QCOMPARE(ownerText(catalog, ownership, "crm/table:billing.invoices"),
             QStringLiteral("b by pattern"));
    QCOMPARE(ownerText(catalog, ownership, "shop/table:billing.invoice_lines"),
             QStringLiteral("nobody"));
    const auto missing = problemsOf(ownership, OwnershipProblemKind::MemberMissing);
    QCOMPARE(missing.size(), 1u);
    QVERIFY2(missing.front().sentence.contains(QLatin1String("several databases")),
             qPrintable(missing.front().sentence));
}

void TestOwnership::exposures()
{
    const Catalog catalog = catalogOf({shopSource(QStringLiteral(
        "a // @contract\n  id integer\nb // @private\n  id integer\n"
        "c // @replica crm.customers\n  id integer\nd // @contract v2|@private\n  id integer\n"
        "e // @contract v1\n  id integer\nf // @contract v1\n  id integer\n"
        "g // Says @contract in words.\n  id integer\nh\n  id integer\n"))});
    Boundaries boundaries;
    const auto document = [&](const char* key, ExposureEntry entry) {
        boundaries.exposures[objectKey(key)] = std::move(entry);
    };
    document("shop/view:public.b", {Exposure::Contract, QStringLiteral("v1"), {}});
    document("shop/table:public.e", {Exposure::Private, {}, {}});
    document("shop/table:public.a", {Exposure::Contract, QStringLiteral("v3"), {}});
    document("shop/table:public.h", {Exposure::Replica, {}, QStringLiteral("crm/x.y")});
    document("shop/table:public.gone", {Exposure::Contract, {}, {}});
    document("shop/column:public.a.id", {Exposure::Contract, {}, {}});
    const Ownership ownership = ownershipOf(catalog, boundaries);
    const auto exposure = [&](const char* name) {
        const ExposureEntry& entry = ownership.exposures[tableIn(catalog, name).index];
        return QString(exposureName(entry.exposure) + QLatin1Char(' ') + entry.version +
                       entry.replicaOf)
            .trimmed();
    };
    QCOMPARE(exposure("shop/table:public.a"), QStringLiteral("contract v3"));
    QCOMPARE(exposure("shop/table:public.b"), QStringLiteral("contract v1"));
    QCOMPARE(exposure("shop/table:public.c"), QStringLiteral("replica crm.customers"));
    QCOMPARE(exposure("shop/table:public.d"), QStringLiteral("contract v2"));
    QCOMPARE(exposure("shop/table:public.e"), QStringLiteral("private"));
    QCOMPARE(exposure("shop/table:public.f"), QStringLiteral("contract v1"));
    QCOMPARE(exposure("shop/table:public.g"), QStringLiteral("private"));
    QCOMPARE(exposure("shop/table:public.h"), QStringLiteral("replica crm/x.y"));
    QVERIFY(ownership.isContract(tableIn(catalog, "shop/table:public.a")));
    QVERIFY(!ownership.isContract(tableIn(catalog, "shop/table:public.c")));
    QStringList notes;
    for (const auto& problem : problemsOf(ownership, OwnershipProblemKind::NoteContradicts))
        notes << QString(catalog.displayName(*problem.object) + QLatin1Char(' ') + problem.member);
    QCOMPARE(notes, (QStringList{QStringLiteral("e @contract v1"), QStringLiteral("b @private"),
                                 QStringLiteral("d @private")}));
    QCOMPARE(problemsOf(ownership, OwnershipProblemKind::ExposureMissing).size(), 2u);
}

void TestOwnership::roles()
{
    CatalogObjects objects = shopSource().objects;
    for (const char* name :
         {"billing_app", "billing_ro", "svc_backoffice", "shop@10.0.0.%", "Odd*Role", "nobody"}) {
        Role role;
        role.name = QString::fromUtf8(name);
        objects.roles.push_back(role);
    }
    const Catalog catalog = catalogOf({finishSource(std::move(objects))});
    Boundaries boundaries =
        boundariesFromText({{"billing", ""}, {"ledger", ""}, {"ordering", ""}, {"support", ""}});
    const auto setRoles = [&](const char* boundary, const QStringList& roles) {
        boundaries.entries[QString::fromUtf8(boundary)].roles = roles;
    };
    setRoles("billing", {QStringLiteral("billing_*"), QStringLiteral("!billing_ro"),
                         QStringLiteral("svc_backoffice")});
    setRoles("ledger", {QStringLiteral("*_app")});
    setRoles("ordering", {QStringLiteral("shop"), QStringLiteral("shop/role:\"Odd*Role\"")});
    setRoles("support",
             {QStringLiteral("shop/svc_*"), QStringLiteral("crm/svc_*"), QStringLiteral("Nobody")});
    boundaries.entries[QStringLiteral("ledger")].parent = QStringLiteral("billing");
    const Ownership ownership = ownershipOf(catalog, boundaries);
    const auto actsFor = [&](const char* name) {
        QStringList names;
        for (int i = 0; i < static_cast<int>(ownership.ofRoles.size()); ++i) {
            if (catalog.role({i}).name != QLatin1String(name))
                continue;
            for (BoundaryIndex boundary : ownership.ofRoles[i])
                names << ownership.names[boundary];
        }
        return names.join(QLatin1Char(' '));
    };
    QCOMPARE(actsFor("billing_app"), QStringLiteral("ledger")); // not for what is around it, too
    QCOMPARE(actsFor("billing_ro"), QString());
    QCOMPARE(actsFor("svc_backoffice"), QStringLiteral("billing support"));
    QCOMPARE(actsFor("shop@10.0.0.%"), QStringLiteral("ordering"));
    QCOMPARE(actsFor("Odd*Role"), QStringLiteral("ordering"));
    QCOMPARE(actsFor("nobody"), QString());
    QStringList unmatched;
    for (const auto& problem : problemsOf(ownership, OwnershipProblemKind::RoleUnmatched))
        unmatched << problem.member;
    QCOMPARE(unmatched, (QStringList{QStringLiteral("Nobody"), QStringLiteral("crm/svc_*")}));
}

void TestOwnership::parents()
{
    Boundaries boundaries =
        boundariesFromText({{"a", ""}, {"b", ""}, {"c", ""}, {"d", ""}, {"e", ""}, {"f", ""}});
    const auto setParent = [&](const char* name, const char* parent) {
        boundaries.entries[QString::fromUtf8(name)].parent = QString::fromUtf8(parent);
    };
    setParent("b", "a");
    setParent("c", "b"); // two levels
    setParent("d", "nowhere");
    setParent("e", "f");
    setParent("f", "e");
    const Ownership ownership = ownershipOf(catalogOf({shopSource()}), boundaries);
    QCOMPARE(ownership.parents, (std::vector<int>{-1, 0, 1, -1, -1, -1}));
    QStringList names;
    for (const auto& problem : problemsOf(ownership, OwnershipProblemKind::UnknownParent))
        names << problem.boundary;
    QCOMPARE(names, (QStringList{QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e"),
                                 QStringLiteral("f")}));
}

void TestOwnership::problems_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* member, OwnershipProblemKind kind, const char* says) {
        QTest::newRow(member) << QByteArray(member) << static_cast<int>(kind)
                              << QString::fromUtf8(says);
    };
    row("crm_*", OwnershipProblemKind::PatternUnmatched,
        "Pattern crm_* of boundary a matches nothing. Correct it (letter case counts) or take it "
        "out.");
    row("!crm_*", OwnershipProblemKind::PatternUnmatched,
        "Pattern !crm_* of boundary a matches nothing");
    row("billing.nothing", OwnershipProblemKind::PatternUnmatched,
        "There is no object billing.nothing as boundary a has it");
    row("shop/table:billing.gone", OwnershipProblemKind::MemberMissing,
        "Member shop/table:billing.gone of boundary a was not found. Take it out");
    row("crm/table:billing.invoices", OwnershipProblemKind::MemberMissing,
        "but the database crm is not among those that were read");
    row("a..b", OwnershipProblemKind::Unreadable, "A member of boundary a cannot be read");
    row("table:\"open", OwnershipProblemKind::Unreadable, "closing double quote");
    row("column:billing.invoices.id", OwnershipProblemKind::Unreadable, "can belong to nobody");
    row("schema:billing", OwnershipProblemKind::Unreadable, "billing.*");
    row("!", OwnershipProblemKind::Unreadable, "A pattern is empty");
}

void TestOwnership::problems()
{
    QFETCH(QByteArray, member);
    QFETCH(int, kind);
    QFETCH(QString, says);
    Boundaries boundaries;
    boundaries.entries[QStringLiteral("a")] = boundaryWith({QString::fromUtf8(member)});
    const Ownership ownership = ownershipOf(
        catalogOf({shopSource(QStringLiteral("billing.invoices\n  id integer\n"))}), boundaries);
    QCOMPARE(ownership.problems.size(), 1u);
    const OwnershipProblem& problem = ownership.problems.front();
    QCOMPARE(static_cast<int>(problem.kind), kind);
    QCOMPARE(problem.boundary, QStringLiteral("a"));
    QCOMPARE(problem.member, QString::fromUtf8(member));
    QVERIFY2(problem.sentence.contains(says), qPrintable(problem.sentence));
}

void TestOwnership::whatWasNotReadIsDoubted()
{
    SourceCatalog source = shopSource(QStringLiteral("a\n  id integer\n"));
    source.objects.sources.front().kinds = {
        {CatalogKind::Tables, ReadState::PartlyRead, QStringLiteral("no right"), {}}};
    Boundaries boundaries = boundariesFromText({{"x", "b* table:public.c"}});
    Ownership ownership = ownershipOf(catalogOf({source}), boundaries);
    QCOMPARE(ownership.problems.size(), 2u);
    for (const OwnershipProblem& problem : ownership.problems)
        QVERIFY2(problem.sentence.contains(QLatin1String("the tables of shop were not fully read")),
                 qPrintable(problem.sentence));
    source.objects.sources.front().kinds.clear();
    source.objects.sources.front().omissions = {{QStringLiteral("outside the chosen scope"), 3}};
    ownership = ownershipOf(catalogOf({source}), boundaries);
    for (const OwnershipProblem& problem : ownership.problems)
        QVERIFY2(problem.sentence.contains(QLatin1String("only a part of shop was read")),
                 qPrintable(problem.sentence));
}

void TestOwnership::missingEntriesAreKeptAndTold()
{
    Boundaries boundaries = boundariesFromText({{"a", "billing.*"}});
    boundaries.flows[QStringLiteral("checkout")].tables = {objectKey("shop/table:billing.invoices"),
                                                           objectKey("shop/table:billing.gone")};
    boundaries.decisions[{CrossingKind::Read, objectKey("shop/view:ordering.v_orders_v1"),
                          objectKey("shop/table:old.gone")}] = {};
    boundaries.rules[{QStringLiteral("a"), QStringLiteral("b"), std::nullopt}] = {};
    boundaries.rules[{QStringLiteral("*"), QStringLiteral("a"), std::nullopt}] = {};
    const Ownership ownership = ownershipOf(catalogOf({shopSource()}), boundaries);
    QCOMPARE(problemsOf(ownership, OwnershipProblemKind::ExposureMissing).size(), 2u);
    const auto rules = problemsOf(ownership, OwnershipProblemKind::RuleUnmatched);
    QCOMPARE(rules.size(), 1u);
    QVERIFY(rules.front().sentence.contains(QLatin1String("names b, which is no boundary")));
}

void TestOwnership::lookups()
{
    const Catalog catalog = catalogOf({shopSource()});
    const Ownership ownership =
        ownershipOf(catalog, boundariesFromText({{"a", "billing.*"}, {"b", "ordering.orders"}}));
    QCOMPARE(ownership.indexOf(QStringLiteral("b")), std::optional(1));
    QVERIFY(!ownership.indexOf(QStringLiteral("c")));
    QCOMPARE(ownership.tablesOf(0).size(), 3u);
    QCOMPARE(ownership.tablesOf(1).size(), 1u);
    QCOMPARE(ownership.unowned(catalog).size(), 6u);
    QCOMPARE(ownershipOf(catalog, boundariesFromText({})).unowned(catalog).size(), 10u);
}

void TestOwnership::isFast()
{
    QString text;
    for (int i = 0; i < 10000; ++i)
        text += QStringLiteral("s%1.m%2_t%3 // Words.|@contract v1\n  id integer pk\n")
                    .arg(i % 20)
                    .arg(i % 300)
                    .arg(i);
    const Catalog catalog = catalogOf({shopSource(text)});
    Boundaries boundaries;
    for (int i = 0; i < 100; ++i) {
        Boundary& boundary = boundaries.entries[QStringLiteral("b%1").arg(i)];
        boundary.members = {QStringLiteral("m%1_*").arg(i), QStringLiteral("*.m%1_t*").arg(i + 100),
                            QStringLiteral("s%1.m%2_*").arg(i % 20).arg(i + 200)};
    }
    QElapsedTimer timer;
    timer.start();
    const Ownership ownership = ownershipOf(catalog, boundaries);
    qInfo("10,000 tables, 300 patterns: %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY(ownership.unowned(catalog).size() < 4000);
    QVERIFY(ownership.problems.empty());
}

QTEST_APPLESS_MAIN(TestOwnership)
#include "tst_ownership.moc"
