// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A text and how an editor shows it: line endings become plain newlines there. What a person types
// is put back into the text so that every byte that was not touched stays as it was.
#pragma once

#include <QString>

namespace cadastre {

class ShownText
{
public:
    ShownText() = default;
    explicit ShownText(const QString& bytes);

    [[nodiscard]] const QString& bytes() const { return m_bytes; }
    /// What an editor is given, and what it holds while nothing was typed.
    [[nodiscard]] const QString& shown() const { return m_shown; }
    /// The text after the editor holds `typed`; new lines end as `lineEnding` says.
    [[nodiscard]] QString with(const QString& typed, const QString& lineEnding) const;

private:
    [[nodiscard]] qsizetype byteAt(qsizetype shownAt) const;

    QString m_bytes;
    QString m_shown;
};

} // namespace cadastre
