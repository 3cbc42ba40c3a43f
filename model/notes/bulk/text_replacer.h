// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// TextReplacer: one search, made ready to be used on many texts, with bounded work on each. Which
// texts is the caller's.
#pragma once

#include "model/notes/bulk/replace_in_comments.h"

#include <QRegularExpression>

namespace cadastre {

class TextReplacer
{
public:
    /// Fails as replaceInComments() does, apart from the time that a text takes.
    static Result<TextReplacer> of(const CommentSearch& search);

    /// The text with every match replaced; absent where nothing matches. Fails where the pattern
    /// takes too long on it.
    [[nodiscard]] Result<std::optional<QString>> replaced(const QString& text) const;

private:
    TextReplacer() = default;

    /// A piece of the replacement: plain text, or what a group found.
    struct Piece
    {
        QString text;
        int group = -1;
    };

    static Result<std::vector<Piece>> piecesOf(const CommentSearch& search, int groups);

    QRegularExpression m_pattern;
    std::vector<Piece> m_pieces;
};

} // namespace cadastre
