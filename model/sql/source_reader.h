// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reading the catalog of one source: the one function that everything uses, command line and window
// alike, and the values that go in and out. How each engine is read lives in the engines' folders.
#pragma once

#include "model/catalog/catalog_objects.h"
#include "model/sql/database_address.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace cadastre {

struct ReadOptions
{
    /// Schemas to read; empty for all that are not the engine's own. Patterns with `*` and `?`.
    QStringList schemas;
    /// Tables to read, as patterns on `schema.table` or `table`; empty for all.
    QStringList tables;
    bool systemObjects = false; ///< also pg_catalog, information_schema, mysql, sqlite_*
    int lockTimeoutMs = 1000;
    int statementTimeoutMs = 120000;
    int connectTimeoutMs = 10000;
    /// The file with comments that the engine cannot store; empty: beside the file of SQLite, none
    /// for servers.
    QString sidecarPath = {};
};

struct ReadProgress
{
    CatalogKind phase = CatalogKind::Schemas;
    int phaseNumber = 0; ///< 1-based
    int phaseCount = 0;
    qint64 objects = 0; ///< read so far in this phase
};

/// The handle by which another thread watches and stops a read.
class ReadControl
{
public:
    std::function<void(const ReadProgress&)>
        onProgress; ///< called on the reading thread; may be empty

    /// Safe from any thread; also cancels what runs on the server.
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    /// The reader registers how to stop its running statement; an empty function when it ends.
    void setServerCancel(std::function<void()> cancelOnServer);

private:
    std::atomic_bool m_cancelled = false;
    std::mutex m_mutex;
    std::function<void()> m_cancelOnServer;
};

struct PhaseTiming
{
    QString phase; ///< "connect", "tables", ...
    double milliseconds = 0;
};

struct ReadResult
{
    std::shared_ptr<const SourceCatalog> catalog;
    std::vector<PhaseTiming> timings;
    QString transportSecurity; ///< as Connection::transportSecurity
    int statementCount = 0;
    QStringList sidecarProblems = {}; ///< sentences about the file of comments
};

/// Connects, reads everything in scope read-only, disconnects. Blocks: never on the UI thread.
/// Fails with one sentence when nothing could be read; parts that could not be read are in the
/// source's kind reports instead.
Result<ReadResult> readSource(const DatabaseAddress& address, const QString& password,
                              const ReadOptions& options, ReadControl& control);

struct ConnectionTest
{
    QString serverVersion;
    QString transportSecurity;
    QStringList schemas; ///< what could be chosen for ReadOptions::schemas, sorted
};
/// What the "Test" button of the connection dialog shows. Blocks.
Result<ConnectionTest> testConnection(const DatabaseAddress& address, const QString& password,
                                      const ReadOptions& options, ReadControl& control);

} // namespace cadastre
