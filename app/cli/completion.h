// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a shell offers when Tab is pressed behind `cadastre`, made from the help of the commands:
// commands, actions, options, words that options list, else files.
#pragma once

#include "app/cli/command_line.h"
#include "app/cli/help_text.h"

namespace cadastre {

/// "bash", "zsh" and "fish".
QStringList completionShells();
/// The script for one of them; `common` are the options of every command.
QString completionScript(const QString& shell, const std::vector<CliCommand>& commands,
                         const std::vector<HelpOption>& common);

} // namespace cadastre
