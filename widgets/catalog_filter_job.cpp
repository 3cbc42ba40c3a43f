// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/catalog_filter_job.h"

namespace cadastre {

CatalogFilterJob::~CatalogFilterJob()
{
    drop();
    m_pool.waitForDone();
}

void CatalogFilterJob::ask(CatalogTreeQuestion question)
{
    drop();
    m_pool.setMaxThreadCount(1);
    const auto dropped = std::make_shared<std::atomic_bool>(false);
    m_dropped = dropped;
    m_pool.start([this, dropped, question = std::move(question)] {
        if (*dropped)
            return;
        const auto answer = std::make_shared<CatalogTreeAnswer>(answerTree(question, *dropped));
        const auto deliver = [this, dropped, answer] {
            if (*dropped)
                return;
            m_dropped.reset();
            Q_EMIT answered(*answer);
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    });
}

void CatalogFilterJob::drop()
{
    if (m_dropped != nullptr)
        *m_dropped = true;
    m_dropped.reset();
}

} // namespace cadastre
