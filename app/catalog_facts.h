// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CatalogFacts: the catalog of everything that is open together with what follows from it. Made off
// the UI thread, shared as values.
#pragma once

#include "diagram/boundary_picture.h"
#include "model/boundaries/uses/uses.h"
#include "model/relations/inference.h"

namespace cadastre {

struct CatalogFacts
{
    std::shared_ptr<const Catalog> catalog;
    /// Declared, inferred and decided ones.
    std::shared_ptr<const std::vector<Relationship>> relationships;
    /// After a refresh: the new key by the old one of everything that was renamed meanwhile.
    QHash<ObjectKey, ObjectKey> renamed;
    /// What views, routines and triggers join; null when it was not read.
    std::shared_ptr<const SqlReading> sql;
    /// Which view, trigger and routine uses what; null when it was not read.
    std::shared_ptr<const UseReading> uses;
    /// Who owns what, without crossings; null where nobody drew boundaries.
    std::shared_ptr<const BoundaryPicture> boundaries;
    /// What a person decided, under the names of this catalog: the relationships follow from it.
    Decisions decisions;
};

using SourceParts = std::vector<std::shared_ptr<const SourceCatalog>>;

/// No source at all.
CatalogFacts noFacts();
/// Merges the parts and finds their relationships. `before` is the catalog of which this one is a
/// refresh; decisions of it follow what was renamed.
CatalogFacts makeFacts(const SourceParts& parts, const std::shared_ptr<const Catalog>& before = {},
                       const Decisions& decisions = {}, const std::atomic_bool& cancelled = false);
/// Who owns what in the facts' catalog, boundaries following what was renamed; null for none.
std::shared_ptr<const BoundaryPicture> ownersIn(const CatalogFacts& facts,
                                                const Boundaries& boundaries);
/// The relationships of the same catalog after other decisions.
std::shared_ptr<const std::vector<Relationship>> relationshipsAfter(const CatalogFacts& facts,
                                                                    const Decisions& decisions);
/// The part under another source name; itself when it has that name already.
std::shared_ptr<const SourceCatalog> renamedSource(const std::shared_ptr<const SourceCatalog>& part,
                                                   const QString& name);
/// `wanted`, or `wanted-2`, ...: the first that is not among `taken`.
QString freeSourceName(const QString& wanted, const QStringList& taken);

/// The table that an object is or belongs to; absent for routines, types, roles, schemas, sources.
std::optional<TableId> tableOf(const Catalog& catalog, ObjectRef object);

} // namespace cadastre
