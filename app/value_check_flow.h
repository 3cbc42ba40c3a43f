// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ValueCheckFlow: which values occur in the columns whose comments explain values (@values), looked
// up when a person asks for it: read-only, sampled, in memory until the program ends or another
// database is opened.
#pragma once

#include "app/newest_job.h"
#include "app/source_loader.h"
#include "model/notes/comment_checks.h"
#include "model/sql/verify/verify.h"

#include <map>

namespace cadastre {

class ValueCheckFlow : public QObject
{
    Q_OBJECT
public:
    explicit ValueCheckFlow(QObject* parent = nullptr);
    ~ValueCheckFlow() override;

    /// The columns of databases (not of snapshots) whose comments explain values, by id.
    static std::vector<ColumnId> columnsToCheck(const CommentedCatalog& commented,
                                                const std::vector<LoadedSource>& sources);

    void start(const CommentedCatalog& commented, const std::vector<LoadedSource>& sources);
    /// Stops on the server, too; what was known stays.
    void cancel();
    void forget();
    [[nodiscard]] bool isRunning() const { return m_job.isRunning(); }
    /// What is known, for this catalog.
    [[nodiscard]] std::shared_ptr<const OccurringValues> occurring(const Catalog& catalog) const;

Q_SIGNALS:
    void started(int columns);
    /// `failures`: one sentence for each column or database that could not be read.
    void finished(int columns, const QStringList& failures);
    void cancelled();

private:
    struct Outcome
    {
        std::map<ObjectKey, QStringList> values;
        QStringList failures;
    };

    NewestJob<Outcome> m_job;
    std::shared_ptr<ReadControl> m_control; ///< of what runs
    std::map<ObjectKey, QStringList> m_values;
};

} // namespace cadastre
