// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a read takes in: the patterns of ReadOptions applied to names, and the count of what was
// left out, so that nothing is dropped silently. Which objects are the engine's own is decided by
// the engines' readers.
#pragma once

#include "model/sql/source_reader.h"

#include <QRegularExpression>

#include <map>

namespace cadastre {

class Scope
{
public:
    explicit Scope(const ReadOptions& options);

    /// Whether a schema is in scope: true for all when no schema pattern was given.
    [[nodiscard]] bool includesSchema(const QString& schema) const;
    /// Whether a table is in scope, its schema included: patterns match `table` or `schema.table`.
    [[nodiscard]] bool includesTable(const QString& schema, const QString& table) const;
    [[nodiscard]] bool isUnrestricted() const { return m_schemas.empty() && m_tables.empty(); }

    /// Counts objects that were left out, by reason ("system tables", outsideChosenScope()).
    void countOmitted(const QString& what, int count = 1);
    /// What was counted, by reason.
    [[nodiscard]] std::vector<Omission> omissions() const;
    [[nodiscard]] static QString outsideChosenScope();

private:
    std::vector<QRegularExpression> m_schemas;
    std::vector<QRegularExpression> m_tables;
    std::map<QString, int> m_omitted;
};

} // namespace cadastre
