// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which columns hold JSON where their type does not say it, what a CHECK says and what it does not,
// and that `type:json` finds them with a reason.
#include "model/search/json_columns.h"
#include "model/search/query_answer.h"
#include "model/search/query_hits.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

constexpr const char* shop = R"(
payments
  id integer pk
  payload text
  remark text // JSON is not allowed here? No: JSON comes first
  options text // key=value, later json
  raw text // @format JSON
  native jsonb
  dump text
)";

std::shared_ptr<const Catalog> withChecks(const QStringList& expressions, bool read = true)
{
    CatalogObjects objects = test::SchemaText::source(QString::fromUtf8(shop)).objects;
    for (const QString& expression : expressions) {
        Constraint check;
        check.table = TableId{0};
        check.kind = ConstraintKind::Check;
        check.expression = expression;
        objects.constraints.push_back(check);
    }
    if (!read) {
        KindReport report;
        report.kind = CatalogKind::Constraints;
        report.state = ReadState::NotRead;
        objects.sources.front().kinds.push_back(report);
    }
    auto part = std::make_shared<const SourceCatalog>(finishSource(std::move(objects)));
    return std::make_shared<const Catalog>(mergeSources({part}));
}

QueryIndex indexOf(const std::shared_ptr<const Catalog>& catalog)
{
    QueryFacts facts;
    facts.catalog = catalog;
    return QueryIndex(facts);
}

} // namespace

class tst_JsonColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsChecks_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("columns");
        const auto row = [](const char* expression, const char* columns) {
            QTest::newRow(expression)
                << QString::fromUtf8(expression) << QString::fromUtf8(columns);
        };
        row("json_valid(payload)", "payload");
        row("attributes IS NULL OR json_valid(attributes)", "attributes");
        row("JSON_VALID ( \"pay load\" )", "pay load");
        row("json_valid(`a``b`)", "a`b");
        row("json_valid([x]) AND json_valid(y, 6)", "x|y");
        row("(payload IS JSON)", "payload");
        row("((payload)::text IS JSON OBJECT)", "payload");
        row("\"Pay\" is json", "Pay");
        row("NOT json_valid(payload)", "");
        row("payload IS NOT JSON", "");
        row("note <> 'json_valid(payload)'", "");
        row("my_json_valid(payload)", "");
        row("json_valid(lower(payload))", "");
        row("json_extract(payload, '$.a') > 1", "");
        row("length(payload) > 1", "");
    }
    void readsChecks()
    {
        QFETCH(QString, expression);
        QFETCH(QString, columns);
        QCOMPARE(jsonColumnsOfCheck(expression).join(QLatin1Char('|')), columns);
    }

    void findsThemAndSaysWhy()
    {
        const QueryIndex index = indexOf(withChecks({QStringLiteral("json_valid(PAYLOAD)")}));
        const QueryAnswer answer = answerQuery(index, parseObjectQuery(u"type:json"));
        QStringList names;
        for (const ObjectRef hit : answer.hits)
            names << index.catalog().displayName(hit);
        QCOMPARE(names.join(QLatin1Char(' ')),
                 QStringLiteral("payments.payload payments.remark payments.raw payments.native"));
        QCOMPARE(answer.remarks.join(QString()),
                 QStringLiteral("JSON by its CHECK: payments.payload; JSON by its note: "
                                "payments.raw; JSON by its comment: payments.remark."));
        const SearchIndex search(ObjectNames{index.facts().commented, false});
        QCOMPARE(queryHits(search, index, parseObjectQuery(u"type:json")).total, std::size_t(4));
        // only what is called so is asked for by quotes and by the other name
        QCOMPARE(answerQuery(index, parseObjectQuery(u"type:jsonb")).hits.size(), std::size_t(1));
        QCOMPARE(answerQuery(index, parseObjectQuery(u"type:\"json\"")).hits.size(),
                 std::size_t(0));
        QCOMPARE(answerQuery(index, parseObjectQuery(u"!type:json type:text")).hits.size(),
                 std::size_t(0)); // of tables: one column is enough
    }

    void wordsStandForEachOther()
    {
        const QueryIndex index = indexOf(withChecks({}));
        const SearchIndex search(ObjectNames{index.facts().commented, false});
        const auto ask = [&](const char* text, int limit) {
            QueryHitOptions options;
            options.limit = limit;
            const QueryHits hits =
                queryHits(search, index, parseObjectQuery(QString::fromUtf8(text)), options);
            QStringList titles{QString::number(hits.total)};
            for (const SearchHit& hit : hits.hits)
                titles << hit.title;
            return titles.join(QLatin1Char(' '));
        };
        QCOMPARE(ask("payload|dump kind:column", 9),
                 QStringLiteral("2 payments.payload payments.dump"));
        QCOMPARE(ask("payload|dump|native kind:column", 1), QStringLiteral("3 payments.payload"));
        QCOMPARE(ask("kind:column", 2), QStringLiteral("7 payments.id payments.payload"));
        QCOMPARE(ask("payload native", 9), QStringLiteral("0")); // both
    }

    void saysThatNothingIs()
    {
        CatalogObjects objects =
            test::SchemaText::source(QStringLiteral("a\n  id integer pk\n  doc xml\n")).objects;
        auto part = std::make_shared<const SourceCatalog>(SourceCatalog{std::move(objects)});
        const QueryIndex index = indexOf(std::make_shared<const Catalog>(mergeSources({part})));
        const QueryAnswer answer = answerQuery(index, parseObjectQuery(u"type:json"));
        QVERIFY(answer.hits.empty()); // XML is no JSON
        QVERIFY(answer.remarks.join(QString()).contains(QStringLiteral("neither by its type")));
    }

    void aCheckThatWasNotReadCouldSayIt()
    {
        const QueryIndex index = indexOf(withChecks({}, false));
        const QueryAnswer answer = answerQuery(index, parseObjectQuery(u"type:json"));
        QCOMPARE(answer.hits.size(), std::size_t(3)); // by note, comment and type
        QVERIFY(answer.remarks.join(QString()).contains(QStringLiteral("not read")));
    }
};

QTEST_GUILESS_MAIN(tst_JsonColumns)
#include "tst_json_columns.moc"
