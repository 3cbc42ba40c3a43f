// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How long messages stay, how the others are seen, and the letters of the buttons.
#include "widgets/message_bar.h"
#include "widgets/message_kind.h"
#include "widgets/seen_mnemonics.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace cadastre {

void MessageBar::clearDone()
{
    std::erase_if(m_messages, [](const Message& old) { return isAboutWhatIsOpen(old.topic); });
    showCurrent();
}

void MessageBar::setLifetime(int milliseconds)
{
    m_life->setInterval(milliseconds);
}

/// Not under the pointer of who reads it, nor where the keyboard is.
void MessageBar::endLife()
{
    if (m_messages.empty() || !isFleeting(m_messages.front()))
        return;
    if (underMouse() || isAncestorOf(QApplication::focusWidget()) || m_others->isVisible()) {
        m_life->start();
        return;
    }
    m_messages.erase(m_messages.begin());
    showCurrent();
}

/// Who chooses one has it in front.
void MessageBar::fillMore()
{
    constexpr int longest = 100;
    m_others->clear();
    for (const Message& message : m_messages) {
        if (message.topic == m_messages.front().topic)
            continue;
        QString text = message.text.size() > longest
                           ? QString(message.text.left(longest) + QChar(0x2026))
                           : message.text;
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        QAction* entry = m_others->addAction(
            themedIcon(messageIcon(message.level), messageTone(message.level)), text);
        entry->setToolTip(message.text.toHtmlEscaped());
        connect(entry, &QAction::triggered, this, [this, topic = message.topic] {
            const auto chosen = std::ranges::find(m_messages, topic, &Message::topic);
            if (chosen == m_messages.end())
                return;
            std::rotate(m_messages.begin(), chosen, chosen + 1);
            showCurrent();
        });
    }
}

void MessageBar::renewKeys()
{
    if (m_messages.empty() || window() == nullptr)
        return;
    QString taken = takenMnemonics(window(), this);
    m_action->setText(withFreeMnemonic(m_messages.front().action, taken));
    m_otherAction->setText(withFreeMnemonic(m_messages.front().otherAction, taken));
    if (!m_messages.front().detail.isEmpty())
        m_details->setText(withFreeMnemonic(tr("&Details"), taken));
}

} // namespace cadastre
