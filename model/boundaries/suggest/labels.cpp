// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Notes win over schemas, schemas over databases, databases over roles; see the header.
#include "model/boundaries/suggest/labels.h"

#include "model/boundaries/boundary_notes.h"

#include <QSet>

namespace cadastre::suggest {

namespace {

constexpr double everything = 0.9; ///< share of a source from which a schema says nothing
constexpr double most = 0.5;       ///< share of a source from which a role says nothing
constexpr int oneBoundary = 40;    ///< tables that a database of one boundary may have

class Labelling
{
public:
    Labelling(const Catalog& catalog, const Scope& scope)
        : m_catalog(catalog)
        , m_scope(scope)
        , m_ofSource(catalog.objects().sources.size(), 0)
        , m_ofSchema(catalog.objects().schemas.size(), 0)
        , m_ownNotes(scope.size())
        , m_notesOfSchema(catalog.objects().schemas.size())
    {
        m_result.ofPositions.assign(scope.size(), -1);
        m_result.owners.resize(scope.size());
        m_result.rareRole.resize(scope.size());
    }

    Labels run()
    {
        count();
        for (int i = 0; i < m_scope.size(); ++i)
            label(i);
        return std::move(m_result);
    }

private:
    const Table& table(int position) const { return m_catalog.table(m_scope.tables[position]); }

    void count()
    {
        std::vector<QString> schemaNotes;
        for (const Schema& schema : m_catalog.objects().schemas)
            schemaNotes.push_back(boundaryNotesOf(schema.comment.text).owner);
        for (int i = 0; i < m_scope.size(); ++i) {
            const SchemaId schema = table(i).schema;
            const SourceId source = m_catalog.schema(schema).source;
            ++m_ofSchema[schema.index];
            ++m_ofSource[source.index];
            ++m_ofRole[{source.index, table(i).owner}];
            m_ownNotes[i] = boundaryNotesOf(table(i).comment.text).owner;
            if (!m_ownNotes[i].isEmpty())
                m_notesOfSchema[schema.index].insert(m_ownNotes[i].toCaseFolded());
            m_result.owners[i] =
                m_ownNotes[i].isEmpty() ? schemaNotes[schema.index] : m_ownNotes[i];
        }
    }

    /// Whether tables lie here because somebody put them apart.
    bool tellsApart(SchemaId id) const
    {
        const Schema& schema = m_catalog.schema(id);
        const Source& source = m_catalog.source(schema.source);
        const bool isDefault = schema.name == source.defaultSchema;
        return !isDefault && m_ofSchema[id.index] < everything * m_ofSource[schema.source.index];
    }

    bool isRare(int position) const
    {
        const SourceId source = m_catalog.schema(table(position).schema).source;
        const int owned = m_ofRole.value({source.index, table(position).owner});
        return !table(position).owner.isEmpty() && owned <= most * m_ofSource[source.index];
    }

    void label(int position)
    {
        const SchemaId schema = table(position).schema;
        const SourceId source = m_catalog.schema(schema).source;
        const bool apart = tellsApart(schema);
        if (isRare(position))
            m_result.rareRole[position] = table(position).owner;
        const QString& note = m_ownNotes[position];
        const int ownersHere = static_cast<int>(m_notesOfSchema[schema.index].size());
        if (!note.isEmpty() && !(apart && ownersHere == 1))
            set(position, {LabelKind::Note, note, {}, {}}, note.toCaseFolded());
        else if (apart)
            set(position, {LabelKind::Schema, m_catalog.schema(schema).name, schema, source},
                QString::number(schema.index));
        else if (m_catalog.objects().sources.size() > 1 && m_ofSource[source.index] <= oneBoundary)
            set(position, {LabelKind::Database, m_catalog.source(source).name, {}, source},
                QString::number(source.index));
        else if (!m_result.rareRole[position].isEmpty() &&
                 m_ofRole.value({source.index, table(position).owner}) > 1)
            set(position, {LabelKind::Role, table(position).owner, {}, source},
                QString(QString::number(source.index) + QLatin1Char('/') + table(position).owner));
    }

    void set(int position, Label label, const QString& key)
    {
        const std::pair<int, QString> whole{static_cast<int>(label.kind), key};
        auto found = m_indexes.find(whole);
        if (found == m_indexes.end()) {
            found = m_indexes.insert(whole, static_cast<int>(m_result.labels.size()));
            m_result.labels.push_back(std::move(label));
        }
        m_result.ofPositions[position] = *found;
    }

    const Catalog& m_catalog;
    const Scope& m_scope;
    std::vector<int> m_ofSource;
    std::vector<int> m_ofSchema;
    QHash<std::pair<int, QString>, int> m_ofRole;
    std::vector<QString> m_ownNotes;
    std::vector<QSet<QString>> m_notesOfSchema;
    QHash<std::pair<int, QString>, int> m_indexes;
    Labels m_result;
};

} // namespace

Labels labelsOf(const Catalog& catalog, const Scope& scope)
{
    return Labelling(catalog, scope).run();
}

} // namespace cadastre::suggest
