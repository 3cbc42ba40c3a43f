// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The statements of a comment file with where each stands in its text, for whoever changes some and
// leaves everything else as it is; and the text of a file's bytes.
#pragma once

#include "model/notes/comment_file.h"

#include <QByteArray>

namespace cadastre {

struct PlacedComment
{
    CommentStatement statement;
    qsizetype begin = 0; ///< of its was line, or of COMMENT
    qsizetype end = 0;   ///< behind the semicolon

    bool operator==(const PlacedComment&) const = default;
};

/// In the order of the text; fails as parseCommentFile().
Result<std::vector<PlacedComment>> parseCommentParts(const QString& text);

/// The bytes of a file as text, without a byte order mark. Fails with line and column for what is
/// not UTF-8.
Result<QString> commentFileText(const QByteArray& bytes);

/// "TABLE public.orders": how messages and printed statements name it. Fails for names that no
/// statement can hold.
Result<QString> printedTarget(const CommentTarget& target);
/// The same for messages, where any name will do.
QString targetName(const CommentTarget& target);

} // namespace cadastre
