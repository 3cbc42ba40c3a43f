// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Writes snapshots: header, objects sorted by key, grants, dependencies; one per line.
#include "model/catalog/catalog.h"
#include "model/catalog/snapshot.h"
#include "model/catalog/snapshot_fields.h"
#include "model/catalog/snapshot_json.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

using namespace snapshot;

struct KeyedObject
{
    ObjectKey key;
    ObjectRef ref;
};

class SnapshotWriter
{
public:
    explicit SnapshotWriter(const SourceCatalog& source)
        : m_catalog(mergeSources({std::make_shared<const SourceCatalog>(source)}))
    {
        const CatalogObjects& o = m_catalog.objects();
        addKeys(ObjectKind::Schema, o.schemas.size());
        addKeys(ObjectKind::Table, o.tables.size());
        addKeys(ObjectKind::Column, o.columns.size());
        addKeys(ObjectKind::Constraint, o.constraints.size());
        addKeys(ObjectKind::Index, o.indexes.size());
        addKeys(ObjectKind::Trigger, o.triggers.size());
        addKeys(ObjectKind::Routine, o.routines.size());
        addKeys(ObjectKind::Type, o.types.size());
        addKeys(ObjectKind::Role, o.roles.size());
        addKeys(ObjectKind::Other, o.others.size());
        std::stable_sort(m_sorted.begin(), m_sorted.end(),
                         [](const KeyedObject& a, const KeyedObject& b) { return a.key < b.key; });
        nameThem();
    }

    QByteArray write(const SnapshotOptions& options)
    {
        writeHeader(options);
        m_out += ",\n\"objects\":[";
        writeLines(m_sorted, [this](const KeyedObject& object) { writeObject(object); });
        m_out += "],\n\"grants\":[";
        writeLines(m_catalog.objects().grants, [this](const Grant& grant) {
            FieldWriter fields(m_out, m_keyOf);
            fields.beginObject();
            grantFields(fields, grant);
            fields.endObject();
        });
        m_out += "],\n\"dependencies\":[";
        writeLines(m_catalog.objects().dependencies, [this](const Dependency& dependency) {
            FieldWriter fields(m_out, m_keyOf);
            fields.beginObject();
            dependencyFields(fields, dependency);
            fields.endObject();
        });
        m_out += "]}\n";
        return std::move(m_out);
    }

private:
    void addKeys(ObjectKind kind, std::size_t count)
    {
        names(kind).resize(count);
        for (int i = 0; i < static_cast<int>(count); ++i)
            m_sorted.push_back({m_catalog.keyOf({kind, i}), {kind, i}});
    }

    std::vector<QString>& names(ObjectKind kind) { return m_names[static_cast<std::size_t>(kind)]; }

    /// Key texts without the source; objects that share a key are told apart by a number.
    void nameThem()
    {
        names(ObjectKind::Source) = {QStringLiteral("source:")};
        QString previous;
        int repeats = 1;
        for (KeyedObject& object : m_sorted) {
            object.key.source.clear();
            QString text = object.key.toString();
            repeats = text == previous ? repeats + 1 : 1;
            previous = text;
            if (repeats > 1)
                text += QStringLiteral(" #%1").arg(repeats);
            names(object.ref.kind)[object.ref.index] = text;
        }
    }

    template <typename T, typename Write> void writeLines(const std::vector<T>& list, Write write)
    {
        for (std::size_t i = 0; i < list.size(); ++i) {
            m_out += i == 0 ? "\n" : ",\n";
            write(list[i]);
        }
        m_out += '\n';
    }

    void writeHeader(const SnapshotOptions& options)
    {
        FieldWriter fields(m_out, m_keyOf);
        fields.beginObject();
        fields.plainText("format", QStringLiteral("cadastre-catalog"));
        fields.number("version", snapshotVersion);
        fields.text("stamp", options.stamp);
        m_out += ",\"source\":";
        const Source& source = m_catalog.source({0});
        FieldWriter sourceWriter(m_out, m_keyOf);
        sourceWriter.beginObject();
        sourceWriter.plainText("name", source.name);
        sourceFields(sourceWriter, source);
        baseFields(sourceWriter, source);
        sourceWriter.endObject();
    }

    void writeObject(const KeyedObject& object)
    {
        FieldWriter fields(m_out, m_keyOf);
        fields.beginObject();
        fields.plainText("key", m_keyOf(object.ref));
        const ObjectBase& base = m_catalog.base(object.ref);
        if (base.name != object.key.parts.last())
            fields.plainText("name", base.name);
        writeFields(fields, object.ref);
        baseFields(fields, base);
        fields.endObject();
    }

    void writeFields(FieldWriter& fields, ObjectRef ref)
    {
        switch (ref.kind) {
        case ObjectKind::Source:
        case ObjectKind::Schema:
            return;
        case ObjectKind::Table:
            return tableFields(fields, m_catalog.table({ref.index}));
        case ObjectKind::Column:
            return columnFields(fields, m_catalog.column({ref.index}));
        case ObjectKind::Constraint:
            return constraintFields(fields, m_catalog.constraint({ref.index}));
        case ObjectKind::Index:
            return indexFields(fields, m_catalog.index({ref.index}));
        case ObjectKind::Trigger:
            return triggerFields(fields, m_catalog.trigger({ref.index}));
        case ObjectKind::Routine:
            return routineFields(fields, m_catalog.routine({ref.index}));
        case ObjectKind::Type:
            return typeFields(fields, m_catalog.type({ref.index}));
        case ObjectKind::Role:
            return roleFields(fields, m_catalog.role({ref.index}));
        case ObjectKind::Other:
            return otherFields(fields, m_catalog.other({ref.index}));
        }
    }

    Catalog m_catalog;
    std::vector<KeyedObject> m_sorted;
    std::array<std::vector<QString>, static_cast<std::size_t>(ObjectKind::Other) + 1> m_names;
    KeyOf m_keyOf = [this](ObjectRef ref) { return names(ref.kind)[ref.index]; };
    QByteArray m_out;
};

} // namespace

QByteArray snapshotText(const SourceCatalog& catalog, const SnapshotOptions& options)
{
    return SnapshotWriter(catalog).write(options);
}

} // namespace cadastre
