// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A filter, a list under headings, and everything known of the current line below: what findings,
// flows, rules and the like have in common. What the lines are is told by who fills it.
#pragma once

#include "model/describe/describe.h"
#include "widgets/grouped_model.h"

#include <QWidget>

class QBoxLayout;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QTextBrowser;
class QTreeView;

namespace cadastre {

class EmptyState;

struct FactListContents
{
    std::vector<GroupedModel::Group> groups;
    GroupedModel::RowData rowData;
    std::function<ObjectDescription(int row)> describe;
    /// Instead of `describe`, where the facts are no rows: rich text, already escaped.
    std::function<QString(int row)> html = {};
};

class FactListPage : public QWidget
{
    Q_OBJECT
public:
    explicit FactListPage(const QString& name, QWidget* parent = nullptr);

    /// The current line stays where one has the same text.
    void setContents(FactListContents contents);
    void setEmpty(const QString& icon, const QString& title, const QString& hint,
                  const QString& action = {});
    /// A button below the list; `needsLine`: enabled only where a line is selected.
    QPushButton* addButton(const QString& icon, const QString& text, const QString& toolTip,
                           bool needsLine);
    [[nodiscard]] std::vector<int> selectedRows() const;

    [[nodiscard]] QLineEdit* filterField() const { return m_filter; }
    [[nodiscard]] QTreeView* list() const { return m_list; }
    [[nodiscard]] GroupedModel* model() const { return m_model; }
    [[nodiscard]] QTextBrowser* page() const { return m_page; }

Q_SIGNALS:
    /// A person walks the list.
    void rowSelected(int row);
    /// Enter or double click.
    void rowActivated(int row);
    /// Delete.
    void removeRequested();
    void menuRequested(QPoint globalPosition);
    void objectActivated(cadastre::ObjectRef object);
    void emptyActionTriggered();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpList();
    void setUpPage();
    void fill();
    void showCurrent();

    FactListContents m_contents;
    GroupedModel* m_model;
    QLineEdit* m_filter;
    QTreeView* m_list;
    QTextBrowser* m_page;
    EmptyState* m_empty;
    QStackedLayout* m_stack = nullptr;
    QBoxLayout* m_buttons = nullptr;
    std::vector<QPushButton*> m_lineButtons;
    bool m_filling = false;
};

} // namespace cadastre
