// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/inspector_panel.h"

#include "widgets/comment_editor.h"
#include "widgets/elided_label.h"
#include "widgets/empty_state.h"
#include "widgets/icons.h"
#include "widgets/inspector_html.h"
#include "widgets/several_page.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr int headerIconSize = 24;
constexpr int commentTab = 1;
constexpr int statementTab = 2;

QToolButton* headerButton(QWidget* parent, const QString& icon, const QString& toolTip)
{
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

} // namespace

InspectorPanel::InspectorPanel(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_empty(new EmptyState(this))
    , m_tabs(new QTabWidget(this))
    , m_facts(new QTextBrowser(this))
{
    m_facts->setOpenLinks(false);
    m_facts->setFrameShape(QFrame::NoFrame);
    m_facts->setAccessibleName(tr("Facts of the selected object"));
    connect(m_facts, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { followLink(url.toString()); });

    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(createHeader());
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_facts, tr("F&acts"));
    m_comment = new CommentEditor(this);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_comment);
    m_tabs->addTab(scroll, tr("Co&mment"));
    m_tabs->addTab(createStatementTab(), tr("&DDL"));
    layout->addWidget(m_tabs, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    m_several = new SeveralPage(this);
    m_stack->addWidget(m_several);
    showNothing(false);
}

QWidget* InspectorPanel::createHeader()
{
    auto* header = new QWidget(this);
    m_iconLabel = new QLabel(header);
    m_title = new ElidedLabel(header);
    m_kind = new ElidedLabel(header);
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_kind);

    auto* show = headerButton(header, QStringLiteral("fit"), tr("Show in the diagram"));
    auto* focus = headerButton(header, QStringLiteral("focus"), tr("Focus its neighbourhood"));
    auto* copy = headerButton(header, QStringLiteral("copy"), tr("Copy the name"));
    connect(show, &QToolButton::clicked, this, &InspectorPanel::showRequested);
    connect(focus, &QToolButton::clicked, this, &InspectorPanel::focusRequested);
    connect(copy, &QToolButton::clicked, this, &InspectorPanel::copyName);
    copy->setObjectName(QStringLiteral("copyName"));

    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(2, 2, 2, 2);
    row->addWidget(m_iconLabel);
    row->addLayout(names, 1);
    row->addWidget(show);
    row->addWidget(focus);
    row->addWidget(copy);
    return header;
}

QWidget* InspectorPanel::createStatementTab()
{
    auto* tab = new QWidget(this);
    m_statement = new QPlainTextEdit(tab);
    m_statement->setReadOnly(true);
    m_statement->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_statement->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_statement->setFrameShape(QFrame::NoFrame);
    m_statement->setAccessibleName(tr("The statement that makes the selected object"));
    m_statementNote = new QLabel(tab);
    m_statementNote->setWordWrap(true);
    auto* copy = new QPushButton(themedIcon(QStringLiteral("copy")), tr("&Copy"), tab);
    copy->setObjectName(QStringLiteral("copyStatement"));
    copy->setToolTip(tr("Copy the whole statement"));
    connect(copy, &QPushButton::clicked, this, &InspectorPanel::copyStatement);
    auto* row = new QHBoxLayout;
    row->addWidget(m_statementNote, 1);
    row->addWidget(copy);
    auto* layout = new QVBoxLayout(tab);
    layout->setContentsMargins(4, 6, 4, 4);
    layout->addLayout(row);
    layout->addWidget(m_statement, 1);
    return tab;
}

void InspectorPanel::showObject(const ObjectDescription& description,
                                const InspectorStatement& statement, const QIcon& icon)
{
    const bool same = description.title == m_description.title;
    const int scroll = m_facts->verticalScrollBar()->value();
    if (!same)
        m_expandedSections.clear();
    m_description = description;
    m_icon = icon;
    m_iconLabel->setPixmap(icon.pixmap(headerIconSize, headerIconSize));
    m_title->setFullText(description.heading.isEmpty() ? description.title : description.heading,
                         Qt::ElideLeft); // a column is told by its end
    m_kind->setFullText(description.kind);
    renderFacts();
    if (same)
        m_facts->verticalScrollBar()->setValue(scroll);
    m_statement->setPlainText(statement.sql);
    m_statementNote->setText(statement.note);
    m_tabs->setTabEnabled(statementTab, !statement.sql.isEmpty());
    m_tabs->setTabToolTip(statementTab, statement.sql.isEmpty()
                                            ? tr("This kind of object has no statement")
                                            : statement.note);
    m_stack->setCurrentIndex(1);
}

void InspectorPanel::showNothing(bool anythingOpen)
{
    m_description = {};
    m_facts->clear();
    m_statement->clear();
    m_comment->showNothing();
    if (anythingOpen)
        m_empty->setContents(QStringLiteral("info"), tr("Nothing is selected"),
                             tr("Click a table in the diagram or a line of the tree, and "
                                "everything that is known about it is listed here."));
    else
        m_empty->setNothingOpen(QStringLiteral("info"),
                                tr("Everything that is known about the selected table will be "
                                   "listed here."));
    m_stack->setCurrentWidget(m_empty);
}

void InspectorPanel::showSeveral(const QStringList& names, QMenu* menu)
{
    showNothing(true);
    m_several->showTables(names, menu);
    m_stack->setCurrentWidget(m_several);
}

void InspectorPanel::setCommentStaged(bool staged)
{
    m_tabs->setTabIcon(commentTab,
                       staged ? themedIcon(QStringLiteral("pending"), IconTone::Accent) : QIcon());
    m_tabs->setTabToolTip(commentTab, staged ? tr("Staged, not written yet") : QString());
}

void InspectorPanel::showCommentTab()
{
    m_tabs->setCurrentIndex(commentTab);
}

bool InspectorPanel::isCommentTabShown() const
{
    return m_stack->currentIndex() == 1 && m_tabs->currentIndex() == commentTab;
}

QString InspectorPanel::title() const
{
    return m_description.title;
}

void InspectorPanel::renderFacts()
{
    m_facts->setHtml(descriptionHtml(m_description, m_expandedSections));
}

void InspectorPanel::followLink(const QString& link)
{
    if (const auto object = objectFromLink(link)) {
        Q_EMIT linkActivated(*object);
        return;
    }
    const int scroll = m_facts->verticalScrollBar()->value();
    m_expandedSections << sectionFromLink(link);
    renderFacts();
    m_facts->verticalScrollBar()->setValue(scroll);
}

void InspectorPanel::copyName()
{
    QGuiApplication::clipboard()->setText(m_description.title);
}

void InspectorPanel::copyStatement()
{
    QGuiApplication::clipboard()->setText(m_statement->toPlainText());
}

void InspectorPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_description.title.isEmpty())
        return;
    m_iconLabel->setPixmap(m_icon.pixmap(headerIconSize, headerIconSize));
    renderFacts();
}

} // namespace cadastre
