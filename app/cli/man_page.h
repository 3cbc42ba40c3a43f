// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The manual page of the program, made from the help of its commands.
#pragma once

#include "app/cli/command_line.h"
#include "app/cli/help_text.h"

namespace cadastre {

/// cadastre(1) in the man macros of roff. `common` are the options of every command.
QString manPage(const std::vector<CliCommand>& commands, const std::vector<HelpOption>& common);

} // namespace cadastre
