// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Values to tables by their names; see the header.
#include "model/sql/verify/data_targets.h"

#include "model/sql/verify/type_value_match.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isOpenTarget(const RelationshipTarget& target)
{
    return !target.isResolved() && target.typeValue.isEmpty();
}

} // namespace

DataTargets::DataTargets(const Catalog& catalog)
    : m_catalog(catalog)
{
}

std::optional<RelationshipTarget> DataTargets::targetOf(const Relationship& relationship,
                                                        const QString& value) const
{
    if (!m_names)
        m_names.emplace(m_catalog, inferenceScope(m_catalog));
    const auto table = m_names->meantBy(value, relationship.child);
    if (!table)
        return std::nullopt;
    const auto key = keyFor(m_catalog, *table, relationship.childColumns.front());
    return key ? std::optional(RelationshipTarget{*table, {*key}, value}) : std::nullopt;
}

Relationship DataTargets::withValues(Relationship relationship, const QStringList& values) const
{
    if (!relationship.typeColumn || relationship.childColumns.size() != 1)
        return relationship;
    relationship = withTypeValuesOfData(m_catalog, std::move(relationship), values);
    std::vector<RelationshipTarget> found;
    for (const QString& value : values) {
        const bool isKnown =
            std::ranges::any_of(relationship.targets, [&](const RelationshipTarget& target) {
                return target.typeValue == value;
            });
        if (isKnown)
            continue;
        if (auto target = targetOf(relationship, value))
            found.push_back(std::move(*target));
    }
    if (!found.empty())
        std::erase_if(relationship.targets, isOpenTarget);
    relationship.targets.insert(relationship.targets.end(), found.begin(), found.end());
    return relationship;
}

Relationship DataTargets::checked(Relationship relationship, const Verification& verification) const
{
    if (relationship.origin == RelationshipOrigin::Inferred && !verification.hasFailed()) {
        QStringList values;
        for (const TargetVerification& target : verification.targets) {
            if (!target.typeValue.isEmpty())
                values << target.typeValue;
        }
        relationship = withValues(std::move(relationship), values);
    }
    return withVerification(std::move(relationship), verification);
}

} // namespace cadastre
