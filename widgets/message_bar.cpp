// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/message_bar.h"

#include "widgets/accessible_notice.h"
#include "widgets/message_kind.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int leastWords = 36;    ///< letters in a line beside the buttons
constexpr int lifetimeMs = 20000; ///< long enough to be read twice, also aloud

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_more(new QToolButton(this))
    , m_others(new QMenu(this))
    , m_life(new QTimer(this))
    , m_action(new QPushButton(this))
    , m_otherAction(new QPushButton(this))
    , m_details(new QToolButton(this))
    , m_close(new QToolButton(this))
    , m_detailText(new QPlainTextEdit(this))
{
    installNoticeAccessibility();
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setAutoRaise(true);
    m_more->setMenu(m_others);
    m_more->setToolTip(tr("Show the other messages"));
    m_others->setToolTipsVisible(true);
    m_life->setSingleShot(true);
    m_life->setInterval(lifetimeMs);
    m_details->setText(tr("&Details"));
    m_details->setCheckable(true);
    m_details->setToolTip(tr("Show the technical details"));
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Hide this message"));
    m_close->setAccessibleName(tr("Hide this message"));
    m_detailText->setReadOnly(true);
    m_detailText->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_detailText->setMaximumHeight(m_detailText->fontMetrics().lineSpacing() * 8);
    m_detailText->setAccessibleName(tr("Details of the message"));
    m_detailText->hide();
    setUpLayout();
    connect(m_others, &QMenu::aboutToShow, this, &MessageBar::fillMore);
    connect(m_life, &QTimer::timeout, this, &MessageBar::endLife);
    connect(m_details, &QToolButton::toggled, this, &MessageBar::toggleDetails);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismissCurrent);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (!m_messages.empty())
            Q_EMIT actionTriggered(m_messages.front().topic);
    });
    connect(m_otherAction, &QPushButton::clicked, this, [this] {
        if (!m_messages.empty())
            Q_EMIT otherActionTriggered(m_messages.front().topic);
    });
    hide();
}

void MessageBar::setUpLayout()
{
    auto* words = new QHBoxLayout;
    words->addWidget(m_icon);
    words->addWidget(m_text, 1);
    words->addWidget(m_more);
    m_answers = new QHBoxLayout;
    m_answers->addStretch(1);
    m_answers->addWidget(m_action);
    m_answers->addWidget(m_otherAction);
    m_answers->addWidget(m_details);
    m_answers->addWidget(m_close);
    m_row = new QBoxLayout(QBoxLayout::LeftToRight);
    m_row->addLayout(words, 1);
    m_row->addLayout(m_answers);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 6, 4);
    layout->addLayout(m_row);
    layout->addWidget(m_detailText);
}

void MessageBar::showMessage(const Message& message)
{
    const bool replacesDone = isFleeting(message); // the newest of what was done is enough
    std::erase_if(m_messages, [&](const Message& old) {
        return old.topic == message.topic ||
               (replacesDone && isFleeting(old) && old.topic != MessageTopic::Hint);
    });
    const auto weightOf = [](const Message& one) { // a hint waits for everything else
        return one.topic == MessageTopic::Hint ? -1 : static_cast<int>(one.level);
    };
    const auto place = std::find_if(m_messages.begin(), m_messages.end(), [&](const Message& old) {
        return weightOf(old) <= weightOf(message);
    });
    m_messages.insert(place, message);
    showCurrent();
    Q_EMIT messageShown(message);
}

void MessageBar::clearTopic(MessageTopic topic)
{
    std::erase_if(m_messages, [&](const Message& old) { return old.topic == topic; });
    showCurrent();
}

void MessageBar::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    renewKeys();
}

void MessageBar::dismissCurrent()
{
    if (m_messages.empty())
        return;
    const MessageTopic topic = m_messages.front().topic;
    m_messages.erase(m_messages.begin());
    showCurrent();
    Q_EMIT dismissed(topic);
}

void MessageBar::showCurrent()
{
    if (m_messages.empty()) {
        m_life->stop();
        hide();
        return;
    }
    const Message& message = m_messages.front();
    m_icon->setPixmap(
        themedIcon(messageIcon(message.level), messageTone(message.level)).pixmap(18, 18));
    m_text->setText(message.text);
    m_icon->setAccessibleName(messageWord(message.level));
    m_icon->setToolTip(messageWord(message.level));
    const bool isNew = !isVisible() || accessibleName() != message.text;
    setAccessibleName(message.text);
    m_detailText->setPlainText(message.detail);
    m_details->setVisible(!message.detail.isEmpty());
    m_details->setChecked(false);
    renewKeys();
    m_action->setVisible(!message.action.isEmpty());
    m_otherAction->setVisible(!message.otherAction.isEmpty());
    const auto others = static_cast<int>(m_messages.size()) - 1;
    m_more->setText(tr("%Ln more messages", nullptr, others));
    m_more->setVisible(others > 0);
    setVisible(true);
    placeAnswers();
    update();
    if (!isFleeting(message) || message.topic == MessageTopic::Hint)
        m_life->stop();
    else if (isNew || !m_life->isActive())
        m_life->start();
    if (isNew)
        tellNotice(this);
}

/// The buttons beside the words, or below them where that leaves too little room for reading.
void MessageBar::placeAnswers()
{
    const int words = width() - m_answers->sizeHint().width();
    const bool beside = words >= fontMetrics().averageCharWidth() * leastWords;
    m_row->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void MessageBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    placeAnswers();
}

void MessageBar::toggleDetails(bool shown)
{
    m_detailText->setVisible(shown);
}

void MessageBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_messages.empty())
        showCurrent();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_messages.empty())
        return;
    QColor fill = toneColor(messageTone(m_messages.front().level));
    painter.fillRect(QRect(0, 0, 4, height()), fill);
    fill.setAlphaF(0.12F);
    painter.fillRect(rect(), fill);
}

} // namespace cadastre
