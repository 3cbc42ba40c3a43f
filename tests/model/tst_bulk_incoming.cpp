// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comments of another database and of a comment file beside those that are here.
#include "model/notes/bulk/comment_sources.h"
#include "model/notes/comment_home.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

Catalog database(const char* text, const char* name, const char* defaultSchema = "public")
{
    SourceCatalog source = test::SchemaText::source(u(text), u(name));
    source.objects.sources[0].defaultSchema = u(defaultSchema);
    return mergeSources({std::make_shared<const SourceCatalog>(source)});
}

std::shared_ptr<const Catalog> production()
{
    return std::make_shared<const Catalog>(database("orders // Sales\n"
                                                    "  id integer pk // Number\n"
                                                    "  status integer\n"
                                                    "  old_flag integer // Never used\n"
                                                    "  vip integer // VIP flag\n",
                                                    "prod"));
}

QString kindOf(BulkKind kind)
{
    static const char* const names[] = {"change", "only there", "only here", "differ", "same"};
    return u(names[static_cast<int>(kind)]);
}

/// "orders.vip differ -: after (reason)" per line.
QString shown(const Catalog& catalog, const BulkList& list)
{
    QStringList lines;
    for (const BulkProposal& proposal : list.proposals) {
        const QString sign = !proposal.possible ? u("no") : proposal.ticked ? u("+") : u("-");
        lines << QStringLiteral("%1 %2 %3: %4")
                     .arg(catalog.displayName(proposal.object), kindOf(proposal.kind), sign,
                          proposal.edit.after);
    }
    return lines.join(QLatin1Char('/'));
}

} // namespace

