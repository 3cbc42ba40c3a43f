// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The text form of rule keys, for files and for people. What rules mean lives in crossing_state.h.
#pragma once

#include "model/boundaries/boundaries.h"

namespace cadastre {

/// `ordering -> billing`, `* -> billing : write`. Names that would not come back stand in double
/// quotes, as in object keys.
QString ruleKeyText(const RuleKey& key);
/// Reads the text form. Fails with a sentence that says what is wrong.
Result<RuleKey> ruleKeyFromText(QStringView text);

} // namespace cadastre
