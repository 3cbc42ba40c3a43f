// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What `cadastre comments check` finds: differences of a comment file and a database, and comments
// that are no longer true; as text and as JSON.
#pragma once

#include "app/cli/comments/action.h"
#include "model/notes/comment_checks.h"

namespace cadastre {

enum class DriftKind : std::uint8_t {
    Differs,  ///< the database holds another text
    NotThere, ///< the object is not in the database
    NotFiled, ///< the file has no statement for it
};

struct CommentDrift
{
    DriftKind kind = DriftKind::Differs;
    QString name; ///< "table public.orders"
    QString key;  ///< of the object; empty where it is not there
    QString filed;
    QString held;
    QString reason; ///< where it is not there
    int line = 0;   ///< of the file; 0 for none
};

/// In the order of the file.
std::vector<CommentDrift> driftOf(const Catalog& catalog,
                                  const std::vector<FiledComment>& comments);
/// By object key.
std::vector<CommentDrift> commentsNotFiled(const Catalog& catalog, SourceId source,
                                           const std::vector<FiledComment>& comments);

/// Each with both texts, one line each.
QByteArray driftText(const std::vector<CommentDrift>& drift);
QByteArray driftJson(const std::vector<CommentDrift>& drift);

QByteArray problemsText(const Catalog& catalog, const std::vector<CommentProblem>& problems);
QByteArray problemsJson(const Catalog& catalog, const std::vector<CommentProblem>& problems);

} // namespace cadastre
