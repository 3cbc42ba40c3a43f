// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Printing and measuring for all sections.
#include "tests/bench/bench.h"

#include <QElapsedTimer>

#include <cstdio>
#include <limits>

namespace cadastre::bench {

void print(const QString& line)
{
    std::fputs(qPrintable(line + QLatin1Char('\n')), stdout);
    std::fflush(stdout);
}

void printRow(const QStringList& cells)
{
    print(QStringLiteral("| ") + cells.join(QLatin1String(" | ")) + QStringLiteral(" |"));
}

void printHead(const QStringList& cells)
{
    printRow(cells);
    print(QLatin1Char('|') + QStringLiteral("---|").repeated(cells.size()));
}

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

double fastest(int runs, const std::function<void()>& work)
{
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

} // namespace cadastre::bench
