// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reading: what one read of a PostgreSQL catalog has gathered so far, and the hash maps from oids
// to it. The kinds are read in files of their own (read_*.cpp), which share nothing else.
#pragma once

#include "model/sql/postgresql/postgresql_connection.h"
#include "model/sql/scope.h"

#include <QHash>

namespace cadastre::postgresql {

using Oid = std::uint32_t;

/// The fixed oids of system catalogs, as pg_depend and pg_description name them.
namespace catalog {
inline constexpr Oid types = 1247;
inline constexpr Oid routines = 1255;
inline constexpr Oid relations = 1259;
inline constexpr Oid roles = 1260;
inline constexpr Oid databases = 1262;
inline constexpr Oid foreignServers = 1417;
inline constexpr Oid constraints = 2606;
inline constexpr Oid schemas = 2615;
inline constexpr Oid rules = 2618;
inline constexpr Oid triggers = 2620;
inline constexpr Oid extensions = 3079;
inline constexpr Oid policies = 3256;
inline constexpr Oid collations = 3456;
inline constexpr Oid eventTriggers = 3466;
inline constexpr Oid subscriptions = 6100;
inline constexpr Oid publications = 6104;
} // namespace catalog

/// A type as a column uses it: numeric(10,2) is numeric with a modifier.
struct TypeUse
{
    Oid type = 0;
    int modifier = -1;

    bool operator==(const TypeUse&) const = default;
};

inline size_t qHash(const TypeUse& use, size_t seed = 0) noexcept
{
    return qHashMulti(seed, use.type, use.modifier);
}

struct TypeName
{
    QString text;      ///< "numeric(10,2)"
    Oid collation = 0; ///< the type's own
    Oid element = 0;   ///< of an array; else the type itself
};

/// What only functions that look at the present can tell; asked after the snapshot.
struct Pending
{
    std::vector<Oid> partitionedTables;
    std::vector<Oid> generatedTables; ///< with generated columns
    std::vector<Oid> constraints;
    std::vector<Oid> indexes;
    std::vector<Oid> views;
    std::vector<Oid> triggers;
    std::vector<Oid> rules;
    std::vector<Oid> policies;
    std::vector<Oid> routines;
};

/// A check of a domain, which is no object of its own in a catalog.
struct DomainCheck
{
    TypeId type;
    QString name;
};

struct Reading
{
    PostgresConnection& connection;
    const ReadOptions& options;
    Scope& scope;

    CatalogObjects objects;
    Pending pending;
    Oid databaseOid = 0;
    Oid databaseOwner = 0;
    int blockSize = 8192;
    QString schemaOids; ///< of the schemas in scope, as an array for the SQL texts

    QHash<quint64, ObjectRef> byOid;        ///< by oidKey()
    QHash<quint64, QString> extensionOf;    ///< members of extensions, by oidKey()
    QHash<Oid, QString> extensionNames;     ///< by oid
    QHash<Oid, QString> roleNames;          ///< by oid
    QHash<Oid, QString> schemaNames;        ///< all, also those out of scope
    QHash<Oid, TypeId> compositeTypes;      ///< by the oid of their relation
    QHash<quint64, QString> attributeNames; ///< of composite types, by relation and attnum
    QHash<Oid, DomainCheck> domainChecks;   ///< by the oid of the constraint
    QHash<Oid, ObjectRef> viewOfRule;       ///< _RETURN rules
    QHash<TypeUse, TypeName> typeNames;
    QHash<Oid, QString> collationNames;
    std::vector<std::vector<int>> columnByNumber; ///< per table, by attnum; -1 for none
    std::vector<Oid> columnCollations;            ///< parallel to objects.columns
    std::vector<Oid> constraintIndexes;           ///< made for constraints; sorted once read
    int lockBudgetMs = 0; ///< how long may still be waited for locked objects
    bool sawLock = false;
    bool inSnapshot = false; ///< a savepoint is there to go back to
    int lockTimeoutMs = -1;  ///< as the session has it now; unknown at first

    Reading(PostgresConnection& session, const ReadOptions& readOptions, Scope& readScope);

    /// Runs the text of resources/sql/postgresql that fits the server's version. Where the answer
    /// holds text that has no place in UTF-8, it is asked again for the bytes as they are.
    std::optional<SqlError> ask(const char* text, const QStringList& parameters,
                                const RowHandler& handler);
    /// Changes the session's lock_timeout where it differs.
    std::optional<SqlError> setLockTimeout(int timeoutMs);
    /// For texts that take `systemObjects` as their only parameter.
    [[nodiscard]] QString wantsSystemObjects() const;

    /// Fills in what every object has. False: a member of an extension that is not to be shown,
    /// which is counted.
    bool describe(ObjectBase& base, Oid catalogOid, Oid oid, const Cell& name, Oid owner);
    void remember(Oid catalogOid, Oid oid, ObjectRef ref);
    [[nodiscard]] std::optional<ObjectRef> find(Oid catalogOid, Oid oid) const;
    [[nodiscard]] std::optional<TableId> table(Oid oid) const;
    [[nodiscard]] std::optional<SchemaId> schema(Oid oid) const;
    [[nodiscard]] std::optional<ColumnId> column(TableId tableId, int number) const;
    /// The columns of a list of attnums; those that are not in the catalog are left out.
    [[nodiscard]] std::vector<ColumnId> columns(TableId table,
                                                const std::vector<int>& numbers) const;
    [[nodiscard]] std::optional<TypeId> userType(Oid oid) const;
    ObjectBase& base(ObjectRef ref);
    /// "schema.table.constraint", for reports.
    [[nodiscard]] QString displayName(ObjectRef ref);

    /// Asks for the texts of types that are not known yet.
    std::optional<SqlError> readTypeNames(const std::vector<TypeUse>& uses);
    std::optional<SqlError> readCollationNames(const std::vector<Oid>& collations);
    [[nodiscard]] QString typeText(TypeUse use) const { return typeNames.value(use).text; }

private:
    std::optional<SqlError> askForBytes(const QByteArray& sql, const QStringList& parameters,
                                        const RowHandler& handler);
};

/// One key of a hash map for an object of any catalog.
inline quint64 oidKey(Oid catalogOid, Oid oid)
{
    return quint64(catalogOid) << 32 | oid;
}

inline Oid oidOf(const Cell& cell)
{
    return static_cast<Oid>(cell.integer());
}

/// The numbers of an array or vector: {1,2} or 1 2.
std::vector<int> numbersOf(const Cell& cell);
std::vector<Oid> oidsOf(const Cell& cell);
/// An array parameter: {1,2}.
QString arrayOf(const std::vector<Oid>& oids);

/// Adds a property where there is something to say.
void addProperty(ObjectBase& base, const QString& label, const QString& value);

} // namespace cadastre::postgresql
