// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a hit is worth beside its words: its kind, a glued name, the part of a comment that is
// shown. Only the search itself includes this.
#pragma once

#include "model/catalog/ids.h"

#include <QString>

#include <vector>

namespace cadastre {

int weightOf(ObjectKind kind);
/// 0 to 100; both are compact names.
int compactScore(const QString& query, const QString& name);
/// 0 to 40: names that are only spelled alike; the words as numbers into a list of all.
int similarScore(const QString& letters, const std::vector<int>& wordIds,
                 const std::vector<QString>& words);
QString excerptAround(const QString& comment, const QString& word);

} // namespace cadastre
