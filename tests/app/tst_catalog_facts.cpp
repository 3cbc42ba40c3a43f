// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the window makes of catalogs: facts, and after a refresh what was renamed.
#include "app/catalog_facts.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

SourceParts parts(const char* text)
{
    return {
        std::make_shared<const SourceCatalog>(test::SchemaText::source(QString::fromUtf8(text)))};
}

ObjectKey key(const char* text)
{
    return *ObjectKey::fromString(QString::fromUtf8(text));
}

} // namespace

class tst_CatalogFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefreshKnowsWhatWasRenamed()
    {
        const CatalogFacts before = makeFacts(parts("a\n  id integer pk\n  name text\n"));
        QVERIFY(before.renamed.isEmpty());
        const CatalogFacts same =
            makeFacts(parts("a\n  id integer pk\n  name text\n"), before.catalog);
        QVERIFY(same.renamed.isEmpty());
        const CatalogFacts after =
            makeFacts(parts("b\n  id integer pk\n  name text\n"), before.catalog);
        QCOMPARE(after.renamed.value(key("shop/table:public.a")), key("shop/table:public.b"));
        QCOMPARE(after.renamed.value(key("shop/column:public.a.name")),
                 key("shop/column:public.b.name"));
    }

    void namesOfSourcesDoNotClash()
    {
        const QString shop = QStringLiteral("shop");
        QCOMPARE(freeSourceName(shop, {}), shop);
        QCOMPARE(freeSourceName(shop, {shop, QStringLiteral("shop-2")}), QStringLiteral("shop-3"));
    }
};

QTEST_APPLESS_MAIN(tst_CatalogFacts)
#include "tst_catalog_facts.moc"
