// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What goes into a report: everything that helps, no name and no text of a message unless ticked.
#include "app/diagnostics.h"
#include "widgets/diagnostics_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

using namespace cadastre;

namespace {

Diagnostics example()
{
    Diagnostics all;
    all.environment = {{QStringLiteral("Qt"), QStringLiteral("6.4.2")}};
    all.sources = {{QStringLiteral("postgresql://db.secret.example/payroll"),
                    QStringLiteral("PostgreSQL 15.3"),
                    12,
                    80,
                    {QStringLiteral("grants")},
                    {{QStringLiteral("tables"), 3.26}}}};
    all.messages = {{QDateTime(QDate(2026, 5, 1), QTime(10, 0), Qt::UTC), MessageLevel::Error,
                     MessageTopic::Failed, QStringLiteral("payroll does\nnot answer.")}};
    return all;
}

} // namespace

class TestDiagnostics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOnlyWhenTicked();
    void saysWhenThereIsNothing();
    void environmentNamesEveryLibrary();
    void dialogTicksAndCopies();
};

void TestDiagnostics::namesOnlyWhenTicked()
{
    const QString without = diagnosticsText(example(), false);
    for (const char* word : {"Qt: 6.4.2", "PostgreSQL 15.3, 12 tables and views, 80 columns",
                             "not fully read: grants", "tables 3.3", "2026-05-01T10:00:00Z error"})
        QVERIFY2(without.contains(QLatin1String(word)), word);
    for (const char* word : {"payroll", "secret", "answer", "db."})
        QVERIFY2(!without.contains(QLatin1String(word)), word);
    const QString with = diagnosticsText(example(), true);
    QVERIFY(with.contains(QStringLiteral("name: postgresql://db.secret.example/payroll\n")));
    QVERIFY(with.contains(QStringLiteral(": payroll does not answer.\n")));
}

void TestDiagnostics::saysWhenThereIsNothing()
{
    const QString text = diagnosticsText({}, true);
    QVERIFY(text.contains(QStringLiteral("nothing\n")));
    QVERIFY(text.contains(QStringLiteral("none\n")));
}

void TestDiagnostics::environmentNamesEveryLibrary()
{
    Diagnostics all;
    all.environment = diagnosticEnvironment();
    const QString text = diagnosticsText(all, false);
    for (const char* word :
         {"Cadastre: " CADASTRE_VERSION, "Qt: 6.", "Graphviz: built with ", "libpq 1",
          "libmariadb ", "SQLite 3.", "QSQLITE", "SVG icons: yes", "Peak memory: "})
        QVERIFY2(text.contains(QLatin1String(word)), word);
}

void TestDiagnostics::dialogTicksAndCopies()
{
    DiagnosticsDialog dialog(QStringLiteral("plain"), QStringLiteral("with names"));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QCOMPARE(dialog.shownText(), QStringLiteral("plain"));
    auto* names = dialog.findChild<QCheckBox*>();
    QVERIFY(!names->isChecked());
    QTest::keyClick(names, Qt::Key_Space);
    QCOMPARE(dialog.shownText(), QStringLiteral("with names"));
    for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
        if (button->text().contains(QLatin1String("Copy")))
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("with names"));
}

QTEST_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
