// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Schemas whose owners are known, for measuring proposals: CORPUS/NAME/boundaries.tsv (table,
// owner) beside a snapshot of the schema; and schemas that say by their names what they are made
// of, with those names hidden.
#pragma once

#include "model/relations/relationship.h"

namespace cadastre::bench {

struct OwnedSchema
{
    QString name; ///< with what is hidden, for people
    std::shared_ptr<const Catalog> catalog;
    std::vector<Relationship> relationships;
    std::vector<int> owners; ///< by table id; -1: not known, not scored
    bool hidden = false;     ///< whether the names or schemas that say it were taken away
};

/// By name, hidden ones last. A schema without a snapshot is left out.
std::vector<OwnedSchema> readOwnedSchemas(const QString& corpus, const QString& snapshots);

/// By table id: tables with the same first word of their name, a plural s aside.
std::vector<int> prefixGroups(const Catalog& catalog);

} // namespace cadastre::bench
