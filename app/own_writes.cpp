// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/own_writes.h"

#include <algorithm>

namespace cadastre {

void OwnWrites::take(const ApplyReport& report)
{
    for (const CommentWrite& write : report.writes) {
        if (write.outcome == WriteOutcome::Written)
            m_keys.insert(write.edit.key);
    }
}

CatalogDifference OwnWrites::news(CatalogDifference difference)
{
    if (m_keys.isEmpty())
        return difference;
    std::erase_if(difference.changes, [this](ObjectChange& change) {
        if (change.sign != ChangeSign::Altered || !m_keys.remove(change.key))
            return false;
        std::erase_if(change.properties, [](const PropertyChange& property) {
            return property.area == DifferenceArea::Comments;
        });
        return change.properties.empty() && !change.isRenamed();
    });
    return difference;
}

} // namespace cadastre
