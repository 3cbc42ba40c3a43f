// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person does in the panel of boundaries: selecting, moving, renaming, removing, cleaning.
#include "widgets/boundary_panel.h"

#include "model/boundaries/boundary_edits.h"
#include "widgets/boundary_form.h"
#include "widgets/boundary_tree_model.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeView>

#include <set>

namespace cadastre {

BoundaryEdit assignTablesEdit(const std::shared_ptr<const Catalog>& catalog,
                              const std::vector<TableId>& tables, const QString& boundary)
{
    const QString what = tables.size() == 1 ? catalog->displayName(tables.front())
                                            : BoundaryPanel::tr("%Ln tables", nullptr,
                                                                static_cast<int>(tables.size()));
    BoundaryEdit edit;
    edit.name = boundary.isEmpty() ? BoundaryPanel::tr("Take %1 out of its boundary").arg(what)
                                   : BoundaryPanel::tr("Move %1 to %2").arg(what, boundary);
    edit.catalog = catalog;
    edit.apply = [catalog, tables, boundary](const Boundaries& before) -> Result<Boundaries> {
        return boundary.isEmpty() ? withTablesOut(before, *catalog, tables)
                                  : withTablesIn(before, *catalog, tables, boundary);
    };
    return edit;
}

std::vector<TableId> BoundaryPanel::selectedTables() const
{
    std::set<TableId> tables;
    for (const QModelIndex& index : m_tree->selectionModel()->selectedIndexes()) {
        if (const auto table = m_model->tableAt(index))
            tables.insert(*table);
    }
    return {tables.begin(), tables.end()};
}

QStringList BoundaryPanel::selectedBoundaries() const
{
    QStringList names;
    for (const QModelIndex& index : m_tree->selectionModel()->selectedIndexes()) {
        const QString name = m_model->boundaryAt(index);
        if (!name.isEmpty())
            names << name;
    }
    return names;
}

void BoundaryPanel::showBoundary(const QString& name, bool edit)
{
    const QModelIndex index = m_model->indexOfBoundary(name);
    if (!index.isValid()) {
        m_currentKey = QStringLiteral("0:") % name; // when it is there
        m_selectedKeys = QStringList{m_currentKey};
        return;
    }
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    if (edit)
        m_form->focusName();
}

void BoundaryPanel::selectTables(const std::vector<TableId>& tables)
{
    const QWidget* focused = QApplication::focusWidget();
    const bool edited =
        m_tree->hasFocus() || (focused != nullptr && m_forms->isAncestorOf(focused));
    if (edited || tables == selectedTables())
        return;
    const QScopedValueRollback moving(m_moving, true);
    QItemSelection selection;
    QModelIndex last;
    for (const TableId table : tables) {
        const QModelIndex index = m_model->indexOfTable(table);
        if (!index.isValid())
            continue;
        selection.select(index, index);
        last = index;
    }
    if (!last.isValid()) {
        m_tree->selectionModel()->clearSelection(); // nothing is said about something else
        m_selectedKeys.clear();
        return;
    }
    m_tree->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_tree->selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
    m_tree->scrollTo(last);
}

void BoundaryPanel::focusTree()
{
    if (m_state->boundaries.entries.empty()) {
        m_suggest->setFocus();
        return;
    }
    m_tree->setFocus();
    if (!m_tree->selectionModel()->hasSelection())
        m_tree->setCurrentIndex(m_model->index(0, 0));
}

void BoundaryPanel::activate(const QModelIndex& index)
{
    if (const auto table = m_model->tableAt(index))
        Q_EMIT objectActivated(*table);
    else if (const QString name = m_model->boundaryAt(index); !name.isEmpty())
        Q_EMIT boundaryActivated(name);
    else if (const OwnershipProblem* problem = m_model->problemAt(index);
             problem != nullptr && problem->object)
        Q_EMIT objectActivated(*problem->object);
    else if (index.isValid())
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
}

void BoundaryPanel::moveTables(const std::vector<TableId>& tables, const QString& boundary)
{
    Q_EMIT editRequested(assignTablesEdit(m_state->catalog, tables, boundary));
}

void BoundaryPanel::openContextMenu(const QPoint& position)
{
    const QPoint global = m_tree->viewport()->mapToGlobal(position);
    const std::vector<TableId> tables = selectedTables();
    const QStringList boundaries = selectedBoundaries();
    if (tables.empty() && boundaries.isEmpty())
        openProblemMenu(global);
    else
        Q_EMIT menuRequested(tables, tables.empty() ? boundaries : QStringList(), global);
}

void BoundaryPanel::openProblemMenu(QPoint globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex current = m_tree->currentIndex();
    if (const OwnershipProblem* problem = m_model->problemAt(current); problem != nullptr) {
        const QString boundary = problem->boundary;
        if (!boundary.isEmpty())
            menu->addAction(tr("&Edit the boundary %1").arg(boundary), this,
                            [this, boundary] { showBoundary(boundary, true); });
        if (problem->object)
            menu->addAction(tr("&Show the object"), this,
                            [this, object = *problem->object] { Q_EMIT objectActivated(object); });
    }
    menu->addAction(themedIcon(QStringLiteral("close")),
                    tr("Take out everything that is &gone from the catalog"), this, [this] {
                        BoundaryEdit edit;
                        edit.name = tr("Clean the boundaries");
                        edit.catalog = m_state->catalog;
                        edit.apply = [catalog = m_state->catalog](
                                         const Boundaries& before) -> Result<Boundaries> {
                            return withoutMissing(before, *catalog);
                        };
                        Q_EMIT editRequested(edit);
                    });
    menu->popup(globalPosition);
}

void BoundaryPanel::removeSelected()
{
    const std::vector<TableId> tables = selectedTables();
    if (!tables.empty()) {
        moveTables(tables, {});
        return;
    }
    const QStringList names = selectedBoundaries();
    if (names.isEmpty())
        return;
    BoundaryEdit edit;
    edit.name = tr("Remove %1").arg(names.join(QStringLiteral(", ")));
    edit.apply = [names](const Boundaries& before) -> Result<Boundaries> {
        Boundaries after = before;
        for (const QString& name : names)
            after = withoutBoundary(after, name);
        return after;
    };
    Q_EMIT editRequested(edit);
}

bool BoundaryPanel::treeKey(int key, Qt::KeyboardModifiers modifiers)
{
    if ((modifiers & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    if (key == Qt::Key_Delete) {
        removeSelected();
        return true;
    }
    if (key == Qt::Key_F2 && selectedBoundaries().size() == 1) {
        m_form->focusName();
        return true;
    }
    if (key == Qt::Key_Insert) {
        Q_EMIT makeRequested();
        return true;
    }
    return false;
}

bool BoundaryPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (watched == m_tree)
            return treeKey(key->key(), key->modifiers());
        if (watched == m_filter && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return ||
                                    key->key() == Qt::Key_Enter)) {
            focusTree();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cadastre
