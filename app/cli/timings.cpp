// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Phases and memory; see the header.
#include "app/cli/timings.h"

#include <sys/resource.h>

namespace cadastre {

void Timings::finish(const QString& phase)
{
    m_phases.emplace_back(phase, static_cast<double>(m_timer.nsecsElapsed()) / 1e6);
    m_timer.restart();
}

QString Timings::toText() const
{
    QString text;
    for (const auto& [phase, milliseconds] : m_phases)
        text += QStringLiteral("%1 %2\n").arg(phase, QString::number(milliseconds, 'f', 1));
    return text + QStringLiteral("peak_mib %1\n").arg(qRound(peakMemoryMib()));
}

double peakMemoryMib()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024; // Linux counts in KiB
}

} // namespace cadastre
