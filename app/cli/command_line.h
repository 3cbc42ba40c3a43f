// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The command line: what a command is and how one is found and run. Each command is one file in
// commands/, found by its file name.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace cadastre {

/// Exit statuses of the program.
enum class ExitStatus { Done = 0, Findings = 1, NotDone = 2 };

struct CliCommand
{
    QString name;     ///< "read"
    QString synopsis; ///< "read DATABASE -o FILE [--stamp]"
    QString summary;  ///< one line for the help
    QString help;     ///< the options, one per line
    /// Arguments after the command's name.
    std::function<ExitStatus(const QStringList& arguments)> run;
};

/// All commands, sorted by name (generated from the files of commands/).
std::vector<CliCommand> allCliCommands();

} // namespace cadastre
