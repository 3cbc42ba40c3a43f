// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre boundaries: what crosses, what might be a boundary, and the report; each action is a
// file in app/cli/boundaries/actions.
#include "app/cli/boundaries/action.h"
#include "app/cli/console.h"

#include <algorithm>

namespace cadastre {

namespace {

QString actionNames(const QString& separator)
{
    QStringList names;
    for (const BoundariesAction& action : allBoundariesActions())
        names << action.name;
    return names.join(separator);
}

QString actionsHelp()
{
    QString text;
    for (const BoundariesAction& action : allBoundariesActions())
        text += QStringLiteral("boundaries %1: %2\n").arg(action.name, action.summary) +
                optionsHelp(action.options) + QLatin1Char('\n');
    return text;
}

ExitStatus runBoundaries(const QStringList& words)
{
    const std::vector<BoundariesAction> actions = allBoundariesActions();
    const auto action = std::ranges::find(actions, words.value(0), &BoundariesAction::name);
    if (action != actions.end())
        return action->run(words.mid(1));
    const QString names = actionNames(QStringLiteral(", "));
    if (words.isEmpty())
        return failWith({QStringLiteral("Say what to do with boundaries: %1.").arg(names), {}});
    return failWith(
        {QStringLiteral("Boundaries cannot be asked to \"%1\"; say %2.").arg(words.first(), names),
         {}});
}

} // namespace

CliCommand boundariesCommand()
{
    CliCommand command;
    command.name = QStringLiteral("boundaries");
    command.synopsis =
        QStringLiteral("boundaries %1 DATABASE [--format FORMAT] [-o FILE] [--owners FILE]")
            .arg(actionNames(QStringLiteral("|")));
    command.summary = QStringLiteral("who owns what, and what crosses from one owner to another");
    command.help = actionsHelp();
    command.run = runBoundaries;
    command.paints = true;
    return command;
}

} // namespace cadastre
