// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The desk of the diagnostics.
#include "app/diagnostics_desk.h"

namespace cadastre {

DeskMaker diagnosticsDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new DiagnosticsDesk(parts, parent);
    }};
}

} // namespace cadastre
