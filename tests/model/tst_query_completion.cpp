// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a half-typed term can become: fields from two letters on, the values that a catalog has, and
// which part of the text they replace.
#include "model/search/object_query.h"
#include "model/search/query_completion.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

QueryIndex shopIndex()
{
    CatalogObjects objects = test::SchemaText::source(QStringLiteral("orders\n"
                                                                     "  id integer pk\n"
                                                                     "oldsales.notes\n"
                                                                     "  id integer pk\n"
                                                                     "pre-sales.offers\n"
                                                                     "  id integer pk\n"
                                                                     "sales.invoices\n"
                                                                     "  id integer pk\n"))
                                 .objects;
    for (Schema& schema : objects.schemas) {
        if (schema.name == QStringLiteral("oldsales"))
            schema.name = QStringLiteral("old sales");
    }
    QueryFacts facts;
    facts.catalog = std::make_shared<const Catalog>(
        mergeSources({std::make_shared<const SourceCatalog>(SourceCatalog{std::move(objects)})}));
    return QueryIndex(std::move(facts));
}

} // namespace

class tst_QueryCompletion : public QObject
{
    Q_OBJECT

private:
    QueryIndex m_index{shopIndex()};

private Q_SLOTS:
    void completes_data()
    {
        QTest::addColumn<QString>("text"); // | is the cursor
        QTest::addColumn<QString>("replaced");
        QTest::addColumn<QString>("choices"); // between bars
        const auto row = [](const char* text, const char* replaced, const char* choices) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(replaced)
                                << QString::fromUtf8(choices);
        };
        row("|", "", "");
        row("c|", "c", ""); // a letter is not enough
        row("co|", "co", "comment:|column:|columns:|convention:");
        row("CO|", "CO", "comment:|column:|columns:|convention:");
        row("orders com|", "com", "comment:");
        row("orders |", "", "");
        row("xyz|", "xyz", "");
        row("!com|", "com", "comment:");
        row("!comment|", "comment", ""); // a whole term: ":none" would say the opposite
        row("-ty|", "ty", "type:");
        row("a com| b", "com", "comment:"); // what follows the cursor stays
        row("a co|m b", "co", "comment:|column:|columns:|convention:");
        row("comment:|", "comment:", "comment:none|comment:any");
        row("comment:n|", "comment:n", "comment:none|comment:any"); // begins before contains
        row("comment:none|", "comment:none", "");                   // there already
        row("type:js|", "type:js", "type:json");
        row("TYPE:js|", "TYPE:js", "TYPE:json");
        row("type:json,t|", "type:json,t", "type:json,text|type:json,date");
        row("in:|", "in:", "in:\"old sales\"|in:pre-sales|in:public|in:sales");
        row("in:sa|", "in:sa", "in:sales|in:\"old sales\"|in:pre-sales");
        row("schema:pu|", "schema:pu", "schema:public");
        row("nofield:|", "nofield:", "");
        row("rows:>1|", "rows:>1", "rows:>1000|rows:>1M");
        row("comment:\"no|", "comment:\"no", ""); // in quotes nothing is known
    }
    void completes()
    {
        QFETCH(QString, text);
        QFETCH(QString, replaced);
        QFETCH(QString, choices);
        const qsizetype cursor = text.indexOf(u'|');
        text.remove(cursor, 1);
        const QueryCompletion completion = completeQuery(&m_index, text, cursor);
        QCOMPARE(completion.choices.join(u'|'), choices);
        if (!choices.isEmpty())
            QCOMPARE(text.mid(completion.start, completion.length), replaced);
        QVERIFY(completion.start >= 0 && completion.start + completion.length <= text.size());
        QCOMPARE(completeQuery(&m_index, text, cursor), completion);
    }

    void everyCompletionIsRead()
    {
        for (const QueryFieldInfo& field : queryFields()) {
            if (field.name.isEmpty())
                continue;
            const QString text = QString(field.name) + u':';
            for (const QString& choice : completeQuery(&m_index, text, text.size(), 50).choices) {
                const ObjectQuery query = parseObjectQuery(choice);
                QVERIFY2(query.problems.empty() && query.terms.size() == 1, qPrintable(choice));
                QVERIFY2(query.terms.front().field == field.field, qPrintable(choice));
            }
        }
    }

    void withoutACatalogOnlyFields()
    {
        QCOMPARE(completeQuery(nullptr, QStringLiteral("ty"), 2).choices,
                 QStringList{QStringLiteral("type:")});
        QVERIFY(completeQuery(nullptr, QStringLiteral("in:"), 3).choices.isEmpty());
        QCOMPARE(completeQuery(nullptr, QStringLiteral("pk:n"), 4).choices.first(),
                 QStringLiteral("pk:none"));
    }

    void atMostSoMany()
    {
        QCOMPARE(completeQuery(&m_index, QStringLiteral("co"), 2, 2).choices.size(), 2);
        QVERIFY(completeQuery(&m_index, QStringLiteral("co"), 2, 0).choices.isEmpty());
        QCOMPARE(completeQuery(&m_index, QStringLiteral("kind:"), 5).choices.size(), 5);
    }

    void cursorsOutsideAreMovedIn()
    {
        QCOMPARE(completeQuery(&m_index, QStringLiteral("ty"), 99).choices,
                 QStringList{QStringLiteral("type:")});
        QVERIFY(completeQuery(&m_index, QStringLiteral("ty"), -5).choices.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_QueryCompletion)
#include "tst_query_completion.moc"
