// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whether the names of a type column and of an id column belong together, and how. Only names; what
// the catalog says of the pair is added in polymorphic_pairs.cpp.
#pragma once

#include "model/relations/structure/polymorphic_evidence.h"
#include "model/relations/structure/polymorphic_names.h"

namespace cadastre {

/// A column that may choose a table, read once per name.
struct TypeReading
{
    TypeColumnName name;
    QString stem; ///< joined
};

/// Any column as an id, read once per name.
struct IdReading
{
    IdColumnName name;
    QString stem; ///< joined
};

/// The type column's reading of these words; absent when it is none.
std::optional<TypeReading> readTypeName(const QStringList& words);
IdReading readIdName(const QStringList& words);

struct PairMatch
{
    PairForm form = PairForm::SameStem;
    QStringList stem; ///< the words that name what is referred to
};

/// How the two belong together; absent when they do not.
std::optional<PairMatch> matchNames(const TypeReading& type, const IdReading& id);

/// What the words name.
PairStem stemKind(const QStringList& stem);

} // namespace cadastre
