// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a server's statistics say of the values of columns, as far as it may be used: shares and
// counts of any column, values of number and date columns only. Lives in memory, never in a file.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// A frequent value of a number or date column, as a number (dates: seconds since 1970, UTC).
struct CommonValue
{
    double value = 0;
    double share = 0; ///< of all rows, 0..1

    bool operator==(const CommonValue&) const = default;
};

struct ColumnStatistics
{
    std::optional<double> nullShare;     ///< 0..1
    std::optional<double> distinctCount; ///< estimate
    std::optional<double> minimum;       ///< number and date columns only
    std::optional<double> maximum;
    std::vector<CommonValue> common; ///< most frequent first; number and date columns only

    bool operator==(const ColumnStatistics&) const = default;
};

using StatisticsByColumn = QHash<ColumnId, ColumnStatistics>;

} // namespace cadastre
