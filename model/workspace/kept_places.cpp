// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/workspace/kept_places.h"

#include "model/workspace/placement_commands.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int keptPlacesVersion = 1;
constexpr double sameTable = 0.6; ///< of all columns of both, those that both have
constexpr qsizetype fewestColumns = 2;
constexpr std::size_t mostPairs = 200000; ///< beyond, nobody renamed them one by one

QJsonArray keptPointArray(QPoint point)
{
    return {point.x(), point.y()};
}

QPoint keptPoint(const QJsonValue& value)
{
    const QJsonArray numbers = value.toArray();
    return {numbers.at(0).toInt(), numbers.at(1).toInt()};
}

QJsonObject keptPlacesObject(const QHash<ObjectKey, Placement>& places)
{
    QJsonObject object;
    for (auto place = places.cbegin(); place != places.cend(); ++place) {
        QJsonArray parts = keptPointArray(place->position);
        parts.append(place->group);
        parts.append(place->pinned);
        object.insert(place.key().toString(), parts);
    }
    return object;
}

QHash<ObjectKey, Placement> keptPlacesFromObject(const QJsonObject& object)
{
    QHash<ObjectKey, Placement> places;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonArray parts = entry->toArray();
        if (const auto key = ObjectKey::fromString(entry.key()))
            places.insert(*key, {keptPoint(parts), parts.at(2).toString(), parts.at(3).toBool()});
    }
    return places;
}

QStringList placedColumnNames(const Catalog& catalog, TableId table)
{
    QStringList names;
    for (const Column& column : catalog.columnsOf(table))
        names << column.name;
    return names;
}

/// How much two tables have in common, 0 to 1.
double columnLikeness(const QStringList& a, const QStringList& b)
{
    if (std::min(a.size(), b.size()) < fewestColumns)
        return 0;
    const QSet<QString> known(a.begin(), a.end());
    const auto shared =
        std::ranges::count_if(b, [&](const QString& name) { return known.contains(name); });
    return double(shared) / double(a.size() + b.size() - shared);
}

struct RenameCandidate
{
    ObjectKey key;
    QStringList columns;
};

std::vector<RenameCandidate> goneSinceKept(const KeptPlaces& kept, const Catalog& catalog)
{
    std::vector<RenameCandidate> gone;
    for (auto table = kept.columns.cbegin(); table != kept.columns.cend(); ++table) {
        if (kept.placements.tables.contains(table.key()) && !catalog.find(table.key()))
            gone.push_back({table.key(), *table});
    }
    std::ranges::sort(gone, {}, &RenameCandidate::key);
    return gone;
}

std::vector<RenameCandidate> newSinceKept(const Catalog& catalog, const KeptPlaces& kept)
{
    std::vector<RenameCandidate> fresh;
    for (int i = 0; i < int(catalog.objects().tables.size()); ++i) {
        const ObjectKey key = catalog.keyOf(TableId{i});
        if (!kept.placements.tables.contains(key))
            fresh.push_back({key, placedColumnNames(catalog, TableId{i})});
    }
    return fresh;
}

/// The one that is most like it, and like no other as much; null for none.
const RenameCandidate* likestTable(const RenameCandidate& wanted,
                                   const std::vector<RenameCandidate>& among)
{
    const RenameCandidate* best = nullptr;
    double most = 0;
    bool tied = false;
    for (const RenameCandidate& other : among) {
        if (other.key.source != wanted.key.source || other.key.kind != wanted.key.kind)
            continue;
        const double like = columnLikeness(wanted.columns, other.columns);
        tied = like > most ? false : tied || like == most;
        if (like > most) {
            most = like;
            best = &other;
        }
    }
    return most >= sameTable && !tied ? best : nullptr;
}

} // namespace

KeptPlaces keptPlacesOf(const Placements& placements, const QHash<ObjectKey, Placement>& homes,
                        const Catalog& catalog)
{
    KeptPlaces kept{placements, homes, {}};
    for (int i = 0; i < int(catalog.objects().tables.size()); ++i) {
        const ObjectKey key = catalog.keyOf(TableId{i});
        if (placements.tables.contains(key))
            kept.columns.insert(key, placedColumnNames(catalog, TableId{i}));
    }
    return kept;
}

