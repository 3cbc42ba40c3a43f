// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/manual_dialog.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr QSize manualSize(900, 660);
constexpr int chapterListWidth = 240;
constexpr int cellPadding = 5;

/// One thin line between cells, and air in them.
void styleTables(QTextDocument* document, const QColor& lines)
{
    for (QTextFrame* frame : document->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderBrush(lines);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setCellSpacing(0);
        format.setCellPadding(cellPadding);
        format.setTopMargin(cellPadding);
        format.setBottomMargin(2 * cellPadding);
        table->setFormat(format);
    }
}

} // namespace

std::vector<int> chaptersWith(const std::vector<ManualChapter>& chapters, const QString& words)
{
    const QStringList all = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<int> found;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const bool hasAll = std::ranges::all_of(all, [&](const QString& word) {
            return chapters[i].markdown.contains(word, Qt::CaseInsensitive);
        });
        if (hasAll)
            found.push_back(static_cast<int>(i));
    }
    return found;
}

ManualDialog::ManualDialog(std::vector<ManualChapter> chapters, QWidget* parent)
    : QDialog(parent)
    , m_chapters(std::move(chapters))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_text(new QTextBrowser(this))
    , m_nothing(new QLabel(tr("No chapter has all of these words."), this))
{
    setWindowTitle(tr("Manual"));
    setModal(false);
    m_search->setPlaceholderText(tr("Search the manual"));
    m_search->setAccessibleName(tr("Search the manual"));
    m_search->setToolTip(tr("Enter goes to the next place"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Chapters"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // cut off with a tool tip instead
    m_text->setAccessibleName(tr("Text of the chapter"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(16);
    m_nothing->setWordWrap(true);
    m_nothing->hide();

    auto* left = new QWidget(this);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->addWidget(m_search);
    leftLayout->addWidget(m_nothing);
    leftLayout->addWidget(m_list, 1);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({chapterListWidth, manualSize.width() - chapterListWidth});
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter);

    connect(m_search, &QLineEdit::textChanged, this, &ManualDialog::fillList);
    connect(m_list, &QListWidget::currentRowChanged, this, &ManualDialog::showRow);
    connect(m_text, &QTextBrowser::anchorClicked, this, &ManualDialog::followLink);
    fillList();
    resize(manualSize);
    m_search->setFocus(); // who types searches; Down goes to the chapters, PageDown reads on
}

void ManualDialog::showChapter(const QString& name)
{
    m_search->clear();
    const auto found = std::ranges::find(m_chapters, name, &ManualChapter::name);
    m_list->setCurrentRow(
        found == m_chapters.end() ? 0 : static_cast<int>(std::distance(m_chapters.begin(), found)));
}

QString ManualDialog::currentChapter() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item == nullptr
               ? QString()
               : m_chapters[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())].name;
}

void ManualDialog::fillList()
{
    const QString before = currentChapter();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    int row = 0;
    for (const int index : chaptersWith(m_chapters, m_search->text())) {
        const ManualChapter& chapter = m_chapters[static_cast<std::size_t>(index)];
        auto* item = new QListWidgetItem(chapter.title, m_list); // the list owns it
        item->setData(Qt::UserRole, index);
        item->setToolTip(chapter.title);
        if (chapter.name == before)
            row = m_list->count() - 1;
    }
    m_nothing->setVisible(m_list->count() == 0);
    m_list->setCurrentRow(m_list->count() == 0 ? -1 : row);
    showRow(m_list->currentRow());
}

void ManualDialog::showRow(int row)
{
    const QListWidgetItem* item = m_list->item(row);
    if (item == nullptr) {
        m_text->clear();
        return;
    }
    m_text->setMarkdown(
        m_chapters[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())].markdown);
    styleTables(m_text->document(), palette().color(QPalette::Mid));
    m_text->moveCursor(QTextCursor::Start);
    if (!m_search->text().isEmpty())
        findNext();
}

void ManualDialog::findNext()
{
    const QString word =
        m_search->text().section(QLatin1Char(' '), 0, 0, QString::SectionSkipEmpty);
    if (word.isEmpty() || m_text->find(word))
        return;
    m_text->moveCursor(QTextCursor::Start);
    m_text->find(word);
}

/// Chapters and what is on this page; nothing leaves the machine.
void ManualDialog::followLink(const QUrl& link)
{
    if (link.path().endsWith(QLatin1String(".md")) && link.scheme().isEmpty())
        showChapter(QFileInfo(link.path()).completeBaseName());
    else if (link.path().isEmpty() && link.hasFragment())
        m_text->scrollToAnchor(link.fragment());
}

bool ManualDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            findNext();
            return true;
        }
        if (key == Qt::Key_Down) {
            m_list->setFocus();
            return true;
        }
        if (key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_text, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace cadastre
