// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person marked about a source; kept in the workspace.
#pragma once

namespace cadastre {

struct SourceMarks
{
    bool readOnly = false;   ///< no write connection is ever opened, only migrations
    bool production = false; ///< shown, and asked again before anything is written

    bool operator==(const SourceMarks&) const = default;
};

} // namespace cadastre
