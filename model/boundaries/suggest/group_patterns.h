// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Patterns that describe tables of a group and no other table: `billing.*`, `inv_*`.
#pragma once

#include "model/boundaries/suggest/facts.h"

namespace cadastre::suggest {

class PatternFinder
{
public:
    explicit PatternFinder(const Facts& facts);

    /// Sorted. What they leave over of the group has no pattern.
    [[nodiscard]] QStringList patternsOf(const std::vector<int>& group) const;

private:
    struct Named
    {
        QString name;
        int position = -1;
    };

    [[nodiscard]] std::pair<std::size_t, std::size_t> beginningWith(SchemaId schema,
                                                                    const QString& text) const;
    [[nodiscard]] bool areAllOf(int group, SchemaId schema, std::size_t from, std::size_t to) const;
    [[nodiscard]] QString beginningOf(int group, SchemaId schema, const QString& name) const;
    [[nodiscard]] QString placeOf(SchemaId schema, bool always) const;

    const Facts& m_facts;
    std::vector<std::vector<Named>> m_names; ///< by schema: everything that can be owned, by name
    int m_schemas = 0;                       ///< that have any of it
};

} // namespace cadastre::suggest
