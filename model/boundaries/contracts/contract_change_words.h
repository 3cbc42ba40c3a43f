// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a change of a contract means to its readers and how to make it without breaking them, in
// words.
#pragma once

#include "model/boundaries/contracts/contract_changes.h"

namespace cadastre {

/// Fills in sentence and advice of a change that is complete otherwise. `name` is the contract's,
/// for people.
void describeContractChange(const QString& name, ContractChange& change);

} // namespace cadastre
