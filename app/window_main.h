// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The program as a window: what main() calls when no command was asked for.
#pragma once

namespace cadastre {

/// Shows the window until it is closed; returns the exit status. Arguments: an optional DATABASE,
/// `--workspace FILE`, `--timings`, and what Qt itself takes.
int runWindow(int argc, char** argv);

} // namespace cadastre
