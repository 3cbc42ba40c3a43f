// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as text files: TSV for tools and comparison, JSON for programs, Markdown for
// people. UTF-8, LF; same input, same bytes.
#pragma once

#include "model/export/relation_rows.h"

#include <QByteArray>

namespace cadastre {

/// Header and one line per target: child_table child_columns parent_table parent_columns
/// confidence origin evidence; tab, newline, carriage return and backslash escaped.
QByteArray relationsTsv(const std::vector<RelationRow>& rows);

/// `{"format":"cadastre-relations","version":1,"relations":[...]}`, one relation per line.
QByteArray relationsJson(const std::vector<RelationRow>& rows);

/// A table; characters that Markdown reads are escaped.
QByteArray relationsMarkdown(const std::vector<RelationRow>& rows);

} // namespace cadastre
