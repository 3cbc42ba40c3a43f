// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One source after the other; see the header.
#include "app/data_check_flow.h"

#include "model/sql/verify/data_targets.h"

#include <algorithm>

namespace cadastre {

namespace {

/// What a result is found by: the same objects, whatever their ids are now.
std::vector<DecisionKey> resultKey(const Catalog& catalog, const Relationship& relationship)
{
    std::vector<DecisionKey> keys = decisionKeys(catalog, relationship);
    if (!keys.empty())
        return keys;
    DecisionKey childOnly;
    childOnly.child = catalog.keyOf(relationship.child);
    for (ColumnId column : relationship.childColumns)
        childOnly.childColumns << catalog.column(column).name;
    if (relationship.typeColumn)
        childOnly.typeColumn = catalog.column(*relationship.typeColumn).name;
    return {childOnly};
}

const LoadedSource* sourceCalled(const std::vector<LoadedSource>& sources, const QString& name)
{
    const auto found = std::ranges::find_if(
        sources, [&](const LoadedSource& one) { return one.part->source().name == name; });
    return found == sources.end() ? nullptr : &*found;
}

bool holdsRows(const LoadedSource* source)
{
    return source && source->request.address.kind != AddressKind::Snapshot;
}

} // namespace

DataCheckFlow::DataCheckFlow(QObject* parent)
    : QObject(parent)
{
    connect(&m_session, &DatabaseSession::progress, this, [this](const ReadProgress& step) {
        const Batch& batch = m_batches[m_nextBatch - 1];
        const auto at = static_cast<std::size_t>(step.phaseNumber - 1);
        const Relationship& relationship = m_relationships[batch.relationships[at]];
        Q_EMIT progress(m_catalog->displayName(relationship.childColumns.front()),
                        m_checked + m_notChecked, static_cast<int>(m_relationships.size()));
    });
    connect(&m_session, &DatabaseSession::verified, this,
            [this](std::size_t index, const Verification& verification) {
                takeVerified(m_batches[m_nextBatch - 1].relationships[index], verification);
            });
    connect(&m_session, &DatabaseSession::verifyFinished, this, &DataCheckFlow::takeBatch);
}

void DataCheckFlow::start(const CatalogFacts& facts, const std::vector<LoadedSource>& sources,
                          std::vector<Relationship> relationships)
{
    cancel();
    m_catalog = facts.catalog;
    m_sources = sources;
    m_relationships = std::move(relationships);
    m_batches.clear();
    for (std::size_t i = 0; i < m_relationships.size(); ++i) {
        const SourceId source = m_catalog->sourceOf(m_relationships[i].child);
        auto batch = std::ranges::find(m_batches, source, &Batch::source);
        if (batch == m_batches.end())
            batch = m_batches.insert(batch, Batch{source, {}});
        batch->relationships.push_back(i);
    }
    m_nextBatch = 0;
    m_checked = m_notChecked = m_orphaned = 0;
    m_orphans = 0;
    m_running = true;
    Q_EMIT started(static_cast<int>(m_relationships.size()));
    startNextBatch();
}

void DataCheckFlow::startNextBatch()
{
    while (m_nextBatch < m_batches.size()) {
        const Batch& batch = m_batches[m_nextBatch++];
        const LoadedSource* source = sourceCalled(m_sources, m_catalog->source(batch.source).name);
        if (!holdsRows(source)) {
            takeUncheckable(batch);
            continue;
        }
        VerifyRequest request{m_catalog, {}, m_options, {}};
        for (std::size_t index : batch.relationships)
            request.relationships.push_back(m_relationships[index]);
        m_session.startVerify(source->request.address, source->request.password, request);
        return;
    }
    end();
    Q_EMIT finished(m_checked, m_notChecked);
}

void DataCheckFlow::takeUncheckable(const Batch& batch)
{
    Verification verification;
    verification.failure = tr("%1 is a snapshot, which holds no rows: open the database itself to "
                              "check it.")
                               .arg(m_catalog->source(batch.source).name);
    for (std::size_t index : batch.relationships)
        takeVerified(index, verification);
}

void DataCheckFlow::takeVerified(std::size_t relationship, const Verification& verification)
{
    ++(verification.hasFailed() ? m_notChecked : m_checked);
    qint64 orphans = 0;
    for (const TargetVerification& target : verification.targets)
        orphans += target.orphans();
    if (!verification.hasFailed() && orphans > 0) {
        ++m_orphaned;
        m_orphans += orphans;
    }
    Relationship& checked = m_relationships[relationship];
    m_results[resultKey(*m_catalog, checked)] = verification;
    checked = DataTargets(*m_catalog).checked(std::move(checked), verification);
    m_results[resultKey(*m_catalog, checked)] = verification;
    Q_EMIT verified(checked, verification);
}

void DataCheckFlow::takeBatch(const Result<std::vector<Verification>>& result)
{
    if (result) {
        startNextBatch();
        return;
    }
    const Error error = result.error();
    end();
    Q_EMIT failed(error);
}

void DataCheckFlow::cancel()
{
    if (!m_running)
        return;
    m_session.cancel();
    end();
    Q_EMIT cancelled();
}

void DataCheckFlow::end()
{
    m_running = false;
    if (m_checked + m_notChecked > 0)
        Q_EMIT resultsChanged();
}

std::optional<Verification> DataCheckFlow::resultFor(const Catalog& catalog,
                                                     const Relationship& relationship) const
{
    const auto found = m_results.find(resultKey(catalog, relationship));
    return found == m_results.end() ? std::nullopt : std::optional(found->second);
}

VerificationLookup DataCheckFlow::lookup(std::shared_ptr<const Catalog> catalog) const
{
    if (m_results.empty())
        return {};
    return [results = m_results, catalog = std::move(catalog)](const Relationship& relationship) {
        const auto found = results.find(resultKey(*catalog, relationship));
        return found == results.end() ? std::nullopt : std::optional(found->second);
    };
}

std::vector<Relationship> DataCheckFlow::withResults(const Catalog& catalog,
                                                     std::vector<Relationship> relationships) const
{
    if (m_results.empty())
        return relationships;
    const DataTargets targets(catalog);
    for (Relationship& relationship : relationships) {
        if (const auto result = resultFor(catalog, relationship))
            relationship = targets.checked(std::move(relationship), *result);
    }
    return relationships;
}

void DataCheckFlow::forgetResults()
{
    if (m_results.empty())
        return;
    m_results.clear();
    Q_EMIT resultsChanged();
}

} // namespace cadastre
