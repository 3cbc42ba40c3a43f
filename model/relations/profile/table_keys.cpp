// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One pass over constraints and indexes; see the header.
#include "model/relations/profile/table_keys.h"

#include <algorithm>

namespace cadastre {

namespace {

class TableKeys
{
public:
    explicit TableKeys(SchemaProfile& profile)
        : m_catalog(*profile.catalog)
        , m_profile(profile)
    {
    }

    void find(TableId id)
    {
        TableProfile& table = m_profile.tables[id.index];
        for (const Constraint& constraint : m_catalog.constraintsOf(id))
            takeConstraint(constraint, table);
        for (const Index& index : m_catalog.indexesOf(id))
            takeIndex(index, table);
        table.keyDeclared = !table.keys.empty();
        if (!table.keyDeclared)
            guessKey(id, table);
    }

private:
    void takeConstraint(const Constraint& constraint, TableProfile& table)
    {
        const bool isPrimary = constraint.kind == ConstraintKind::PrimaryKey;
        if (!isPrimary && constraint.kind != ConstraintKind::Unique)
            return;
        if (constraint.columns.size() == 1) {
            addKey(constraint.columns.front(), isPrimary, table);
        } else if (isPrimary) {
            for (const ColumnId id : constraint.columns)
                m_profile.columns[id.index].primaryPart = true;
        }
    }

    void takeIndex(const Index& index, TableProfile& table)
    {
        if (index.parts.empty() || !index.parts.front().column)
            return;
        const ColumnId first = *index.parts.front().column;
        const bool isWhole = index.parts.size() == 1 && index.predicate.isEmpty() && index.valid;
        if ((index.unique || index.primary) && isWhole)
            addKey(first, index.primary, table);
        else
            m_profile.columns[first.index].indexed = true;
    }

    void addKey(ColumnId id, bool isPrimary, TableProfile& table)
    {
        ColumnProfile& column = m_profile.columns[id.index];
        column.primaryAlone = column.primaryAlone || isPrimary;
        column.uniqueAlone = true;
        column.singleKey = true;
        if (std::find(table.keys.begin(), table.keys.end(), id) != table.keys.end())
            return;
        if (isPrimary)
            table.keys.insert(table.keys.begin(), id);
        else
            table.keys.push_back(id);
    }

    /// Without any declared key: a column `id`, `<table>_id` or `<table>id`, or a first column that
    /// numbers itself.
    void guessKey(TableId id, TableProfile& table)
    {
        const ColumnId first = m_catalog.firstColumn(id);
        const auto count = static_cast<int>(m_catalog.columnsOf(id).size());
        for (int i = 0; i < count; ++i) {
            const ColumnId column{first.index + i};
            const ColumnName& name = m_profile.names[m_profile.columns[column.index].name];
            const bool isNamedSo = name.compact == QLatin1String("id") ||
                                   name.compact == QString(table.compact + QLatin1String("id"));
            if (isNamedSo || m_profile.columns[column.index].numbersItself) {
                table.keys.push_back(column);
                m_profile.columns[column.index].singleKey = true;
                return;
            }
        }
    }

    const Catalog& m_catalog;
    SchemaProfile& m_profile;
};

} // namespace

void findTableKeys(SchemaProfile& profile)
{
    TableKeys keys(profile);
    for (int i = 0; i < static_cast<int>(profile.tables.size()); ++i) {
        if (profile.tables[i].takesPart)
            keys.find({i});
    }
}

} // namespace cadastre
