// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The desk's menus: of tables, of regions and boundaries, and the lists of boundaries.
#include "app/boundary_desk.h"

#include "model/boundaries/boundary_edits.h"
#include "widgets/boundary_panel.h"
#include "widgets/boundary_tree_model.h"
#include "widgets/crossing_page.h"
#include "widgets/crossings_panel.h"
#include "widgets/icons.h"
#include "widgets/mnemonics.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>

namespace cadastre {

QString whatIfText(const QString& what, const CrossingDelta& delta)
{
    const QLocale locale;
    QString text = BoundaryDesk::tr("Crossings of %1: %2 → %3")
                       .arg(what, locale.toString(delta.before), locale.toString(delta.after));
    QStringList parts;
    if (delta.resolved > 0)
        parts << BoundaryDesk::tr("resolves %1").arg(locale.toString(delta.resolved));
    if (delta.added > 0)
        parts << BoundaryDesk::tr("adds %1").arg(locale.toString(delta.added));
    if (!parts.isEmpty())
        text += QStringLiteral(" (%1)").arg(parts.join(QStringLiteral(", ")));
    return text;
}

void BoundaryDesk::fillMenu(QMenu* menu)
{
    m_actions.fillMenu(menu);
    connect(m_actions.assign, &QMenu::aboutToShow, this, [this] {
        m_actions.assign->clear();
        fillAssignMenu(m_actions.assign, selectedTables());
    });
    connect(m_actions.seenBy, &QMenu::aboutToShow, this, [this] {
        m_actions.seenBy->clear();
        fillSeenByMenu(m_actions.seenBy);
    });
    updateActions();
}

void BoundaryDesk::fillAssignMenu(QMenu* menu, const std::vector<TableId>& tables)
{
    const std::shared_ptr<const Catalog> catalog = m_sources->facts().catalog;
    const BoundaryStatePointer state = m_flow->state();
    for (const auto& [name, boundary] : m_flow->document().entries) {
        menu->addAction(boundaryIcon(*state, name), menuName(name), this,
                        [this, catalog, tables, name = name] {
                            m_flow->edit(assignTablesEdit(catalog, tables, name));
                        });
    }
    if (!m_flow->document().entries.empty()) {
        menu->addSeparator();
        menu->addAction(tr("&Nobody"), this, [this, catalog, tables] {
            m_flow->edit(assignTablesEdit(catalog, tables, {}));
        });
    }
    menu->addAction(themedIcon(QStringLiteral("add")), tr("New &boundary…"), this,
                    [this, tables] { m_dialogs->make(tables); });
}

void BoundaryDesk::fillSeenByMenu(QMenu* menu)
{
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QIcon& icon, const QString& text, const QString& boundary) {
        QAction* action =
            menu->addAction(icon, text, this, [this, boundary] { m_flow->setSeenBy(boundary); });
        action->setCheckable(true);
        action->setChecked(m_flow->seenBy() == boundary);
        group->addAction(action);
    };
    add({}, tr("&Everybody: show all"), {});
    menu->addSeparator();
    for (const auto& [name, boundary] : m_flow->document().entries)
        add(boundaryIcon(*m_flow->state(), name), menuName(name), name);
}

void BoundaryDesk::fillTableMenu(QMenu* menu, const std::vector<TableId>& tables)
{
    if (tables.empty())
        return;
    fillAssignMenu(menu->addMenu(themedIcon(QStringLiteral("boundary")), tr("Assign to b&oundary")),
                   tables);
    if (m_flow->document().entries.empty() || !m_flow->isCurrent())
        return;
    const Ownership& ownership = m_flow->state()->check.ownership;
    const auto at = [&](TableId table) {
        return ownership.exposures[static_cast<std::size_t>(table.index)].exposure;
    };
    if (std::ranges::any_of(tables, [&](TableId table) { return at(table) != Exposure::Contract; }))
        menu->addAction(m_actions.publish->icon(), tr("&Publish as contract…"), this,
                        [this, tables] { m_dialogs->publish(tables); });
    if (std::ranges::any_of(tables, [&](TableId table) { return at(table) != Exposure::Private; }))
        menu->addAction(tr("Make p&rivate"), this, [this, tables] { makePrivate(tables); });
    if (tables.size() == 1) {
        const TableId table = tables.front();
        menu->addAction(m_actions.draft->icon(), tr("&Draft a contract…"), this,
                        [this, table] { m_dialogs->draft(table); });
        menu->addAction(m_actions.impact->icon(), tr("&Impact of a change…"), this,
                        [this, table] { m_dialogs->impact(table); });
        menu->addAction(m_actions.showCrossings->icon(), tr("&Crossings of this table"), this,
                        [this, table] {
                            raise(m_crossingsDock);
                            m_crossings->showCrossings();
                            m_crossings->crossings()->showObject(table);
                        });
        if (const auto boundary = ownership.boundaryOf(*m_flow->state()->catalog, table)) {
            const QString name = m_flow->state()->nameOf(*boundary);
            fillBoundaryMenu(menu->addMenu(boundaryIcon(*m_flow->state(), name), menuName(name)),
                             name);
        }
    } else {
        menu->addAction(m_actions.makeFlow->icon(), tr("Make a &flow of them…"), this,
                        [this, tables] { m_dialogs->makeFlow(tables); });
    }
    menu->addSeparator();
}

