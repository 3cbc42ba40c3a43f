// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The convention lens: one fill per naming convention that tables say they follow (@convention),
// with what is staged; the convention's name as badge.
#include "diagram/lens.h"
#include "model/notes/comment_text.h"
#include "model/notes/commented_catalog.h"

#include <map>

namespace cadastre {

namespace {

QString conventionOfTable(const CommentedCatalog& commented, TableId table)
{
    const QString text = commented.comment(table);
    return text.contains(QLatin1String("@convention"))
               ? noteValue(text, QStringLiteral("convention")).value_or(QString())
               : QString();
}

LensResult applyStagedConvention(const DiagramGraph& graph, const CommentedCatalog& commented)
{
    LensResult result;
    std::map<QString, int> order;
    bool hasNone = false;
    for (const DiagramNode& node : graph.nodes) {
        const QString name = conventionOfTable(commented, node.table);
        if (name.isEmpty())
            hasNone = true;
        else
            order.try_emplace(name, 0);
    }
    for (auto& [name, index] : order) {
        index = static_cast<int>(result.legend.size());
        result.legend.push_back({categoryInk(index), name});
    }
    for (const DiagramNode& node : graph.nodes) {
        const QString name = conventionOfTable(commented, node.table);
        result.marks.push_back({name.isEmpty() ? Ink::Header : categoryInk(order.at(name)), name});
    }
    if (hasNone)
        result.legend.push_back({Ink::Header, QStringLiteral("no convention noted")});
    return result;
}

LensResult applyConvention(const DiagramGraph& graph)
{
    return applyStagedConvention(graph, CommentedCatalog(graph.catalog, {}));
}

} // namespace

Lens conventionLens()
{
    return {QStringLiteral("convention"), QStringLiteral("Naming convention"), applyConvention,
            applyStagedConvention};
}

} // namespace cadastre
