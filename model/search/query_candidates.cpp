// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/query_candidates.h"

#include "model/notes/comment_text.h"
#include "model/search/query_terms.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

QStringList sortedNames(QSet<QString> names)
{
    names.remove(QString());
    QStringList list(names.begin(), names.end());
    std::ranges::sort(list);
    return list;
}

QString notedOwner(const QueryIndex& index, ObjectRef object)
{
    if (!index.foldedComment(object).contains(QLatin1String("@owner")))
        return {};
    return noteValue(index.comment(object), QStringLiteral("owner")).value_or(QString());
}

QSet<QString> allOwners(const QueryIndex& index)
{
    QSet<QString> names;
    const CatalogObjects& objects = index.catalog().objects();
    const auto addAll = [&](ObjectKind kind, const auto& all) {
        for (int i = 0; i < static_cast<int>(all.size()); ++i) {
            names.insert(all[static_cast<std::size_t>(i)].owner);
            names.insert(notedOwner(index, {kind, i}));
        }
    };
    addAll(ObjectKind::Schema, objects.schemas);
    addAll(ObjectKind::Table, objects.tables);
    addAll(ObjectKind::Routine, objects.routines);
    addAll(ObjectKind::Type, objects.types);
    if (index.facts().boundaries != nullptr) {
        for (const auto& [name, boundary] : index.facts().boundaries->entries) {
            names.insert(name);
            names.insert(boundary.owner);
        }
    }
    return names;
}

QSet<QString> allConventions(const QueryIndex& index)
{
    QSet<QString> names;
    const QLatin1String tag("@convention");
    const auto add = [&](ObjectRef object) {
        if (index.foldedComment(object).contains(tag))
            names.insert(
                noteValue(index.comment(object), QStringLiteral("convention")).value_or(QString()));
    };
    const CatalogObjects& objects = index.catalog().objects();
    for (int i = 0; i < static_cast<int>(objects.tables.size()); ++i)
        add(TableId{i});
    for (int i = 0; i < static_cast<int>(objects.columns.size()); ++i)
        add(ColumnId{i});
    for (int i = 0; i < static_cast<int>(objects.schemas.size()); ++i)
        add(SchemaId{i});
    return names;
}

QStringList allKinds(const QueryIndex& index)
{
    QStringList kinds = QString(queryField(QueryField::Kind).choices).split(QLatin1Char(' '));
    kinds << QStringLiteral("partitioned") << QStringLiteral("shadow") << QStringLiteral("domain")
          << QStringLiteral("enum") << QStringLiteral("composite") << QStringLiteral("aggregate")
          << QStringLiteral("routine") << QStringLiteral("materialized")
          << QStringLiteral("source");
    for (const OtherObject& other : index.catalog().objects().others)
        kinds << other.kindName;
    kinds.removeDuplicates();
    return kinds;
}

} // namespace

QStringList queryCandidates(const QueryIndex& index, QueryField field)
{
    QSet<QString> names;
    const CatalogObjects& objects = index.catalog().objects();
    switch (field) {
    case QueryField::Schema:
        for (const Schema& schema : objects.schemas)
            names.insert(schema.name);
        break;
    case QueryField::Source:
        for (const Source& source : objects.sources)
            names << source.name << source.databaseName;
        break;
    case QueryField::Owner:
        return sortedNames(allOwners(index));
    case QueryField::Convention:
        return sortedNames(allConventions(index));
    case QueryField::Boundary:
        if (index.facts().ownership != nullptr)
            return {index.facts().ownership->names.begin(), index.facts().ownership->names.end()};
        break;
    case QueryField::Kind:
        return allKinds(index);
    case QueryField::ForeignKey:
        return QString(queryField(field).choices).split(QLatin1Char(' ')).mid(0, 5);
    default:
        break;
    }
    return sortedNames(names);
}

QString queryCandidateWord(QueryField field)
{
    switch (field) {
    case QueryField::Schema:
        return QStringLiteral("schema");
    case QueryField::Source:
        return QStringLiteral("database");
    case QueryField::ForeignKey:
        return QStringLiteral("kind of relationship");
    case QueryField::Kind:
        return QStringLiteral("kind of object");
    default:
        return queryField(field).name;
    }
}

QStringList queryOwnersOf(const QueryIndex& index, ObjectRef object)
{
    const auto table = queryTableOf(index.catalog(), object);
    const ObjectRef home = table ? ObjectRef(*table) : object;
    QStringList owners{index.catalog().base(home).owner, notedOwner(index, home)};
    if (object != home)
        owners << notedOwner(index, object);
    for (const QString& boundary : queryBoundariesOf(index, object)) {
        owners << boundary;
        if (index.facts().boundaries != nullptr) {
            const auto found = index.facts().boundaries->entries.find(boundary);
            if (found != index.facts().boundaries->entries.end())
                owners << found->second.owner;
        }
    }
    owners.removeAll(QString());
    return owners;
}

QStringList queryBoundariesOf(const QueryIndex& index, ObjectRef object)
{
    QStringList names;
    const auto* ownership = index.facts().ownership.get();
    if (ownership == nullptr)
        return names;
    auto boundary = ownership->boundaryOf(index.catalog(), object);
    for (std::size_t steps = 0; boundary && steps < ownership->names.size(); ++steps) {
        names << ownership->names[static_cast<std::size_t>(*boundary)];
        const int parent = ownership->parents[static_cast<std::size_t>(*boundary)];
        boundary = parent < 0 ? std::nullopt : std::optional<BoundaryIndex>(parent);
    }
    return names;
}

} // namespace cadastre
