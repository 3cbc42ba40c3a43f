// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From facts to a laid out picture, off the UI thread; the newest request wins, and the old picture
// stays until the new one is there.
#pragma once

#include "app/catalog_facts.h"
#include "app/newest_job.h"
#include "app/table_homes.h"
#include "diagram/graph_builder.h"
#include "diagram/layout_cache.h"
#include "diagram/scene.h"

namespace cadastre {

/// What is shown: everything, or the neighbourhood of one table.
struct DiagramView
{
    std::optional<ObjectKey> focus;
    int depth = 1; ///< steps from the focus, 1 to 4
    QString saved; ///< name of the saved view that is open, which has places of its own

    bool operator==(const DiagramView&) const = default;
};

/// Places of an earlier run that are still to be read.
struct KeptPlacesFile
{
    QString path; ///< empty for none
    /// They are at least as new as those that are known, which are of the same run or none.
    bool areNewest = true;
};

struct DiagramRequest
{
    CatalogFacts facts;
    DiagramView view;
    GraphOptions options;      ///< `tables` is filled in from the view
    RelationshipFilter filter; ///< what a neighbourhood follows
    Placements previous;
    Placements ofAll; ///< of the whole picture: its groups are kept
    TableHomes homes; ///< of tables that are owned in the whole picture
    KeptPlacesFile kept = {};
    LayoutReason reason = LayoutReason::First;
    bool keepView = false;
};

struct DiagramPicture
{
    DiagramRequest request;
    std::shared_ptr<const DiagramGraph> graph;
    DiagramLayout layout;
    /// For the canvas, which takes it over; null where there is no table.
    std::shared_ptr<DiagramScene> scene;
};

/// Blocks until the picture is made.
DiagramPicture makePicture(DiagramRequest request, const std::atomic_bool& cancelled,
                           const LayoutOptions& layoutOptions = {});

class DiagramMaker : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void start(DiagramRequest request);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    void made(const cadastre::DiagramPicture& picture);

private:
    std::shared_ptr<LayoutCache> m_cache = std::make_shared<LayoutCache>();
    NewestJob<DiagramPicture> m_job;
};

} // namespace cadastre
