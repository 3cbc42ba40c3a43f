// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The search field of the tool bar with its list of hits below. It asks for hits by signal and
// shows those it gets; typing, arrows, Enter and Escape work without leaving the field.
#pragma once

#include "model/search/search.h"

#include <QLineEdit>

class QLabel;
class QListView;
class QTimer;

namespace cadastre {

class SearchResultsModel;

class SearchBox : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchBox(QWidget* parent = nullptr);

    /// Hits of `query`; ignored when something else has been typed meanwhile.
    void showHits(const QString& query, std::shared_ptr<const Catalog> catalog,
                  std::vector<SearchHit> hits);
    /// Drops the hits: their catalog is no longer what is shown.
    void forgetHits();
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] bool isListShown() const;

Q_SIGNALS:
    /// Something new was typed, after a short rest; an empty query ends the search.
    void queryChanged(const QString& query);
    /// A hit was chosen by Enter or click.
    void hitChosen(cadastre::ObjectRef object);
    /// A hit was stepped on by arrow keys: show it without leaving the field.
    void hitPreviewed(cadastre::ObjectRef object);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void setUpList();
    void placeList();
    void hideList();
    void askNow();
    void step(int rows);
    void chooseCurrent();

    SearchResultsModel* m_model = nullptr;
    QFrame* m_popup = nullptr; ///< a child of the window, above everything else in it
    QListView* m_list = nullptr;
    QLabel* m_summary = nullptr;
    QTimer* m_timer = nullptr;
};

} // namespace cadastre
