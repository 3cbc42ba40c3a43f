// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/fit_desk.h"

namespace cadastre {

DeskMaker fitDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new FitDesk(parts, parent);
    }};
}

} // namespace cadastre
