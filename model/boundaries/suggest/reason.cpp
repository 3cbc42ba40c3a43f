// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sentence that stands beside a whole group: what somebody has said already, else what its
// names share and how many of its relationships stay inside.
#include "model/boundaries/suggest/evidence.h"

#include "model/relations/count_text.h"

#include <algorithm>

namespace cadastre::suggest {

namespace {

QString tablesText(qint64 count)
{
    return countedNoun(count, QStringLiteral("table"), QStringLiteral("tables"));
}

QString labelReason(const Facts& facts, const Label& label, const std::vector<int>& group)
{
    const auto labelled = std::ranges::count_if(
        group, [&](int position) { return facts.labels.ofPositions[position] >= 0; });
    switch (label.kind) {
    case LabelKind::Note:
        return labelled == 1
                   ? QStringLiteral("The comment of 1 table says `@owner %1`.").arg(label.name)
                   : QStringLiteral("The comments of %1 say `@owner %2`.")
                         .arg(tablesText(labelled), label.name);
    case LabelKind::Schema:
        return QStringLiteral("These are the tables of schema `%1`.").arg(label.name);
    case LabelKind::Database:
        return QStringLiteral("These are the tables of database `%1`.").arg(label.name);
    case LabelKind::Role:
        return QStringLiteral("Role `%1` owns %2 of them.")
            .arg(label.name, groupedDigits(labelled));
    }
    Q_UNREACHABLE();
}

/// What the names of most tables begin with; empty when they do not.
QString namesReason(const Facts& facts, const GroupNames& names, const std::vector<int>& group)
{
    SharedName best;
    for (const int position : group) {
        const SharedName shared = sharedBeginning(facts, names, position);
        if (shared.worth > best.worth)
            best = shared;
    }
    if (2 * best.shared < names.size)
        return {};
    std::vector<int> having;
    std::ranges::set_intersection(group, facts.names.ofBeginnings.tables[best.feature],
                                  std::back_inserter(having));
    const QString text = commonBeginning(facts, having);
    if (text.isEmpty())
        return {};
    return QStringLiteral("%1 of %2 names begin with `%3`")
        .arg(groupedDigits(best.shared), groupedDigits(names.size), text);
}

QString linksReason(const Facts& facts, const std::vector<int>& group)
{
    const int number = facts.groupOf[group.front()];
    int inside = 0;
    int leaving = 0;
    for (const int position : group) {
        for (const int index : facts.linksOf[position]) {
            const Link& link = facts.links[index];
            if (facts.groupOf[link.from] != number || facts.groupOf[link.to] != number)
                ++leaving;
            else if (link.from == position)
                ++inside;
        }
    }
    if (inside == 0)
        return {};
    return QStringLiteral("%1 of the %2 between tables stay inside")
        .arg(groupedDigits(inside),
             countedNoun(inside + leaving, QStringLiteral("link"), QStringLiteral("links")));
}

} // namespace

QString reasonOf(const Facts& facts, const GroupNames& names, const std::vector<int>& group)
{
    if (const Label* label = facts.labelOf(group))
        return labelReason(facts, *label, group);
    QStringList parts{namesReason(facts, names, group), linksReason(facts, group)};
    parts.removeAll(QString());
    if (parts.isEmpty())
        return QStringLiteral("Their names have words in common.");
    return QString(parts.join(QStringLiteral("; ")) + QLatin1Char('.'));
}

} // namespace cadastre::suggest
