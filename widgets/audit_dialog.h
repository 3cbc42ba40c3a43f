// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Batches of comments that were sent: when, where to, as whom, what came of each; one of them can
// be asked to be taken back. Reading the file lives in model/notes/audit_trail.h.
#pragma once

#include "model/notes/audit_trail.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace cadastre {

class AuditDialog : public QDialog
{
    Q_OBJECT
public:
    /// `path` is where the audit trail is, for people.
    AuditDialog(std::vector<AuditBatch> batches, const QString& path, QWidget* parent = nullptr);

    [[nodiscard]] QListWidget* batchList() const { return m_batches; }
    [[nodiscard]] QListWidget* writeList() const { return m_writes; }
    [[nodiscard]] QTextBrowser* page() const { return m_page; }
    [[nodiscard]] QPushButton* undoButton() const { return m_undo; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

Q_SIGNALS:
    void undoRequested(const cadastre::AuditBatch& batch);

private:
    void setUpLists();
    void setUpButtons(const QString& path);
    void showBatch();
    void showWrite();
    [[nodiscard]] const AuditBatch* currentBatch() const;

    std::vector<AuditBatch> m_all; ///< the newest first
    QListWidget* m_batches;
    QLabel* m_head;
    QListWidget* m_writes;
    QTextBrowser* m_page;
    QPushButton* m_copy;
    QPushButton* m_undo;
};

/// "2026-11-26 10:12:03, 12 written, 1 conflict"
QString auditBatchLine(const AuditBatch& batch);
/// The whole batch to be copied: target, times, before, after, SQL and result of each.
QString auditBatchText(const AuditBatch& batch);

} // namespace cadastre
