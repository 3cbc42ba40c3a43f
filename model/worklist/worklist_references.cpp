// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Why a column that refers to something needs words: several targets, or none that is declared.
#include "model/worklist/worklist_parts.h"

#include "model/notes/checks/comment_check_parts.h"
#include "model/relations/count_text.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr double polymorphicWeight = 4.5;
constexpr double undeclaredWeight = 1.5;

QString polymorphicReason(const Catalog& catalog, const Relationship& one)
{
    const Column& type = catalog.column(*one.typeColumn);
    QStringList missing;
    for (const RelationshipTarget& target : one.targets) {
        if (!target.isResolved() && !target.typeValue.isEmpty())
            missing << target.typeValue;
    }
    const auto found = std::ranges::count_if(one.targets, &RelationshipTarget::isResolved);
    QString reason =
        found == 0
            ? QStringLiteral("`%1` chooses which table it points at, and its values are listed "
                             "nowhere")
                  .arg(type.name)
            : QStringLiteral("`%1` chooses which of %2 it points at")
                  .arg(type.name,
                       countedNoun(found, QStringLiteral("table"), QStringLiteral("tables")));
    if (!missing.isEmpty())
        reason += QStringLiteral("; for %1 there is no table").arg(listInWords(missing));
    return reason;
}

} // namespace

WeighedReason referenceReason(const Catalog& catalog, const Relationship& one, ColumnId column)
{
    if (one.childColumns.front() != column)
        return {};
    if (one.typeColumn)
        return {polymorphicWeight, polymorphicReason(catalog, one)};
    if (one.origin == RelationshipOrigin::Declared || one.targets.size() != 1 ||
        !one.targets.front().isResolved())
        return {};
    return {undeclaredWeight, QStringLiteral("Points at `%1`, which no foreign key says")
                                  .arg(catalog.displayName(one.targets.front().columns.front()))};
}

} // namespace cadastre
