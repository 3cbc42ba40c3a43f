// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/conflict_dialog.h"

#include "model/notes/comment_text.h"
#include "widgets/difference_html.h"
#include "widgets/icons.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr QSize conflictDialogSize(980, 620);

QTextBrowser* conflictPage(QWidget* parent, const QString& name)
{
    auto* page = new QTextBrowser(parent);
    page->setOpenLinks(false);
    page->setAccessibleName(name);
    page->setMinimumWidth(120);
    page->setTabChangesFocus(true);
    return page;
}

QWidget* titledPage(QWidget* parent, const QString& title, QTextBrowser* page)
{
    auto* box = new QWidget(parent);
    auto* label = new QLabel(title, box);
    label->setTextFormat(Qt::PlainText);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    label->setWordWrap(true);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(label);
    layout->addWidget(page, 1);
    return box;
}

} // namespace

ConflictDialog::ConflictDialog(QWidget* parent)
    : QDialog(parent)
    , m_head(new QLabel(this))
    , m_base(conflictPage(this, tr("Before both changes")))
    , m_mine(conflictPage(this, tr("Mine")))
    , m_theirs(conflictPage(this, tr("Theirs")))
    , m_note(new QLabel(this))
    , m_result(new QPlainTextEdit(this))
    , m_takeMine(new QPushButton(tr("Take &mine"), this))
    , m_takeTheirs(new QPushButton(tr("Take &theirs"), this))
    , m_merge(new QPushButton(tr("Mer&ge"), this))
    , m_previous(new QPushButton(tr("&Previous"), this))
    , m_next(new QPushButton(tr("&Next"), this))
    , m_use(new QPushButton(themedIcon(QStringLiteral("check")), tr("&Use this text"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Conflicts of comments"));
    new QVBoxLayout(this);
    setUpPages();
    setUpResult();
    setUpButtons();
    resize(screen() != nullptr ? conflictDialogSize.boundedTo(screen()->availableSize() * 0.9)
                               : conflictDialogSize);
}

void ConflictDialog::setUpPages()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_head->setFont(large);
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(titledPage(this, tr("Before both changes"), m_base));
    splitter->addWidget(titledPage(this, tr("Mine"), m_mine));
    splitter->addWidget(titledPage(this, tr("Theirs, in the database now"), m_theirs));
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({100, 100, 100});
    auto* box = static_cast<QVBoxLayout*>(layout());
    box->addWidget(m_head);
    box->addWidget(splitter, 3);
}

void ConflictDialog::setUpResult()
{
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_result->setAccessibleName(tr("What shall stand there"));
    m_result->setTabChangesFocus(true);
    m_result->setPlaceholderText(tr("No comment"));
    m_takeMine->setToolTip(tr("My text replaces theirs, which is shown above"));
    m_takeTheirs->setToolTip(tr("Theirs stays; my edit is given up"));
    m_merge->setToolTip(tr("Both changes together"));
    connect(m_takeMine, &QPushButton::clicked, this,
            [this] { setResult(current().mine, tr("Mine: their text will be replaced.")); });
    connect(m_takeTheirs, &QPushButton::clicked, this, [this] {
        setResult(current().theirs, tr("Theirs: nothing will be sent for this object."));
    });
    connect(m_merge, &QPushButton::clicked, this, [this] {
        const CommentConflict& conflict = current();
        const CommentMerge merge = mergeComments(conflict.base, conflict.mine, conflict.theirs);
        setResult(merge.text,
                  merge.clean ? tr("Merged: both changes stand without touching each other.")
                              : tr("Merged, but both changed the same words: mine and theirs stand "
                                   "one after the other. Please edit the text."));
    });
    auto* title = new QLabel(tr("What shall stand there"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setBuddy(m_result);
    auto* row = new QHBoxLayout;
    row->addWidget(title, 1);
    row->addWidget(m_takeMine);
    row->addWidget(m_takeTheirs);
    row->addWidget(m_merge);
    auto* box = static_cast<QVBoxLayout*>(layout());
    box->addLayout(row);
    box->addWidget(m_result, 2);
    box->addWidget(m_note);
}

void ConflictDialog::setUpButtons()
{
    auto* close = new QPushButton(tr("Close"), this);
    m_use->setToolTip(tr("Stages this text on top of theirs and goes to the next conflict; it is "
                         "sent when you apply (Ctrl+Enter)"));
    const auto key = [this](const QKeySequence& keys, QPushButton* button) {
        connect(new QShortcut(keys, this), &QShortcut::activated, button, &QPushButton::click);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), m_use);
    key(QKeySequence(Qt::ALT | Qt::Key_Down), m_next);
    key(QKeySequence(Qt::ALT | Qt::Key_Up), m_previous);
    m_next->setToolTip(tr("Next conflict (Alt+Down)"));
    m_previous->setToolTip(tr("Previous conflict (Alt+Up)"));
    for (QPushButton* button : {m_takeMine, m_takeTheirs, m_merge, m_previous, m_next, close})
        button->setAutoDefault(false);
    connect(m_previous, &QPushButton::clicked, this, [this] { showAt(m_at - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { showAt(m_at + 1); });
    connect(m_use, &QPushButton::clicked, this, &ConflictDialog::use);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(m_use);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void ConflictDialog::setConflicts(std::vector<CommentConflict> conflicts, const ObjectKey& first)
{
    Q_ASSERT(!conflicts.empty());
    m_conflicts = std::move(conflicts);
    const auto place = std::ranges::find(m_conflicts, first, &CommentConflict::key);
    showAt(place == m_conflicts.end() ? 0 : static_cast<std::size_t>(place - m_conflicts.begin()));
}

void ConflictDialog::showAt(std::size_t place)
{
    m_at = place;
    const CommentConflict& conflict = current();
    QString head = m_conflicts.size() > 1
                       ? tr("%1 (conflict %2 of %3)")
                             .arg(conflict.name, QLocale().toString(qulonglong(place + 1)),
                                  QLocale().toString(qulonglong(m_conflicts.size())))
                       : conflict.name;
    if (!conflict.note.isEmpty())
        head += QLatin1Char('\n') % conflict.note;
    m_head->setText(head);
    const QString where =
        QStringLiteral("<p><i>%1</i></p>").arg(tr("Before, in the CREATE text:").toHtmlEscaped());
    m_base->setHtml(
        QString((conflict.baseIsCreateText ? where : QString()) + plainTextHtml(conflict.base)));
    m_mine->setHtml(differenceHtml(conflict.base, conflict.mine));
    m_theirs->setHtml(differenceHtml(conflict.base, conflict.theirs));
    m_previous->setEnabled(place > 0);
    m_next->setEnabled(place + 1 < m_conflicts.size());
    m_merge->click();
}

void ConflictDialog::setResult(const QString& text, const QString& note)
{
    m_exact = text;
    m_result->setPlainText(text);
    m_result->document()->setModified(false);
    m_note->setText(note);
}

QString ConflictDialog::resultNote() const
{
    return m_note->text();
}

QString ConflictDialog::typedText() const
{
    QString text = m_result->document()->toRawText(); // toPlainText() would change hard spaces
    text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    text.replace(QChar::LineSeparator, QLatin1Char('\n'));
    const QString ending = lineEndingOf(m_exact);
    return ending == QLatin1String("\n") ? text : text.replace(QLatin1String("\n"), ending);
}

QString ConflictDialog::result() const
{
    return m_result->document()->isModified() ? typedText() : m_exact;
}

void ConflictDialog::use()
{
    const CommentConflict conflict = current();
    const QString after = result();
    m_conflicts.erase(m_conflicts.begin() + static_cast<std::ptrdiff_t>(m_at));
    Q_EMIT solved(conflict.key, conflict.theirs, after);
    if (m_conflicts.empty())
        accept();
    else
        showAt(std::min(m_at, m_conflicts.size() - 1));
}

} // namespace cadastre
