// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/search_flow.h"

#include "widgets/search_box.h"

namespace cadastre {

SearchFlow::SearchFlow(SearchBox* box, QObject* parent)
    : QObject(parent)
    , m_box(box)
{
    connect(box, &SearchBox::queryChanged, this, &SearchFlow::answer);
}

void SearchFlow::setCatalog(std::shared_ptr<const Catalog> catalog)
{
    m_job.cancel();
    m_catalog = std::move(catalog);
    // large: freed off the UI thread
    QThreadPool::globalInstance()->start([old = std::exchange(m_index, nullptr)] {});
    m_box->forgetHits();
    m_box->setEnabled(!m_catalog->isEmpty());
}

void SearchFlow::answer(const QString& query)
{
    if (query.isEmpty()) {
        m_job.cancel();
        Q_EMIT found({});
        return;
    }
    m_job.start(
        [catalog = m_catalog, known = m_index, query](const std::atomic_bool&) {
            const auto index = known ? known : std::make_shared<const SearchIndex>(catalog);
            return Answer{index, index->search(query)};
        },
        [this, query](const Answer& answer) {
            m_index = answer.index;
            m_box->showHits(query, m_catalog, answer.hits);
            Q_EMIT found(answer.hits);
        });
}

} // namespace cadastre
