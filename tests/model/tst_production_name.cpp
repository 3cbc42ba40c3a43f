// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which names mean production, and which only contain the letters.
#include "model/workspace/production_name.h"

#include <QTest>

using namespace cadastre;

class TestProductionName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfProduction_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("production");
        for (const char* name :
             {"prod", "shop_prod", "PROD-DB-01", "db.prod.example.org", "shopProd", "production",
              "shop-production2", "live", "shop.live", "prod1"})
            QTest::newRow(name) << QString::fromUtf8(name) << true;
        for (const char* name : {"products", "product_catalog", "olive", "delivery", "shop",
                                 "reproduction", "preprod_x9_x", "localhost", "liveness", ""})
            QTest::newRow(*name != '\0' ? name : "(empty)") << QString::fromUtf8(name) << false;
    }
    void namesOfProduction()
    {
        QFETCH(QString, name);
        QFETCH(bool, production);
        QCOMPARE(productionName({name}, defaultProductionPatterns()).has_value(), production);
    }

    void patternsWithSignsMatchTheWholeName()
    {
        const QStringList patterns{QStringLiteral("erp-*"), QStringLiteral("db?.main")};
        QCOMPARE(productionName({QStringLiteral("ERP-core")}, patterns),
                 std::optional(QStringLiteral("ERP-core")));
        QVERIFY(productionName({QStringLiteral("db1.main")}, patterns));
        QVERIFY(!productionName({QStringLiteral("my-erp-core")}, patterns));
        QVERIFY(!productionName({QStringLiteral("db1xmain")}, patterns));
        QVERIFY(!productionName({QStringLiteral("prod")}, patterns));
    }

    void emptyPatternsMatchNothing()
    {
        QVERIFY(!productionName({QStringLiteral("prod"), QString()}, {QString()}));
    }
};

QTEST_APPLESS_MAIN(TestProductionName)
#include "tst_production_name.moc"