void BoundaryDesk::fillBoundaryMenu(QMenu* menu, const QString& boundary)
{
    const auto add = [&](const char* icon, const QString& text, auto slot) {
        menu->addAction(themedIcon(QString::fromLatin1(icon)), text, this, slot);
    };
    add("boundary", tr("&Edit %1").arg(menuName(boundary)),
        [this, boundary] { editBoundary(boundary); });
    add("crossing", tr("What it &uses of others"),
        [this, boundary] { showCrossingsOf(boundary, {}); });
    add("crossing", tr("What others use of &it"),
        [this, boundary] { showCrossingsOf({}, boundary); });
    if (m_flow->seenBy() == boundary)
        add("fit", tr("Show &everything again"), [this] { m_flow->setSeenBy({}); });
    else
        add("focus", tr("Show only what it &may see"),
            [this, boundary] { m_flow->setSeenBy(boundary); });
    add("draw", tr("&Draft its contracts…"), [this, boundary] { m_dialogs->draftAll(boundary); });
    Q_EMIT boundaryMenuFilled(menu, boundary);
    menu->addSeparator();
    if (m_flow->document().entries.size() > 1)
        add("relationships", tr("Mer&ge it into another…"),
            [this, boundary] { m_dialogs->merge(boundary); });
    add("close", tr("&Remove; its tables stay"), [this, boundary] { removeBoundary(boundary); });
}

void BoundaryDesk::openRegionMenu(std::optional<BoundaryIndex> boundary, QPoint globalPosition)
{
    auto* menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString name = boundary ? m_diagram->boundaryNameOf(*boundary) : QString();
    if (m_flow->document().entries.contains(name))
        fillBoundaryMenu(menu, name);
    else
        menu->addActions({m_actions.showBoundaries, m_actions.suggest});
    const std::vector<TableId> selected = selectedTables();
    if (!name.isEmpty() && !selected.empty()) {
        menu->addSeparator();
        menu->addAction(tr("&Assign the selection to it"), this, [this, selected, name] {
            m_flow->edit(assignTablesEdit(m_sources->facts().catalog, selected, name));
        });
    }
    menu->popup(globalPosition);
}

void BoundaryDesk::openPanelMenu(const std::vector<TableId>& tables, const QStringList& boundaries,
                                 QPoint globalPosition)
{
    auto* menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!tables.empty())
        fillTableMenu(menu, tables);
    else if (boundaries.size() == 1)
        fillBoundaryMenu(menu, boundaries.first());
    menu->addActions({m_actions.make, m_actions.suggest});
    menu->popup(globalPosition);
}

void BoundaryDesk::editBoundary(const QString& boundary)
{
    raise(m_boundaryDock);
    m_panel->showBoundary(boundary, true);
}

void BoundaryDesk::showCrossingsOf(const QString& from, const QString& into)
{
    raise(m_crossingsDock);
    m_crossings->showCrossings();
    m_crossings->crossings()->showPair(from, into);
}

void BoundaryDesk::removeBoundary(const QString& boundary)
{
    BoundaryEdit edit;
    edit.name = tr("Remove %1").arg(boundary);
    edit.apply = [boundary](const Boundaries& before) -> Result<Boundaries> {
        return withoutBoundary(before, boundary);
    };
    m_flow->edit(edit);
}

} // namespace cadastre
