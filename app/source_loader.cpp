// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/source_loader.h"

#include "model/catalog/snapshot.h"

namespace cadastre {

SourceLoader::SourceLoader(QObject* parent)
    : QObject(parent)
{
    connect(&m_session, &DatabaseSession::readFinished, this, &SourceLoader::takeRead);
    connect(&m_session, &DatabaseSession::progress, this, [this](const ReadProgress& step) {
        if (m_loading && m_next > 0)
            Q_EMIT progress(m_requests[m_next - 1].address.displayText(), step);
    });
}

void SourceLoader::load(std::vector<SourceRequest> requests)
{
    m_requests = std::move(requests);
    m_next = 0;
    m_loaded.clear();
    m_failed.clear();
    m_loading = true;
    loadNext();
}

void SourceLoader::cancel()
{
    if (!m_loading)
        return;
    m_loading = false;
    m_session.cancel();
    m_snapshotJob.cancel();
    Q_EMIT cancelled();
}

void SourceLoader::loadNext()
{
    if (m_next == m_requests.size()) {
        m_loading = false;
        Q_EMIT finished(m_loaded, m_failed);
        return;
    }
    const SourceRequest& request = m_requests[m_next++];
    if (request.address.kind == AddressKind::Snapshot)
        loadSnapshot(request);
    else
        m_session.startRead(request.address, request.password, request.options);
}

void SourceLoader::loadSnapshot(const SourceRequest& request)
{
    m_snapshotJob.start(
        [path = request.address.path](const std::atomic_bool&) { return readSnapshotFile(path); },
        [this](const Result<SourceCatalog>& result) { takeSnapshot(result); });
}

void SourceLoader::takeRead(const Result<ReadResult>& result)
{
    if (!m_loading)
        return;
    if (!result) {
        takeError(result.error());
        return;
    }
    m_loaded.push_back({m_requests[m_next - 1], result->catalog, result->transportSecurity,
                        result->timings, result->sidecarProblems});
    loadNext();
}

void SourceLoader::takeSnapshot(const Result<SourceCatalog>& result)
{
    if (!result) {
        takeError(result.error());
        return;
    }
    m_loaded.push_back({m_requests[m_next - 1],
                        std::make_shared<const SourceCatalog>(*result),
                        QStringLiteral("local"),
                        {}});
    loadNext();
}

void SourceLoader::takeError(const Error& error)
{
    m_failed.push_back({m_requests[m_next - 1], error});
    loadNext();
}

} // namespace cadastre
