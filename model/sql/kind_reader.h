// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The steps of a read, the same for all engines: one after the other, timed, cancellable between
// two of them, and the failure of one kind never stops the next. What a step asks lives in the
// engines' folders.
#pragma once

#include "model/sql/connection.h"
#include "model/sql/source_reader.h"

#include <span>

namespace cadastre {

/// What a step may say about its kind while it reads.
class StepReport
{
public:
    StepReport(ReadControl& control, ReadProgress progress);

    /// One object of the kind (named "schema.name") could not be read.
    void addMissing(const QString& object, const QString& reason);
    /// The kind was read only in part, for a reason that no object can be named for ("own only").
    void setPartlyRead(const QString& reason);
    void setNotRead(const QString& reason);
    /// This engine or version has no such objects.
    void setEngineHasNone();
    /// Counts objects for the progress; tells the watcher now and then.
    void addObjects(qint64 count);
    [[nodiscard]] bool isCancelled() const { return m_control.isCancelled(); }
    /// The report so far, with missing objects sorted.
    [[nodiscard]] KindReport report() const;

private:
    ReadControl& m_control;
    ReadProgress m_progress;
    qint64 m_told = 0;
    KindReport m_report;
};

/// One step: reads (a part of) one kind. Several steps may serve one kind; their reports are
/// joined.
struct KindStep
{
    CatalogKind kind = CatalogKind::Schemas;
    /// Absent: done. An error makes the kind "not read"; Cancelled and ConnectionLost end the read.
    std::function<std::optional<SqlError>(StepReport&)> run;
    /// Without this one nothing else makes sense: its error ends the read.
    bool essential = false;
};

/// Called around every step; for savepoints. An error of theirs ends the read.
struct StepHooks
{
    std::function<std::optional<SqlError>()> before;           ///< may be empty
    std::function<std::optional<SqlError>(bool failed)> after; ///< may be empty
};

struct StepsOutcome
{
    std::vector<KindReport> kinds;    ///< one per kind that had a step, in order of the steps
    std::vector<PhaseTiming> timings; ///< one per kind, in order of the steps
};

/// Runs the steps in order. `sourceText` names the database in the sentence of the error when the
/// read was cancelled, the connection was lost or an essential step failed.
Result<StepsOutcome> runKindSteps(const std::vector<KindStep>& steps, ReadControl& control,
                                  const QString& sourceText, const StepHooks& hooks = {});

/// Adds a report EngineHasNone for every kind without one, so that all kinds are reported, and
/// sorts them by kind.
std::vector<KindReport> completeKindReports(std::vector<KindReport> reports);

/// The whole read's error for a failure that ends it (lost, cancelled, essential).
Error readError(const SqlError& error, const QString& sourceText);
/// Why an object or kind was not read, as half a sentence: "permission denied (..)".
QString notReadReason(const SqlError& error);

template <typename Id> struct Guilty
{
    Id id;
    SqlError error;
};

template <typename Id> struct Narrowed
{
    std::vector<Guilty<Id>> guilty; ///< in the order of the ids
    /// Cancelled or ConnectionLost: nothing more was tried.
    std::optional<SqlError> fatal;
};

[[nodiscard]] inline bool endsRead(const SqlError& error)
{
    return error.failure == SqlFailure::Cancelled || error.failure == SqlFailure::ConnectionLost;
}

/// Runs a set-based statement over `ids`; where it fails, over both halves, until only the guilty
/// ids are left out. `runSet` must keep the rows of a set only when the whole set succeeded. A
/// healthy set costs one call; each guilty id about 2 log2(n) more.
template <typename Id>
Narrowed<Id>
narrowByHalving(std::span<const Id> ids,
                const std::function<std::optional<SqlError>(std::span<const Id>)>& runSet)
{
    Narrowed<Id> outcome;
    if (ids.empty())
        return outcome;
    const std::optional<SqlError> error = runSet(ids);
    if (!error)
        return outcome;
    if (endsRead(*error)) {
        outcome.fatal = error;
        return outcome;
    }
    if (ids.size() == 1) {
        outcome.guilty.push_back({ids.front(), *error});
        return outcome;
    }
    const std::size_t half = ids.size() / 2;
    outcome = narrowByHalving<Id>(ids.first(half), runSet);
    if (outcome.fatal)
        return outcome;
    Narrowed<Id> second = narrowByHalving<Id>(ids.subspan(half), runSet);
    outcome.guilty.insert(outcome.guilty.end(), second.guilty.begin(), second.guilty.end());
    outcome.fatal = second.fatal;
    return outcome;
}

} // namespace cadastre
