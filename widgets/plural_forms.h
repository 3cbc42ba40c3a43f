// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The program's own language has two forms of a counted word. Texts are written in the plural,
// tr("%Ln tables", nullptr, count); what they are for one is here. A translation to another
// language brings its own forms and wins over these.
#pragma once

#include <QString>

namespace cadastre {

/// The text for one thing: "%Ln table". Null where the text is not in the list: texts whose two
/// forms are alike stand there as they are.
QString singularForm(const QString& plural);
/// Makes tr() use them; may be called again. Needs an application.
void installPluralForms();

} // namespace cadastre
