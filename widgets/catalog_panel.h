// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The tree of a catalog with the filter field above it. Selecting a line says so; activating it
// (Enter, double click) asks for the diagram.
#pragma once

#include "widgets/catalog_tree_model.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedLayout;
class QTimer;
class QMenu;
class QTreeView;

namespace cadastre {

class CatalogFilterJob;
class EmptyState;

class CatalogPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CatalogPanel(QWidget* parent = nullptr);

    /// Shows another catalog; opened lines and the selection are found again by key.
    void setCatalog(std::shared_ptr<const Catalog> catalog);
    void setSystemObjectsShown(bool shown);
    /// What is staged, and which names stand first.
    void setNames(const ObjectNames& names);
    /// What the filter asks about relationships, owners and boundaries, too.
    void setQueryIndex(std::shared_ptr<const QueryIndex> index);
    /// Whether what is typed is still being looked for.
    [[nodiscard]] bool isLooking() const;
    /// Whether the tree is filtered, and to which tables.
    [[nodiscard]] bool isFiltering() const { return m_model->filter().isFiltering(); }
    [[nodiscard]] bool showsTable(TableId table) const
    {
        return m_model->filter().showsTable(table);
    }
    /// What was found, one line each: name, kind and comment between tabs. Empty without a filter.
    [[nodiscard]] QString hitLines() const;
    /// What the filter says below its field: how much was found, and what is to be known of it;
    /// empty for nothing.
    [[nodiscard]] QString remark() const;
    /// Selects and reveals the line of an object without emitting objectSelected().
    void selectObject(std::optional<ObjectRef> object);
    /// The same with the lines of several tables; too many are shown by no line.
    void selectTables(const std::vector<TableId>& tables);
    void focusFilter();
    /// The line of an object on the screen, or of the tree where it is not in view.
    [[nodiscard]] QRect globalRectOf(ObjectRef object) const;
    [[nodiscard]] QTreeView* view() const { return m_view; }
    [[nodiscard]] CatalogTreeModel* model() const { return m_model; }
    [[nodiscard]] QLineEdit* filterField() const { return m_filter; }

Q_SIGNALS:
    void objectSelected(cadastre::ObjectRef object);
    /// Lines of several are selected: tables by id, also those of columns.
    void tablesSelected(const std::vector<cadastre::TableId>& tables);
    void tablesMenuRequested(const std::vector<cadastre::TableId>& tables, QPoint globalPosition);
    void objectActivated(cadastre::ObjectRef object);
    /// "Focus" of the context menu.
    void focusRequested(cadastre::ObjectRef object);
    /// "Edit comment" of the context menu, or F2.
    void commentRequested(cadastre::ObjectRef object);
    /// "Relate to" of a column's context menu.
    void relateRequested(cadastre::ColumnId column);
    /// "Close this database" of a source's context menu.
    void closeRequested(cadastre::ObjectRef source);
    /// Other tables are shown now, or all again.
    void filterChanged();
    /// A context menu is about to open: others may add entries of theirs.
    void menuFilled(QMenu* menu, cadastre::ObjectRef object);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpView();
    void setUpFilter();
    void applyFilter();
    void askFilter();
    void takeAnswer(const CatalogTreeAnswer& answer);
    void filterAnew();
    [[nodiscard]] QString whyNothing(const QString& said) const;
    void showState();
    void expandForFilter();
    /// The names of open lines by the name of the line above them.
    using OpenLines = QHash<QString, QSet<QString>>;
    [[nodiscard]] OpenLines openLines() const;
    void collectOpen(const QModelIndex& parent, OpenLines& lines) const;
    void openAgain(const OpenLines& lines, const QModelIndex& parent = {});
    void expandDefault();
    void tellSelection();
    [[nodiscard]] std::vector<TableId> selectedTables() const;
    void openContextMenu(const QPoint& position);
    void copyName(ObjectRef object) const;
    void copyHits() const;
    void showFirstHit();

    CatalogTreeModel* m_model = nullptr;
    QLineEdit* m_filter = nullptr;
    QLabel* m_remark = nullptr;
    QTreeView* m_view = nullptr;
    EmptyState* m_empty = nullptr;
    QStackedLayout* m_stack = nullptr;
    QTimer* m_filterTimer = nullptr;
    CatalogFilterJob* m_filterJob = nullptr;
    CatalogTreeOptions m_wanted; ///< the newest; the model's are those of what is shown
    bool m_typed = false; ///< what is wanted was typed just now, not asked anew of another catalog
    std::optional<OpenLines> m_openBeforeFilter;
    bool m_telling = false; ///< what is selected here is being told, and comes back
};

} // namespace cadastre
