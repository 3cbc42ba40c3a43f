// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What keeps the places of tables between runs: see kept_places_desk.h.
#include "app/kept_places_desk.h"

namespace cadastre {

DeskMaker keptPlacesDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new KeptPlacesDesk(parts, parent);
    }};
}

} // namespace cadastre
