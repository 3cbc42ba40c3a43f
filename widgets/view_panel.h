// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The panel of saved views: a tree by their names, the note of the chosen one, and below it the
// list of what is hidden. Values in, signals out.
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QSortFilterProxyModel;
class QSplitter;
class QStackedLayout;
class QStringListModel;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace cadastre {

class EmptyState;

struct ViewEntry
{
    QString name;   ///< "Sales / Refunds": folders before it
    QString detail; ///< what it shows, in a few words
    QString note;
    bool isOpen = false;

    bool operator==(const ViewEntry&) const = default;
};

class ViewPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ViewPanel(QWidget* parent = nullptr);

    /// Sorted by name; the chosen one stays chosen.
    void setViews(const std::vector<ViewEntry>& views);
    /// Names of hidden tables, in the order of showRequested()'s rows. `what` says how many there are
    /// with those that are folded under them: "4 tables (order_archive_2017 to 2020)".
    void setHidden(const QStringList& tables, const QString& what);
    void chooseView(const QString& name);
    /// Of the chosen view; empty for none.
    [[nodiscard]] QString chosenView() const;
    void renameChosen();
    void focusHidden();

    [[nodiscard]] QTreeWidget* tree() const { return m_tree; }
    [[nodiscard]] QPlainTextEdit* note() const { return m_note; }
    [[nodiscard]] QListView* hiddenList() const { return m_hidden; }
    [[nodiscard]] QToolButton* button(const char* name) const;

Q_SIGNALS:
    void saveRequested();
    void openRequested(const QString& name);
    void updateRequested(const QString& name);
    void duplicateRequested(const QString& name);
    void deleteRequested(const QString& name);
    void renameRequested(const QString& from, const QString& to);
    void noteEdited(const QString& name, const QString& note);
    /// Rows of setHidden().
    void showRequested(const std::vector<int>& rows);
    void showAllRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeViews();
    QWidget* makeHidden();
    QToolButton* addButton(QWidget* parent, const char* name, const char* icon, const QString& text,
                           const QString& toolTip);
    [[nodiscard]] QTreeWidgetItem* folderFor(const QStringList& folders);
    [[nodiscard]] QTreeWidgetItem* itemOf(const QString& name) const;
    void openMenu(QPoint position);
    void showChosen();
    void takeNote();
    void showSelectedHidden();

    std::vector<ViewEntry> m_views;
    QString m_noteOf; ///< the view whose note is being edited
    bool m_filling = false;
    QTreeWidget* m_tree = nullptr;
    QPlainTextEdit* m_note = nullptr;
    EmptyState* m_empty = nullptr;
    QStackedLayout* m_stack = nullptr;
    QLabel* m_hiddenTitle = nullptr;
    QLineEdit* m_hiddenFilter = nullptr;
    QListView* m_hidden = nullptr;
    QStringListModel* m_hiddenModel = nullptr;
    QSortFilterProxyModel* m_hiddenFiltered = nullptr;
    QWidget* m_hiddenPart = nullptr;
    std::vector<QToolButton*> m_viewButtons; ///< that need a chosen view
};

} // namespace cadastre
