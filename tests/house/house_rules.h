// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The rules of the house that a machine can check: which folder may include what, where SQL text
// may stand, licences and lengths. Pure functions on a path and a text, so that they can be tested.
#pragma once

#include <QStringList>

namespace cadastre::house {

/// The folder that decides what a file may include: "model/sql", "model", "diagram", "widgets",
/// "app", "resources", "tests"; empty for anything else. `path` is relative to the repository.
QString roomOf(const QString& path);

/// What stands in double quotes in C++ code, neighbours joined; nothing of comments.
QStringList stringLiterals(const QString& code);

/// Sentences about what the file does that it must not; empty for a good file.
QStringList violations(const QString& path, const QString& text);

} // namespace cadastre::house
