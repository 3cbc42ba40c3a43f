// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Two people changed one comment: what both changes together give, and where they cannot stand
// together; and the inline difference of two texts. Pure functions of texts.
#pragma once

#include <QString>

#include <vector>

namespace cadastre {

enum class DifferenceKind : std::uint8_t { Same, Removed, Added };

struct DifferencePart
{
    DifferenceKind kind = DifferenceKind::Same;
    QString text;
    bool operator==(const DifferencePart&) const = default;
};

/// By words and lines; Same and Removed parts give `before`, Same and Added parts `after`. Bounded
/// work for texts of any size.
std::vector<DifferencePart> textDifference(const QString& before, const QString& after);

struct CommentMerge
{
    QString text;       ///< where not clean: mine and theirs one after the other in each clash
    bool clean = false; ///< both changes stand without touching each other

    bool operator==(const CommentMerge&) const = default;
};

CommentMerge mergeComments(const QString& base, const QString& mine, const QString& theirs);

} // namespace cadastre
