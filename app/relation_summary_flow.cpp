// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/relation_summary_flow.h"

#include "model/export/relations_summary.h"
#include "model/relations/sql/check_lists.h"
#include "model/relations/sql/comment_references.h"

#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr QTextDocument::MarkdownFeatures
    pageFeatures(QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                 QTextDocument::MarkdownNoHTML);

/// A page that loads nothing, whatever names of a database make of its links.
class SummaryPage : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int, const QUrl&) override { return {}; }
};

} // namespace

QString relationsPage(const CatalogFacts& facts, double minimumConfidence,
                      const VerificationLookup& verifications)
{
    const CommentReading comments = commentReferences(*facts.catalog);
    const QHash<ColumnId, QStringList> allowed = allowedValues(*facts.catalog);
    FindingsInput input{*facts.catalog, *facts.relationships};
    input.comments = &comments;
    input.allowedValues = &allowed;
    input.minimumConfidence = minimumConfidence;
    return QString::fromUtf8(
        relationsSummaryMarkdown(*facts.catalog, relationsSummary(input, verifications)));
}

RelationSummaryFlow::RelationSummaryFlow(QWidget* window)
    : QObject(window)
    , m_window(window)
{
}

void RelationSummaryFlow::show(const CatalogFacts& facts, double minimumConfidence,
                               const VerificationLookup& verifications)
{
    openDialog();
    m_job.start(
        [facts, minimumConfidence, verifications](const std::atomic_bool&) {
            return relationsPage(facts, minimumConfidence, verifications);
        },
        [this](const QString& page) {
            if (m_page.isNull())
                return; // closed meanwhile
            m_page->document()->setMarkdown(page, pageFeatures);
            m_page->setProperty("markdown", page);
        });
}

void RelationSummaryFlow::openDialog()
{
    if (!m_dialog.isNull())
        m_dialog->close();
    m_dialog = new QDialog(m_window);
    m_dialog->setObjectName(QStringLiteral("relationSummary"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setWindowTitle(tr("Summary of the relationships"));
    auto* page = new SummaryPage(m_dialog);
    page->setFrameShape(QFrame::NoFrame);
    page->setOpenLinks(false);
    page->setAccessibleName(m_dialog->windowTitle());
    page->setPlainText(tr("Summing up…"));
    m_page = page;
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, m_dialog);
    QPushButton* copy = buttons->addButton(tr("&Copy as Markdown"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, page, [page] {
        QGuiApplication::clipboard()->setText(page->property("markdown").toString());
    });
    connect(buttons, &QDialogButtonBox::rejected, m_dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(m_dialog);
    layout->addWidget(page);
    layout->addWidget(buttons);
    m_dialog->resize(760, 640);
    m_dialog->open();
}

} // namespace cadastre
