// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is said by itself to assistive technology: bars that appear with a message or with work in
// progress. Their accessible name is what they say.
#pragma once

class QWidget;

namespace cadastre {

/// Gives message and activity bars the roles of messages and of progress; may be called again.
void installNoticeAccessibility();
/// The widget says something new: its accessible name is read out.
void tellNotice(QWidget* widget);

} // namespace cadastre
