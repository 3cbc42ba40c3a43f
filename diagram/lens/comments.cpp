// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The comment lens: which part of a table and its columns has a comment; the badge has the figure.
#include "diagram/lens.h"

namespace cadastre {

namespace {

LensResult applyComments(const DiagramGraph& graph)
{
    LensResult result;
    for (const DiagramNode& node : graph.nodes) {
        int total = 1;
        int commented = graph.catalog->table(node.table).comment.isEmpty() ? 0 : 1;
        for (const Column& column : graph.catalog->columnsOf(node.table)) {
            ++total;
            commented += column.comment.isEmpty() ? 0 : 1;
        }
        const int percent = 100 * commented / total;
        result.marks.push_back({rampInk((percent + 24) / 25), QString::number(percent) + u'%'});
    }
    result.legend = {{rampInk(0), QStringLiteral("no comments")},
                     {rampInk(1), QStringLiteral("up to a quarter commented")},
                     {rampInk(2), QStringLiteral("up to a half")},
                     {rampInk(3), QStringLiteral("up to three quarters")},
                     {rampInk(4), QStringLiteral("nearly or fully commented")}};
    return result;
}

} // namespace

Lens commentsLens()
{
    return {QStringLiteral("comments"), QStringLiteral("Comment coverage"), applyComments};
}

} // namespace cadastre
