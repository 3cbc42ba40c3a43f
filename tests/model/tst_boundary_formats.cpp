// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a check of boundaries prints: the same facts as text, JSON and SARIF, hostile names escaped.
#include "model/export/boundary_check_formats.h"
#include "model/export/boundary_report.h"
#include "model/export/boundary_suggestions.h"
#include "tests/support/schema_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QtTest>

using namespace cadastre;

namespace {

const QString hostileOwner = QStringLiteral("team \"<b>\n|x");

std::shared_ptr<const Catalog> shop()
{
    return test::SchemaText::catalog(
        QStringLiteral("ordering.customers\n  id integer pk\n"
                       "billing.invoices\n  id integer pk\n"
                       "  customer_id integer > ordering.customers.id\n"
                       "billing.ledger\n  id integer pk\n"
                       "loose\n  id integer pk\n"));
}

Boundaries owners()
{
    Boundaries boundaries;
    boundaries.entries[QStringLiteral("ordering")].members = {QStringLiteral("ordering.*")};
    boundaries.entries[QStringLiteral("ordering")].owner = hostileOwner;
    boundaries.entries[QStringLiteral("billing")].members = {QStringLiteral("billing.*"),
                                                             QStringLiteral("nothing_*")};
    return boundaries;
}

struct Checked
{
    std::shared_ptr<const Catalog> catalog = shop();
    std::vector<Relationship> relationships = declaredRelationships(*catalog);
    UseReading uses = readUses(*catalog, false);
    Boundaries boundaries = owners();
    BoundaryCheck check;

    explicit Checked(Boundaries drawn = owners())
        : boundaries(std::move(drawn))
        , check(checkBoundaries(*catalog, relationships, uses, boundaries, QDate(2024, 5, 1)))
    {
    }
    [[nodiscard]] BoundaryCheckExport exported() const
    {
        return {*catalog, boundaries, check,
                placedVerdictSummary(*catalog, check.ownership, relationships)};
    }
};

QJsonObject parsed(const QByteArray& text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s at %d", qPrintable(error.errorString()), error.offset);
    return document.object();
}

QString member(const QJsonValue& object, const char* name)
{
    return object.toObject().value(QLatin1String(name)).toString();
}

} // namespace

