// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Drafts of comments: notes that follow from the catalog, for a person to begin with. Nothing of
// them is written by itself.
#pragma once

#include "model/relations/relationship.h"

#include <QStringList>

namespace cadastre {

/// Whether values do not say what they mean: numbers and words of one or two letters.
bool hasOpaqueValues(const QStringList& values);

/// `@values 0=, 1=, 2=` to fill in; empty where the values speak for themselves or are not known.
QString valuesDraft(const QStringList* allowed);

/// `@references catalogue.products(id)`, one line for each target; empty where none is a table.
QString referenceDraft(const Catalog& catalog, const Relationship& relationship);

} // namespace cadastre
