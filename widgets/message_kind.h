// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What follows from what a message says: its icon and tone, whether it goes away by itself, and
// whether it is about what is open.
#pragma once

#include "widgets/icons.h"
#include "widgets/message_bar.h"

namespace cadastre {

IconTone messageTone(MessageLevel level);
QString messageIcon(MessageLevel level);
/// "Information", "Warning", "Error".
QString messageWord(MessageLevel level);

/// Says that something was done, and wants no answer.
bool isFleeting(const Message& message);
/// Means nothing any more when another database is open.
bool isAboutWhatIsOpen(MessageTopic topic);

} // namespace cadastre
