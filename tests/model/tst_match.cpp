// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Matching of two catalogs: identity before name before likeness, and nothing matched that should
// not be.
#include "model/catalog/match.h"
#include "tests/support/random_catalog.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;
using test::SchemaText;

namespace {

/// "kept table public.a", "renamed table public.a > public.b (identity)", "gone ...", sorted;
/// only tables and columns.
QStringList asText(const Catalog& before, const Catalog& after)
{
    static const QStringList reasons{QStringLiteral("identity"), QStringLiteral("key"),
                                     QStringLiteral("proposal")};
    const CatalogMatch match = matchCatalogs(before, after);
    const auto isShown = [](ObjectRef ref) {
        return ref.kind == ObjectKind::Table || ref.kind == ObjectKind::Column;
    };
    QStringList lines;
    for (const ObjectMatch& one : match.renamed) {
        if (isShown(one.before))
            lines << QStringLiteral("%1 > %2 %3")
                         .arg(before.displayName(one.before), after.displayName(one.after),
                              reasons[static_cast<int>(one.reason)]);
    }
    for (const ObjectMatch& one : match.kept) {
        if (isShown(one.before) && one.identityChanged)
            lines << QString(before.displayName(one.before) + QStringLiteral(" made again"));
    }
    for (ObjectRef ref : match.gone) {
        if (isShown(ref))
            lines << QString(before.displayName(ref) + QStringLiteral(" gone"));
    }
    for (ObjectRef ref : match.added) {
        if (isShown(ref))
            lines << QString(after.displayName(ref) + QStringLiteral(" added"));
    }
    lines.sort();
    return lines;
}

/// Gives tables and columns identities by their names' order, so that renames can be seen.
Catalog withIdentities(const QString& text, const QHash<QString, quint32>& oids)
{
    SourceCatalog source = SchemaText::source(text);
    for (Table& table : source.objects.tables) {
        if (oids.contains(table.name))
            table.identity = ServerIdentity{1, 1259, oids[table.name], 0};
    }
    return Catalog(source.objects);
}

} // namespace

class tst_Match : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const char* before, const char* after,
                            const QStringList& expected) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after)
                                << expected;
        };
        const auto one = [](const char* line) { return QString::fromUtf8(line); };
        row("the same", "a\n  id integer\n", "a\n  id integer\n", {});
        row("added and gone", "a\n  x integer\n", "b\n  y text\n",
            {one("a gone"), one("a.x gone"), one("b added"), one("b.y added")});
        row("a table with the same columns is proposed", "a\n  id integer\n  name text\n",
            "b\n  id integer\n  name text\n",
            {one("a > b proposal"), one("a.id > b.id key"), one("a.name > b.name key")});
        row("too few columns in common", "a\n  id integer\n  name text\n",
            "b\n  id integer\n  title text\n  price integer\n",
            {one("a gone"), one("a.id gone"), one("a.name gone"), one("b added"), one("b.id added"),
             one("b.price added"), one("b.title added")});
        row("a column at the same place", "a\n  id integer\n  flag1 text\n",
            "a\n  id integer\n  is_vip text\n", {one("a.flag1 > a.is_vip proposal")});
        row("a column of another type is another column", "a\n  id integer\n  flag1 text\n",
            "a\n  id integer\n  is_vip boolean\n", {one("a.flag1 gone"), one("a.is_vip added")});
        row("not across schemas", "a\n  id integer\n  name text\n",
            "other.a\n  id integer\n  name text\n",
            {one("a gone"), one("a.id gone"), one("a.name gone"), one("other.a added"),
             one("other.a.id added"), one("other.a.name added")});
    }

    void matches()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QStringList, expected);
        QCOMPARE(asText(*SchemaText::catalog(before), *SchemaText::catalog(after)), expected);
    }

    void identityBeatsTheName()
    {
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        const QString both = QStringLiteral("a\n  x text\nb\n  y integer\n");
        QCOMPARE(
            asText(withIdentities(both, {{a, 1}, {b, 2}}), withIdentities(both, {{a, 2}, {b, 1}})),
            QStringList({QStringLiteral("a > b identity"), QStringLiteral("a.x added"),
                         QStringLiteral("a.x gone"), QStringLiteral("b > a identity"),
                         QStringLiteral("b.y added"), QStringLiteral("b.y gone")}));
    }

    void saysWhatWasMadeAgain()
    {
        const QString a = QStringLiteral("a");
        const QString text = QStringLiteral("a\n  x text\n");
        QCOMPARE(asText(withIdentities(text, {{a, 1}}), withIdentities(text, {{a, 2}})),
                 QStringList({QStringLiteral("a made again")}));
    }

    void identitiesOfAnotherDatabaseMeanNothing()
    {
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        const Catalog before = withIdentities(QStringLiteral("a\n  x text\n"), {{a, 1}});
        CatalogObjects objects =
            withIdentities(QStringLiteral("b\n  y text\n"), {{b, 1}}).objects();
        objects.sources.front().databaseName = QStringLiteral("elsewhere");
        QVERIFY(matchCatalogs(before, Catalog(objects)).renamed.empty());
    }

    void everyObjectIsCountedOnce()
    {
        const Catalog before(test::RandomCatalog(1).make(30).objects);
        const Catalog after(test::RandomCatalog(2).make(30).objects);
        for (const Catalog* other : {&before, &after}) {
            const CatalogMatch match = matchCatalogs(before, *other);
            const auto count = [](const Catalog& catalog) {
                const CatalogObjects& o = catalog.objects();
                return o.sources.size() + o.schemas.size() + o.tables.size() + o.columns.size() +
                       o.constraints.size() + o.indexes.size() + o.triggers.size() +
                       o.routines.size() + o.types.size() + o.roles.size() + o.others.size();
            };
            QCOMPARE(match.kept.size() + match.renamed.size() + match.gone.size(), count(before));
            QCOMPARE(match.kept.size() + match.renamed.size() + match.added.size(), count(*other));
            if (other == &before)
                QVERIFY(match.renamed.empty() && match.gone.empty() && match.added.empty());
        }
    }
};

QTEST_APPLESS_MAIN(tst_Match)
#include "tst_match.moc"
