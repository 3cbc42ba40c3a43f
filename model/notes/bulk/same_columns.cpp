// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Groups columns by name and proposes one comment for them; what tells them apart is in
// column_meaning.cpp.
#include "model/notes/bulk/same_columns.h"

#include "model/notes/bulk/column_meaning.h"

#include <algorithm>
#include <map>
#include <set>

namespace cadastre {

namespace {

bool isForSameComment(const Catalog& catalog, const Column& column)
{
    const Table& table = catalog.table(column.table);
    return !column.system && !table.system && !table.partitionOf &&
           table.kind != TableKind::ShadowTable;
}

/// The spelling that most of them have.
QString usualName(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    std::map<QString, int> counts;
    for (ColumnId id : columns)
        ++counts[catalog.column(id).name];
    return std::ranges::max_element(counts, {}, [](const auto& one) { return one.second; })->first;
}

void countComments(const CommentedCatalog& commented, SameNamedColumns& group)
{
    std::set<QString> texts;
    for (ColumnId id : group.columns) {
        const QString text = commented.comment(id);
        if (text.isEmpty())
            continue;
        ++group.commented;
        texts.insert(text);
    }
    group.texts = static_cast<int>(texts.size());
}

} // namespace

std::vector<SameNamedColumns> sameNamedColumns(const CommentedCatalog& commented)
{
    const Catalog& catalog = *commented.catalog();
    std::map<std::pair<QString, SourceId>, SameNamedColumns> groups;
    const auto& columns = catalog.objects().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!isForSameComment(catalog, columns[i]))
            continue;
        const ColumnId id{static_cast<int>(i)};
        SameNamedColumns& group = groups[{columns[i].name.toCaseFolded(), catalog.sourceOf(id)}];
        group.columns.push_back(id);
    }
    std::vector<SameNamedColumns> result;
    for (auto& [name, group] : groups) {
        if (group.columns.size() < 2)
            continue;
        group.name = usualName(catalog, group.columns);
        countComments(commented, group);
        result.push_back(std::move(group));
    }
    return result;
}

ColumnId bestCommented(const CommentedCatalog& commented, const SameNamedColumns& group)
{
    std::map<QString, int> counts;
    for (ColumnId id : group.columns)
        ++counts[commented.comment(id)];
    counts.erase(QString());
    ColumnId best = group.columns.front();
    int most = 0;
    for (ColumnId id : group.columns) {
        const auto found = counts.find(commented.comment(id));
        if (found != counts.end() && found->second > most) {
            most = found->second;
            best = id;
        }
    }
    return best;
}

BulkList sameComment(const CommentedCatalog& commented, const SameNamedColumns& group,
                     ColumnId like, const QString& text)
{
    const ColumnMeanings meanings(*commented.catalog());
    BulkList list;
    for (ColumnId id : group.columns) {
        if (commented.comment(id) == text)
            continue;
        BulkProposal proposal = bulkProposal(commented, id, text);
        if (id != like) {
            const QString difference = meanings.difference(like, id);
            if (!difference.isEmpty())
                leaveOut(proposal, difference);
            if (!proposal.present.isEmpty())
                leaveOut(proposal, QStringLiteral("It has a comment of its own."));
        }
        list.proposals.push_back(std::move(proposal));
    }
    sortByKey(list.proposals);
    return list;
}

} // namespace cadastre
