// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/review_order.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

constexpr double shareOfAnswer = 0.05; ///< what an answer is worth where there was no doubt
constexpr double sureEnough = 0.5;     ///< from here on a relationship makes its tables important

double entropyShare(double probability)
{
    return probability > 0 ? -probability * std::log2(probability) : 0;
}

QString targetKey(const Relationship& relationship)
{
    if (relationship.typeColumn || relationship.targets.empty())
        return QStringLiteral("several");
    const RelationshipTarget& target = relationship.targets.front();
    QString key = QString::number(target.table.index);
    for (ColumnId id : target.columns)
        key += QLatin1Char(',') % QString::number(id.index);
    return key;
}

QString groupKeyOf(const Catalog& catalog, const Relationship& relationship)
{
    QString key;
    for (ColumnId id : relationship.childColumns)
        key += catalog.column(id).name % QChar(0x1f);
    if (relationship.typeColumn)
        key += QChar(0x1e) % catalog.column(*relationship.typeColumn).name;
    return QString(key % QChar(0x1e) % targetKey(relationship));
}

/// How many relationships each table takes part in.
std::vector<int> tableDegrees(const Catalog& catalog,
                              const std::vector<Relationship>& relationships)
{
    std::vector<int> degrees(catalog.objects().tables.size(), 0);
    for (const Relationship& relationship : relationships) {
        if (relationship.confidence < sureEnough)
            continue;
        ++degrees[static_cast<std::size_t>(relationship.child.index)];
        for (const RelationshipTarget& target : relationship.targets) {
            if (target.isResolved())
                ++degrees[static_cast<std::size_t>(target.table.index)];
        }
    }
    return degrees;
}

double importance(const Relationship& relationship, const std::vector<int>& degrees)
{
    int degree = degrees[static_cast<std::size_t>(relationship.child.index)];
    if (!relationship.targets.empty() && relationship.targets.front().isResolved())
        degree += degrees[static_cast<std::size_t>(relationship.targets.front().table.index)];
    return std::log2(2.0 + degree);
}

} // namespace

double uncertainty(const Relationship& relationship)
{
    if (relationship.origin != RelationshipOrigin::Inferred)
        return 0;
    double rest = 1 - relationship.confidence;
    double bits = entropyShare(relationship.confidence);
    for (const RelationshipAlternative& alternative : relationship.alternatives) {
        const double share = std::clamp(alternative.confidence, 0.0, std::max(rest, 0.0));
        bits += entropyShare(share);
        rest -= share;
    }
    return bits + entropyShare(rest);
}

std::vector<ReviewGroup> reviewOrder(const Catalog& catalog,
                                     const std::vector<Relationship>& relationships)
{
    const std::vector<int> degrees = tableDegrees(catalog, relationships);
    std::vector<ReviewGroup> groups;
    QHash<QString, std::size_t> byKey;
    for (int i = 0; i < static_cast<int>(relationships.size()); ++i) {
        const Relationship& relationship = relationships[static_cast<std::size_t>(i)];
        const QString key = groupKeyOf(catalog, relationship);
        const auto known = byKey.constFind(key);
        const std::size_t at = known == byKey.constEnd() ? groups.size() : *known;
        if (known == byKey.constEnd()) {
            byKey.insert(key, at);
            groups.push_back({key, {}, 0});
        }
        groups[at].members.push_back(i);
        if (relationship.origin == RelationshipOrigin::Inferred)
            groups[at].usefulness +=
                (uncertainty(relationship) + shareOfAnswer) * importance(relationship, degrees);
    }
    std::ranges::stable_sort(groups, std::greater(), &ReviewGroup::usefulness);
    return groups;
}

std::vector<ReviewGroup> reviewOrderKept(std::vector<ReviewGroup> groups, const QStringList& shown)
{
    QHash<QString, qsizetype> rank;
    for (qsizetype i = 0; i < shown.size(); ++i)
        rank.insert(shown[i], i);
    const auto isNew = [&](const ReviewGroup& group) { return !rank.contains(group.key); };
    const auto old = std::stable_partition(groups.begin(), groups.end(), isNew);
    std::sort(old, groups.end(), [&](const ReviewGroup& a, const ReviewGroup& b) {
        return rank.value(a.key) < rank.value(b.key);
    });
    std::vector<ReviewGroup> merged;
    merged.reserve(groups.size());
    auto added = groups.begin();
    for (auto kept = old; kept != groups.end(); ++kept) {
        while (added != old && added->usefulness > kept->usefulness)
            merged.push_back(std::move(*added++));
        merged.push_back(std::move(*kept));
    }
    std::move(added, old, std::back_inserter(merged));
    return merged;
}

QString reviewKey(const Relationship& relationship)
{
    QString key;
    for (ColumnId id : relationship.childColumns)
        key += QString::number(id.index) % QLatin1Char(',');
    if (relationship.typeColumn)
        key += QLatin1Char('@') % QString::number(relationship.typeColumn->index);
    return QString(key % QLatin1Char('>') % targetKey(relationship));
}

} // namespace cadastre
