// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reduced motion: whether anything may move by itself. Who wants less motion (the desktop, a
// setting) is decided in app/; whoever animates asks here.
#pragma once

namespace cadastre {

/// For the whole program; false until somebody says otherwise. On the UI thread.
void setMotionReduced(bool reduced);
/// Where true, a change of view, a hint or a bar is shown at once, without a way there.
[[nodiscard]] bool isMotionReduced();

} // namespace cadastre
