// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The index that palette and tree filter ask: made off the UI thread, anew when something of it
// changed; and the diagram that shows where the tables of the tree's filter are.
#include "app/palette_desk.h"

#include "app/boundary_desk.h"
#include "app/comment_desk.h"
#include "app/settings.h"
#include "diagram/canvas.h"
#include "diagram/graph.h"
#include "widgets/catalog_panel.h"
#include "widgets/command_palette.h"

#include <QLineEdit>
#include <QTimer>

namespace cadastre {

QString PaletteDesk::place() const
{
    const Catalog& catalog = *m_parts.sources->facts().catalog;
    return catalog.isEmpty() ? QString() : catalog.source(SourceId{0}).location;
}

void PaletteDesk::forgetIndex()
{
    m_job.cancel();
    m_indexJob.cancel();
    // large: freed off the UI thread
    QThreadPool::globalInstance()->start([old = std::exchange(m_index, nullptr)] {});
    m_pause->start();
}

QueryFacts PaletteDesk::queryFacts() const
{
    QueryFacts facts;
    facts.catalog = m_parts.sources->facts().catalog;
    facts.relationships = m_parts.sources->facts().relationships;
    const ObjectNames& names = m_parts.comments->names();
    if (names.areOf(facts.catalog.get()))
        facts.commented = names.comments;
    const BoundaryStatePointer& state = m_parts.boundaries->flow()->state();
    const auto& picture = m_parts.sources->facts().boundaries;
    if (state != nullptr && state->catalog == facts.catalog) {
        facts.boundaries = {state, &state->boundaries};
        facts.ownership = {state, &state->check.ownership};
    } else if (picture != nullptr) {
        facts.boundaries = {picture, &picture->boundaries};
        facts.ownership = {picture, &picture->ownership};
    }
    facts.leastConfidence = m_parts.settings->leastConfidence();
    facts.systemObjects = m_parts.actions->systemObjects->isChecked();
    return facts;
}

void PaletteDesk::makeIndex()
{
    m_indexJob.start(
        [facts = queryFacts()](const std::atomic_bool&) { return makePaletteIndex(facts); },
        [this](const PaletteIndexPointer& index) { takeIndex(index); });
}

void PaletteDesk::takeIndex(const PaletteIndexPointer& index)
{
    m_index = index;
    if (m_tree)
        m_tree->setQueryIndex(index->query);
    if (m_palette && m_palette->isVisible())
        ask(m_palette->field()->text(), m_palette->field()->cursorPosition());
}

void PaletteDesk::takePicture(const DiagramPicture& /*picture*/)
{
    fadeFiltered();
}

/// The diagram shows where in it the filter's tables are.
void PaletteDesk::fadeFiltered()
{
    if (!m_tree)
        return; // the window is closing
    const auto& catalog = m_parts.sources->facts().catalog;
    const DiagramGraph* graph = m_parts.canvas->graph();
    if (graph == nullptr || graph->catalog != catalog)
        return; // with the next picture
    std::vector<ObjectRef> faded;
    const int count = static_cast<int>(catalog->objects().tables.size());
    for (int i = 0; m_treeSeen && m_tree->isFiltering() && i < count; ++i) {
        if (!m_tree->showsTable(TableId{i}))
            faded.push_back(TableId{i});
    }
    if (static_cast<int>(faded.size()) == count)
        faded.clear(); // nothing matches: nothing to point out
    if (faded.empty() && !m_faded)
        return; // others may have faded something
    m_faded = !faded.empty();
    m_parts.canvas->setFaded(std::move(faded));
}

} // namespace cadastre
