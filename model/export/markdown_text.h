// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Words from people and databases in Markdown: they stand as they are, whatever they hold.
#pragma once

#include <QString>

namespace cadastre {

/// The text on one line, with everything escaped that Markdown or HTML would read. Fit for table
/// cells, too.
QString markdownText(const QString& text);

} // namespace cadastre
