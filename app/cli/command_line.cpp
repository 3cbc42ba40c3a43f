// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Finds the command that the first word names, and the help.
#include "app/cli/command_line.h"

#include "app/cli/arguments.h"
#include "app/cli/completion.h"
#include "app/cli/console.h"
#include "app/cli/man_page.h"

#include <algorithm>

namespace cadastre {

namespace {

const CliCommand* findCommand(const QString& name)
{
    static const std::vector<CliCommand> commands = allCliCommands();
    const auto found = std::ranges::find(commands, name, &CliCommand::name);
    return found == commands.end() ? nullptr : &*found;
}

/// What may stand in front of the window's DATABASE; Qt's own options have one dash.
const QStringList& windowOptions()
{
    static const QStringList options{QStringLiteral("--workspace"), QStringLiteral("--timings")};
    return options;
}

QString generalHelp()
{
    QString text = QStringLiteral("Cadastre: the register of a database.\n\n"
                                  "  cadastre [DATABASE]\n      opens the window\n");
    for (const CliCommand& command : allCliCommands())
        text += QStringLiteral("  cadastre ") + command.synopsis + QStringLiteral("\n      ") +
                command.summary + QLatin1Char('\n');
    text += QStringLiteral(
        "\nDATABASE is the path of an SQLite file, snapshot or workspace, or a URL:\n"
        "  postgresql://[USER@]HOST[:PORT]/DATABASE\n"
        "  mariadb://[USER@]HOST[:PORT]/[DATABASE], also mysql://\n\n"
        "With every command:\n");
    return text + optionsHelp(commonOptions()) +
           QStringLiteral(
               "\nExit status: 0 done; 1 done, and there is something to look at; "
               "2 not done.\n\n"
               "cadastre --completion bash|zsh|fish prints what a shell needs to complete "
               "commands;\ncadastre --man-page prints the manual page.\n");
}

QString helpOf(const CliCommand& command)
{
    return QStringLiteral("cadastre ") + command.synopsis + QStringLiteral("\n    ") +
           command.summary + QStringLiteral("\n\n") + command.help +
           QStringLiteral("\nWith every command:\n") + optionsHelp(commonOptions());
}

ExitStatus print(const QString& text)
{
    const Result<Nothing> written = writeOutput(QStringLiteral("-"), text.toUtf8());
    return written ? ExitStatus::Done : failWith(written.error());
}

ExitStatus printCompletion(const QString& shell)
{
    if (!completionShells().contains(shell))
        return failWith({QStringLiteral("Say --completion bash, zsh or fish."), {}});
    return print(
        completionScript(shell, allCliCommands(), helpOptions(optionsHelp(commonOptions()))));
}

ExitStatus printManPage()
{
    return print(manPage(allCliCommands(), helpOptions(optionsHelp(commonOptions()))));
}

ExitStatus printVersion()
{
    return print(QStringLiteral("cadastre %1\n").arg(QStringLiteral(CADASTRE_VERSION)));
}

QString commandNames()
{
    QStringList names;
    for (const CliCommand& command : allCliCommands())
        names << command.name;
    return names.join(QLatin1String(", "));
}

} // namespace

bool isCommandLine(const QStringList& arguments)
{
    if (arguments.isEmpty())
        return false;
    if (arguments.contains(QStringLiteral("--help")) ||
        arguments.contains(QStringLiteral("--version")))
        return true;
    const QString& first = arguments.first();
    if (first.startsWith(QLatin1String("--")))
        return !windowOptions().contains(first);
    const bool isTwoWords = arguments.size() > 1 && !first.startsWith(QLatin1Char('-')) &&
                            !arguments[1].startsWith(QLatin1Char('-'));
    return findCommand(first) || isTwoWords;
}

bool commandPaints(const QStringList& arguments)
{
    const CliCommand* command = findCommand(arguments.value(0));
    return command && command->paints;
}

ExitStatus runCommandLine(const QStringList& arguments)
{
    const QString first = arguments.value(0);
    const CliCommand* command = findCommand(first);
    if (arguments.contains(QStringLiteral("--help")))
        return print(command ? helpOf(*command) : generalHelp());
    if (arguments.contains(QStringLiteral("--version")))
        return printVersion();
    if (first == QLatin1String("--completion"))
        return printCompletion(arguments.value(1));
    if (first == QLatin1String("--man-page"))
        return printManPage();
    if (command)
        return command->run(arguments.mid(1));
    const QString what = first.startsWith(QLatin1Char('-')) ? QStringLiteral("Unknown option %1")
                                                            : QStringLiteral("Unknown command %1");
    return failWith({QString(what.arg(first) + QStringLiteral("; the commands are ") +
                             commandNames() + QStringLiteral(".")),
                     {}});
}

} // namespace cadastre
