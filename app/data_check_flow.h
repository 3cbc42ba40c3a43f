// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DataCheckFlow: "Check with data" of the window: runs the checks of chosen relationships off the
// UI thread, one source after the other, and remembers what they said until the program ends. What
// a check asks lives in model/sql/verify; where its buttons are, in the window.
#pragma once

#include "app/catalog_facts.h"
#include "app/source_loader.h"
#include "model/relations/decisions.h"
#include "model/relations/verdict.h"
#include "model/sql/verify/verify.h"

#include <map>

namespace cadastre {

class DataCheckFlow : public QObject
{
    Q_OBJECT
public:
    explicit DataCheckFlow(QObject* parent = nullptr);

    /// Checks these relationships of the facts' catalog on the sources they were read from; what
    /// ran before is stopped, its results so far stay. Those of snapshots, or with a parent in
    /// another source, get a result that says so. Ends with finished(), failed() or cancelled().
    void start(const CatalogFacts& facts, const std::vector<LoadedSource>& sources,
               std::vector<Relationship> relationships);
    /// Stops on the server, too; results so far stay.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

    /// What the newest check of this relationship said, found by object keys: results outlive a
    /// refresh of the catalog. Absent when it was not checked.
    [[nodiscard]] std::optional<Verification> resultFor(const Catalog& catalog,
                                                        const Relationship& relationship) const;
    /// resultFor() of one catalog, as a value: for work that does not run on the UI thread.
    [[nodiscard]] VerificationLookup lookup(std::shared_ptr<const Catalog> catalog) const;
    /// The relationships with the evidence of their checks and the targets that these found, where
    /// there are any.
    [[nodiscard]] std::vector<Relationship>
    withResults(const Catalog& catalog, std::vector<Relationship> relationships) const;
    [[nodiscard]] bool hasResults() const { return !m_results.empty(); }
    void forgetResults();
    /// Of the newest run: relationships with orphans, and their orphans together.
    [[nodiscard]] int orphaned() const { return m_orphaned; }
    [[nodiscard]] qint64 orphans() const { return m_orphans; }

    void setOptions(const VerifyOptions& options) { m_options = options; }
    [[nodiscard]] const VerifyOptions& options() const { return m_options; }

Q_SIGNALS:
    void started(int relationships);
    /// `text` names the relationship that is being looked at: "order_items.product_id".
    void progress(const QString& text, int done, int total);
    /// One relationship is done, as withResults() gives it; resultFor() knows it.
    void verified(const cadastre::Relationship& relationship,
                  const cadastre::Verification& verification);
    /// All are done; `notChecked` of them say why not in their result.
    void finished(int checked, int notChecked);
    /// A source could not be reached; results so far stay.
    void failed(const cadastre::Error& error);
    void cancelled();
    /// Results were added or forgotten: evidence and confidence may differ now. Once per run.
    void resultsChanged();

private:
    /// The relationships of one source, as indexes.
    struct Batch
    {
        SourceId source;
        std::vector<std::size_t> relationships;
    };

    void startNextBatch();
    void takeVerified(std::size_t relationship, const Verification& verification);
    void takeBatch(const Result<std::vector<Verification>>& result);
    void end();
    void takeUncheckable(const Batch& batch);

    DatabaseSession m_session;
    VerifyOptions m_options;
    std::shared_ptr<const Catalog> m_catalog;
    std::vector<LoadedSource> m_sources;
    std::vector<Relationship> m_relationships;
    std::vector<Batch> m_batches;
    std::size_t m_nextBatch = 0;
    int m_checked = 0;
    int m_notChecked = 0;
    int m_orphaned = 0;
    qint64 m_orphans = 0;
    bool m_running = false;
    std::map<std::vector<DecisionKey>, Verification> m_results;
};

} // namespace cadastre
