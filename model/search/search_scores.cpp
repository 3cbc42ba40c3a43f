// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/search_scores.h"

#include "model/search/fuzzy.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype excerptReach = 48; ///< characters kept on either side of what was found

} // namespace

int weightOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Table:
        return 16;
    case ObjectKind::Column:
        return 10;
    case ObjectKind::Schema:
    case ObjectKind::Routine:
    case ObjectKind::Type:
        return 6;
    case ObjectKind::Constraint:
    case ObjectKind::Index:
        return -10;
    default:
        return 0;
    }
}

int compactScore(const QString& query, const QString& name)
{
    if (query.size() < 2 || !name.contains(query))
        return 0;
    if (query.size() == name.size())
        return 100;
    return (name.startsWith(query) ? 60 : 40) + static_cast<int>(20 * query.size() / name.size());
}

int similarScore(const QString& letters, const std::vector<int>& wordIds,
                 const std::vector<QString>& words)
{
    const bool begins = std::ranges::any_of(
        wordIds, [&](int word) { return words[word].front() == letters.front(); });
    QStringList parts;
    for (std::size_t i = 0; begins && i < wordIds.size(); ++i)
        parts << words[wordIds[i]];
    return similarNameScore(letters, parts);
}

QString excerptAround(const QString& comment, const QString& word)
{
    const qsizetype found = std::max<qsizetype>(0, comment.indexOf(word, 0, Qt::CaseInsensitive));
    const qsizetype start = std::max<qsizetype>(0, found - excerptReach);
    const qsizetype end = std::min(comment.size(), found + word.size() + excerptReach);
    QString excerpt = comment.mid(start, end - start).simplified();
    if (start > 0)
        excerpt.prepend(QChar(0x2026));
    if (end < comment.size())
        excerpt.append(QChar(0x2026));
    return excerpt;
}

} // namespace cadastre
