// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/overview_dialog.h"

#include "model/catalog/containment.h"
#include "model/orientation/overview_document.h"
#include "widgets/icons.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr int overviewCopiedMs = 1500;

/// A page that loads nothing, whatever names of a database make of its links.
class OverviewBrowser : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int, const QUrl&) override { return {}; }
};

QString linkTo(ObjectRef object, const QString& text)
{
    return QStringLiteral("<a href=\"object:%1/%2\">%3</a>")
        .arg(QString::number(static_cast<int>(object.kind)), QString::number(object.index),
             text.toHtmlEscaped());
}

QString entryHtml(const OverviewEntry& entry)
{
    if (!entry.object || entry.name.isEmpty()) {
        const QString text = entry.name.isEmpty()
                                 ? entry.text
                                 : QString(entry.name + QStringLiteral(": ") + entry.text);
        return entry.object ? linkTo(*entry.object, text) : text.toHtmlEscaped();
    }
    return QString(linkTo(*entry.object, entry.name) +
                   (entry.text.isEmpty()
                        ? QString()
                        : QString(QStringLiteral(": ") + entry.text.toHtmlEscaped())));
}

} // namespace

QString overviewHtml(const OrientationState& state)
{
    QString html = QStringLiteral("<h2>%1</h2>").arg(state.overview.title.toHtmlEscaped());
    for (const OverviewSection& section : state.overview.sections) {
        html += QStringLiteral("<h3>%1</h3>").arg(section.title.toHtmlEscaped());
        for (const QString& sentence : section.sentences)
            html += QStringLiteral("<p>%1</p>").arg(sentence.toHtmlEscaped());
        if (section.entries.empty())
            continue;
        html += QStringLiteral("<ul>");
        for (const OverviewEntry& entry : section.entries)
            html += QStringLiteral("<li>%1</li>").arg(entryHtml(entry));
        if (section.more > 0)
            html += QStringLiteral("<li>… and %1 more</li>")
                        .arg(QLocale().toString(static_cast<qlonglong>(section.more)));
        html += QStringLiteral("</ul>");
    }
    return html;
}

OverviewDialog::OverviewDialog(QWidget* parent)
    : QDialog(parent)
    , m_page(new OverviewBrowser(this))
{
    setObjectName(QStringLiteral("overview"));
    setWindowTitle(tr("About this database"));
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setOpenLinks(false);
    m_page->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_page->setAccessibleName(windowTitle());
    m_page->setToolTip(tr("Tab goes from link to link, Enter shows the object in the diagram"));
    connect(m_page, &QTextBrowser::anchorClicked, this, &OverviewDialog::follow);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("&Copy as Markdown"), QDialogButtonBox::ActionRole);
    m_copy->setIcon(themedIcon(QStringLiteral("copy")));
    connect(m_copy, &QPushButton::clicked, this, &OverviewDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_page, 1);
    layout->addWidget(buttons);
    m_page->setFocus();
    resize(720, 680);
    showPage();
}

void OverviewDialog::setState(const OrientationStatePointer& state)
{
    m_state = state;
    showPage();
}

void OverviewDialog::setBusy(bool busy)
{
    m_busy = busy;
    if (m_state->commented.catalog() == nullptr)
        showPage();
}

void OverviewDialog::showPage()
{
    const bool isKnown = m_state->commented.catalog() != nullptr;
    m_copy->setEnabled(isKnown);
    if (!isKnown) {
        m_page->setPlainText(m_busy ? tr("Working it out…")
                                    : tr("Open a database to read here what it is."));
        return;
    }
    const int scrolled = m_page->verticalScrollBar()->value();
    m_page->setHtml(overviewHtml(*m_state));
    m_page->verticalScrollBar()->setValue(scrolled);
}

void OverviewDialog::follow(const QUrl& link)
{
    const QStringList parts = link.path().split(QLatin1Char('/'));
    bool isKind = false;
    bool isIndex = false;
    const int kind = parts.value(0).toInt(&isKind);
    const int index = parts.value(1).toInt(&isIndex);
    if (link.scheme() != QLatin1String("object") || !isKind || !isIndex || kind < 0 ||
        kind > static_cast<int>(ObjectKind::Other) || m_state->commented.catalog() == nullptr)
        return;
    const ObjectRef object(static_cast<ObjectKind>(kind), index);
    if (index >= 0 && index < objectCount(m_state->commented.catalog()->objects(), object.kind))
        Q_EMIT objectActivated(object);
}

QString OverviewDialog::markdown() const
{
    Document document;
    addOverview(document, m_state->overview);
    if (m_state->commented.catalog() != nullptr) {
        document.heading(2, OverviewDialog::tr("Start here"));
        addStartHere(document, *m_state->commented.catalog(), m_state->start, 3);
    }
    return QString::fromUtf8(markdownOf(document));
}

void OverviewDialog::copy()
{
    QGuiApplication::clipboard()->setText(markdown());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(overviewCopiedMs, m_copy,
                       [this] { m_copy->setText(tr("&Copy as Markdown")); });
}

} // namespace cadastre
