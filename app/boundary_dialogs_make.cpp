// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How a person makes boundaries and flows: their names and owners are asked for, the rest follows
// from the tables that are meant.
#include "app/boundary_dialogs.h"

#include "model/boundaries/boundary_edits.h"
#include "widgets/boundary_panel.h"
#include "widgets/new_boundary_dialog.h"

#include <algorithm>

namespace cadastre {

namespace {

/// A name for a boundary of these tables: what their names begin with, if anything.
QString proposedName(const Catalog& catalog, const std::vector<TableId>& tables)
{
    if (tables.empty())
        return {};
    QString common = catalog.table(tables.front()).name;
    for (const TableId table : tables) {
        const QString& name = catalog.table(table).name;
        qsizetype same = 0;
        while (same < std::min(common.size(), name.size()) && common.at(same) == name.at(same))
            ++same;
        common.truncate(same);
    }
    while (common.endsWith(QLatin1Char('_')))
        common.chop(1);
    return common.size() > 2 ? common : QString();
}

} // namespace

void BoundaryDialogs::make(const std::vector<TableId>& tables)
{
    const QString what = tables.empty()
                             ? tr("A new boundary without tables, which can be dragged into it")
                             : tr("A boundary of %1")
                                   .arg(tr("%Ln tables", nullptr, static_cast<int>(tables.size())));
    QStringList owners;
    for (const auto& [name, boundary] : m_flow->document().entries) {
        if (!boundary.owner.isEmpty() && !owners.contains(boundary.owner))
            owners << boundary.owner;
    }
    auto* dialog = new NewBoundaryDialog(what, proposedName(*m_flow->state()->catalog, tables),
                                         owners, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewBoundaryDialog::chosen, this,
            [this, tables](const QString& name, const QString& owner) {
                makeNamed(tables, name, owner);
            });
    dialog->open();
}

/// With the name of a boundary that is there the tables become a part of it.
void BoundaryDialogs::makeNamed(const std::vector<TableId>& tables, const QString& name,
                                const QString& owner)
{
    BoundaryEdit edit = assignTablesEdit(m_flow->state()->catalog, tables, name);
    if (tables.empty()) {
        edit.name = tr("Add the boundary %1").arg(name);
        edit.apply = [name](const Boundaries& before) -> Result<Boundaries> {
            Boundaries after = before;
            after.entries.emplace(name, Boundary{});
            return after;
        };
    }
    if (!owner.isEmpty()) {
        edit.apply = [assign = edit.apply, name,
                      owner](const Boundaries& before) -> Result<Boundaries> {
            Result<Boundaries> after = assign(before);
            if (after)
                after->entries[name].owner = owner;
            return after;
        };
    }
    Q_EMIT boundaryMade(name);
    m_flow->edit(edit);
}

void BoundaryDialogs::makeFlow(const std::vector<TableId>& tables)
{
    if (tables.empty()) {
        tell(MessageLevel::Info,
             {tr("Select the tables that must commit together in the diagram first (Shift + drag, "
                 "or Ctrl + click)."),
              {}});
        return;
    }
    Flow flow;
    for (const TableId table : tables)
        flow.tables.push_back(m_flow->state()->catalog->keyOf(table));
    std::ranges::sort(flow.tables);
    askName(tr("Make a flow"),
            tr("Name of what commits %1 together")
                .arg(tr("%Ln tables", nullptr, static_cast<int>(tables.size()))),
            {}, [this, flow](const QString& name) {
                if (name.isEmpty())
                    return;
                BoundaryEdit edit;
                edit.name = tr("Make the flow %1").arg(name);
                edit.apply = [name, flow](const Boundaries& before) -> Result<Boundaries> {
                    Boundaries after = before;
                    after.flows[name] = flow;
                    return after;
                };
                m_flow->edit(edit);
            });
}

} // namespace cadastre
