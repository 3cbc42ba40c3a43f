// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Loads sources one after another, off the UI thread: databases through a session, snapshots from
// their file. What is done with them lives in open_sources.h.
#pragma once

#include "app/newest_job.h"
#include "app/source_request.h"
#include "model/sql/database_session.h"

#include <QObject>

namespace cadastre {

struct LoadedSource
{
    SourceRequest request;
    std::shared_ptr<const SourceCatalog> part;
    QString transportSecurity; ///< as ReadResult
    std::vector<PhaseTiming> timings;
    QStringList sidecarProblems = {}; ///< as ReadResult
};

struct FailedSource
{
    SourceRequest request;
    Error error;
};

class SourceLoader : public QObject
{
    Q_OBJECT
public:
    explicit SourceLoader(QObject* parent = nullptr);

    /// Loads all; what was under way is dropped. Ends with finished() or cancelled().
    void load(std::vector<SourceRequest> requests);
    void cancel();
    [[nodiscard]] bool isLoading() const { return m_loading; }

Q_SIGNALS:
    void progress(const QString& source, const cadastre::ReadProgress& progress);
    /// What could be loaded and what could not, in the order of the requests.
    void finished(const std::vector<cadastre::LoadedSource>& loaded,
                  const std::vector<cadastre::FailedSource>& failed);
    void cancelled();

private:
    void loadNext();
    void loadSnapshot(const SourceRequest& request);
    void takeRead(const Result<ReadResult>& result);
    void takeSnapshot(const Result<SourceCatalog>& result);
    void takeError(const Error& error);

    DatabaseSession m_session;
    NewestJob<Result<SourceCatalog>> m_snapshotJob;
    std::vector<SourceRequest> m_requests;
    std::size_t m_next = 0;
    std::vector<LoadedSource> m_loaded;
    std::vector<FailedSource> m_failed;
    bool m_loading = false;
};

} // namespace cadastre
