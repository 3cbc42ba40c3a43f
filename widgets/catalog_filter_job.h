// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CatalogFilterJob: answers what the tree's filter asks, off the UI thread. The newest question
// wins: what was asked before is never answered. What the answer is lives in catalog_tree_filter.h.
#pragma once

#include "widgets/catalog_tree_filter.h"

#include <QObject>
#include <QThreadPool>

namespace cadastre {

class CatalogFilterJob : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~CatalogFilterJob() override;

    /// Drops what was asked before.
    void ask(CatalogTreeQuestion question);
    void drop();
    [[nodiscard]] bool isRunning() const { return m_dropped != nullptr; }

Q_SIGNALS:
    /// On the thread of this object.
    void answered(const cadastre::CatalogTreeAnswer& answer);

private:
    std::shared_ptr<std::atomic_bool> m_dropped; ///< of the newest question; null without one
    QThreadPool m_pool;
};

} // namespace cadastre