class tst_BoundaryFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonHasEveryFact()
    {
        const Checked checked;
        const QJsonObject json = parsed(boundaryCheckJson(checked.exported()));
        QCOMPARE(json.value(QLatin1String("violations")).toInt(), 1);
        QCOMPARE(json.value(QLatin1String("boundaries")).toArray().size(), 2);
        QCOMPARE(member(json.value(QLatin1String("boundaries")).toArray().at(1), "owner"),
                 hostileOwner);
        const QJsonArray crossings = json.value(QLatin1String("crossings")).toArray();
        QCOMPARE(crossings.size(), 1);
        QCOMPARE(member(crossings.at(0), "kind"), QStringLiteral("foreign-key"));
        QCOMPARE(member(crossings.at(0), "state"), QStringLiteral("undecided"));
        QCOMPARE(member(crossings.at(0), "into_boundary"), QStringLiteral("ordering"));
        QCOMPARE(member(crossings.at(0), "into"), QStringLiteral("shop/table:ordering.customers"));
        QCOMPARE(json.value(QLatin1String("unowned")).toArray().at(0).toString(),
                 QStringLiteral("shop/table:public.loose"));
        QCOMPARE(member(json.value(QLatin1String("problems")).toArray().at(0), "problem"),
                 QStringLiteral("pattern-unmatched"));
        QCOMPARE(member(json.value(QLatin1String("verdicts")).toArray().at(0), "verdict"),
                 QStringLiteral("declared-crossing"));
    }

    void textNamesTheCrossingOnOneLine()
    {
        const QString text = QString::fromUtf8(boundaryCheckText(Checked().exported()));
        QVERIFY2(
            text.contains(QStringLiteral("2 boundaries own 3 tables and views; nobody owns 1.")),
            qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("\nbilling -> ordering\n  undecided foreign-key: ")),
                 qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("problem pattern-unmatched: ")));
    }

    void sarifTellsKnownFromNew()
    {
        Checked checked;
        const auto first = [](const QByteArray& text) {
            return parsed(text).value(QLatin1String("runs")).toArray().at(0).toObject();
        };
        const QJsonObject run = first(boundaryCheckSarif(checked.exported()));
        const QJsonArray results = run.value(QLatin1String("results")).toArray();
        QSet<QString> rules;
        for (const QJsonValue rule : run.value(QLatin1String("tool"))
                                         .toObject()
                                         .value(QLatin1String("driver"))
                                         .toObject()
                                         .value(QLatin1String("rules"))
                                         .toArray())
            rules.insert(member(rule, "id"));
        for (const QJsonValue result : results)
            QVERIFY(rules.contains(member(result, "ruleId")));
        QCOMPARE(member(results.at(0), "ruleId"), QStringLiteral("crossing-foreign-key"));
        QCOMPARE(member(results.at(0), "level"), QStringLiteral("error"));
        QCOMPARE(member(results.at(0), "baselineState"), QStringLiteral("new"));

        Boundaries known = owners();
        known.baseline = updatedBaseline(known, checked.check).baseline;
        const QJsonObject after = first(boundaryCheckSarif(Checked(known).exported()));
        const QJsonValue same = after.value(QLatin1String("results")).toArray().at(0);
        QCOMPARE(member(same, "level"), QStringLiteral("warning"));
        QCOMPARE(member(same, "baselineState"), QStringLiteral("unchanged"));
    }

    void reportHasAPageOfEachBoundary()
    {
        Checked checked;
        const CrossingKey key = checked.check.crossings.front().key;
        checked.boundaries.decisions[key] = {CrossingChoice::ServiceCall,
                                             QStringLiteral("until the split"), QDate(2030, 1, 1)};
        checked.check = checkBoundaries(*checked.catalog, checked.relationships, checked.uses,
                                        checked.boundaries, QDate(2024, 5, 1));
        const BoundaryReportInput input{*checked.catalog,
                                        checked.relationships,
                                        checked.uses,
                                        checked.boundaries,
                                        checked.check,
                                        hostileOwner,
                                        {{QString(), "<svg/>"}},
                                        {{QString(), QStringLiteral("a map.svg")}}};
        const QString text = QString::fromUtf8(boundaryReportMarkdown(input));
        QVERIFY(text.contains(QStringLiteral("## <a id=\"boundary-1\"></a>billing\n")));
        QVERIFY(text.contains(QStringLiteral("## <a id=\"boundary-2\"></a>ordering\n")));
        QVERIFY(text.contains(QStringLiteral("![Who owns what](a%20map.svg)")));
        QVERIFY(text.contains(QStringLiteral("until the split")));
        QVERIFY(text.contains(QStringLiteral("2030-01-01")));
        QVERIFY(text.contains(QStringLiteral("Nobody owns these: 1")));
        QVERIFY(!text.contains(QStringLiteral("<b>")));
        const QString html = QString::fromUtf8(boundaryReportHtml(input));
        QVERIFY(html.contains(QStringLiteral("PHN2Zy8+"))); // the picture
        QVERIFY(!html.contains(QStringLiteral("<b>")));
        QCOMPARE(boundaryReportHtml(input), boundaryReportHtml(input));
    }

    void suggestionsAsTsv()
    {
        const Checked checked;
        const std::vector<ProposedBoundary> proposals = {
            {QStringLiteral("bill\ting"),
             {},
             0.9,
             QStringLiteral("A schema."),
             {QStringLiteral("billing.*")},
             {{TableId{0},
               0.75,
               {{QStringLiteral("schema"), 1, QStringLiteral("It is in billing.")}}}}}};
        QCOMPARE(QString::fromUtf8(boundarySuggestionsTsv(*checked.catalog, proposals)),
                 QStringLiteral("table\tboundary\tconfidence\treason\n"
                                "billing.invoices\tbill\\ting\t0.750\tIt is in billing.\n"));
        QCOMPARE(parsed(boundarySuggestionsJson(*checked.catalog, proposals))
                     .value(QLatin1String("boundaries"))
                     .toArray()
                     .size(),
                 1);
    }
};

QTEST_GUILESS_MAIN(tst_BoundaryFormats)
#include "tst_boundary_formats.moc"
