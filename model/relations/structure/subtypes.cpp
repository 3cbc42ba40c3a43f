// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Marks subtype keys and matches type values with tables by their words; see the header.
#include "model/relations/structure/subtypes.h"

#include "model/relations/structure/word_forms.h"
#include "model/search/words.h"

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

bool isSubtypeKey(const Catalog& catalog, const Relationship& relationship)
{
    if (relationship.origin == RelationshipOrigin::Rejected || relationship.typeColumn ||
        relationship.targets.size() != 1 || !relationship.targets.front().isResolved())
        return false;
    const RelationshipTarget& target = relationship.targets.front();
    const Constraint* childKey = catalog.primaryKeyOf(relationship.child);
    if (!childKey || target.table == relationship.child)
        return false;
    const auto sameSet = [](std::vector<ColumnId> a, std::vector<ColumnId> b) {
        std::sort(a.begin(), a.end());
        std::sort(b.begin(), b.end());
        return a == b;
    };
    const auto keys = catalog.constraintsOf(target.table);
    return sameSet(childKey->columns, relationship.childColumns) &&
           std::any_of(keys.begin(), keys.end(), [&](const Constraint& key) {
               return (key.kind == ConstraintKind::PrimaryKey ||
                       key.kind == ConstraintKind::Unique) &&
                      sameSet(key.columns, target.columns);
           });
}

/// How well a value names a table, 0 for not at all: the whole name, else its beginning or end.
int nameFit(const QString& value, const QString& table)
{
    const QString wanted = joinedSingular(nameWords(value));
    const QStringList words = nameWords(table);
    if (wanted.isEmpty())
        return 0;
    if (wanted == joinedSingular(words))
        return 3;
    for (qsizetype cut = 1; cut < words.size(); ++cut) {
        if (wanted == joinedSingular(words, cut, words.size() - cut))
            return 2;
        if (wanted == joinedSingular(words, 0, cut))
            return 1;
    }
    return 0;
}

class FamilyMatcher
{
public:
    FamilyMatcher(const Catalog& catalog, const QHash<ColumnId, QStringList>& allowed)
        : m_catalog(catalog)
        , m_allowed(allowed)
    {
    }

    /// Chooses the column of the parent whose values name most subtypes.
    void match(SubtypeFamily& family) const
    {
        const auto columns = m_catalog.columnsOf(family.parent);
        const int first = m_catalog.firstColumn(family.parent).index;
        SubtypeFamily best = family;
        std::size_t most = 0;
        for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
            const auto values = m_allowed.constFind(ColumnId{first + i});
            if (values == m_allowed.constEnd())
                continue;
            SubtypeFamily candidate = matched(family, ColumnId{first + i}, *values);
            const auto named = static_cast<std::size_t>(
                std::count_if(candidate.subtypes.begin(), candidate.subtypes.end(),
                              [](const Subtype& subtype) { return !subtype.typeValue.isEmpty(); }));
            if (named > most) {
                most = named;
                best = std::move(candidate);
            }
        }
        family = std::move(best);
    }

private:
    [[nodiscard]] SubtypeFamily matched(SubtypeFamily family, ColumnId column,
                                        const QStringList& values) const
    {
        family.typeColumn = column;
        std::vector<int> fits(family.subtypes.size(), 0);
        for (const QString& value : values) {
            const int parentFit = nameFit(value, m_catalog.table(family.parent).name);
            std::size_t best = 0;
            int bestFit = 0;
            for (std::size_t i = 0; i < family.subtypes.size(); ++i) {
                const int fit = nameFit(value, m_catalog.table(family.subtypes[i].child).name);
                if (fit > bestFit) {
                    bestFit = fit;
                    best = i;
                }
            }
            if (parentFit >= std::max(bestFit, 2))
                continue; // the general kind: it needs no table of its own
            if (bestFit > fits[best]) {
                if (fits[best] > 0)
                    family.missingValues << family.subtypes[best].typeValue;
                fits[best] = bestFit;
                family.subtypes[best].typeValue = value;
            } else {
                family.missingValues << value;
            }
        }
        return family;
    }

    const Catalog& m_catalog;
    const QHash<ColumnId, QStringList>& m_allowed;
};

} // namespace

void markSubtypes(const Catalog& catalog, std::vector<Relationship>& relationships)
{
    for (Relationship& relationship : relationships)
        relationship.subtype = isSubtypeKey(catalog, relationship);
}

std::vector<SubtypeFamily> subtypeFamilies(const Catalog& catalog,
                                           const std::vector<Relationship>& relationships,
                                           const QHash<ColumnId, QStringList>& allowed,
                                           double minimumConfidence)
{
    std::map<TableId, SubtypeFamily> families;
    for (const Relationship& relationship : relationships) {
        if (!relationship.subtype || relationship.confidence < minimumConfidence)
            continue;
        const TableId parent = relationship.targets.front().table;
        SubtypeFamily& family = families[parent];
        family.parent = parent;
        family.subtypes.push_back({relationship.child, {}});
    }
    std::vector<SubtypeFamily> result;
    for (auto& [parent, family] : families) {
        std::sort(family.subtypes.begin(), family.subtypes.end(),
                  [](const Subtype& a, const Subtype& b) { return a.child < b.child; });
        const auto repeated = std::unique(family.subtypes.begin(), family.subtypes.end());
        family.subtypes.erase(repeated, family.subtypes.end());
        FamilyMatcher(catalog, allowed).match(family);
        result.push_back(std::move(family));
    }
    return result;
}

QString missingSubtypesSentence(const Catalog& catalog, const SubtypeFamily& family)
{
    if (!family.typeColumn || family.missingValues.isEmpty())
        return {};
    QStringList values;
    for (const QString& value : family.missingValues)
        values << QString(QLatin1Char('`') + value + QLatin1Char('`'));
    return QStringLiteral("`%1` of %2 also allows %3, for which there is no table.")
        .arg(catalog.column(*family.typeColumn).name, catalog.displayName(family.parent),
             values.join(QStringLiteral(", ")));
}

} // namespace cadastre
