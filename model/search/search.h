// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Search over the names of tables, columns and other objects and over comments, regardless of
// naming conventions: `created_at` finds `createdDate`, `date_created` and `CreatedAt`. The index
// is built once per catalog; how names fall into words lives in words.h.
#pragma once

#include "model/notes/object_names.h"

#include <functional>
#include <memory>
#include <vector>

namespace cadastre {

enum class SearchField : std::uint8_t { Name, Comment };

struct SearchHit
{
    ObjectRef object;
    SearchField field = SearchField::Name; ///< where the words were found
    int score = 0;                         ///< higher is better; comparable inside one answer
    QString title;                         ///< name as people read it: "orders.created_at"
    QString excerpt;                       ///< the comment around the words; empty for names

    bool operator==(const SearchHit&) const = default;
};

struct SearchOptions
{
    int limit = 100;
    bool systemObjects = false; ///< also objects of the engine itself
    bool similar = false;       ///< also names that are only spelled alike, behind all others
    /// What may be found; empty: everything. Asked only of what the words fit.
    std::function<bool(ObjectRef)> accepts;
    /// Added to the score of what is found: what else speaks for it. Empty: nothing.
    std::function<int(ObjectRef)> bonus;
    std::size_t* total = nullptr; ///< becomes how many were found, also beyond the limit
};

class SearchIndex
{
public:
    /// Reads all names and comments; a few milliseconds per 10,000 columns. Keeps the catalog.
    explicit SearchIndex(std::shared_ptr<const Catalog> catalog);
    /// The same with what is staged; what an object should be called is found like its name.
    explicit SearchIndex(const ObjectNames& names);
    ~SearchIndex();
    SearchIndex(SearchIndex&&) noexcept;
    SearchIndex& operator=(SearchIndex&&) noexcept;

    /// Best hits first, at most `options.limit`; equal scores in catalog order. What is typed in
    /// full ("orders.id", "shop.orders.id", as displayName() prints it) is first. Every word of the
    /// query must be found; "orders created" finds column created_at of table orders. A query
    /// without a letter or digit finds nothing. Safe to call from any thread.
    [[nodiscard]] std::vector<SearchHit> search(QStringView query,
                                                const SearchOptions& options = {}) const;

private:
    struct Data;
    std::unique_ptr<const Data> m_data;
};

} // namespace cadastre
