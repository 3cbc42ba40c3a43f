// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where the files that come with the program are: beside it in a build tree, in share/ when
// installed. What is compiled in (SQL, icons, help) needs no path.
#pragma once

#include <QString>

#include <optional>

namespace cadastre {

/// The bundled sample database as an absolute path; absent when it was not installed.
std::optional<QString> samplePath();

} // namespace cadastre
