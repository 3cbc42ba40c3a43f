// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The list of proposed comments with what belongs to it: a filter, check boxes for all that is
// shown, the whole difference of the current line, and what has no line. Where proposals come from
// is the dialogs'.
#pragma once

#include "widgets/bulk_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTextBrowser;
class QTreeView;

namespace cadastre {

class RemarkStrip;

class BulkListView : public QWidget
{
    Q_OBJECT
public:
    explicit BulkListView(QWidget* parent = nullptr);

    void setList(std::shared_ptr<const Catalog> catalog, BulkList list);
    /// Nothing to show, and why.
    void setEmpty(const QString& why);

    [[nodiscard]] BulkModel* model() const { return m_model; }
    [[nodiscard]] QTreeView* view() const { return m_view; }
    [[nodiscard]] QLineEdit* filterField() const { return m_filterField; }
    [[nodiscard]] QComboBox* shownField() const { return m_shown; }
    [[nodiscard]] QTextBrowser* page() const { return m_page; }
    [[nodiscard]] QPushButton* tickButton() const { return m_tickAll; }
    [[nodiscard]] QPushButton* untickButton() const { return m_tickNone; }
    [[nodiscard]] QPushButton* takeButton() const { return m_take; }
    [[nodiscard]] QPushButton* bothButton() const { return m_both; }
    [[nodiscard]] QString countText() const;
    /// Above the list: what has no line in it; hidden where everything has.
    [[nodiscard]] RemarkStrip* remarks() const { return m_remarks; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpFilter(QLayout* layout);
    void setUpView();
    QWidget* createDetail();
    void showCurrent();
    void showCounts();
    void toggleSelected();
    void takeThere();
    void takeBoth();
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] QString detailHtml(const BulkProposal& proposal) const;

    BulkModel* m_model;
    BulkFilter* m_filter;
    RemarkStrip* m_remarks;
    QString m_emptyText;
    int m_unusable = 0; ///< lines of the file that was read
    QLineEdit* m_filterField;
    QComboBox* m_shown;
    QLabel* m_count;
    QPushButton* m_tickAll;
    QPushButton* m_tickNone;
    QTreeView* m_view;
    QTextBrowser* m_page;
    QPushButton* m_take;
    QPushButton* m_both;
};

} // namespace cadastre
