// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// OrientationPanel: "Start here": the central tables of each group as a guided tour. Arrow keys
// read what a table is, Enter or a click shows it, Next and Previous lead on; what was seen is
// ticked.
#pragma once

#include "widgets/orientation_state.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace cadastre {

class EmptyState;
class GroupedModel;

class OrientationPanel : public QWidget
{
    Q_OBJECT
public:
    explicit OrientationPanel(QWidget* parent = nullptr);

    /// Another tour; the table that was current stays current where it is in it.
    void setState(const OrientationStatePointer& state);
    /// What was seen, also of other databases.
    void setSeen(const QSet<ObjectKey>& seen);
    void setBusy(bool busy);

    /// Makes the stop before or after the current one current and asks to show it; from the last
    /// one on to nowhere. Whether there was one.
    bool goOn(int steps);
    [[nodiscard]] std::optional<TableId> currentTable() const;
    void focusList();

    [[nodiscard]] QTreeView* list() const { return m_list; }
    [[nodiscard]] QPushButton* nextButton() const { return m_next; }
    [[nodiscard]] QPushButton* previousButton() const { return m_previous; }
    [[nodiscard]] QPushButton* aboutButton() const { return m_about; }
    [[nodiscard]] QLabel* summary() const { return m_summary; }
    [[nodiscard]] QLabel* sentence() const { return m_what; }

Q_SIGNALS:
    /// To be shown in diagram and inspector; it counts as seen.
    void tableWanted(cadastre::TableId table);
    void aboutWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpList();
    void setUpButtons();
    void fillList();
    void showCurrent();
    void showSummary();
    void wantCurrent();
    void setCurrentStop(int stop);
    [[nodiscard]] int currentStop() const;
    [[nodiscard]] QVariant stopData(int stop, int role) const;
    [[nodiscard]] bool isSeen(int stop) const;
    [[nodiscard]] QString nameOf(int stop) const;

    GroupedModel* m_model;
    QTreeView* m_list;
    EmptyState* m_empty;
    QLabel* m_what;
    QLabel* m_why;
    QLabel* m_summary;
    QPushButton* m_previous;
    QPushButton* m_next;
    QPushButton* m_about;
    OrientationStatePointer m_state = std::make_shared<const OrientationState>();
    std::vector<const TourStop*> m_stops; ///< of m_state, in the order of the tour
    QSet<ObjectKey> m_seen;
    bool m_busy = false;
};

} // namespace cadastre
