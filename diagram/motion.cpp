// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/motion.h"

namespace cadastre {

namespace {

bool motionReduced = false;

}

void setMotionReduced(bool reduced)
{
    motionReduced = reduced;
}

bool isMotionReduced()
{
    return motionReduced;
}

} // namespace cadastre
