// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Timings: how long the phases of a command took and how much memory it had, as --timings prints
// them to standard error.
#pragma once

#include <QElapsedTimer>
#include <QString>

#include <utility>
#include <vector>

namespace cadastre {

class Timings
{
public:
    Timings() { m_timer.start(); }

    /// Ends the phase that began with the last call (or with construction).
    void finish(const QString& phase);
    /// Lines `phase milliseconds` in order, then `peak_mib N`.
    [[nodiscard]] QString toText() const;

private:
    QElapsedTimer m_timer;
    std::vector<std::pair<QString, double>> m_phases;
};

/// Highest resident memory of this process so far, in MiB.
double peakMemoryMib();

} // namespace cadastre
