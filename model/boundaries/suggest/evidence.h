// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Why each table is in its group, in sentences, and how sure that is.
#pragma once

#include "model/boundaries/suggest/group_names.h"

namespace cadastre::suggest {

/// A member without its evidence's weights summing to anything but 1; `table` is the position's.
ProposedMember memberOf(const Facts& facts, const GroupNames& names, int position);

/// A table that goes with another one: its backup copy, its partition.
ProposedMember foldedMember(const Facts& facts, TableId table);

/// One sentence about the group as a whole.
QString reasonOf(const Facts& facts, const GroupNames& names, const std::vector<int>& group);

} // namespace cadastre::suggest
