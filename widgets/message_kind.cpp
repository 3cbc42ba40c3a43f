// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/message_kind.h"

namespace cadastre {

IconTone messageTone(MessageLevel level)
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

QString messageIcon(MessageLevel level)
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

QString messageWord(MessageLevel level)
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

bool isFleeting(const Message& message)
{
    return message.level == MessageLevel::Info && message.action.isEmpty() &&
           message.otherAction.isEmpty() && message.detail.isEmpty();
}

bool isAboutWhatIsOpen(MessageTopic topic)
{
    switch (topic) {
    case MessageTopic::Export:
    case MessageTopic::Share:
    case MessageTopic::Views:
    case MessageTopic::Paths:
    case MessageTopic::Decided:
    case MessageTopic::Relationships:
    case MessageTopic::Boundaries:
    case MessageTopic::Comments:
    case MessageTopic::Applied:
    case MessageTopic::Difference:
    case MessageTopic::Connection:
    case MessageTopic::Undo:
    case MessageTopic::File:
        return true;
    default:
        return false;
    }
}

} // namespace cadastre