class tst_BulkIncoming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeWays()
    {
        const auto here = production();
        const Catalog there = database("orders // Sales\n"
                                       "  id integer pk // Number of the order\n"
                                       "  status integer // Where the parcel is\n"
                                       "  vip integer // VIP flag\n"
                                       "  added integer // Only in development\n",
                                       "dev");
        const IncomingComments incoming = commentsOfCatalog(*here, SourceId{0}, there, SourceId{0});
        QCOMPARE(incoming.remarks,
                 QStringList{u("One comment there is of an object that is not here: "
                               "orders.added.")});
        const CommentedCatalog commented(here, {});
        QCOMPARE(shown(*here, compareIncoming(commented, SourceId{0}, incoming, false)),
                 u("orders.id differ -: Number of the order/"
                   "orders.status only there +: Where the parcel is"));
        QCOMPARE(shown(*here, compareIncoming(commented, SourceId{0}, incoming, true)),
                 u("orders same no: Sales/"
                   "orders.id differ -: Number of the order/"
                   "orders.old_flag only here no: Never used/"
                   "orders.status only there +: Where the parcel is/"
                   "orders.vip same no: VIP flag"));
    }

    void stagedEditsAreBases()
    {
        const auto here = production();
        const auto vip = *here->resolve(u("orders.vip"));
        const auto id = *here->resolve(u("orders.id"));
        StagedEdits staged;
        staged.stage(commentEditOf(*here, vip, u("VIP flag\n@values 0=no, 1=yes")));
        staged.stage(commentEditOf(*here, id, u("Number of sale")));
        const CommentedCatalog commented(here, staged);
        IncomingComments incoming;
        incoming.comments = {{vip, u("VIP customer")}, {id, u("Number")}};
        const BulkList list = compareIncoming(commented, SourceId{0}, incoming, false);
        QCOMPARE(shown(*here, list), u("orders.id differ no: Number of sale/"
                                       "orders.vip differ +: VIP customer\n@values 0=no, 1=yes"));
        QCOMPARE(list.proposals[1].base, std::optional(u("VIP flag")));
        QCOMPARE(list.proposals[1].edit.before, u("VIP flag"));
    }

    void commentFiles_data()
    {
        QTest::addColumn<QString>("was");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("result");
        const auto row = [](const char* name, const char* was, const char* text,
                            const char* result) {
            QTest::newRow(name) << u(was) << u(text) << u(result);
        };
        row("unchanged here", "-- was: 'VIP flag'\n", "'VIP customer'",
            "orders.vip differ +: VIP customer");
        row("nothing of was", "", "'VIP customer'", "orders.vip differ -: VIP customer");
        row("changed here", "-- was: 'flag'\n", "'VIP customer'",
            "orders.vip differ -: VIP flag\nVIP customer");
        row("same", "-- was: 'flag'\n", "'VIP flag'", "");
        row("taken away", "-- was: 'VIP flag'\n", "NULL", "orders.vip differ +: ");
        row("taken away, changed here", "-- was: 'flag'\n", "NULL",
            "orders.vip differ no: VIP flag");
        row("a note was added", "-- was: 'VIP flag'\n", "E'VIP flag\\n@values 1=yes'",
            "orders.vip differ +: VIP flag\n@values 1=yes");
    }

    void commentFiles()
    {
        QFETCH(QString, was);
        QFETCH(QString, text);
        const auto here = production();
        const auto incoming = commentsOfFile(
            *here, SourceId{0},
            QString(was + u("COMMENT ON COLUMN public.orders.vip IS ") + text + u(";\n")));
        QVERIFY2(incoming, incoming ? "" : qPrintable(incoming.error().message));
        QTEST(shown(*here, compareIncoming({here, {}}, SourceId{0}, *incoming, false)), "result");
    }

    void takenAwayHereChangedThere()
    {
        const auto here = production();
        const auto incoming =
            commentsOfFile(*here, SourceId{0},
                           u("-- was: 'Status'\n"
                             "COMMENT ON COLUMN public.orders.status IS 'State';\n"));
        QVERIFY(incoming);
        QCOMPARE(shown(*here, compareIncoming({here, {}}, SourceId{0}, *incoming, false)),
                 u("orders.status differ -: State"));
    }

    void unknownObjectsOfFiles()
    {
        const auto here = production();
        const auto incoming = commentsOfFile(*here, SourceId{0},
                                             u("COMMENT ON TABLE public.gone IS 'x';\n"
                                               "COMMENT ON TABLE public.orders IS 'y';\n"));
        QVERIFY(incoming);
        QCOMPARE(incoming->comments.size(), std::size_t(1));
        QCOMPARE(incoming->remarks.size(), 1);
        QVERIFY2(incoming->remarks[0].startsWith(u("Line 1:")), qPrintable(incoming->remarks[0]));
        QVERIFY(!commentsOfFile(*here, SourceId{0}, u("DROP TABLE orders;")));
    }

    void schemasOfOtherNames_data()
    {
        QTest::addColumn<QString>("here");
        QTest::addColumn<QString>("hereDefault");
        QTest::addColumn<QString>("there");
        QTest::addColumn<QString>("thereDefault");
        QTest::addColumn<int>("found");
        const auto row = [](const char* name, const char* here, const char* hereDefault,
                            const char* there, const char* thereDefault, int found) {
            QTest::newRow(name) << u(here) << u(hereDefault) << u(there) << u(thereDefault)
                                << found;
        };
        row("same", "shop", "shop", "shop", "shop", 1);
        row("default ones", "shop", "shop", "shop_dev", "shop_dev", 1);
        row("the only ones", "shop", "", "shop_dev", "", 1);
        row("another schema", "shop", "public", "billing", "public", 1);
    }

    void schemasOfOtherNames()
    {
        QFETCH(QString, here);
        QFETCH(QString, hereDefault);
        QFETCH(QString, there);
        QFETCH(QString, thereDefault);
        const Catalog own = database(qPrintable(here + u(".orders\n  id integer pk\n")), "prod",
                                     qPrintable(hereDefault));
        const Catalog other = database(qPrintable(there + u(".orders // words\n  id integer pk\n")),
                                       "dev", qPrintable(thereDefault));
        QTEST(static_cast<int>(
                  commentsOfCatalog(own, SourceId{0}, other, SourceId{0}).comments.size()),
              "found");
    }

    void schemasAreNotMixedUp()
    {
        const Catalog own = database(
            "shop.orders\n  id integer pk\nbilling.orders\n  id integer pk\n", "prod", "shop");
        const Catalog other =
            database("billing.orders // words\n  id integer pk\n", "dev", "billing");
        const auto incoming = commentsOfCatalog(own, SourceId{0}, other, SourceId{0});
        QCOMPARE(incoming.comments.size(), std::size_t(1));
        QCOMPARE(own.displayName(incoming.comments[0].object), u("billing.orders"));
    }

    void notReadIsSaid()
    {
        const auto here = production();
        SourceCatalog source = test::SchemaText::source(u("orders\n  id integer pk\n"), u("dev"));
        source.objects.sources[0].kinds = {
            {CatalogKind::Comments, ReadState::NotRead, u("permission denied."), {}}};
        const Catalog there = mergeSources({std::make_shared<const SourceCatalog>(source)});
        QCOMPARE(commentsOfCatalog(*here, SourceId{0}, there, SourceId{0}).remarks,
                 QStringList{u("comments were not fully read there: permission denied.")});
    }
};

QTEST_APPLESS_MAIN(tst_BulkIncoming)
#include "tst_bulk_incoming.moc"
