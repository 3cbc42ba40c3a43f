// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One source after the other; see the header.
#include "app/cli/read_statistics.h"

#include "app/catalog_loader.h"
#include "app/cli/console.h"
#include "model/sql/verify/column_statistics_reader.h"

namespace cadastre {

StatisticsByColumn readStatistics(const OpenedDatabase& database)
{
    Q_ASSERT(database.requests.size() == database.parts.size());
    StatisticsByColumn all;
    const auto& sources = database.catalog->objects().sources;
    for (int i = 0; i < static_cast<int>(sources.size()); ++i) {
        const SourceRequest& request = database.requests[static_cast<std::size_t>(i)];
        ReadControl control;
        const auto read = readColumnStatistics(*database.catalog, SourceId{i}, request.address,
                                               passwordOf(request), request.options, control);
        if (read)
            all.insert(*read);
        else
            printWarning(read.error().message);
    }
    return all;
}

} // namespace cadastre