QByteArray keptPlacesText(const KeptPlaces& kept)
{
    QJsonObject groups;
    for (auto group = kept.placements.groups.cbegin(); group != kept.placements.groups.cend();
         ++group)
        groups.insert(group.key(), keptPointArray(*group));
    QJsonObject columns;
    for (auto table = kept.columns.cbegin(); table != kept.columns.cend(); ++table)
        columns.insert(table.key().toString(), QJsonArray::fromStringList(*table));
    const QJsonObject whole{
        {QStringLiteral("version"), keptPlacesVersion},
        {QStringLiteral("groups"), groups},
        {QStringLiteral("tables"), keptPlacesObject(kept.placements.tables)},
        {QStringLiteral("homes"), keptPlacesObject(kept.homes)},
        {QStringLiteral("columns"), columns},
    };
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

std::optional<KeptPlaces> keptPlacesFromText(const QByteArray& text)
{
    const QJsonObject whole = QJsonDocument::fromJson(text).object();
    if (whole.value(QLatin1String("version")).toInt() != keptPlacesVersion)
        return std::nullopt;
    KeptPlaces kept;
    kept.placements.tables = keptPlacesFromObject(whole.value(QLatin1String("tables")).toObject());
    kept.homes = keptPlacesFromObject(whole.value(QLatin1String("homes")).toObject());
    const QJsonObject groups = whole.value(QLatin1String("groups")).toObject();
    for (auto group = groups.begin(); group != groups.end(); ++group)
        kept.placements.groups.insert(group.key(), keptPoint(*group));
    const QJsonObject columns = whole.value(QLatin1String("columns")).toObject();
    for (auto table = columns.begin(); table != columns.end(); ++table) {
        if (const auto key = ObjectKey::fromString(table.key()))
            kept.columns.insert(*key, table->toVariant().toStringList());
    }
    return kept;
}

QHash<ObjectKey, ObjectKey> renamedSince(const KeptPlaces& kept, const Catalog& catalog)
{
    QHash<ObjectKey, ObjectKey> renamed;
    const std::vector<RenameCandidate> gone = goneSinceKept(kept, catalog);
    if (gone.empty())
        return renamed;
    const std::vector<RenameCandidate> fresh = newSinceKept(catalog, kept);
    if (gone.size() * fresh.size() > mostPairs)
        return renamed;
    for (const RenameCandidate& before : gone) {
        const RenameCandidate* after = likestTable(before, fresh);
        if (after != nullptr && likestTable(*after, gone) == &before)
            renamed.insert(before.key, after->key);
    }
    return renamed;
}

KeptPlaces followed(const KeptPlaces& kept, const Catalog& catalog)
{
    const QHash<ObjectKey, ObjectKey> renamed = renamedSince(kept, catalog);
    if (renamed.isEmpty())
        return kept;
    KeptPlaces now = kept;
    now.placements = rekeyed(kept.placements, renamed);
    now.homes = rekeyed(Placements{kept.homes, {}}, renamed).tables;
    now.columns.clear();
    for (auto table = kept.columns.cbegin(); table != kept.columns.cend(); ++table)
        now.columns.insert(renamed.value(table.key(), table.key()), *table);
    return now;
}

bool extends(const KeptPlaces& kept, const Placements& known)
{
    const auto hasTable = [&](const ObjectKey& key) {
        const auto place = kept.placements.tables.constFind(key);
        return place != kept.placements.tables.cend() && *place == known.tables.value(key);
    };
    const auto hasGroup = [&](const QString& name) {
        const auto place = kept.placements.groups.constFind(name);
        return place != kept.placements.groups.cend() && *place == known.groups.value(name);
    };
    return std::all_of(known.tables.keyBegin(), known.tables.keyEnd(), hasTable) &&
           std::all_of(known.groups.keyBegin(), known.groups.keyEnd(), hasGroup);
}

} // namespace cadastre
