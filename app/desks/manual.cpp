// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The desk of the manual.
#include "app/manual_desk.h"

namespace cadastre {

DeskMaker manualDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new ManualDesk(parts, parent);
    }};
}

} // namespace cadastre
