// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Edits of saved views and of what is hidden as commands; see the header.
#include "model/workspace/view_commands.h"

#include "model/workspace/boundary_changes.h"

#include <algorithm>

namespace cadastre {

namespace {

using ViewChanges = std::vector<EntryChange<QString, SavedView>>;

ViewChanges reversedViews(ViewChanges changes)
{
    for (auto& change : changes)
        std::swap(change.before, change.after);
    return changes;
}

void applyViewChanges(SavedViews& document, const ViewChanges& changes)
{
    for (const auto& change : changes) {
        if (change.after)
            document[change.key] = *change.after;
        else
            document.erase(change.key);
    }
}

bool differsByNote(SavedView before, const SavedView& after)
{
    before.note = after.note;
    return before == after;
}

std::vector<ObjectKey> onlyInFirst(const std::set<ObjectKey>& first,
                                   const std::set<ObjectKey>& second)
{
    std::vector<ObjectKey> keys;
    std::set_difference(first.begin(), first.end(), second.begin(), second.end(),
                        std::back_inserter(keys));
    return keys;
}

/// What is put in and taken out of one set.
struct SetChange
{
    std::vector<ObjectKey> gone;
    std::vector<ObjectKey> added;
};

SetChange setChange(const std::set<ObjectKey>& before, const std::set<ObjectKey>& after)
{
    return {onlyInFirst(before, after), onlyInFirst(after, before)};
}

void applySetChange(std::set<ObjectKey>& set, const SetChange& change, bool forward)
{
    for (const ObjectKey& key : forward ? change.gone : change.added)
        set.erase(key);
    const std::vector<ObjectKey>& added = forward ? change.added : change.gone;
    set.insert(added.begin(), added.end());
}

} // namespace

Command changeViews(SavedViews& document, const SavedViews& after)
{
    const ViewChanges changes = changedEntries(document, after);
    const auto applying = [&document](const ViewChanges& direction) {
        return [&document, direction]() -> Result<Nothing> {
            applyViewChanges(document, direction);
            return ok();
        };
    };
    return {viewChangeName(document, after), applying(changes), applying(reversedViews(changes))};
}

QString viewChangeName(const SavedViews& before, const SavedViews& after)
{
    const ViewChanges changes = changedEntries(before, after);
    if (changes.size() == 2) {
        const bool firstGoes = !changes[0].after;
        const auto& gone = changes[firstGoes ? 0 : 1];
        const auto& added = changes[firstGoes ? 1 : 0];
        if (!gone.after && !added.before && gone.before == added.after)
            return QStringLiteral("Rename the view %1 to %2").arg(gone.key, added.key);
    }
    if (changes.size() != 1)
        return QStringLiteral("Change %1 views").arg(changes.size());
    const auto& change = changes.front();
    if (!change.before)
        return QStringLiteral("Save the view %1").arg(change.key);
    if (!change.after)
        return QStringLiteral("Delete the view %1").arg(change.key);
    return (differsByNote(*change.before, *change.after)
                ? QStringLiteral("Change the note of the view %1")
                : QStringLiteral("Update the view %1"))
        .arg(change.key);
}

Command changeChoice(TableChoice& document, const TableChoice& after, const QString& name)
{
    const SetChange hidden = setChange(document.hidden, after.hidden);
    const SetChange isolated = setChange(document.isolated, after.isolated);
    const auto applying = [&document, hidden, isolated](bool forward) {
        return [&document, hidden, isolated, forward]() -> Result<Nothing> {
            applySetChange(document.hidden, hidden, forward);
            applySetChange(document.isolated, isolated, forward);
            return ok();
        };
    };
    return {name, applying(true), applying(false)};
}

QString choiceChangeName(const TableChoice& before, const TableChoice& after)
{
    if (after.showsAll())
        return QStringLiteral("Show all tables");
    const SetChange hidden = setChange(before.hidden, after.hidden);
    if (!after.isolated.empty() && after.isolated != before.isolated &&
        (before.isolated.empty() || hidden.gone.empty()) && hidden.added.empty()) {
        const std::vector<ObjectKey> added = onlyInFirst(after.isolated, before.isolated);
        const bool more =
            !before.isolated.empty() && onlyInFirst(before.isolated, after.isolated).empty();
        return (more ? QStringLiteral("Show %1") : QStringLiteral("Isolate %1"))
            .arg(tablesText(
                more ? added
                     : std::vector<ObjectKey>(after.isolated.begin(), after.isolated.end())));
    }
    return hidden.added.empty() ? QStringLiteral("Show %1").arg(tablesText(hidden.gone))
                                : QStringLiteral("Hide %1").arg(tablesText(hidden.added));
}

ViewDocument viewsOnTop(ViewDocument target, const ViewDocument& before, const ViewDocument& now)
{
    applyViewChanges(target.views, changedEntries(before.views, now.views));
    applySetChange(target.choice.hidden, setChange(before.choice.hidden, now.choice.hidden), true);
    applySetChange(target.choice.isolated, setChange(before.choice.isolated, now.choice.isolated),
                   true);
    return target;
}

QString tablesText(const std::vector<ObjectKey>& tables)
{
    if (tables.size() == 1 && !tables.front().parts.isEmpty())
        return tables.front().parts.last();
    return QStringLiteral("%1 tables").arg(tables.size());
}

} // namespace cadastre
