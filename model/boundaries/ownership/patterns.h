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
                               const QString& name) const
    {
        return matchesPlace(source, schema) && matchesName(name);
    }
    /// The half of matches() that is the same for all objects of a schema.
    [[nodiscard]] bool matchesPlace(const QString& source, const QString& schema) const;
    /// The half that looks at the name only.
    [[nodiscard]] bool matchesName(const QString& name) const;
    /// Grows with how many characters it fixes, and more for a schema and a source: the more
    /// specific pattern is larger.
    [[nodiscard]] int specificity() const;
    /// Whether it has no wildcard.
    [[nodiscard]] bool isExact() const;
    /// Whether it says something of the schema.
    [[nodiscard]] bool hasSchema() const { return m_schema.present; }
    /// The one name that it matches; empty when the name has wildcards.
    [[nodiscard]] QString exactName() const { return m_name.exact ? m_name.text : QString(); }
    /// What every name that it matches begins with; null where it begins with a wildcard.
    [[nodiscard]] QChar firstCharacter() const;

private:
    friend class NamePatternReader;
    struct Part
    {
        QString text; ///< with wildcards, or, when exact, the name itself
        bool exact = false;
        bool present = false;
    };
    static bool partMatches(const Part& part, QStringView name);
    static int partSpecificity(const Part& part);

    Part m_source;
    Part m_schema;
    Part m_name;
};

/// Whether `text` matches a wildcard text of `*` and `?` as a whole; linear in practice.
bool matchesWildcards(QStringView wildcards, QStringView text);

} // namespace cadastre
