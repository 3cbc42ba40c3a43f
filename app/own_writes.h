// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// OwnWrites: comments that this window has written and that the next reading will find changed.
// They are no news to the person who wrote them.
#pragma once

#include "model/diff/difference.h"
#include "widgets/apply_report.h"

namespace cadastre {

class OwnWrites
{
public:
    void take(const ApplyReport& report);
    void forget() { m_keys.clear(); }
    /// What others changed. Own comments that were found are not expected again.
    CatalogDifference news(CatalogDifference difference);

private:
    QSet<ObjectKey> m_keys;
};

} // namespace cadastre
