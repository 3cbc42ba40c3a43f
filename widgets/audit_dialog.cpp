// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/audit_dialog.h"

#include "widgets/apply_report.h"
#include "widgets/difference_html.h"
#include "widgets/elided_label.h"
#include "widgets/icons.h"
#include "widgets/muted_text.h"
#include "widgets/target_card.h"

#include <QClipboard>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

QString localTime(const QString& iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate).toLocalTime();
    return time.isValid() ? QLocale().toString(time, QLocale::ShortFormat) : iso;
}

QString resultWord(const AuditedWrite& write)
{
    return write.result ? writeOutcomeName(write.result->outcome) : AuditDialog::tr("not known");
}

std::vector<CommentWrite> knownWrites(const AuditBatch& batch)
{
    std::vector<CommentWrite> writes;
    for (const AuditedWrite& write : batch.writes) {
        if (write.result) {
            writes.push_back(*write.result);
            continue;
        }
        CommentWrite unknown;
        unknown.edit = write.planned.edit;
        unknown.outcome = WriteOutcome::Unknown;
        writes.push_back(unknown);
    }
    return writes;
}

QString auditSql(const AuditedWrite& write)
{
    return write.result && !write.result->sql.isEmpty() ? write.result->sql : write.planned.sql;
}

QString auditHtml(const AuditedWrite& write)
{
    const CommentEdit& edit = write.planned.edit;
    QString html = QStringLiteral("<p><b>%1</b></p><p>%2</p>")
                       .arg(withVisibleControls(pendingKeyName(edit.key)).toHtmlEscaped(),
                            resultWord(write).toHtmlEscaped());
    if (write.result && !write.result->reason.isEmpty())
        html += QStringLiteral("<p>%1</p>")
                    .arg(withVisibleControls(write.result->reason).toHtmlEscaped());
    html += differenceHtml(edit.before, edit.after);
    html += QStringLiteral("<pre style=\"white-space:pre-wrap\">%1</pre>")
                .arg(withVisibleControls(auditSql(write).left(shownChangedPart)).toHtmlEscaped());
    return html;
}

} // namespace

QString auditBatchLine(const AuditBatch& batch)
{
    QString line =
        localTime(batch.started) % QStringLiteral(", ") % outcomeLine(knownWrites(batch));
    if (!batch.undoes.isEmpty())
        line += AuditDialog::tr(" (took another batch back)");
    return line;
}

QString auditBatchText(const AuditBatch& batch)
{
    QStringList lines{auditBatchLine(batch), targetLine(batch.target), QString()};
    for (const AuditedWrite& write : batch.writes) {
        const CommentEdit& edit = write.planned.edit;
        lines << pendingKeyName(edit.key) << AuditDialog::tr("before: %1").arg(edit.before)
              << AuditDialog::tr("after: %1").arg(edit.after)
              << AuditDialog::tr("result: %1").arg(resultWord(write)) << auditSql(write)
              << QString();
    }
    return lines.join(QLatin1Char('\n'));
}

AuditDialog::AuditDialog(std::vector<AuditBatch> batches, const QString& path, QWidget* parent)
    : QDialog(parent)
    , m_all(std::move(batches))
    , m_batches(new QListWidget(this))
    , m_head(new QLabel(this))
    , m_writes(new QListWidget(this))
    , m_page(new QTextBrowser(this))
    , m_copy(new QPushButton(themedIcon(QStringLiteral("copy")), tr("&Copy the batch"), this))
    , m_undo(new QPushButton(themedIcon(QStringLiteral("undo")), tr("&Stage what takes it back…"),
                             this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Applied batches of comments"));
    std::ranges::reverse(m_all);
    new QVBoxLayout(this);
    setUpLists();
    setUpButtons(path);
    resize(900, 580);
    m_batches->setCurrentRow(0);
    showBatch();
}

void AuditDialog::setUpLists()
{
    for (const AuditBatch& batch : m_all)
        m_batches->addItem(auditBatchLine(batch));
    m_batches->setAccessibleName(tr("Batches, the newest first"));
    m_writes->setAccessibleName(tr("Comments of the batch"));
    m_writes->setUniformItemSizes(true);
    m_page->setAccessibleName(tr("Before, after, SQL and result"));
    m_page->setOpenLinks(false);
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    auto* below = new QSplitter(Qt::Horizontal, this);
    below->addWidget(m_writes);
    below->addWidget(m_page);
    below->setSizes({320, 560});
    below->setChildrenCollapsible(false);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_batches);
    parts->addWidget(below);
    parts->setSizes({160, 400});
    parts->setChildrenCollapsible(false);
    auto* box = static_cast<QVBoxLayout*>(layout());
    box->addWidget(m_head);
    box->addWidget(parts, 1);
    connect(m_batches, &QListWidget::currentRowChanged, this, &AuditDialog::showBatch);
    connect(m_writes, &QListWidget::currentRowChanged, this, &AuditDialog::showWrite);
}

void AuditDialog::setUpButtons(const QString& path)
{
    auto* place = new ElidedLabel(this);
    place->setFullText(tr("Kept in %1").arg(path), Qt::ElideMiddle);
    keepMuted(place);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->addButton(m_undo, QDialogButtonBox::ActionRole);
    m_undo->setToolTip(tr("Stages what was there before; it is sent when you apply it, and only "
                          "where the text that was written is still there"));
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (const AuditBatch* batch = currentBatch())
            QGuiApplication::clipboard()->setText(auditBatchText(*batch));
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (const AuditBatch* batch = currentBatch()) {
            const AuditBatch chosen = *batch;
            accept();
            Q_EMIT undoRequested(chosen);
        }
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(place);
    layout()->addWidget(buttons);
}

const AuditBatch* AuditDialog::currentBatch() const
{
    const int row = m_batches->currentRow();
    return row < 0 ? nullptr : &m_all[static_cast<std::size_t>(row)];
}

void AuditDialog::showBatch()
{
    const AuditBatch* batch = currentBatch();
    m_writes->clear();
    m_undo->setEnabled(batch != nullptr && !undoOf(*batch).empty());
    m_copy->setEnabled(batch != nullptr);
    if (batch == nullptr) {
        m_head->setText(tr("No comments were sent to this database yet. Whatever is applied is "
                           "listed here, and can be taken back."));
        m_page->clear();
        return;
    }
    m_head->setText(tr("Sent to %1").arg(targetLine(batch->target)));
    for (const AuditedWrite& write : batch->writes) {
        auto* item = new QListWidgetItem(QString(pendingKeyName(write.planned.edit.key) %
                                                 QStringLiteral(" · ") % resultWord(write)),
                                         m_writes);
        item->setToolTip(item->text().toHtmlEscaped());
    }
    m_writes->setCurrentRow(0);
    showWrite();
}

void AuditDialog::showWrite()
{
    const AuditBatch* batch = currentBatch();
    const int row = m_writes->currentRow();
    if (batch == nullptr || row < 0)
        m_page->clear();
    else
        m_page->setHtml(auditHtml(batch->writes[static_cast<std::size_t>(row)]));
}

} // namespace cadastre
