// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Patterns on object names: what a member of a boundary or an entry of an owners' file means. `*`
// stands for any characters, `?` for one; letter case counts.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// `name`, `schema.name` or `source/schema.name`, each part with wildcards; parts may be quoted as
/// in keys, and then mean themselves. Without a schema it matches names in every schema, without a
/// source in every source.
class NamePattern
{
public:
    /// Fails with one sentence for text that is empty or not well-formed.
    static Result<NamePattern> fromString(QStringView text);

    [[nodiscard]] bool matches(const QString& source, const QString& schema,
                               const QString& name) const;
    /// How many characters it fixes, and more for a schema and a source: the more specific pattern
    /// is larger.
    [[nodiscard]] int specificity() const;
    /// Whether it has no wildcard.
    [[nodiscard]] bool isExact() const;

private:
    struct Part
    {
        QString text;
        QString literal; ///< of a part without wildcards
        bool exact = false;
        bool present = false;
    };
    static bool partMatches(const Part& part, QStringView name);

    Part m_source;
    Part m_schema;
    Part m_name;
};

/// Whether `text` matches a wildcard text of `*` and `?` as a whole; linear in practice.
bool matchesWildcards(QStringView wildcards, QStringView text);

} // namespace cadastre
