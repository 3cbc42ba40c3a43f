// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Expressions by which values of one column are looked up among those of another, so that no type
// makes the server fail and the parent's index stays usable. The statements that they stand in are
// texts of resources/sql.
#pragma once

#include "model/dialect/value_family.h"

#include <QStringList>

#include <optional>

namespace cadastre {

/// A column in a statement.
struct ComparedValue
{
    QString expression;      ///< quoted: `p."id"`
    QString type;            ///< full type text; a domain's base type
    bool isUserType = false; ///< enum or composite: equal to itself only
    QString characterSet;    ///< MariaDB, MySQL; empty for no text
    QString collation;       ///< as the server names it, quoted as an identifier; may be empty
};

/// `parent = child` is an expression that never fails.
struct ValueLookup
{
    QString child;
    QString parent;
    bool canUseIndex = true; ///< `parent` is the plain column

    bool operator==(const ValueLookup&) const = default;
};

/// Absent when no value of one type equals one of the other (a UUID and an integer). Text that does
/// not read as a value of the parent's type becomes null: it is found nowhere.
std::optional<ValueLookup> valueLookup(Engine engine, const ComparedValue& child,
                                       const ComparedValue& parent);

/// The expression as text that is compared byte by byte; null stays null.
QString exactText(Engine engine, const QString& expression);
/// As exactText(), the empty text for null.
QString exactTextOrEmpty(Engine engine, const QString& expression);

/// "a IS NULL OR b IS NULL"
QString anyIsNull(const QStringList& expressions);
/// Each of the expressions, as text, is one of the literals.
QString allAmong(Engine engine, const QStringList& expressions, const QString& literals);
/// The expression equals none of the literals; always true without literals.
QString noneOf(const QString& expression, const QStringList& literals);
/// "a AS k1, b AS k2" for the prefix "k".
QString aliasedList(const QStringList& expressions, const QString& prefix);
/// "k1, k2", each with `qualifier` in front where there is one: "g.k1, g.k2".
QString numberedList(qsizetype count, const QString& prefix, const QString& qualifier = {});
/// "a DESC, b DESC"
QString descendingList(const QStringList& expressions);
/// Whole SELECTs, one after the other.
QString unionOfAll(const QStringList& selects);

} // namespace cadastre
