// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A part of YAML that configuration files use: nested lists and maps by indentation, scalars on one
// line, block texts, lists of scalars in brackets. What it does not understand it refuses with the
// line, rather than guessing. No YAML is written here.
#pragma once

#include "model/result.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace cadastre {

struct YamlNode
{
    enum class Kind : std::uint8_t { Nothing, Scalar, List, Map };

    Kind kind = Kind::Nothing;
    int line = 0;                ///< where it begins
    QString text;                ///< of a scalar
    std::vector<QString> names;  ///< of a map, parallel to items
    std::vector<YamlNode> items; ///< of a list or map, in order

    /// Of a map; null when there is none.
    [[nodiscard]] const YamlNode* member(QLatin1String name) const;

    bool operator==(const YamlNode&) const = default;
};

/// What is wrong with a line of YAML.
struct YamlProblem
{
    int line = 0;
    QString what; ///< half a sentence
};

/// The value of one member of the outermost map; the others are passed over unread. Absent when
/// there is no such member; `problem` is set when its value is not understood.
std::optional<YamlNode> readYamlMember(const QString& text, QLatin1String name,
                                       std::optional<YamlProblem>& problem);

} // namespace cadastre
