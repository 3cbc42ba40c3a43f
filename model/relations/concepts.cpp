// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Groups references by what they point at; see the header.
#include "model/relations/concepts.h"

#include "model/relations/reference_roles.h"

#include <QMap>

#include <algorithm>

namespace cadastre {

namespace {

struct TypeTally
{
    int count = 0;
    KeyTypeFit fit = KeyTypeFit::Declarable;
};

/// A concept while it is counted.
struct ConceptTally
{
    int count = 0;
    QMap<QString, QMap<QString, int>> spellings; ///< by role
    QMap<QString, TypeTally> types;
};

bool isAccepted(const Relationship& relationship, double minimumConfidence)
{
    if (relationship.origin == RelationshipOrigin::Rejected || relationship.typeColumn)
        return false;
    if (relationship.origin == RelationshipOrigin::Inferred &&
        relationship.confidence < minimumConfidence)
        return false;
    return relationship.childColumns.size() == 1 && relationship.targets.size() == 1 &&
           relationship.targets.front().isResolved();
}

KeyTypeFit fitOf(const Catalog& catalog, ColumnId child, ColumnId key)
{
    if (catalog.sourceOf(child) == catalog.sourceOf(key))
        return judgeKeyTypes(catalog, child, key).fit;
    return typeShape(catalog, child).family == typeShape(catalog, key).family
               ? KeyTypeFit::Declarable
               : KeyTypeFit::TypesDiffer;
}

/// Most frequent first, then by text.
template <typename Entry, typename Text>
void sortByCount(std::vector<Entry>& entries, const Text& text)
{
    std::ranges::sort(entries, [&](const Entry& a, const Entry& b) {
        return a.count != b.count ? a.count > b.count : text(a) < text(b);
    });
}

ConceptRole roleFrom(const QString& role, const QMap<QString, int>& spellings)
{
    ConceptRole result{role, 0, {}};
    for (auto it = spellings.begin(); it != spellings.end(); ++it) {
        result.spellings.push_back({it.key(), it.value()});
        result.count += it.value();
    }
    sortByCount(result.spellings, [](const ConceptSpelling& s) { return s.spelling; });
    return result;
}

Concept conceptFrom(const Catalog& catalog, ColumnId key, const ConceptTally& tally)
{
    Concept result{catalog.column(key).table, key, tally.count, {}, {}};
    for (auto it = tally.spellings.begin(); it != tally.spellings.end(); ++it)
        result.roles.push_back(roleFrom(it.key(), it.value()));
    std::ranges::sort(result.roles, [](const ConceptRole& a, const ConceptRole& b) {
        if (a.role.isEmpty() != b.role.isEmpty())
            return a.role.isEmpty();
        return a.count != b.count ? a.count > b.count : a.role < b.role;
    });
    for (auto it = tally.types.begin(); it != tally.types.end(); ++it)
        result.types.push_back({it.key(), it->count, it->fit});
    sortByCount(result.types, [](const ConceptType& t) { return t.type; });
    return result;
}

QString spellingsText(const ConceptRole& role)
{
    QStringList parts;
    for (const ConceptSpelling& spelling : role.spellings)
        parts << QStringLiteral("%1 %2").arg(spelling.spelling, QString::number(spelling.count));
    return parts.join(QStringLiteral(", "));
}

} // namespace

std::vector<Concept> findConcepts(const Catalog& catalog,
                                  const std::vector<Relationship>& relationships,
                                  double minimumConfidence)
{
    QMap<ColumnId, ConceptTally> tallies;
    ReferenceRoles roles(catalog);
    for (const Relationship& relationship : relationships) {
        if (!isAccepted(relationship, minimumConfidence))
            continue;
        const ColumnId child = relationship.childColumns.front();
        const ColumnId key = relationship.targets.front().columns.front();
        ConceptTally& tally = tallies[key];
        ++tally.count;
        ++tally.spellings[roles.roleOf(child, key)][catalog.column(child).name];
        TypeTally& type = tally.types[catalog.column(child).type];
        ++type.count;
        type.fit = std::max(type.fit, fitOf(catalog, child, key));
    }
    std::vector<Concept> found;
    for (auto it = tallies.begin(); it != tallies.end(); ++it)
        found.push_back(conceptFrom(catalog, it.key(), it.value()));
    std::ranges::stable_sort(found, std::ranges::greater{}, &Concept::count);
    return found;
}

QString conceptSentence(const Catalog& catalog, const Concept& one)
{
    QStringList parts;
    for (const ConceptRole& role : one.roles)
        parts << (role.role.isEmpty()
                      ? spellingsText(role)
                      : QStringLiteral("%1: %2").arg(role.role, spellingsText(role)));
    return QStringLiteral("%1: %2").arg(catalog.displayName(one.table),
                                        parts.join(QStringLiteral("; ")));
}

int differingTypes(const Concept& one)
{
    int count = 0;
    for (const ConceptType& type : one.types)
        count += type.fit == KeyTypeFit::TypesDiffer ? type.count : 0;
    return count;
}

} // namespace cadastre
