// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The command palette as a desk of the window; what it does lives in app/palette_desk.h.
#include "app/palette_desk.h"

namespace cadastre {

DeskMaker paletteDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new PaletteDesk(parts, parent);
    }};
}

} // namespace cadastre
