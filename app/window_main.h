// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The program as a window: what main() calls when no command was asked for.
#pragma once

namespace cadastre {

/// Shows the window until it is closed; returns the exit status. Arguments: DATABASE, also several,
/// `--workspace FILE`, `--ssh HOST`, `--new-window`, `--timings`, and what Qt itself takes.
int runWindow(int argc, char** argv);

} // namespace cadastre
