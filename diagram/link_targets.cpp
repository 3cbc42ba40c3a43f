// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/link_targets.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

enum class TypeFamily : std::uint8_t { Unknown, Number, Text, Uuid, Time, Flag, Bytes };

struct FamilyWord
{
    QLatin1String word;
    TypeFamily family;
};

TypeFamily familyOf(const QString& type)
{
    // "interval" and "point" contain "int": the longer words stand first
    static constexpr std::array words{
        FamilyWord{QLatin1String("uuid"), TypeFamily::Uuid},
        FamilyWord{QLatin1String("uniqueidentifier"), TypeFamily::Uuid},
        FamilyWord{QLatin1String("interval"), TypeFamily::Time},
        FamilyWord{QLatin1String("point"), TypeFamily::Unknown},
        FamilyWord{QLatin1String("date"), TypeFamily::Time},
        FamilyWord{QLatin1String("time"), TypeFamily::Time},
        FamilyWord{QLatin1String("bool"), TypeFamily::Flag},
        FamilyWord{QLatin1String("binary"), TypeFamily::Bytes},
        FamilyWord{QLatin1String("bytea"), TypeFamily::Bytes},
        FamilyWord{QLatin1String("blob"), TypeFamily::Bytes},
        FamilyWord{QLatin1String("char"), TypeFamily::Text},
        FamilyWord{QLatin1String("text"), TypeFamily::Text},
        FamilyWord{QLatin1String("clob"), TypeFamily::Text},
        FamilyWord{QLatin1String("enum"), TypeFamily::Text},
        FamilyWord{QLatin1String("int"), TypeFamily::Number},
        FamilyWord{QLatin1String("serial"), TypeFamily::Number},
        FamilyWord{QLatin1String("num"), TypeFamily::Number},
        FamilyWord{QLatin1String("dec"), TypeFamily::Number},
        FamilyWord{QLatin1String("double"), TypeFamily::Number},
        FamilyWord{QLatin1String("real"), TypeFamily::Number},
        FamilyWord{QLatin1String("float"), TypeFamily::Number}};
    const auto found = std::find_if(words.begin(), words.end(), [&](const FamilyWord& candidate) {
        return type.contains(candidate.word, Qt::CaseInsensitive);
    });
    return found == words.end() ? TypeFamily::Unknown : found->family;
}

bool isKey(const Constraint& constraint)
{
    return constraint.kind == ConstraintKind::PrimaryKey ||
           constraint.kind == ConstraintKind::Unique;
}

bool fits(const Catalog& catalog, ColumnId parent, ColumnId child)
{
    return parent != child &&
           typesMayMatch(catalog.column(parent).type, catalog.column(child).type);
}

std::optional<ColumnId> partOfKey(const Catalog& catalog, const Constraint& key, ColumnId child)
{
    std::vector<ColumnId> fitting;
    for (const ColumnId id : key.columns) {
        if (id != child && catalog.column(id).name == catalog.column(child).name)
            return id;
        if (fits(catalog, id, child))
            fitting.push_back(id);
    }
    return fitting.size() == 1 ? std::optional(fitting.front()) : std::nullopt;
}

} // namespace

bool typesMayMatch(const QString& first, const QString& second)
{
    const TypeFamily a = familyOf(first);
    const TypeFamily b = familyOf(second);
    return a == b || a == TypeFamily::Unknown || b == TypeFamily::Unknown;
}

std::vector<ColumnId> likelyParents(const Catalog& catalog, ColumnId child)
{
    std::vector<ColumnId> parents;
    for (const Constraint& constraint : catalog.objects().constraints)
        if (isKey(constraint) && constraint.columns.size() == 1 &&
            fits(catalog, constraint.columns.front(), child))
            parents.push_back(constraint.columns.front());
    std::sort(parents.begin(), parents.end());
    parents.erase(std::unique(parents.begin(), parents.end()), parents.end());
    return parents;
}

std::optional<ColumnId> keyColumnFor(const Catalog& catalog, TableId table, ColumnId child)
{
    if (const Constraint* primary = catalog.primaryKeyOf(table)) {
        if (primary->columns.size() > 1)
            return partOfKey(catalog, *primary, child);
        return primary->columns.front() == child ? std::nullopt
                                                 : std::optional(primary->columns.front());
    }
    std::optional<ColumnId> only;
    for (const Constraint& constraint : catalog.constraintsOf(table)) {
        if (!isKey(constraint) || constraint.columns.size() != 1 ||
            constraint.columns.front() == child)
            continue;
        if (only)
            return std::nullopt;
        only = constraint.columns.front();
    }
    return only;
}

} // namespace cadastre
