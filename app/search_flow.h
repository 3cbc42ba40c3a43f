// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Answers the search field: builds the index of a catalog and runs queries off the UI thread.
#pragma once

#include "app/newest_job.h"
#include "model/search/search.h"

namespace cadastre {

class SearchBox;

class SearchFlow : public QObject
{
    Q_OBJECT
public:
    explicit SearchFlow(SearchBox* box, QObject* parent = nullptr);

    /// The index is built with the first query.
    void setCatalog(std::shared_ptr<const Catalog> catalog);
    /// What is staged and which names stand first; used while it is of this catalog.
    void setNames(const ObjectNames& names);

Q_SIGNALS:
    /// What a query found, best first; empty when the search ended.
    void found(const std::vector<cadastre::SearchHit>& hits);

private:
    void answer(const QString& query);

    struct Answer
    {
        std::shared_ptr<const SearchIndex> index;
        std::vector<SearchHit> hits;
    };

    SearchBox* m_box;
    std::shared_ptr<const Catalog> m_catalog = std::make_shared<const Catalog>();
    ObjectNames m_names;
    std::shared_ptr<const SearchIndex> m_index; ///< of m_catalog; null until the first query
    NewestJob<Answer> m_job;
};

} // namespace cadastre
