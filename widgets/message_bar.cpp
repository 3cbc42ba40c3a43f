// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/message_bar.h"

#include "widgets/accessible_notice.h"
#include "widgets/icons.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace cadastre {

namespace {

IconTone toneOf(MessageLevel level)
{
    switch (level) {
    case MessageLevel::Info:
        return IconTone::Accent;
    case MessageLevel::Warning:
        return IconTone::Warning;
    case MessageLevel::Error:
        return IconTone::Error;
    }
    Q_UNREACHABLE();
}

QString iconOf(MessageLevel level)
{
    switch (level) {
    case MessageLevel::Info:
        return QStringLiteral("info");
    case MessageLevel::Warning:
        return QStringLiteral("warning");
    case MessageLevel::Error:
        return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

QString wordOf(MessageLevel level)
{
    switch (level) {
    case MessageLevel::Info:
        return MessageBar::tr("Information");
    case MessageLevel::Warning:
        return MessageBar::tr("Warning");
    case MessageLevel::Error:
        return MessageBar::tr("Error");
    }
    Q_UNREACHABLE();
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_more(new QLabel(this))
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
    auto* row = new QHBoxLayout;
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_more);
    row->addWidget(m_action);
    row->addWidget(m_otherAction);
    row->addWidget(m_details);
    row->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 6, 4);
    layout->addLayout(row);
    layout->addWidget(m_detailText);
}

void MessageBar::showMessage(const Message& message)
{
    std::erase_if(m_messages, [&](const Message& old) { return old.topic == message.topic; });
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
        hide();
        return;
    }
    const Message& message = m_messages.front();
    m_icon->setPixmap(themedIcon(iconOf(message.level), toneOf(message.level)).pixmap(18, 18));
    m_text->setText(message.text);
    m_icon->setAccessibleName(wordOf(message.level));
    m_icon->setToolTip(wordOf(message.level));
    const bool isNew = !isVisible() || accessibleName() != message.text;
    setAccessibleName(message.text);
    m_detailText->setPlainText(message.detail);
    m_details->setVisible(!message.detail.isEmpty());
    m_details->setChecked(false);
    m_action->setText(message.action);
    m_action->setVisible(!message.action.isEmpty());
    m_otherAction->setText(message.otherAction);
    m_otherAction->setVisible(!message.otherAction.isEmpty());
    const auto others = static_cast<int>(m_messages.size()) - 1;
    m_more->setText(tr("and %Ln more", nullptr, others));
    m_more->setVisible(others > 0);
    setVisible(true);
    update();
    if (isNew)
        tellNotice(this);
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
    QColor fill = toneColor(toneOf(m_messages.front().level));
    painter.fillRect(QRect(0, 0, 4, height()), fill);
    fill.setAlphaF(0.12F);
    painter.fillRect(rect(), fill);
}

} // namespace cadastre
