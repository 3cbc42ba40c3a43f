// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Databases by engine; see the header.
#include "model/boundaries/crossings/crossing_places.h"

#include "model/catalog/containment.h"

namespace cadastre {

namespace {

bool hasDatabasesAsSchemas(const Catalog& catalog, SourceId source)
{
    const Engine engine = catalog.source(source).engine;
    return engine == Engine::MariaDb || engine == Engine::MySql;
}

/// What an object stands in; a rule in its table, an event in its schema.
ObjectRef containerOf(const Catalog& catalog, ObjectRef object)
{
    if (object.kind != ObjectKind::Other)
        return parentOf(catalog, object);
    const OtherObject& other = catalog.other({object.index});
    if (other.about)
        return *other.about;
    return other.schema ? ObjectRef(*other.schema) : ObjectRef(other.source);
}

bool leadsElsewhere(const Catalog& catalog, ObjectRef object)
{
    return object.kind == ObjectKind::Table &&
           catalog.table({object.index}).kind == TableKind::ForeignTable;
}

} // namespace

std::optional<SchemaId> schemaOf(const Catalog& catalog, ObjectRef object)
{
    while (object.kind != ObjectKind::Schema) {
        if (object.kind == ObjectKind::Source || object.kind == ObjectKind::Role)
            return std::nullopt;
        object = containerOf(catalog, object);
    }
    return SchemaId{object.index};
}

bool areOnOneServer(const Catalog& catalog, ObjectRef from, ObjectRef into)
{
    return catalog.sourceOf(from) == catalog.sourceOf(into) && !leadsElsewhere(catalog, into);
}

bool areInOneDatabase(const Catalog& catalog, ObjectRef from, ObjectRef into)
{
    if (!areOnOneServer(catalog, from, into))
        return false;
    if (!hasDatabasesAsSchemas(catalog, catalog.sourceOf(from)))
        return true;
    const std::optional<SchemaId> here = schemaOf(catalog, from);
    const std::optional<SchemaId> there = schemaOf(catalog, into);
    return !here || !there || *here == *there;
}

QString databaseName(const Catalog& catalog, ObjectRef object)
{
    const SourceId source = catalog.sourceOf(object);
    const std::optional<SchemaId> schema = schemaOf(catalog, object);
    if (schema && hasDatabasesAsSchemas(catalog, source))
        return catalog.schema(*schema).name;
    return catalog.source(source).name;
}

} // namespace cadastre
