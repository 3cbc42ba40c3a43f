// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// OpenSources: the databases and snapshots that are open, and their facts as one catalog. Opening,
// adding and refreshing keep what is on screen until the new facts are there.
#pragma once

#include "app/catalog_facts.h"
#include "app/source_loader.h"
#include "model/boundaries/boundaries.h"
#include "model/notes/conventions.h"

namespace cadastre {

/// Why the facts changed: what on screen can stay.
enum class FactsChange : std::uint8_t { Opened, Added, Removed, Refreshed };

class OpenSources : public QObject
{
    Q_OBJECT
public:
    explicit OpenSources(QObject* parent = nullptr);

    /// Opens these in place of what is open; `decisions`, `boundaries` and `conventions` are what a
    /// person said about them.
    void open(std::vector<SourceRequest> requests, const Decisions& decisions = {},
              const Boundaries& boundaries = {}, const Conventions& conventions = {});
    /// Opens one more beside what is open.
    void add(SourceRequest request);
    /// Reads everything that is open again.
    void refresh();
    /// Reads one of them again; nothing where none has this name.
    void refresh(const QString& sourceName);
    void remove(const QString& sourceName);
    void closeAll();
    /// Frees the facts that were replaced, off the UI thread: to be called when nobody shows them
    /// any more.
    void releaseRetired();
    /// The file of the workspace that is open; empty for an unnamed one. Comments that a server
    /// cannot store live beside it.
    void setWorkspacePath(const QString& path) { m_workspacePath = path; }
    [[nodiscard]] const QString& workspacePath() const { return m_workspacePath; }
    /// Places for comment files that a person chose; an empty path is the usual one.
    using SidecarPlaces = std::function<QString(const DatabaseAddress& address)>;
    void setSidecarPlaces(SidecarPlaces places) { m_sidecarPlaces = std::move(places); }
    /// Where comments lie that the engine of a source cannot store; empty for nowhere.
    [[nodiscard]] QString sidecarPath(const SourceRequest& request) const;
    /// What a person decided meanwhile: used when the facts are made again, and to be saved.
    void setDecisions(const Decisions& decisions) { m_decisions = decisions; }
    [[nodiscard]] const Decisions& decisions() const { return m_decisions; }
    /// Who owns what, as a person drew it meanwhile: to be saved.
    void setBoundaries(const Boundaries& boundaries) { m_boundaries = boundaries; }
    [[nodiscard]] const Boundaries& boundaries() const { return m_boundaries; }
    /// The naming conventions as a person listed them meanwhile: to be saved.
    void setConventions(const Conventions& conventions) { m_conventions = conventions; }
    [[nodiscard]] const Conventions& conventions() const { return m_conventions; }
    /// What was found anew for the catalog that is open.
    void setRelationships(std::shared_ptr<const std::vector<Relationship>> relationships,
                          const Decisions& decisions);
    /// What hangs on old names follows to new ones of the same catalog (new key by old key): a
    /// person said that these objects are the same, or are not after all.
    void followRenames(const QHash<ObjectKey, ObjectKey>& renamed);
    /// Stops reading; what is open stays.
    void cancel();

    [[nodiscard]] const std::vector<LoadedSource>& sources() const { return m_sources; }
    [[nodiscard]] const CatalogFacts& facts() const { return m_facts; }
    [[nodiscard]] bool isBusy() const { return m_loader.isLoading() || m_factsJob.isRunning(); }

Q_SIGNALS:
    void started(const QString& what);
    void progress(const QString& text, int done, int total);
    /// Reading ended, whatever came of it.
    void ended();
    void factsChanged(cadastre::FactsChange change);
    /// The catalog is the same; its relationships are others.
    void relationshipsChanged();
    void failed(const std::vector<cadastre::FailedSource>& failed);

private:
    void startLoading(FactsChange change, std::vector<SourceRequest> requests);
    void takeLoaded(std::vector<LoadedSource> loaded, const std::vector<FailedSource>& failed);
    void adopt(std::vector<LoadedSource> sources, FactsChange change);

    SourceLoader m_loader;
    struct Adopted
    {
        std::vector<LoadedSource> sources;
        CatalogFacts facts;
    };
    NewestJob<Adopted> m_factsJob;
    FactsChange m_change = FactsChange::Opened;
    std::vector<LoadedSource> m_sources;
    CatalogFacts m_facts = noFacts();
    Decisions m_decisions;        ///< of what is open
    Decisions m_openingDecisions; ///< of what is being opened
    Boundaries m_boundaries;
    Boundaries m_openingBoundaries;
    Conventions m_conventions;
    Conventions m_openingConventions;
    QString m_workspacePath;
    SidecarPlaces m_sidecarPlaces;

    /// Large values on their way out, newest first.
    struct Retired
    {
        Retired(std::vector<LoadedSource> oldSources, CatalogFacts oldFacts,
                std::shared_ptr<Retired> olderOnes)
            : sources(std::move(oldSources))
            , facts(std::move(oldFacts))
            , older(std::move(olderOnes))
        {
        }
        std::vector<LoadedSource> sources;
        CatalogFacts facts;
        std::shared_ptr<Retired> older;
    };
    std::shared_ptr<Retired> m_retired;
};

/// "Reading columns (3 of 14)…": what a progress bar says of a read.
QString progressText(const QString& source, const ReadProgress& progress);

} // namespace cadastre
