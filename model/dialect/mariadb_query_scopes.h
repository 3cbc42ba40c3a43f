// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The nested queries of a text while it is read: which alias stands for which table in which query,
// and `alias.column` resolved through them from the inside out. Used by referencesOf() alone; the
// grammar is there.
#pragma once

#include "model/dialect/mariadb_references.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <set>

namespace cadastre::mariadb {

struct TableName
{
    QString schema;
    QString name;
    /// A subquery, common table expression, table function or temporary table.
    bool derived = false;
};

class QueryScopes
{
public:
    QueryScopes() { m_scopes.emplace_back(); }

    void open() { m_scopes.emplace_back(); }
    /// Ends the innermost query; what it could not resolve is left to the one around it.
    void close();
    /// Ends one SELECT of a UNION: its tables go, its common table expressions stay.
    void nextSelect();
    /// Ends a statement: every query is closed and temporary tables stay.
    void nextStatement();

    void nameCommonTable(const QString& name) { m_scopes.back().commonTables.insert(name); }
    void nameTemporaryTable(const QString& name) { m_temporaryTables.insert(name); }
    /// A table that the innermost query uses; it is read, or written when `kind` says so. Its last
    /// name becomes its alias until nameAlias() gives another.
    void addTable(const QString& schema, const QString& name, ReferenceKind kind);
    void addDerivedTable();
    /// The alias of the table added last.
    void nameAlias(const QString& alias);
    void addColumn(const QString& qualifier, const QString& column);
    /// The innermost query writes the table that this alias or name stands for; resolved when the
    /// query ends.
    void addWrite(const QString& schema, const QString& aliasOrName);
    void add(const Reference& reference) { m_found.insert(reference); }
    [[nodiscard]] int tableCount() const { return m_scopes.back().tableCount; }
    /// The only table of the innermost query is written, not read.
    void writeOnlyTable();

    [[nodiscard]] std::vector<Reference> takeAll();

private:
    struct Pending
    {
        QString schema;
        QString qualifier;
        QString column; ///< empty: a write of the table
    };
    struct Scope
    {
        QHash<QString, TableName> aliases;
        QSet<QString> commonTables;
        std::vector<Pending> pending;
        std::vector<Reference> firstSeen; ///< of this SELECT's tables, in no other place before
        QString lastAlias;
        int tableCount = 0;
    };

    [[nodiscard]] bool isDerivedName(const QString& schema, const QString& name) const;
    void resolvePending();
    bool resolve(const Scope& scope, const Pending& pending);

    std::vector<Scope> m_scopes;
    QSet<QString> m_temporaryTables;
    std::set<Reference> m_found;
};

} // namespace cadastre::mariadb
