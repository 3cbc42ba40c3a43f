// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What stands on one line of YAML: names with a value, scalars, lists in brackets.
#pragma once

#include "model/boundaries/import/simple_yaml.h"

namespace cadastre {

struct YamlEntry
{
    QString name;
    QString value; ///< unread; empty when it stands below

    bool operator==(const YamlEntry&) const = default;
};

/// `name: value`, `"name": value`, `name:`; absent for other lines.
std::optional<YamlEntry> yamlEntry(const QString& text);

/// `|`, `>` and the like, behind which a block text stands.
bool isYamlBlockText(const QString& value);

/// A scalar, in quotes or not, or a list of scalars in brackets, with a comment behind it. Gives
/// what is wrong, as half a sentence; absent when nothing is.
std::optional<QString> readYamlScalar(const QString& text, YamlNode& node);

} // namespace cadastre
