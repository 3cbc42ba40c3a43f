// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Between saved views and the lines of a workspace; see the header.
#include "model/workspace/view_section.h"

#include "model/json_text.h"
#include "model/workspace/section_update.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace cadastre {

namespace {

const QByteArray viewsSection = "views";
const QByteArray shownSection = "shown";
const QLatin1String hiddenState("hidden");
const QLatin1String isolatedState("isolated");

std::optional<ObjectKey> viewKeyFrom(const QJsonValue& value)
{
    const Result<ObjectKey> key = ObjectKey::fromString(value.toString());
    return key ? std::optional(*key) : std::nullopt;
}

std::set<ObjectKey> viewKeysFrom(const QJsonValue& value)
{
    std::set<ObjectKey> keys;
    for (const QJsonValue item : value.toArray()) {
        if (const auto key = viewKeyFrom(item))
            keys.insert(*key);
    }
    return keys;
}

QPoint placeFrom(const QJsonArray& numbers)
{
    return {numbers.at(0).toInt(), numbers.at(1).toInt()};
}

Placements placesFrom(const QJsonObject& object)
{
    Placements places;
    const QJsonObject tables = object.value(QLatin1String("positions")).toObject();
    for (auto it = tables.begin(); it != tables.end(); ++it) {
        const QJsonArray place = it.value().toArray();
        if (const auto key = viewKeyFrom(it.key()); key && place.size() >= 2)
            places.tables.insert(*key,
                                 {placeFrom(place), place.at(2).toString(), place.at(3).toBool()});
    }
    const QJsonObject groups = object.value(QLatin1String("groups")).toObject();
    for (auto it = groups.begin(); it != groups.end(); ++it)
        places.groups.insert(it.key(), placeFrom(it.value().toArray()));
    return places;
}

/// Absent for what is no JSON object.
std::optional<SavedView> savedViewFrom(const QByteArray& text)
{
    const QJsonDocument json = QJsonDocument::fromJson(text);
    if (!json.isObject())
        return std::nullopt;
    const QJsonObject object = json.object();
    const auto member = [&](const char* name) { return object.value(QLatin1String(name)); };
    SavedView view;
    view.tables = {viewKeysFrom(member("hidden")), viewKeysFrom(member("tables"))};
    view.focus = viewKeyFrom(member("focus"));
    view.depth = std::clamp(member("depth").toInt(1), 1, 4);
    view.places = placesFrom(object);
    const QJsonArray area = member("area").toArray();
    if (area.size() == 4)
        view.area = QRectF(placeFrom(area), QSizeF(area.at(2).toInt(), area.at(3).toInt()));
    view.showsInferred = member("inferred").toBool(true);
    view.minimumConfidence = std::clamp(member("confidence").toDouble(0.5), 0.0, 1.0);
    view.showsRejected = member("rejected").toBool(false);
    view.query = member("query").toString();
    view.lens = member("lens").toString();
    view.note = member("note").toString();
    return view;
}

QByteArray viewText(const QString& text)
{
    return text.isEmpty() ? QByteArray() : jsonString(text);
}

QByteArray viewKeysText(const std::set<ObjectKey>& keys)
{
    QByteArray text;
    for (const ObjectKey& key : keys)
        text += (text.isEmpty() ? "[" : ",") + jsonString(key.toString());
    return text.isEmpty() ? text : text + ']';
}

QByteArray numbersText(const std::vector<int>& numbers)
{
    QByteArray text;
    for (const int number : numbers)
        text += (text.isEmpty() ? "" : ",") + QByteArray::number(number);
    return text;
}

QByteArray viewPositionsText(const Placements& places)
{
    RawEntries entries;
    for (auto it = places.tables.cbegin(); it != places.tables.cend(); ++it) {
        QByteArray text = '[' + numbersText({it->position.x(), it->position.y()});
        if (!it->group.isEmpty() || it->pinned)
            text += ',' + jsonString(it->group);
        if (it->pinned)
            text += ",true";
        entries[it.key().toString().toUtf8()] = text + ']';
    }
    return entries.empty() ? QByteArray() : printMembers(entries);
}

QByteArray viewGroupsText(const Placements& places)
{
    RawEntries entries;
    for (auto it = places.groups.cbegin(); it != places.groups.cend(); ++it)
        entries[it.key().toUtf8()] = '[' + numbersText({it->x(), it->y()}) + ']';
    return entries.empty() ? QByteArray() : printMembers(entries);
}

RawEntries viewMembers(const SavedView& view)
{
    const QRect area = view.area.toRect();
    const QByteArray whole =
        '[' + numbersText({area.x(), area.y(), area.width(), area.height()}) + ']';
    return {{"hidden", viewKeysText(view.tables.hidden)},
            {"tables", viewKeysText(view.tables.isolated)},
            {"focus", view.focus ? jsonString(view.focus->toString()) : QByteArray()},
            {"depth", view.depth == 1 ? QByteArray() : QByteArray::number(view.depth)},
            {"positions", viewPositionsText(view.places)},
            {"groups", viewGroupsText(view.places)},
            {"area", view.area.isEmpty() ? QByteArray() : whole},
            {"inferred", view.showsInferred ? QByteArray() : QByteArray("false")},
            {"confidence", view.minimumConfidence == 0.5
                               ? QByteArray()
                               : QByteArray::number(view.minimumConfidence, 'g', 4)},
            {"rejected", view.showsRejected ? QByteArray("true") : QByteArray()},
            {"query", viewText(view.query)},
            {"lens", viewText(view.lens)},
            {"note", viewText(view.note)}};
}

bool isViewName(const QByteArray& name)
{
    return !name.trimmed().isEmpty() && !name.contains('\n');
}

/// Absent for what this version does not know.
std::optional<bool> isolationFrom(const QByteArray& text)
{
    const QString state =
        QJsonDocument::fromJson(text).object().value(QLatin1String("state")).toString();
    if (state != hiddenState && state != isolatedState)
        return std::nullopt;
    return state == isolatedState;
}

RawEntries isolationMembers(bool isolated)
{
    return {{"state", jsonString(QString(isolated ? isolatedState : hiddenState))}};
}

} // namespace

