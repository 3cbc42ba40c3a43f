// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Keys and names of the objects of a Catalog: from an object to its key, and back.
#include "model/catalog/catalog.h"

#include <algorithm>

namespace cadastre {

namespace {

KeyKind keyKindOf(TableKind kind)
{
    switch (kind) {
    case TableKind::View:
        return KeyKind::View;
    case TableKind::MaterializedView:
        return KeyKind::MaterializedView;
    case TableKind::ForeignTable:
        return KeyKind::ForeignTable;
    default:
        return KeyKind::Table;
    }
}

KeyKind keyKindOf(CatalogKind kind)
{
    switch (kind) {
    case CatalogKind::Sequences:
        return KeyKind::Sequence;
    case CatalogKind::Policies:
        return KeyKind::Policy;
    case CatalogKind::Rules:
        return KeyKind::Rule;
    case CatalogKind::Events:
        return KeyKind::Event;
    case CatalogKind::EventTriggers:
        return KeyKind::EventTrigger;
    case CatalogKind::Publications:
        return KeyKind::Publication;
    case CatalogKind::Subscriptions:
        return KeyKind::Subscription;
    case CatalogKind::Extensions:
        return KeyKind::Extension;
    case CatalogKind::ForeignServers:
        return KeyKind::ForeignServer;
    case CatalogKind::Collations:
        return KeyKind::Collation;
    default:
        return KeyKind::Unknown;
    }
}

bool isTableKind(KeyKind kind)
{
    return kind == KeyKind::Table || kind == KeyKind::View || kind == KeyKind::MaterializedView ||
           kind == KeyKind::ForeignTable;
}

bool standsUnderTable(KeyKind kind)
{
    return kind == KeyKind::Column || kind == KeyKind::Constraint || kind == KeyKind::Index ||
           kind == KeyKind::Trigger;
}

/// Tables and views share a name space: lookups do not depend on what a table turned into.
ObjectKey lookupKey(ObjectKey key)
{
    if (isTableKind(key.kind))
        key.kind = KeyKind::Table;
    return key;
}

template <typename T>
std::optional<ObjectRef> findNamed(std::span<const T> objects, ObjectKind kind, int first,
                                   const QString& name)
{
    for (std::size_t i = 0; i < objects.size(); ++i) {
        if (objects[i].name == name)
            return ObjectRef(kind, first + static_cast<int>(i));
    }
    return std::nullopt;
}

/// SQLite's constraints mostly have no name: kind and columns stand for it.
QString constraintName(const Catalog& catalog, const Constraint& constraint)
{
    if (!constraint.name.isEmpty())
        return constraint.name;
    QStringList columns;
    for (ColumnId id : constraint.columns)
        columns << catalog.column(id).name;
    const QString what =
        columns.isEmpty() ? constraint.expression : columns.join(QLatin1String(", "));
    return QStringLiteral("%1 (%2)").arg(constraintKindName(constraint.kind), what);
}

} // namespace

void Catalog::buildKeys()
{
    const auto add = [this](ObjectKind kind, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const ObjectRef ref(kind, static_cast<int>(i));
            m_byKey.insert(lookupKey(keyOf(ref)), ref);
        }
    };
    m_byKey.reserve(static_cast<qsizetype>(m_objects.tables.size() + m_objects.routines.size() +
                                           m_objects.types.size() + m_objects.others.size()));
    add(ObjectKind::Source, m_objects.sources.size());
    add(ObjectKind::Schema, m_objects.schemas.size());
    add(ObjectKind::Table, m_objects.tables.size());
    add(ObjectKind::Routine, m_objects.routines.size());
    add(ObjectKind::Type, m_objects.types.size());
    add(ObjectKind::Role, m_objects.roles.size());
    add(ObjectKind::Other, m_objects.others.size());
}

