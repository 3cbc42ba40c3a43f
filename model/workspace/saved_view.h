// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SavedView: what a person wants to see again: which tables, where they stand, what is in view,
// which relationships, which colours, and why. A value keyed by ObjectKey; its text lives in
// view_section.h, changes of it in view_commands.h.
#pragma once

#include "model/workspace/placements.h"
#include "model/workspace/table_choice.h"

#include <QRectF>

#include <map>
#include <optional>

namespace cadastre {

struct SavedView
{
    TableChoice tables;
    std::optional<ObjectKey> focus; ///< the neighbourhood of this table; absent: everything
    int depth = 1;                  ///< steps from the focus, 1 to 4
    /// Where its tables stand, with the origins of their groups; pinned ones are a person's. Empty:
    /// as in the whole diagram.
    Placements places;
    QRectF area; ///< what is in view, whole scene pixels; empty: everything fits
    bool showsInferred = true;
    double minimumConfidence = 0.5; ///< of inferred relationships, 0..1
    bool showsRejected = false;
    QString query; ///< what the tables were chosen by; empty: by hand
    QString lens;  ///< what colours say; empty for the first one
    QString note;  ///< what it is for, in a person's words

    bool operator==(const SavedView&) const = default;
};

/// By name: any text that is not empty, without line breaks; "Sales / Refunds" stands in a folder.
using SavedViews = std::map<QString, SavedView>;

/// What a workspace keeps about looking at it.
struct ViewDocument
{
    SavedViews views;
    TableChoice choice; ///< of the diagram as it is now

    bool operator==(const ViewDocument&) const = default;
};

/// Between the folders and the name of a view.
inline constexpr QLatin1String viewFolderSeparator(" / ");

/// What a name becomes that a person typed: one line, folders separated as above; empty where
/// nothing is left of it.
QString viewName(const QString& typed);
/// `wanted`, or "wanted 2", ...: the first that no view has.
QString freeViewName(const SavedViews& views, const QString& wanted);

/// All keys under their new names; those without one stay.
SavedView rekeyed(const SavedView& view, const QHash<ObjectKey, ObjectKey>& renamed);
ViewDocument rekeyed(const ViewDocument& document, const QHash<ObjectKey, ObjectKey>& renamed);

/// Tables that a view is about and that are not there any more; by key. `isThere` as for commands.
template <typename IsThere>
std::vector<ObjectKey> missingTables(const SavedView& view, const IsThere& isThere)
{
    std::set<ObjectKey> named = view.tables.isolated;
    named.insert(view.tables.hidden.begin(), view.tables.hidden.end());
    if (view.focus)
        named.insert(*view.focus);
    for (auto it = view.places.tables.keyBegin(); it != view.places.tables.keyEnd(); ++it)
        named.insert(*it);
    std::vector<ObjectKey> missing;
    for (const ObjectKey& key : named) {
        if (!isThere(key))
            missing.push_back(key);
    }
    return missing;
}

/// The places of a view on top of those of the whole diagram.
Placements placesOf(const SavedView& view, const Placements& all);

} // namespace cadastre
