// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Phases and memory; see the header.
#include "app/cli/timings.h"

#include <QFile>

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
    // getrusage() would count what a parent held before it started this program
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024; // KiB
    }
    return 0;
}

} // namespace cadastre
