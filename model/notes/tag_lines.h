// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tag lines of comments (`@references customers(id)`): reading them, adding and changing one
// without touching a byte of what else is there. What tags mean lives with who reads them.
#pragma once

#include <QString>

#include <vector>

namespace cadastre {

/// One line of a comment's notes. Positions are of characters in the comment's text.
struct TagLine
{
    QString name;             ///< without the `@`; letter case as written
    QString value;            ///< without the blanks around it; empty for none
    qsizetype start = 0;      ///< of the `@`
    qsizetype nameEnd = 0;    ///< behind the name
    qsizetype valueStart = 0; ///< of the value; where nameEnd is when there is none
    qsizetype valueEnd = 0;   ///< behind the value

    bool operator==(const TagLine&) const = default;
};

/// The notes of a comment in their order: the longest run of tag lines at its end, blank lines
/// between them included; without one, the run at its start (PostGraphile's manner). Tag lines
/// elsewhere are words of people.
std::vector<TagLine> tagLinesOf(const QString& text);

/// The text in which the first note of that name has this value; added as a line when there is
/// none. Only the bytes of the value change.
QString withTagValue(const QString& text, const QString& name, const QString& value);

/// The text in which another name and value stand where a tag line's were. The blanks behind them
/// and the line's ending stay.
QString withTagReplaced(const QString& text, const TagLine& line, const QString& name,
                        const QString& value);

/// The text with the line added to its notes: behind the run of tag lines at its end, else behind
/// the run at its start (PostGraphile's manner), else below the words, with the text's own line
/// ending. `line` is one tag line.
QString withTagLine(const QString& text, const QString& line);

/// Whether a tag line says this already, wherever it stands; blanks outside quotes do not count.
bool hasTagLine(const QString& text, const QString& line);

} // namespace cadastre
