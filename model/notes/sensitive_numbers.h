// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Numbers that belong to people: payment cards and bank accounts, told from other digits by their
// issuers and check digits. Where they are looked for is in sensitive_text.
#pragma once

#include "model/notes/sensitive_text.h"

namespace cadastre {

/// Payment cards of 14 to 16 digits with a known issuer and a right check digit (ISO/IEC 7812);
/// the issuers' own test numbers are none.
std::vector<SensitivePart> cardNumbersIn(const QString& text);

/// IBANs of the length of their country with right check digits (ISO 13616); the examples that
/// banks print are none.
std::vector<SensitivePart> bankAccountsIn(const QString& text);

} // namespace cadastre
