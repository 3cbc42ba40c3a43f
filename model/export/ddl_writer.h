// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DdlWriter: puts statements together from facts, with the quoting of the object's engine. Which
// objects have a statement of their own lives in ddl.cpp.
#pragma once

#include "model/export/ddl.h"

namespace cadastre {

class DdlWriter
{
public:
    DdlWriter(const Catalog& catalog, Engine engine)
        : m_catalog(catalog)
        , m_engine(engine)
    {
    }

    QString table(TableId id);
    QString view(TableId id);
    QString column(ColumnId id);
    QString constraint(ConstraintId id);
    QString index(IndexId id);
    QString trigger(TriggerId id);
    QString routine(RoutineId id);
    QString type(TypeId id);
    QString role(RoleId id);
    QString schema(SchemaId id);

    /// The first name that could not be written.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    QString take(const Result<QString>& quoted);
    QString name(const QString& plain);
    QString path(const QString& schema, const QString& name);
    QString tableName(TableId id);
    QString columnNames(const std::vector<ColumnId>& columns);
    QString columnClause(const Column& column);
    QString constraintClause(const Constraint& constraint);
    QString foreignKeyClause(const Constraint& key);
    QString indexPart(const IndexPart& part);
    QString comments(TableId id);

    const Catalog& m_catalog;
    Engine m_engine;
    std::optional<Error> m_error;
};

} // namespace cadastre
