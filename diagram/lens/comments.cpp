// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The comment lens: which part of a table and its columns is documented by its comment, with
// what is staged; the badge has the figure.
#include "diagram/lens.h"
#include "model/notes/commented_catalog.h"
#include "model/worklist/coverage.h"

namespace cadastre {

namespace {

LensResult applyStagedComments(const DiagramGraph& graph, const CommentedCatalog& commented)
{
    LensResult result;
    for (const DiagramNode& node : graph.nodes) {
        int total = 1;
        int described = isDocumented(commented.comment(node.table)) ? 1 : 0;
        ColumnId column = graph.catalog->firstColumn(node.table);
        const auto columns = std::ssize(graph.catalog->columnsOf(node.table));
        for (std::ptrdiff_t i = 0; i < columns; ++i, ++column.index) {
            ++total;
            described += isDocumented(commented.comment(column)) ? 1 : 0;
        }
        const int percent = 100 * described / total;
        result.marks.push_back({rampInk((percent + 24) / 25), QString::number(percent) + u'%'});
    }
    result.legend = {{rampInk(0), QStringLiteral("no comments")},
                     {rampInk(1), QStringLiteral("up to a quarter commented")},
                     {rampInk(2), QStringLiteral("up to a half")},
                     {rampInk(3), QStringLiteral("up to three quarters")},
                     {rampInk(4), QStringLiteral("nearly or fully commented")}};
    return result;
}

LensResult applyComments(const DiagramGraph& graph)
{
    return applyStagedComments(graph, CommentedCatalog(graph.catalog, {}));
}

} // namespace

Lens commentsLens()
{
    return {QStringLiteral("comments"), QStringLiteral("Comment coverage"), applyComments,
            applyStagedComments};
}

} // namespace cadastre
