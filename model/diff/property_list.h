// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PropertyList: collects the properties in which two objects differ, while they are compared.
#pragma once

#include "model/diff/difference.h"

namespace cadastre {

class PropertyList
{
public:
    /// Nothing where both are the same.
    void text(DifferenceArea area, const QString& property, const QString& before,
              const QString& after, ChangeSeverity severity = ChangeSeverity::Notable,
              const char* note = "");
    /// "yes" and "no"; `set` is how severe it is that it is so now, `unset` that it is no more.
    void flag(DifferenceArea area, const QString& property, bool before, bool after,
              ChangeSeverity set = ChangeSeverity::Notable,
              ChangeSeverity unset = ChangeSeverity::Notable);
    /// Two texts of statements: where they differ in spaces only, that is harmless and said.
    void statement(DifferenceArea area, const QString& property, const QString& before,
                   const QString& after, ChangeSeverity severity, const char* note);
    void add(PropertyChange change) { m_changes.push_back(std::move(change)); }

    [[nodiscard]] bool isEmpty() const { return m_changes.empty(); }
    [[nodiscard]] std::vector<PropertyChange> take() { return std::move(m_changes); }

private:
    std::vector<PropertyChange> m_changes;
};

} // namespace cadastre
