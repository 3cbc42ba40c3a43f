// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The known tags, and their values as text and back.
#include "model/notes/note_tags.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace cadastre;

Q_DECLARE_METATYPE(std::vector<cadastre::ValueMeaning>)

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

QString randomText(QRandomGenerator& random)
{
    static const QString letters = u("ab \\,=|n\n'\"\u00fc0");
    QString text;
    const int length = random.bounded(7);
    for (int i = 0; i < length; ++i)
        text += letters[random.bounded(letters.size())];
    return text;
}

} // namespace

class tst_NoteTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownTags()
    {
        const QStringList onceOnly{u("owner"),      u("contract"),   u("private"), u("replica"),
                                   u("convention"), u("called"),     u("null"),    u("unit"),
                                   u("format"),     u("deprecated"), u("keep")};
        const QStringList addUp{u("values"), u("sentinel"), u("references"), u("pii"), u("see")};
        QSet<QString> names;
        for (const NoteTag& tag : knownNoteTags()) {
            const QString name = tag.name;
            names << name;
            QCOMPARE(tag.once, onceOnly.contains(name));
            QCOMPARE(!tag.once, addUp.contains(name));
            QVERIFY(tag.forTables || tag.forColumns);
        }
        QCOMPARE(names.size(), onceOnly.size() + addUp.size());
        QCOMPARE(static_cast<qsizetype>(knownNoteTags().size()), names.size());
        QCOMPARE(noteTag(u("values"))->field, NoteField::Values);
        QVERIFY(!noteTag(u("Values")));
        QVERIFY(!noteTag(u("foreignKey")));
        QVERIFY(!noteTag(u("")));
    }

    void valueLists_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<ValueMeaning>>("values");
        QTest::addColumn<QString>("printed");
        const auto row = [](const char* text, const std::vector<ValueMeaning>& values,
                            const char* printed = nullptr) {
            QTest::newRow(text) << u(text) << values << u(printed ? printed : text);
        };
        row("", {});
        row("0=regular, 1=VIP", {{u("0"), u("regular")}, {u("1"), u("VIP")}});
        row("0 = regular,1=VIP ,", {{u("0"), u("regular")}, {u("1"), u("VIP")}},
            "0=regular, 1=VIP");
        row("a, b", {{u("a"), {}}, {u("b"), {}}});
        row("a=x\\, y, b=p=q", {{u("a"), u("x, y")}, {u("b"), u("p=q")}});
        row("a\\=b=c", {{u("a=b"), u("c")}});
        row("\\\\=backslash", {{u("\\"), u("backslash")}});
        row("a=one\\ntwo", {{u("a"), u("one\ntwo")}});
        row("\\d=a digit", {{u("\\d"), u("a digit")}}, "\\\\d=a digit");
        row("a\\|b=c", {{u("a|b"), u("c")}}, "a|b=c");
        row("=empty", {{{}, u("empty")}});
        row("a\\", {{u("a\\"), {}}}, "a\\\\");
        row("a=b\\,", {{u("a"), u("b,")}});
    }

    void valueLists()
    {
        QFETCH(QString, text);
        QFETCH(std::vector<ValueMeaning>, values);
        QFETCH(QString, printed);
        QVERIFY(parseValueList(text) == values);
        QCOMPARE(printValueList(values), printed);
    }

    void everyListComesBack()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 20000; ++round) {
            std::vector<ValueMeaning> values;
            QStringList formats;
            for (int i = random.bounded(4); i > 0; --i) {
                const ValueMeaning value{randomText(random).trimmed(),
                                         randomText(random).trimmed()};
                if (!value.value.isEmpty() || !value.meaning.isEmpty())
                    values.push_back(value);
                if (!value.value.isEmpty())
                    formats << value.value;
            }
            const QString list = printValueList(values);
            QVERIFY2(parseValueList(list) == values, qPrintable(list));
            QVERIFY(!list.contains(QLatin1Char('\n')));
            QCOMPARE(parseFormatList(printFormatList(formats)), formats);
        }
    }

    void formatLists()
    {
        QCOMPARE(parseFormatList(u("YYYY-MM-DD | DD.MM.YYYY|Mon, YYYY |")),
                 (QStringList{u("YYYY-MM-DD"), u("DD.MM.YYYY"), u("Mon, YYYY")}));
        QCOMPARE(parseFormatList(u("a\\|b | \\d+")), (QStringList{u("a|b"), u("\\d+")}));
        QCOMPARE(parseFormatList(u("")), QStringList());
        QCOMPARE(printFormatList({u("a|b"), u(""), u("c")}), u("a\\|b | c"));
    }

    void references_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("table");
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<QString>("whenColumn");
        QTest::addColumn<QString>("whenValue");
        QTest::addColumn<QString>("printed");
        const auto row = [](const char* text, const QStringList& table, const QStringList& columns,
                            const char* column = "", const char* value = "",
                            const char* printed = nullptr) {
            QTest::newRow(text) << u(text) << table << columns << u(column) << u(value)
                                << u(printed ? printed : text);
        };
        row("customers(id)", {u("customers")}, {u("id")});
        row("customers", {u("customers")}, {});
        row("billing.tax_rates(code, year)", {u("billing"), u("tax_rates")},
            {u("code"), u("year")});
        row(" billing . tax_rates ( code,year ) ", {u("billing"), u("tax_rates")},
            {u("code"), u("year")}, "", "", "billing.tax_rates(code, year)");
        row("tickets(id) when owner_type='Ticket'", {u("tickets")}, {u("id")}, "owner_type",
            "Ticket");
        row("tickets(id) when kind = 'it''s'", {u("tickets")}, {u("id")}, "kind", "it's",
            "tickets(id) when kind='it''s'");
        row("\"Odd.Name\"(\"a \"\"b\"\"\")", {u("Odd.Name")}, {u("a \"b\"")});
        row("Orders(OrderId)", {u("Orders")}, {u("OrderId")}, "", "", "\"Orders\"(\"OrderId\")");
        row("tickets when kind=''", {u("tickets")}, {}, "kind", "");
    }

    void references()
    {
        QFETCH(QString, text);
        QFETCH(QString, printed);
        const auto reference = parseNoteReference(text);
        QVERIFY(reference);
        QTEST(reference->table, "table");
        QTEST(reference->columns, "columns");
        QTEST(reference->whenColumn, "whenColumn");
        QTEST(reference->whenValue, "whenValue");
        QCOMPARE(printNoteReference(*reference), printed);
        QCOMPARE(parseNoteReference(printed), reference);
    }

    void noReferences_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "a.b.c(d)", "customers(", "customers()", "customers(id", "(id)",
              "customers(id) and more", "customers(id) when", "c(id) when a=1", "c(id) when a='x",
              "\"unclosed", "\"\"(id)", "a,b"})
            QTest::newRow(text) << u(text);
    }

    void noReferences()
    {
        QFETCH(QString, text);
        QVERIFY(!parseNoteReference(text));
    }
};

QTEST_APPLESS_MAIN(tst_NoteTags)
#include "tst_note_tags.moc"
