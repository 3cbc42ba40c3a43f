// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/search_box.h"

#include "widgets/icons.h"
#include "widgets/quiet_text_delegate.h"
#include "widgets/search_results_model.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int typingRestMs = 80;
constexpr int shownRows = 14;
constexpr int pageRows = 10;
constexpr int popupWidth = 560;

} // namespace

SearchBox::SearchBox(QWidget* parent)
    : QLineEdit(parent)
    , m_model(new SearchResultsModel(this))
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("searchBox"));
    setPlaceholderText(tr("Search tables, columns, comments (Ctrl+F)"));
    setAccessibleName(tr("Search"));
    setToolTip(tr("Search names and comments, whatever their spelling: created_at finds "
                  "createdDate (Ctrl+F). Arrows preview, Enter goes there, Esc empties it."));
    setClearButtonEnabled(true);
    setAcceptDrops(false); // files that are dropped here are for the window
    addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_timer->setSingleShot(true);
    m_timer->setInterval(typingRestMs);
    connect(this, &QLineEdit::textEdited, m_timer, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) {
            hideList();
            m_timer->start();
        }
    });
    connect(m_timer, &QTimer::timeout, this, &SearchBox::askNow);
}

void SearchBox::setUpList()
{
    m_popup = new QFrame(window());
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_popup->setAutoFillBackground(true);
    m_popup->setBackgroundRole(QPalette::Base);
    m_list = new QListView(m_popup);
    m_list->setObjectName(QStringLiteral("searchHits"));
    m_list->setAccessibleName(tr("Hits of the search"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QuietTextDelegate(SearchResultsModel::QuietTextRole, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_summary = new QLabel(m_popup);
    m_summary->setContentsMargins(6, 3, 6, 3);
    m_summary->setWordWrap(true);
    auto* layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_summary);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        m_list->setCurrentIndex(index);
        chooseCurrent();
    });
}

void SearchBox::showHits(const QString& query, std::shared_ptr<const Catalog> catalog,
                         std::vector<SearchHit> hits)
{
    if (query != text().trimmed() || query.isEmpty() || !hasFocus())
        return;
    if (m_popup == nullptr)
        setUpList();
    const int count = static_cast<int>(hits.size());
    m_model->setHits(std::move(catalog), std::move(hits));
    if (count > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->setVisible(count > 0);
    m_summary->setText(count == 0 ? tr("Nothing is called “%1”, and no comment says it.").arg(query)
                                  : tr("Hits: %L1 · Enter goes there, arrows preview").arg(count));
    placeList();
    m_popup->show();
    m_popup->raise();
}

void SearchBox::forgetHits()
{
    hideList();
    m_model->setHits({}, {});
}

void SearchBox::placeList()
{
    const QPoint below = mapTo(window(), QPoint(0, height() + 1));
    const int width = std::min(std::max(this->width(), popupWidth), window()->width() - 8);
    const int left = std::clamp(below.x(), 4, std::max(4, window()->width() - width - 4));
    const int rows = std::min(m_model->rowCount(), shownRows);
    const int rowHeight = rows > 0 ? m_list->sizeHintForRow(0) : 0;
    m_list->setFixedHeight(rows * rowHeight + 2);
    m_popup->setFixedWidth(width);
    m_popup->adjustSize();
    m_popup->move(left, below.y());
}

bool SearchBox::isListShown() const
{
    return m_popup != nullptr && m_popup->isVisible();
}

void SearchBox::hideList()
{
    if (m_popup != nullptr)
        m_popup->hide();
}

void SearchBox::askNow()
{
    m_timer->stop();
    Q_EMIT queryChanged(text().trimmed());
}

void SearchBox::step(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, last);
    m_list->setCurrentIndex(m_model->index(row, 0));
    Q_EMIT hitPreviewed(m_model->hits()[static_cast<std::size_t>(row)].object);
}

void SearchBox::chooseCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const ObjectRef object = m_model->hits()[static_cast<std::size_t>(current.row())].object;
    hideList();
    Q_EMIT hitChosen(object);
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    const bool shown = isListShown();
    switch (event->key()) {
    case Qt::Key_Escape:
        hideList();
        clear();
        return;
    case Qt::Key_Down:
        shown ? step(1) : askNow();
        return;
    case Qt::Key_Up:
        step(shown ? -1 : 0);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (shown)
            step(event->key() == Qt::Key_PageDown ? pageRows : -pageRows);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (shown)
            chooseCurrent();
        else
            askNow();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    hideList();
}

void SearchBox::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (!text().isEmpty())
        m_timer->start();
}

} // namespace cadastre
