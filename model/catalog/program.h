// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What acts or is named in a database beside tables: triggers, routines, types, roles, grants,
// dependencies, and every other object (sequences, policies, rules, events, publications, ...).
#pragma once

#include "model/catalog/source.h"

#include <QFlags>

namespace cadastre {

enum class TriggerTiming : std::uint8_t { Before, After, InsteadOf };

struct Trigger : ObjectBase
{
    TableId table;
    TriggerTiming timing = TriggerTiming::After;
    QString events;                   ///< "INSERT OR UPDATE OF price", as in SQL
    QString level;                    ///< "ROW" or "STATEMENT"
    QString condition;                ///< WHEN, without the word
    std::optional<RoutineId> routine; ///< what it calls, where that is an object of this catalog
    QString calls;                    ///< the called function as text
    QString body;                     ///< statements, where the trigger holds them itself
    bool enabled = true;
    QString definition; ///< the server's own text

    bool operator==(const Trigger&) const = default;
};

enum class RoutineKind : std::uint8_t { Function, Procedure, Aggregate, Window, Unknown };

struct Routine : ObjectBase
{
    SchemaId schema;
    RoutineKind kind = RoutineKind::Function;
    QString argumentTypes; ///< "integer,text": identifies an overload; input types only
    QString arguments;     ///< full argument list with names and defaults
    QString returns;
    QString language;
    QString body;
    QString definition; ///< the server's own CREATE text
    bool securityDefiner = false;

    bool operator==(const Routine&) const = default;
};

enum class TypeKind : std::uint8_t { Enum, Domain, Composite, Range, Base, Unknown };

struct UserType : ObjectBase
{
    SchemaId schema;
    TypeKind kind = TypeKind::Unknown;
    std::vector<QString> labels;      ///< of an enum, in order
    QString baseType;                 ///< of a domain or range
    std::vector<Property> attributes; ///< of a composite: name and type
    std::vector<QString> checks;      ///< of a domain
    std::optional<QString> defaultExpression;
    bool notNull = false;

    bool operator==(const UserType&) const = default;
};

struct Role : ObjectBase
{
    SourceId source;
    bool superuser = false;
    bool canLogin = false;
    bool bypassesRowSecurity = false;
    std::vector<RoleId> memberOf;
    /// Those of `memberOf` whose rights are not inherited: they are there after SET ROLE only.
    std::vector<RoleId> bySetRole;

    bool operator==(const Role&) const = default;
};

enum class Privilege : std::uint32_t {
    Select = 0x1,
    Insert = 0x2,
    Update = 0x4,
    Delete = 0x8,
    Truncate = 0x10,
    References = 0x20,
    Trigger = 0x40,
    Usage = 0x80,
    Create = 0x100,
    Connect = 0x200,
    Temporary = 0x400,
    Execute = 0x800,
    Alter = 0x1000,
    Drop = 0x2000,
    Index = 0x4000,
    Other = 0x8000,
};
Q_DECLARE_FLAGS(Privileges, Privilege)
Q_DECLARE_OPERATORS_FOR_FLAGS(Privileges)

struct Grant
{
    ObjectRef object; ///< source, schema, table, column, routine, type or other (sequence)
    std::optional<RoleId> grantee; ///< absent for PUBLIC
    Privileges privileges;
    Privileges grantable; ///< WITH GRANT OPTION
    QString grantor;
    QString otherPrivileges;   ///< words without a flag, comma separated
    bool ownerDefault = false; ///< not written in an ACL: what the owner has anyway

    bool operator==(const Grant&) const = default;
};

enum class DependencyKind : std::uint8_t { Reads, Writes, Calls, Other };

/// A view, routine or trigger that uses another object.
struct Dependency
{
    ObjectRef dependent;
    ObjectRef on; ///< table, column, routine or type; exact to the column where the engine knows it
    DependencyKind kind = DependencyKind::Reads;

    auto operator<=>(const Dependency&) const = default;
};

/// Every object without a vector of its own.
struct OtherObject : ObjectBase
{
    CatalogKind kind = CatalogKind::Unknown;
    QString kindName; ///< "sequence", "policy", "rule", or the engine's word for an unknown kind
    SourceId source;
    std::optional<SchemaId> schema;
    std::optional<ObjectRef> about; ///< table of a policy or rule, column that owns a sequence
    QString definition;

    bool operator==(const OtherObject&) const = default;
};

/// "SELECT, INSERT" in the order of the enumeration, other words last.
QString privilegesText(Privileges privileges, const QString& other = {});

} // namespace cadastre
