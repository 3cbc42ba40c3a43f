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
    bool paints = false; ///< needs fonts, and so a QGuiApplication
};

/// All commands, sorted by name (generated from the files of commands/).
std::vector<CliCommand> allCliCommands();

/// Whether the program's arguments ask for a command, for help or the version, or are no use to the
/// window (an unknown option, two words), so that the command line answers.
bool isCommandLine(const QStringList& arguments);
/// Whether the command that the arguments name needs a QGuiApplication.
bool commandPaints(const QStringList& arguments);
/// Runs the command that the first word names; `arguments` are without the program's name.
ExitStatus runCommandLine(const QStringList& arguments);

} // namespace cadastre
