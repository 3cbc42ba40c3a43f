// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A difference of two catalogs as text: for a terminal, for people elsewhere, for programs. UTF-8,
// LF; same input, same bytes. Each format is a file beside this one.
#pragma once

#include "model/diff/difference.h"

#include <QByteArray>

namespace cadastre {

/// What is compared, as people call it: "shop (PostgreSQL 15.18)".
struct DifferenceSides
{
    QString before;
    QString after;
};

/// Sources with their engines: "shop (PostgreSQL 15.18)"; several separated by commas.
QString differenceSideName(const Catalog& catalog);

/// One line per object (`+`, `-`, `~`) and one per property, as a comparison of files has them;
/// texts of several lines line by line. What was not compared stands at the end.
QByteArray differenceText(const CatalogDifference& difference, const DifferenceSides& sides);

/// A summary and a table per severity; characters that Markdown reads are escaped.
QByteArray differenceMarkdown(const CatalogDifference& difference, const DifferenceSides& sides);

/// `{"format":"cadastre-difference","version":1,...,"changes":[...]}`, one change per line:
/// sign, severity, kind, area, key, name; key_before and rename_reason where it is called
/// otherwise; summary, note; properties with property, area, before, after, severity, note.
QByteArray differenceJson(const CatalogDifference& difference, const DifferenceSides& sides);

struct DifferenceFormat
{
    QString name; ///< "text": what people type
    QByteArray (*print)(const CatalogDifference&, const DifferenceSides&) = nullptr;
};

/// The first one is used where nobody chose.
const std::vector<DifferenceFormat>& differenceFormats();

} // namespace cadastre
