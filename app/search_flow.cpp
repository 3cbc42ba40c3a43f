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

void SearchFlow::setNames(const ObjectNames& names)
{
    m_names = names;
    m_job.cancel();
    QThreadPool::globalInstance()->start([old = std::exchange(m_index, nullptr)] {});
}

void SearchFlow::answer(const QString& query)
{
    if (query.isEmpty()) {
        m_job.cancel();
        Q_EMIT found({});
        return;
    }
    m_job.start(
        [catalog = m_catalog, names = m_names, known = m_index, query](const std::atomic_bool&) {
            const auto make = [&] {
                return names.areOf(catalog.get()) ? std::make_shared<const SearchIndex>(names)
                                                  : std::make_shared<const SearchIndex>(catalog);
            };
            const auto index = known ? known : make();
            return Answer{index, index->search(query)};
        },
        [this, query](const Answer& answer) {
            m_index = answer.index;
            m_box->showHits(query, m_catalog, answer.hits);
            Q_EMIT found(answer.hits);
        });
}

} // namespace cadastre
