// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/support/soak.h"

#include <QByteArray>
#include <QDebug>
#include <QRandomGenerator>

#include <algorithm>

namespace cadastre::test {

int soakCount(int full, int least)
{
    return qgetenv("CADASTRE_SOAK") == "full" ? full : std::max(full / 100, least);
}

quint32 soakSeed()
{
    static const quint32 seed = [] {
        bool given = false;
        const uint fromEnvironment = qgetenv("CADASTRE_SEED").toUInt(&given);
        const quint32 chosen = given ? fromEnvironment : QRandomGenerator::global()->generate();
        qInfo("seed: CADASTRE_SEED=%u", chosen);
        return chosen;
    }();
    return seed;
}

} // namespace cadastre::test
