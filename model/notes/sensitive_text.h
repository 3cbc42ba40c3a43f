// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What looks like a secret or like personal data in the text of a comment, which everybody who can
// connect may read: warned about before writing, never a reason to refuse.
#pragma once

#include <QString>

#include <vector>

namespace cadastre {

struct SensitivePart
{
    QString kind; ///< "password", "token", "private key", "e-mail address", "card number", ...
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const SensitivePart&) const = default;
};

std::vector<SensitivePart> sensitivePartsOf(const QString& text);

} // namespace cadastre
