// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/open_sources.h"

#include "app/catalog_loader.h"
#include "model/workspace/decision_refresh.h"

#include <QLocale>
#include <QThreadPool>

#include <algorithm>

namespace cadastre {

namespace {

/// Gives every source a name of its own: keys tell them apart by it.
void nameSources(std::vector<LoadedSource>& sources)
{
    QStringList taken;
    for (LoadedSource& source : sources) {
        const QString wanted =
            source.request.name.isEmpty() ? source.part->source().name : source.request.name;
        const QString name = freeSourceName(wanted, taken);
        taken << name;
        source.request.name = name;
        source.part = renamedSource(source.part, name);
    }
}

SourceParts partsOf(const std::vector<LoadedSource>& sources)
{
    SourceParts parts;
    for (const LoadedSource& source : sources)
        parts.push_back(source.part);
    return parts;
}

} // namespace

QString progressText(const QString& source, const ReadProgress& progress)
{
    QString text =
        OpenSources::tr("Reading %1: %2")
            .arg(source,
                 catalogKindName(progress.phase).replace(QLatin1Char('_'), QLatin1Char(' ')));
    if (progress.objects > 0)
        text += QStringLiteral(" (%1)").arg(QLocale().toString(progress.objects));
    return text;
}

OpenSources::OpenSources(QObject* parent)
    : QObject(parent)
{
    connect(&m_loader, &SourceLoader::progress, this,
            [this](const QString& source, const ReadProgress& step) {
                Q_EMIT progress(progressText(source, step), step.phaseNumber, step.phaseCount);
            });
    connect(&m_loader, &SourceLoader::finished, this, &OpenSources::takeLoaded);
    connect(&m_loader, &SourceLoader::cancelled, this, &OpenSources::ended);
}

void OpenSources::open(std::vector<SourceRequest> requests, const Decisions& decisions,
                       const Boundaries& boundaries, const Conventions& conventions,
                       const ViewDocument& views)
{
    m_openingViews = views;
    m_openingConventions = conventions;
    m_openingBoundaries = boundaries;
    m_openingDecisions = decisions;
    startLoading(FactsChange::Opened, std::move(requests));
}

void OpenSources::add(SourceRequest request)
{
    startLoading(m_sources.empty() ? FactsChange::Opened : FactsChange::Added,
                 {std::move(request)});
}

void OpenSources::refresh()
{
    std::vector<SourceRequest> requests;
    for (const LoadedSource& source : m_sources)
        requests.push_back(source.request);
    if (!requests.empty())
        startLoading(FactsChange::Refreshed, std::move(requests));
}

void OpenSources::refresh(const QString& sourceName)
{
    refresh(QStringList{sourceName});
}

void OpenSources::refresh(const QStringList& sourceNames)
{
    std::vector<SourceRequest> requests;
    for (const LoadedSource& source : m_sources) {
        if (sourceNames.contains(source.request.name))
            requests.push_back(source.request);
    }
    if (!requests.empty())
        startLoading(FactsChange::Refreshed, std::move(requests));
}

void OpenSources::setPassword(const QString& sourceName, const QString& password)
{
    for (LoadedSource& source : m_sources) {
        if (source.request.name == sourceName)
            source.request.password = password;
    }
}

QString OpenSources::sidecarPath(const SourceRequest& request) const
{
    const QString chosen = m_sidecarPlaces ? m_sidecarPlaces(request.address) : QString();
    return chosen.isEmpty() ? sidecarPathOf(request.address, m_workspacePath, request.name)
                            : chosen;
}

void OpenSources::startLoading(FactsChange change, std::vector<SourceRequest> requests)
{
    m_factsJob.cancel();
    m_change = change;
    for (SourceRequest& request : requests)
        request.options.sidecarPath = sidecarPath(request);
    Q_EMIT started(requests.size() == 1
                       ? requests.front().address.displayText()
                       : tr("%Ln databases", nullptr, static_cast<int>(requests.size())));
    QStringList names;
    for (const SourceRequest& request : requests) {
        if (change == FactsChange::Refreshed)
            names << request.name;
    }
    Q_EMIT reading(names);
    m_loader.load(std::move(requests));
}

void OpenSources::takeLoaded(std::vector<LoadedSource> loaded,
                             const std::vector<FailedSource>& failures)
{
    if (!failures.empty())
        Q_EMIT failed(failures);
    if (loaded.empty()) {
        Q_EMIT ended();
        return;
    }
    if (m_change == FactsChange::Opened) {
        adopt(std::move(loaded), m_change);
        return;
    }
    std::vector<LoadedSource> sources = m_sources;
    for (LoadedSource& source : loaded) {
        const auto old = std::find_if(sources.begin(), sources.end(), [&](const auto& known) {
            return m_change == FactsChange::Refreshed && known.request.name == source.request.name;
        });
        if (old == sources.end())
            sources.push_back(std::move(source));
        else
            *old = std::move(source);
    }
    adopt(std::move(sources), m_change);
}

void OpenSources::remove(const QString& sourceName)
{
    std::vector<LoadedSource> sources = m_sources;
    std::erase_if(sources,
                  [&](const LoadedSource& source) { return source.request.name == sourceName; });
    adopt(std::move(sources), FactsChange::Removed);
}

void OpenSources::closeAll()
{
    m_loader.cancel();
    m_factsJob.cancel();
    m_sources.clear();
    m_facts = noFacts();
    m_decisions = {};
    m_openingDecisions = {};
    m_boundaries = {};
    m_openingBoundaries = {};
    m_conventions = {};
    m_openingConventions = {};
    m_views = {};
    m_openingViews = {};
    Q_EMIT factsChanged(FactsChange::Opened);
}

void OpenSources::releaseRetired()
{
    if (m_retired)
        QThreadPool::globalInstance()->start([retired = std::move(m_retired)] {});
}

void OpenSources::cancel()
{
    m_loader.cancel();
    if (m_factsJob.isRunning()) {
        m_factsJob.cancel();
        Q_EMIT ended();
    }
}

void OpenSources::adopt(std::vector<LoadedSource> sources, FactsChange change)
{
    const std::shared_ptr<const Catalog> before =
        change == FactsChange::Refreshed ? m_facts.catalog : nullptr;
    const Decisions decisions = change == FactsChange::Opened ? m_openingDecisions : m_decisions;
    const Boundaries boundaries =
        change == FactsChange::Opened ? m_openingBoundaries : m_boundaries;
    m_factsJob.start(
        [sources = std::move(sources), before, decisions,
         boundaries](const std::atomic_bool& cancelled) {
            Adopted adopted{sources, {}};
            nameSources(adopted.sources);
            adopted.facts = makeFacts(partsOf(adopted.sources), before, decisions, cancelled);
            adopted.facts.boundaries = ownersIn(adopted.facts, boundaries);
            return adopted;
        },
        [this, change](Adopted adopted) {
            m_retired = std::make_shared<Retired>(m_sources, m_facts, m_retired);
            m_sources = std::move(adopted.sources);
            m_facts = std::move(adopted.facts);
            if (change == FactsChange::Opened) {
                m_decisions = m_facts.decisions;
                m_boundaries = m_openingBoundaries;
                m_conventions = m_openingConventions;
                m_views = m_openingViews;
            }
            Q_EMIT ended();
            Q_EMIT factsChanged(change);
        });
}

void OpenSources::followRenames(const QHash<ObjectKey, ObjectKey>& renamed)
{
    m_factsJob.start(
        [facts = m_facts, decisions = m_decisions, boundaries = m_boundaries, sources = m_sources,
         renamed](const std::atomic_bool&) {
            Adopted adopted{sources, facts};
            adopted.facts.renamed = renamed;
            adopted.facts.decisions = rekeyedDecisions(decisions, renamed).decisions;
            adopted.facts.relationships =
                relationshipsAfter(adopted.facts, adopted.facts.decisions);
            adopted.facts.boundaries = ownersIn(adopted.facts, boundaries);
            return adopted;
        },
        [this](Adopted adopted) {
            m_facts = std::move(adopted.facts);
            Q_EMIT factsChanged(FactsChange::Refreshed);
        });
}

void OpenSources::setRelationships(std::shared_ptr<const std::vector<Relationship>> relationships,
                                   const Decisions& decisions)
{
    m_facts.relationships = std::move(relationships);
    m_facts.decisions = decisions;
    Q_EMIT relationshipsChanged();
}

} // namespace cadastre
