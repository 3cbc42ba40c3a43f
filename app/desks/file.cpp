// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SQLite files that are open, as the disk has them: see file_desk.h.
#include "app/file_desk.h"

namespace cadastre {

DeskMaker fileDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new FileDesk(parts, parent);
    }};
}

} // namespace cadastre
