// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The help of the commands taken apart again, so that the manual page and the completion of shells
// say what `--help` says and nothing else.
#pragma once

#include "app/cli/command_line.h"

namespace cadastre {

/// One option as a help text has it.
struct HelpOption
{
    QString name;       ///< "--format"
    QString valueName;  ///< "FORMAT"; empty for a switch
    QString text;       ///< "text (default), tsv or json"
    QStringList values; ///< the words that text or synopsis list; empty where none are

    bool operator==(const HelpOption&) const = default;
};

/// Options with one heading: of one action ("check"), or of the command itself.
struct HelpPart
{
    QString action;  ///< empty: the command's own
    QString summary; ///< of the action
    std::vector<HelpOption> options;
    QStringList notes; ///< other lines, as they are

    bool operator==(const HelpPart&) const = default;
};

/// The parts of a command's help, in its order.
std::vector<HelpPart> helpParts(const CliCommand& command);
/// Lines as optionsHelp() prints them.
std::vector<HelpOption> helpOptions(const QString& help);

} // namespace cadastre