ViewDocument viewsOf(const EntryDocument& document)
{
    ViewDocument result;
    if (const auto views = document.sections.find(viewsSection); views != document.sections.end()) {
        for (const auto& [name, value] : views->second) {
            if (const auto view = savedViewFrom(value); view && isViewName(name))
                result.views.emplace(QString::fromUtf8(name), *view);
        }
    }
    if (const auto shown = document.sections.find(shownSection); shown != document.sections.end()) {
        for (const auto& [name, value] : shown->second) {
            const auto key = ObjectKey::fromString(QString::fromUtf8(name));
            const auto isolated = isolationFrom(value);
            if (key && isolated)
                (*isolated ? result.choice.isolated : result.choice.hidden).insert(*key);
        }
    }
    return result;
}

void setViews(EntryDocument& document, const ViewDocument& views)
{
    {
        SectionUpdate<SavedView> update(document, viewsSection);
        update.keepUnknown([](const QByteArray& name, const QByteArray& value) {
            return savedViewFrom(value) && isViewName(name);
        });
        for (const auto& [name, view] : views.views)
            update.set(name.toUtf8(), view, savedViewFrom, viewMembers);
    }
    SectionUpdate<bool> update(document, shownSection);
    update.keepUnknown([](const QByteArray& name, const QByteArray& value) {
        return ObjectKey::fromString(QString::fromUtf8(name)).has_value() && isolationFrom(value);
    });
    for (const ObjectKey& key : views.choice.isolated)
        update.set(key.toString().toUtf8(), true, isolationFrom, isolationMembers);
    for (const ObjectKey& key : views.choice.hidden) {
        update.set(key.toString().toUtf8(), false, isolationFrom, isolationMembers);
    }
}

} // namespace cadastre
