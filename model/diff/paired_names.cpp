// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/diff/paired_names.h"

#include "model/catalog/containment.h"

#include <QUrl>

#include <algorithm>

namespace cadastre {

namespace {

/// In front of a name that must not be found: no server has such a name.
constexpr QChar outOfTheWay(0x1);

/// Names of the schemas of one source by id.
QMap<QString, int> schemaIds(const CatalogObjects& objects, int source)
{
    QMap<QString, int> ids;
    for (int i = 0; i < static_cast<int>(objects.schemas.size()); ++i) {
        if (objects.schemas[i].source.index == source && !objects.schemas[i].system)
            ids.insert(objects.schemas[i].name, i);
    }
    return ids;
}

/// Old and new sources that belong together: of one name, or the only ones.
std::vector<std::pair<int, int>> sourcePairs(const CatalogObjects& before,
                                             const CatalogObjects& after)
{
    if (before.sources.size() == 1 && after.sources.size() == 1)
        return {{0, 0}};
    std::vector<std::pair<int, int>> pairs;
    for (int i = 0; i < static_cast<int>(before.sources.size()); ++i) {
        const auto found = std::ranges::find(after.sources, before.sources[i].name, &Source::name);
        if (found != after.sources.end())
            pairs.emplace_back(i, static_cast<int>(found - after.sources.begin()));
    }
    return pairs;
}

class SchemaNames
{
public:
    SchemaNames(const CatalogObjects& before, const CatalogObjects& after,
                const QMap<QString, QString>& asked)
        : m_before(before)
        , m_after(after)
        , m_asked(asked)
    {
    }

    /// New names by the old ones, of one pair of sources.
    QMap<QString, QString> of(int before, int after) const
    {
        QMap<QString, int> old = schemaIds(m_before, before);
        QMap<QString, int> now = schemaIds(m_after, after);
        QMap<QString, QString> names;
        const auto pair = [&](const QString& from, const QString& to) {
            if (old.remove(from) > 0 && now.remove(to) > 0)
                names.insert(from, to);
        };
        for (auto [from, to] : m_asked.asKeyValueRange()) {
            if (old.contains(from) && now.contains(to))
                pair(from, to);
        }
        for (const QString& name : old.keys()) {
            if (now.contains(name))
                pair(name, name);
        }
        const Source& a = m_before.sources[before];
        const Source& b = m_after.sources[after];
        if (isSameServer(a, b))
            return names; // a schema of another name is another schema, or was renamed
        if (old.contains(a.defaultSchema) && now.contains(b.defaultSchema))
            pair(a.defaultSchema, b.defaultSchema);
        if (old.size() == 1 && now.size() == 1)
            pair(old.firstKey(), now.firstKey());
        return names;
    }

private:
    const CatalogObjects& m_before;
    const CatalogObjects& m_after;
    const QMap<QString, QString>& m_asked;
};

/// Returns whether anything was renamed.
bool renameSchemas(CatalogObjects& objects, int source, const QMap<QString, QString>& names)
{
    bool isRenamed = false;
    const QStringList targets = names.values();
    for (Schema& schema : objects.schemas) {
        if (schema.source.index != source)
            continue;
        const QString old = schema.name;
        if (names.contains(old))
            schema.name = names.value(old);
        else if (targets.contains(old))
            schema.name = outOfTheWay + old;
        isRenamed = isRenamed || schema.name != old;
    }
    return isRenamed;
}

/// The name of the one schema that an SQLite file has; absent where there are more, and for other
/// engines.
std::optional<QString> onlySchema(const CatalogObjects& objects)
{
    if (objects.sources.size() != 1 || objects.sources.front().engine != Engine::Sqlite)
        return std::nullopt;
    const QMap<QString, int> schemas = schemaIds(objects, 0);
    return schemas.size() == 1 ? std::optional(schemas.firstKey()) : std::nullopt;
}

/// Puts everything into the first schema, under that name: who has schemas is compared with who
/// has none.
void putIntoOneSchema(CatalogObjects& objects, const QString& name)
{
    for (Schema& schema : objects.schemas)
        schema.name.prepend(outOfTheWay);
    objects.schemas.front().name = name;
    const SchemaId first{0};
    for (Table& table : objects.tables)
        table.schema = first;
    for (Routine& routine : objects.routines)
        routine.schema = first;
    for (UserType& type : objects.types)
        type.schema = first;
    for (OtherObject& other : objects.others) {
        if (other.schema)
            other.schema = first;
    }
}

/// Whether one side has several schemas and the other engine only one.
void mergeSchemas(CatalogObjects& before, const Catalog& after, PairedNames& names)
{
    const CatalogObjects& others = after.objects();
    if (before.sources.size() != 1 || others.sources.size() != 1)
        return;
    const auto inBefore = onlySchema(before);
    const auto inAfter = onlySchema(others);
    if (inAfter && !inBefore && schemaIds(before, 0).size() > 1) {
        putIntoOneSchema(before, *inAfter);
        names.isBeforeMerged = true;
    } else if (inBefore && !inAfter && schemaIds(others, 0).size() > 1) {
        CatalogObjects merged = others;
        putIntoOneSchema(merged, *inBefore);
        names.after = Catalog(std::move(merged));
        names.isAfterMerged = true;
    }
}

void forgetIdentities(CatalogObjects& objects)
{
    const auto forget = [](auto& all) {
        for (auto& one : all)
            one.identity.reset();
    };
    forget(objects.sources);
    forget(objects.schemas);
    forget(objects.tables);
    forget(objects.columns);
    forget(objects.constraints);
    forget(objects.indexes);
    forget(objects.triggers);
    forget(objects.routines);
    forget(objects.types);
    forget(objects.roles);
    forget(objects.others);
}

} // namespace

bool isSameServer(const Source& before, const Source& after)
{
    const auto place = [](const QString& location) {
        return QUrl(location).adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery).toString();
    };
    return before.engine == after.engine && before.databaseName == after.databaseName &&
           place(before.location) == place(after.location);
}

PairedNames pairedNames(const Catalog& before, const Catalog& after,
                        const QMap<QString, QString>& asked)
{
    PairedNames names;
    CatalogObjects objects = before.objects();
    bool isChanged = false;
    bool isOneServer = true;
    if (asked.isEmpty())
        mergeSchemas(objects, after, names);
    const bool isMerged = names.isBeforeMerged || names.isAfterMerged;
    const SchemaNames schemaNames(before.objects(), after.objects(), asked);
    for (const auto& [old, now] : sourcePairs(before.objects(), after.objects())) {
        const Source& counterpart = after.objects().sources[now];
        const auto schemas = isMerged ? QMap<QString, QString>() : schemaNames.of(old, now);
        isChanged = renameSchemas(objects, old, schemas) || isChanged || isMerged;
        for (auto [from, to] : schemas.asKeyValueRange()) {
            if (from != to)
                names.schemas.insert(from, to);
        }
        isOneServer = isOneServer && isSameServer(objects.sources[old], counterpart);
        isChanged = isChanged || objects.sources[old].name != counterpart.name;
        objects.sources[old].name = counterpart.name;
    }
    if (!isOneServer)
        forgetIdentities(objects);
    if (isChanged || !isOneServer)
        names.before = Catalog(std::move(objects));
    return names;
}

} // namespace cadastre
