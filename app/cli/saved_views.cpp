// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/cli/saved_views.h"

#include "app/cli/console.h"
#include "diagram/layout.h"

#include <algorithm>

namespace cadastre {

namespace {

DiagramPart partOfView(const SavedView& view, const Catalog& catalog,
                       const std::shared_ptr<const DiagramGraph>& graph,
                       const DiagramLayout& layout)
{
    TableChoice choice = view.tables;
    const bool anyThere = std::ranges::any_of(
        choice.isolated, [&](const ObjectKey& key) { return catalog.find(key).has_value(); });
    if (view.focus) {
        choice.isolated.clear();
        choice.hidden.erase(*view.focus);
    } else if (!anyThere) {
        choice.isolated.clear();
    }
    return shownPart(graph, layout, choice);
}

} // namespace

Result<const SavedView*> savedViewOf(const QString& wanted, const ViewDocument& document)
{
    if (wanted.isEmpty())
        return nullptr;
    const auto found = document.views.find(wanted);
    if (found != document.views.end())
        return &found->second;
    QStringList names;
    for (const auto& [name, view] : document.views)
        names << name;
    return Error{
        names.isEmpty()
            ? QStringLiteral("The workspace has no saved view %1; it has none.").arg(wanted)
            : QStringLiteral("The workspace has no saved view %1; its views are %2.")
                  .arg(wanted, names.join(QStringLiteral(", "))),
        {}};
}

void warnOfMissing(const SavedView& view, const QString& name, const Catalog& catalog)
{
    const auto missing =
        missingTables(view, [&](const ObjectKey& key) { return catalog.find(key).has_value(); });
    for (const ObjectKey& key : missing)
        printWarning(
            QStringLiteral("%1 of the view %2 is not there any more.").arg(key.toString(), name));
}

DiagramPart placedPart(const SavedView* view, const Catalog& catalog, const Placements& all,
                       const std::shared_ptr<const DiagramGraph>& graph)
{
    const std::atomic_bool cancelled = false;
    if (view == nullptr)
        return {graph, layoutDiagram(*graph, all, LayoutReason::First, {}, cancelled)};
    const DiagramLayout layout =
        layoutDiagram(*graph, placesOf(*view, all), LayoutReason::Refresh, {}, cancelled);
    return partOfView(*view, catalog, graph, layout);
}

} // namespace cadastre