ObjectKey Catalog::keyOf(ObjectRef ref) const
{
    ObjectKey key;
    key.source = source(sourceOf(ref)).name;
    const auto underSchema = [&](SchemaId id) { key.parts = {schema(id).name, base(ref).name}; };
    const auto underTable = [&](TableId id, const QString& name) {
        key.parts = {schema(table(id).schema).name, table(id).name, name};
    };
    switch (ref.kind) {
    case ObjectKind::Source:
        key.kind = KeyKind::Source;
        break;
    case ObjectKind::Schema:
        key.kind = KeyKind::Schema;
        key.parts = {base(ref).name};
        break;
    case ObjectKind::Table:
        key.kind = keyKindOf(table({ref.index}).kind);
        underSchema(table({ref.index}).schema);
        break;
    case ObjectKind::Column:
        key.kind = KeyKind::Column;
        underTable(column({ref.index}).table, base(ref).name);
        break;
    case ObjectKind::Constraint:
        key.kind = KeyKind::Constraint;
        underTable(constraint({ref.index}).table, constraintName(*this, constraint({ref.index})));
        break;
    case ObjectKind::Index:
        key.kind = KeyKind::Index;
        underTable(index({ref.index}).table, base(ref).name);
        break;
    case ObjectKind::Trigger:
        key.kind = KeyKind::Trigger;
        underTable(trigger({ref.index}).table, base(ref).name);
        break;
    case ObjectKind::Routine:
        key.kind = KeyKind::Routine;
        underSchema(routine({ref.index}).schema);
        key.arguments = routine({ref.index}).argumentTypes;
        break;
    case ObjectKind::Type:
        key.kind = KeyKind::Type;
        underSchema(type({ref.index}).schema);
        break;
    case ObjectKind::Role:
        key.kind = KeyKind::Role;
        key.parts = {base(ref).name};
        break;
    case ObjectKind::Other: {
        const OtherObject& object = other({ref.index});
        key.kind = keyKindOf(object.kind);
        if (object.about && object.about->kind == ObjectKind::Table)
            underTable({object.about->index}, object.name);
        else if (object.schema)
            underSchema(*object.schema);
        else
            key.parts = {object.name};
        break;
    }
    }
    return key;
}

std::optional<ObjectRef> Catalog::find(const ObjectKey& key) const
{
    if (!standsUnderTable(key.kind)) {
        const auto found = m_byKey.constFind(lookupKey(key));
        return found == m_byKey.constEnd() ? std::nullopt : std::optional(*found);
    }
    if (key.parts.size() != 3)
        return std::nullopt;
    const auto owner = m_byKey.constFind({key.source, KeyKind::Table, key.parts.first(2), {}});
    if (owner == m_byKey.constEnd())
        return std::nullopt;
    const TableId table{owner->index};
    const QString& name = key.parts.last();
    if (key.kind == KeyKind::Column)
        return findNamed(columnsOf(table), ObjectKind::Column, firstColumn(table).index, name);
    if (key.kind == KeyKind::Index)
        return findNamed(indexesOf(table), ObjectKind::Index, firstIndex(table).index, name);
    if (key.kind == KeyKind::Trigger)
        return findNamed(triggersOf(table), ObjectKind::Trigger, firstTrigger(table).index, name);
    const auto constraints = constraintsOf(table);
    for (std::size_t i = 0; i < constraints.size(); ++i) {
        if (constraintName(*this, constraints[i]) == name)
            return ConstraintId{firstConstraint(table).index + static_cast<int>(i)};
    }
    return std::nullopt;
}

QString Catalog::displayName(ObjectRef ref) const
{
    ObjectKey key = keyOf(ref);
    const Source& owner = source(sourceOf(ref));
    if (ref.kind == ObjectKind::Source)
        return owner.name;
    if (key.parts.size() > 1 && key.parts.first() == owner.defaultSchema)
        key.parts.removeFirst();
    QStringList quoted;
    for (const QString& part : key.parts)
        quoted << quotedKeyPart(part);
    QString text = quoted.join(QLatin1Char('.'));
    if (ref.kind == ObjectKind::Routine)
        text += QLatin1Char('(') + key.arguments + QLatin1Char(')');
    if (m_objects.sources.size() > 1)
        text.prepend(key.source + QLatin1Char('/'));
    return text;
}

} // namespace cadastre
