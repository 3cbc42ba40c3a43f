// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/reading_desk.h"

namespace cadastre {

DeskMaker readingDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new ReadingDesk(parts, parent);
    }};
}

} // namespace cadastre
