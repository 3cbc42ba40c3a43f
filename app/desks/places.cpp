// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where a person is: breadcrumbs and minimap; see place_desk.h.
#include "app/place_desk.h"

namespace cadastre {

DeskMaker placesDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new PlaceDesk(parts, parent);
    }};
}

} // namespace cadastre
