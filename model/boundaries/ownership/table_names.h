// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Table names as files of other programs write them, looked up fast: with or without schema, in
// letters of any case where that is clear.
#pragma once

#include "model/boundaries/ownership/patterns.h"

namespace cadastre {

class TableNames
{
public:
    /// The catalog must outlive it.
    explicit TableNames(const Catalog& catalog);

    /// `orders`, `billing.invoices`, `shop/billing.invoices`, parts quoted or not. Fails with half
    /// a sentence, without a full stop, when there is none or several would do.
    [[nodiscard]] Result<TableId> find(const QString& text) const;
    /// By id; without system tables.
    [[nodiscard]] std::vector<TableId> matching(const NamePattern& pattern) const;
    /// Outside double quotes.
    static bool hasWildcards(const QString& text);

private:
    [[nodiscard]] std::vector<TableId> named(const ObjectKey& key,
                                             Qt::CaseSensitivity sensitivity) const;
    [[nodiscard]] std::vector<TableId> inDefaultSchema(std::vector<TableId> found) const;

    const Catalog& m_catalog;
    QHash<QString, std::vector<TableId>> m_byFoldedName;
};

} // namespace cadastre
