// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre comments: as a file, against a file, from a file into the database, and how many there
// are; each action is a file in app/cli/comments/actions.
#include "app/cli/comments/action.h"
#include "app/cli/console.h"

#include <algorithm>

namespace cadastre {

namespace {

QString actionNames(const QString& separator)
{
    QStringList names;
    for (const CommentsAction& action : allCommentsActions())
        names << action.name;
    return names.join(separator);
}

QString actionsHelp()
{
    QString text;
    for (const CommentsAction& action : allCommentsActions())
        text += QStringLiteral("comments %1: %2\n").arg(action.name, action.summary) +
                optionsHelp(action.options) + QLatin1Char('\n');
    return text;
}

ExitStatus runComments(const QStringList& words)
{
    const std::vector<CommentsAction> actions = allCommentsActions();
    const auto action = std::ranges::find(actions, words.value(0), &CommentsAction::name);
    if (action != actions.end())
        return action->run(words.mid(1));
    const QString names = actionNames(QStringLiteral(", "));
    if (words.isEmpty())
        return failWith({QStringLiteral("Say what to do with comments: %1.").arg(names), {}});
    return failWith(
        {QStringLiteral("Comments cannot be asked to \"%1\"; say %2.").arg(words.first(), names),
         {}});
}

} // namespace

CliCommand commentsCommand()
{
    CliCommand command;
    command.name = QStringLiteral("comments");
    command.synopsis = QStringLiteral("comments %1 DATABASE [FILE] [--dry-run] [--take mine]")
                           .arg(actionNames(QStringLiteral("|")));
    command.summary = QStringLiteral(
        "comments as a file of SQL, drift from it, and applying it without overwriting anybody");
    command.help = actionsHelp();
    command.run = runComments;
    return command;
}

} // namespace cadastre
