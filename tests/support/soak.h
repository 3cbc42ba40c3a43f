// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How often the reliability tests (tst_*_soak) repeat: in full under `./dev soak`, a hundredth of it
// otherwise, with a seed that is printed and can be given again by CADASTRE_SEED.
#pragma once

#include <QtGlobal>

namespace cadastre::test {

/// `full` under CADASTRE_SOAK=full, else a hundredth of it, at least `least`.
int soakCount(int full, int least = 1);

/// The seed of this run, printed once.
quint32 soakSeed();

} // namespace cadastre::test
