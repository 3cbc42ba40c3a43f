// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The help of commands taken apart, and the manual page and completion made from it.
#include "app/cli/arguments.h"
#include "app/cli/completion.h"
#include "app/cli/man_page.h"

#include <QTest>

using namespace cadastre;

namespace {

CliCommand exampleCommand()
{
    CliCommand command;
    command.name = QStringLiteral("dig");
    command.synopsis = QStringLiteral("dig up|in DATABASE [--to left|right] [--deep]");
    command.summary = QStringLiteral("digs, and that's \\ it");
    command.help =
        QStringLiteral("dig up: .takes out\n") +
        optionsHelp({{QStringLiteral("--format"), QStringLiteral("FORMAT"),
                      QStringLiteral("text (default), tsv or json")},
                     {QStringLiteral("--take"), QStringLiteral("mine"), QStringLiteral("or not")},
                     {QStringLiteral("--to"), QStringLiteral("SIDE"), QStringLiteral("where to")},
                     {QStringLiteral("--deep"), QString(), QStringLiteral("deeper, or longer")}}) +
        QStringLiteral("\ndig in: puts in\n") +
        optionsHelp({{QStringLiteral("-o"), QStringLiteral("FILE"),
                      QStringLiteral("where to write; - is standard output")}}) +
        QStringLiteral("\nA last word.\n");
    return command;
}

} // namespace

class TestManPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpIsTakenApart();
    void everyOptionOfEveryCommandIsFound();
    void roffIsEscaped();
    void completionOffersOnlyWhatIsThere();
};

void TestManPage::helpIsTakenApart()
{
    const std::vector<HelpPart> parts = helpParts(exampleCommand());
    QCOMPARE(parts.size(), std::size_t(2));
    QCOMPARE(parts[0].action, QStringLiteral("up"));
    QCOMPARE(parts[0].summary, QStringLiteral(".takes out"));
    QCOMPARE(parts[0].options.size(), std::size_t(4));
    QCOMPARE(parts[0].options[0].valueName, QStringLiteral("FORMAT"));
    QCOMPARE(parts[0].options[0].values,
             QStringList({QStringLiteral("text"), QStringLiteral("tsv"), QStringLiteral("json")}));
    QCOMPARE(parts[0].options[1].values, QStringList(QStringLiteral("mine")));
    QCOMPARE(parts[0].options[2].values,
             QStringList({QStringLiteral("left"), QStringLiteral("right")}));
    QVERIFY(parts[0].options[3].valueName.isEmpty());
    QVERIFY(parts[0].options[3].values.isEmpty());
    QCOMPARE(parts[1].options[0].name, QStringLiteral("-o"));
    QVERIFY(parts[1].options[0].values.isEmpty());
    QCOMPARE(parts[1].notes, QStringList(QStringLiteral("A last word.")));
}

/// A line of a real help that looks like an option and was not understood would be missing in the
/// manual page.
void TestManPage::everyOptionOfEveryCommandIsFound()
{
    for (const CliCommand& command : allCliCommands()) {
        int found = 0;
        for (const HelpPart& part : helpParts(command)) {
            found += static_cast<int>(part.options.size());
            for (const QString& note : part.notes)
                QVERIFY2(!note.startsWith(QLatin1Char('-')), qPrintable(note));
        }
        QVERIFY2(found > 0, qPrintable(command.name));
    }
    QVERIFY(helpOptions(optionsHelp(commonOptions())).size() == commonOptions().size());
}

void TestManPage::roffIsEscaped()
{
    const QString page = manPage({exampleCommand()}, {});
    QVERIFY(page.contains(QStringLiteral("digs, and that's \\e it\n")));
    QVERIFY(page.contains(QStringLiteral("\\fBcadastre dig up\\fR: \\&.takes out\n")));
    QVERIFY(page.contains(QStringLiteral(".TP\n\\fB\\-o\\fR \\fIFILE\\fR\n")));
    for (const QString& line : page.split(QLatin1Char('\n')))
        QVERIFY2(!line.startsWith(QLatin1String(".takes")), qPrintable(line));
}

void TestManPage::completionOffersOnlyWhatIsThere()
{
    for (const QString& shell : completionShells()) {
        const QString script = completionScript(shell, {exampleCommand()}, {});
        QVERIFY2(script.contains(QStringLiteral("text tsv json")), qPrintable(shell));
        QVERIFY2(script.contains(QStringLiteral("up in")), qPrintable(shell));
        QVERIFY2(!script.contains(QStringLiteral("deeper longer")), qPrintable(shell));
    }
    const QString fish = completionScript(QStringLiteral("fish"), {exampleCommand()}, {});
    QVERIFY(fish.contains(QStringLiteral("'digs, and that'\\''s \\ it'")));
}

QTEST_GUILESS_MAIN(TestManPage)
#include "tst_man_page.moc"
