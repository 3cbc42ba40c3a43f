// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The panel of boundaries: who owns what as a tree, and below it the form of what is selected. It
// shows values and says what a person wants changed; it changes no document.
#pragma once

#include "widgets/boundary_state.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QToolButton;
class QTreeView;

namespace cadastre {

class BoundaryForm;
class BoundaryTreeModel;
class EmptyState;
class ExposureForm;

class BoundaryPanel : public QWidget
{
    Q_OBJECT
public:
    explicit BoundaryPanel(QWidget* parent = nullptr);

    void setState(BoundaryStatePointer state);
    /// Selects the line of a boundary, and takes the keys when `edit`.
    void showBoundary(const QString& name, bool edit);
    /// Follows the selection of the diagram without emitting anything.
    void selectTables(const std::vector<TableId>& tables);
    void focusTree();

    [[nodiscard]] BoundaryTreeModel* model() const { return m_model; }
    [[nodiscard]] QTreeView* tree() const { return m_tree; }
    [[nodiscard]] BoundaryForm* form() const { return m_form; }
    [[nodiscard]] ExposureForm* exposure() const { return m_exposure; }
    [[nodiscard]] QLineEdit* filterField() const { return m_filter; }
    [[nodiscard]] QPushButton* suggestButton() const { return m_suggest; }
    [[nodiscard]] QPushButton* importButton() const { return m_import; }
    [[nodiscard]] QPushButton* makeButton() const { return m_make; }
    [[nodiscard]] std::vector<TableId> selectedTables() const;
    /// Of the lines of boundaries that are selected.
    [[nodiscard]] QStringList selectedBoundaries() const;

Q_SIGNALS:
    void editRequested(const cadastre::BoundaryEdit& edit);
    void suggestRequested();
    void importRequested();
    /// A boundary of what is selected in the diagram; also an empty one.
    void makeRequested();
    void tablesSelected(const std::vector<cadastre::TableId>& tables);
    void objectActivated(cadastre::ObjectRef object);
    void boundaryActivated(const QString& name);
    /// A menu for these; one of both is empty.
    void menuRequested(const std::vector<cadastre::TableId>& tables, const QStringList& boundaries,
                       QPoint globalPosition);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpHead();
    void setUpTree();
    void setUpForms();
    void setUpEmpty();
    QPushButton* emptyButton(QWidget* page, const QString& icon, const QString& text,
                             const QString& toolTip);
    void showState();
    void showSelected();
    void activate(const QModelIndex& index);
    void openContextMenu(const QPoint& position);
    void openProblemMenu(QPoint globalPosition);
    void removeSelected();
    bool treeKey(int key, Qt::KeyboardModifiers modifiers);
    void rememberPlace();
    void returnToPlace();
    void moveTables(const std::vector<TableId>& tables, const QString& boundary);

    BoundaryStatePointer m_state;
    BoundaryTreeModel* m_model;
    QWidget* m_head;
    QLineEdit* m_filter;
    QToolButton* m_clean = nullptr;
    QTreeView* m_tree;
    QSplitter* m_splitter;
    QWidget* m_forms;
    QStackedLayout* m_formStack = nullptr;
    BoundaryForm* m_form;
    ExposureForm* m_exposure;
    QWidget* m_emptyPage;
    EmptyState* m_empty;
    QPushButton* m_suggest = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_make = nullptr;
    QStackedLayout* m_stack;
    QStringList m_selectedKeys;
    QStringList m_openKeys;
    QString m_currentKey;
    bool m_moving = false; ///< the selection changes without a person
};

/// Puts tables into a boundary; an empty name takes them out of theirs.
BoundaryEdit assignTablesEdit(const std::shared_ptr<const Catalog>& catalog,
                              const std::vector<TableId>& tables, const QString& boundary);

} // namespace cadastre
