// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names, keys and places of saved views; see the header.
#include "model/workspace/saved_view.h"

#include "model/workspace/placement_commands.h"

namespace cadastre {

QString viewName(const QString& typed)
{
    QStringList parts;
    for (const QString& part : typed.split(QLatin1Char('/'))) {
        if (const QString simple = part.simplified(); !simple.isEmpty())
            parts << simple;
    }
    return parts.join(viewFolderSeparator);
}

QString freeViewName(const SavedViews& views, const QString& wanted)
{
    if (!views.contains(wanted))
        return wanted;
    int number = 2;
    const auto numbered = [&] { return QStringLiteral("%1 %2").arg(wanted).arg(number); };
    while (views.contains(numbered()))
        ++number;
    return numbered();
}

SavedView rekeyed(const SavedView& view, const QHash<ObjectKey, ObjectKey>& renamed)
{
    SavedView result = view;
    result.tables = rekeyed(view.tables, renamed);
    if (view.focus)
        result.focus = renamed.value(*view.focus, *view.focus);
    result.places = rekeyed(view.places, renamed);
    return result;
}

ViewDocument rekeyed(const ViewDocument& document, const QHash<ObjectKey, ObjectKey>& renamed)
{
    if (renamed.isEmpty())
        return document;
    ViewDocument result;
    for (const auto& [name, view] : document.views)
        result.views.emplace(name, rekeyed(view, renamed));
    result.choice = rekeyed(document.choice, renamed);
    return result;
}

Placements placesOf(const SavedView& view, const Placements& all)
{
    Placements places = all;
    for (auto it = view.places.groups.cbegin(); it != view.places.groups.cend(); ++it)
        places.groups.insert(it.key(), it.value());
    for (auto it = view.places.tables.cbegin(); it != view.places.tables.cend(); ++it)
        places.tables.insert(it.key(), it.value());
    return places;
}

} // namespace cadastre
