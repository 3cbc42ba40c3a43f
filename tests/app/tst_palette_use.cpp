// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the palette remembers of what was chosen: what was used often or lately weighs more, the
// order stays, the list ends somewhere, and lines that somebody wrote by hand do no harm.
#include "app/palette_use.h"
#include "app/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;

namespace {

QStringList numbered(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names << QStringLiteral("table %1").arg(i);
    return names;
}

} // namespace

class tst_PaletteUse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNeverChosenWeighsNothing()
    {
        PaletteUse use;
        QCOMPARE(use.weight(QStringLiteral("orders")), 0);
        QCOMPARE(use.weight(QString()), 0);
        QVERIFY(use.lines().isEmpty());
    }

    void latelyAndOftenWeighsMore()
    {
        PaletteUse use;
        for (const char* name : {"orders", "orders", "orders", "customers", "refunds"})
            use.choose(QString::fromLatin1(name));
        QCOMPARE(use.names(), (QStringList{QStringLiteral("refunds"), QStringLiteral("customers"),
                                           QStringLiteral("orders")}));
        const auto weight = [&](const char* name) { return use.weight(QString::fromLatin1(name)); };
        QVERIFY(weight("refunds") > weight("customers")); // as often, and later
        QVERIFY(weight("orders") > weight("refunds"));    // so much more often
        for (int i = 0; i < 2000; ++i)
            use.choose(QStringLiteral("orders"));
        QCOMPARE(weight("orders"), 100);
        QVERIFY(weight("customers") > 0);
    }

    void namesMayHaveBlanks()
    {
        PaletteUse use;
        use.choose(QStringLiteral("View/Fit  all"));
        use.choose(QStringLiteral("7 days"));
        const PaletteUse again(use.lines());
        QCOMPARE(again.names(), use.names());
        QCOMPARE(again.lines(), use.lines());
        QCOMPARE(again.weight(QStringLiteral("7 days")), use.weight(QStringLiteral("7 days")));
    }

    void onlySoManyAreKept()
    {
        PaletteUse use;
        const QStringList names = numbered(static_cast<int>(PaletteUse::limit) + 5);
        for (const QString& name : names)
            use.choose(name);
        QCOMPARE(use.names().size(), static_cast<qsizetype>(PaletteUse::limit));
        QCOMPARE(use.names().first(), names.last());
        QCOMPARE(use.weight(names.first()), 0);
        QVERIFY(use.weight(names[5]) > 0); // the oldest of those that are kept
        use.choose(names[5]);              // nothing of the others goes for it
        QCOMPARE(use.names().size(), static_cast<qsizetype>(PaletteUse::limit));
        QVERIFY(use.weight(names[6]) > 0);
        QStringList lines;
        for (const QString& name : names)
            lines << QString(QStringLiteral("3 ") + name);
        QCOMPARE(PaletteUse(lines).names(), names.mid(0, PaletteUse::limit));
    }

    void linesFromElsewhereDoNoHarm()
    {
        const PaletteUse use({QString(), QStringLiteral("orders"), QStringLiteral("x orders"),
                              QStringLiteral("-3 customers"), QStringLiteral("0 refunds"),
                              QStringLiteral("12 "), QStringLiteral("99999999999999 brands"),
                              QStringLiteral("2147483647 carts"), QStringLiteral("2 agents"),
                              QStringLiteral("5 carts"), QString(70000, u'7')});
        QCOMPARE(use.names(), (QStringList{QStringLiteral("carts"), QStringLiteral("agents")}));
        QCOMPARE(use.weight(QStringLiteral("carts")), 100);
        QVERIFY(use.weight(QStringLiteral("agents")) < 100);
    }

    void isKeptPerDatabase()
    {
        QTemporaryDir home;
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.path()));
        {
            PaletteUse use;
            use.choose(QStringLiteral("orders"));
            Settings().setPaletteUse(QStringLiteral("/a.sqlite"), use.lines());
            Settings().setPaletteUse(QStringLiteral("/b.sqlite"), {QStringLiteral("1 carts")});
        }
        QCOMPARE(PaletteUse(Settings().paletteUse(QStringLiteral("/a.sqlite"))).names(),
                 QStringList{QStringLiteral("orders")});
        QCOMPARE(PaletteUse(Settings().paletteUse(QStringLiteral("/b.sqlite"))).names(),
                 QStringList{QStringLiteral("carts")});
        QVERIFY(Settings().paletteUse(QStringLiteral("/c.sqlite")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_PaletteUse)
#include "tst_palette_use.moc"
