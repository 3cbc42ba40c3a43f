// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One source to load: where it is, what to read of it, and what it is called.
#pragma once

#include "model/sql/source_reader.h"

namespace cadastre {

struct SourceRequest
{
    DatabaseAddress address;
    QString password;
    ReadOptions options;
    QString name; ///< as the workspace calls it; empty for what the reader suggests
};

} // namespace cadastre
