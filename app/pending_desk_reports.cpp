// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the desk says of what was sent, and why the window stays while something is being sent.
#include "app/pending_desk.h"
#include "app/workspace_flow.h"
#include "widgets/pages_dialog.h"
#include "widgets/pending_panel.h"

#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>

namespace cadastre {

void PendingDesk::takeReport(const ApplyReport& report)
{
    const QString line = tr("%1: %2").arg(report.source, outcomeLine(report.writes));
    if (m_panel != nullptr)
        m_panel->setReport(line);
    QString text = report.afterwards
                       ? tr("The sending of comments to %1 was cut off; now it is known: %2.")
                             .arg(report.source, outcomeLine(report.writes))
                   : !report.failure.isEmpty()
                       ? tr("Nothing was sent to %1. %2").arg(report.source, report.failure)
                       : tr("Comments of %1.").arg(line);
    const bool fine = isAllWritten(report) && report.warnings.isEmpty();
    Q_EMIT message({MessageTopic::Applied,
                    fine                       ? MessageLevel::Info
                    : report.failure.isEmpty() ? MessageLevel::Warning
                                               : MessageLevel::Error,
                    text,
                    {},
                    tr("&Report…")});
    if (m_undoing && report.undo)
        m_undoing.reset();
}

/// Who saves thinks of everything, but a workspace holds no comments.
void PendingDesk::tellPending()
{
    const auto count = static_cast<int>(m_comments->staged().edits().size());
    if (count == 0 || m_workspace->path().isEmpty())
        return;
    const QString comments = tr("%Ln comments", nullptr, count);
    const QString keys = m_actions.apply->shortcut().toString(QKeySequence::NativeText);
    Message told;
    told.topic = MessageTopic::Comments;
    told.text = (count == 1 ? tr("The workspace is saved. %1 is still pending: it is written to "
                                 "the database with Apply (%2).")
                            : tr("The workspace is saved. %1 are still pending: they are written "
                                 "to the database with Apply (%2)."))
                    .arg(comments, keys);
    told.action = tr("Show what is &pending");
    Q_EMIT message(told);
}

void PendingDesk::showReport()
{
    if (!m_flow->lastReport())
        return;
    const ApplyReport& report = *m_flow->lastReport();
    auto* dialog = new PagesDialog(
        tr("Report"), tr("%1: %2").arg(report.source, outcomeLine(report.writes)), m_window);
    dialog->addText(tr("Report"), applyReportText(report), QStringLiteral("comments-report.txt"));
    connect(dialog, &PagesDialog::saveRequested, m_migrations, &MigrationFlow::saveText);
    dialog->show();
}

bool PendingDesk::holdsClose(const std::function<void()>& close)
{
    if (!m_flow->isWriting())
        return false;
    auto* question =
        new QMessageBox(QMessageBox::Question, QStringLiteral("Cadastre"),
                        tr("Comments are being written. What is not written yet stays staged."),
                        QMessageBox::Cancel, m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton* wait = question->addButton(tr("&Wait, then close"), QMessageBox::AcceptRole);
    QPushButton* stop = question->addButton(tr("&Stop and close"), QMessageBox::DestructiveRole);
    question->setDefaultButton(wait);
    const auto closeLater = [this, close] {
        if (m_flow->isWriting())
            connect(
                m_flow, &ApplyFlow::ended, this, close,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        else
            close();
    };
    connect(wait, &QPushButton::clicked, this, closeLater);
    connect(stop, &QPushButton::clicked, this, [this, closeLater] {
        m_flow->cancel();
        closeLater();
    });
    question->open();
    return true;
}

} // namespace cadastre
