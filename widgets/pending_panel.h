// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The panel of pending changes: what is staged, what would be sent for it and where to; which to
// apply, export, discard. It changes nothing itself: it asks.
#pragma once

#include "widgets/pending_state.h"

#include <QWidget>

class QAction;
class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QToolButton;
class QTreeView;

namespace cadastre {

class EmptyState;
class PendingDetail;
class PendingModel;
class TargetCard;

class PendingPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PendingPanel(QWidget* parent = nullptr);

    void setState(const PendingState& state);
    /// Whether anything was applied that could be taken back.
    void setCanUndoBatch(bool can);
    /// What came of applying last, in one line with a button for the whole; empty for nothing.
    void setReport(const QString& line);
    /// Ticks these and no others, and goes to the first.
    void choose(const std::vector<ObjectKey>& keys);
    void selectKey(const ObjectKey& key);
    void focusList();
    /// As the button does.
    void requestApply();
    void requestMigration();

    /// What the buttons are about: the source of the current line, or the first.
    [[nodiscard]] const PendingSource* currentSource() const;
    [[nodiscard]] std::vector<ObjectKey> chosen() const;

    [[nodiscard]] PendingModel* model() const { return m_model; }
    [[nodiscard]] QTreeView* view() const { return m_view; }
    [[nodiscard]] PendingDetail* detail() const { return m_detail; }
    [[nodiscard]] TargetCard* target() const { return m_target; }
    [[nodiscard]] EmptyState* empty() const { return m_empty; }
    [[nodiscard]] QPushButton* applyButton() const { return m_apply; }
    [[nodiscard]] QPushButton* migrationButton() const { return m_migration; }
    [[nodiscard]] QPushButton* discardButton() const { return m_discard; }
    [[nodiscard]] QPushButton* showButton() const { return m_show; }
    [[nodiscard]] QPushButton* conflictsButton() const { return m_conflicts; }
    [[nodiscard]] QToolButton* moreButton() const { return m_more; }
    [[nodiscard]] QSplitter* splitter() const { return m_splitter; }
    [[nodiscard]] QString statusText() const;

Q_SIGNALS:
    void applyRequested(const QString& source, const std::vector<cadastre::ObjectKey>& keys);
    /// Applying was asked for and cannot be done, for this reason.
    void applyRefused(const QString& reason);
    void migrationRequested(const QString& source, const std::vector<cadastre::ObjectKey>& keys);
    void commentFileRequested(const QString& source, const std::vector<cadastre::ObjectKey>& keys);
    void discardRequested(const std::vector<cadastre::ObjectKey>& keys);
    void showRequested(cadastre::ObjectRef object);
    /// Conflicts of a source are to be solved, this one first.
    void conflictsRequested(const QString& source, const cadastre::ObjectKey& first);
    void undoBatchRequested();
    void otherPlaceRequested(const QString& source);
    void reportRequested();
    /// The panel became visible, or somebody wants to know the SQL again.
    void planRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUpHead();
    void setUpList();
    void setUpButtons();
    void setUpMenu();
    void placeButtons(int columns);
    void foldButtons(bool fold);
    void openContextMenu(const QPoint& position);
    void showAll();
    void showCurrent();
    void showStatus();
    void updateButtons();
    void discardSelected();
    void showSelected();
    void solveConflicts();
    [[nodiscard]] std::vector<ObjectKey> selectedKeys() const;

    static constexpr int buttonCount = 6;

    int m_buttonColumns = 0;
    bool m_canUndoBatch = false;
    QAction* m_undoBatch = nullptr;
    PendingModel* m_model;
    QStackedLayout* m_pages;
    TargetCard* m_target;
    QWidget* m_reportRow;
    QLabel* m_report;
    QSplitter* m_splitter;
    QTreeView* m_view;
    PendingDetail* m_detail;
    QLabel* m_status;
    QProgressBar* m_busy;
    EmptyState* m_empty;
    QWidget* m_buttons;
    QGridLayout* m_buttonGrid;
    QList<std::pair<QPushButton*, QString>> m_foldable; ///< with their words
    QPushButton* m_apply;
    QPushButton* m_conflicts;
    QPushButton* m_migration;
    QPushButton* m_discard;
    QPushButton* m_show;
    QToolButton* m_more;
};

} // namespace cadastre
