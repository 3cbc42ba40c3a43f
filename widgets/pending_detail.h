// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One staged edit in full: before and after with what differs, where it goes, what stands in its
// way, and the exact SQL, which can be copied byte for byte.
#pragma once

#include "widgets/pending_state.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTextBrowser;
class QToolButton;

namespace cadastre {

class PendingDetail : public QWidget
{
    Q_OBJECT
public:
    explicit PendingDetail(QWidget* parent = nullptr);

    /// `planProblem`: why there is no SQL.
    void showRow(const PendingRow& row, const PendingSource& target, const QString& planProblem);
    void showNothing(const QString& hint);

    [[nodiscard]] QTextBrowser* page() const { return m_page; }
    [[nodiscard]] QPlainTextEdit* sqlField() const { return m_sql; }
    [[nodiscard]] QToolButton* copyButton() const { return m_copy; }

private:
    void copySql();

    QTextBrowser* m_page;
    QLabel* m_sqlTitle;
    QToolButton* m_copy;
    QPlainTextEdit* m_sql;
    QString m_exactSql; ///< as it is sent: a text field would change some characters
};

/// The page's HTML.
QString pendingRowHtml(const PendingRow& row);

} // namespace cadastre
