// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// LayoutCache: replies of the layout worker by the content of their job, so that only what changed
// is laid out again. May be shared between threads.
#pragma once

#include "diagram/layout_worker.h"

#include <QHash>
#include <QMutex>

namespace cadastre {

class LayoutCache
{
public:
    /// Replies from the cache, the rest from the worker; what succeeded is kept.
    std::vector<LayoutReply> run(const std::vector<LayoutJob>& jobs, LayoutWorker& worker);

    [[nodiscard]] int size() const;

private:
    static constexpr int mostReplies = 20000;

    mutable QMutex m_mutex;
    QHash<QByteArray, LayoutReply> m_replies;
};

} // namespace cadastre
