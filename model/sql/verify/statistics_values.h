// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Numbers and dates in the texts by which servers hand out their statistics. Which statistics are
// asked for lives in column_statistics_reader.
#pragma once

#include "model/relations/column_statistics.h"

#include <QStringList>

namespace cadastre {

/// A number, or a date or time stamp (ISO) as seconds since 1970, UTC. Absent for anything else,
/// also for infinity.
std::optional<double> statisticsValue(QStringView text);

/// The elements of an array of numbers or dates: {1,2}, {"2024-01-01 00:00:00"}.
QStringList arrayElements(const QString& array);

/// Bounds and common values as PostgreSQL's pg_stats has them; any text may be empty.
void addPostgresValues(ColumnStatistics& column, const QString& histogramBounds,
                       const QString& commonValues, const QString& commonShares);

/// A histogram of MySQL, as JSON.
/// Source: MySQL Reference Manual, "The INFORMATION_SCHEMA COLUMN_STATISTICS Table".
void addMySqlHistogram(ColumnStatistics& column, const QByteArray& json);

} // namespace cadastre
