// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CatalogFacts: the catalog of everything that is open together with what follows from it. Made off
// the UI thread, shared as values.
#pragma once

#include "model/relations/relationship.h"

namespace cadastre {

struct CatalogFacts
{
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<const std::vector<Relationship>> relationships;
    /// After a refresh: the new key by the old one of everything that was renamed meanwhile.
    QHash<ObjectKey, ObjectKey> renamed;
};

using SourceParts = std::vector<std::shared_ptr<const SourceCatalog>>;

/// No source at all.
CatalogFacts noFacts();
/// Merges the parts and lists their relationships.
CatalogFacts makeFacts(const SourceParts& parts, const std::shared_ptr<const Catalog>& before = {});
/// The part under another source name; itself when it has that name already.
std::shared_ptr<const SourceCatalog> renamedSource(const std::shared_ptr<const SourceCatalog>& part,
                                                   const QString& name);
/// `wanted`, or `wanted-2`, ...: the first that is not among `taken`.
QString freeSourceName(const QString& wanted, const QStringList& taken);

/// The table that an object is or belongs to; absent for routines, types, roles, schemas, sources.
std::optional<TableId> tableOf(const Catalog& catalog, ObjectRef object);

} // namespace cadastre
