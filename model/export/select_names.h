// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names of tables, columns, aliases and values in one SELECT: quoted by the engine's rules, short
// and free of keywords where we choose them. What is selected is decided elsewhere.
#pragma once

#include "model/catalog/catalog.h"
#include "model/result.h"

#include <QSet>
#include <QStringList>

namespace cadastre {

class SelectNames
{
public:
    SelectNames(const Catalog& catalog, Engine engine);

    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }
    [[nodiscard]] Engine engine() const { return m_engine; }
    /// Names a table once more; answers its number. Its alias is the first letters of its words.
    int addTable(TableId table);
    [[nodiscard]] TableId tableAt(int number) const { return m_tables[std::size_t(number)]; }
    [[nodiscard]] const QString& alias(int number) const { return m_aliases[number]; }

    /// "ordering.orders AS o"
    QString tableClause(int number);
    /// "o.customer_id"
    QString column(int number, ColumnId column);
    /// The column under a name that no other selected one has.
    QString selected(int number, ColumnId column);
    /// "EXPRESSION AS name"; the name is one of ours.
    QString selectedAs(const QString& expression, const QString& name);
    /// A value as it is compared with this column.
    QString literal(ColumnId column, const QString& value);

    /// The first name that could not be written.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    QString take(const Result<QString>& quoted);
    QString name(ObjectRef object);
    [[nodiscard]] QString freeAlias(const QString& tableName) const;
    QString freeOutput(const QStringList& candidates);

    const Catalog& m_catalog;
    Engine m_engine;
    std::vector<TableId> m_tables;
    QStringList m_aliases;
    QSet<QString> m_outputs; ///< case-folded
    std::optional<Error> m_error;
};

} // namespace cadastre
