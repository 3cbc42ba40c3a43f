// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_cache.h"

#include <QCryptographicHash>
#include <QMutexLocker>

namespace cadastre {

std::vector<LayoutReply> LayoutCache::run(const std::vector<LayoutJob>& jobs, LayoutWorker& worker)
{
    std::vector<LayoutReply> replies(jobs.size());
    std::vector<QByteArray> hashes;
    std::vector<std::size_t> missing;
    std::vector<LayoutJob> missingJobs;
    {
        const QMutexLocker lock(&m_mutex);
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            hashes.push_back(
                QCryptographicHash::hash(encodeJob(jobs[i]), QCryptographicHash::Sha1));
            const auto found = m_replies.constFind(hashes[i]);
            if (found != m_replies.cend()) {
                replies[i] = *found;
            } else {
                missing.push_back(i);
                missingJobs.push_back(jobs[i]);
            }
        }
    }
    const std::vector<LayoutReply> fresh = worker.run(missingJobs);
    const QMutexLocker lock(&m_mutex);
    if (m_replies.size() + static_cast<qsizetype>(fresh.size()) > mostReplies)
        m_replies.clear();
    for (std::size_t i = 0; i < missing.size(); ++i) {
        replies[missing[i]] = fresh[i];
        if (fresh[i].succeeded)
            m_replies.insert(hashes[missing[i]], fresh[i]);
    }
    return replies;
}

int LayoutCache::size() const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<int>(m_replies.size());
}

} // namespace cadastre
