// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Object keys as people write them into a boundaries document: told from patterns, found in a
// catalog, and what their absence means.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// Whether a member (without `!` and blanks) names one object by key rather than by pattern: it
/// says a kind (`table:`) or has argument types.
bool isMemberKey(QStringView text);

/// The object that a key in a document names. The source may be left out where only one has such an
/// object, the schema where it is the default one.
std::optional<ObjectRef> findMemberKey(const Catalog& catalog, const ObjectKey& key);

/// Whether the key leaves out its source and several sources have such an object.
bool isAmbiguousMemberKey(const Catalog& catalog, const ObjectKey& key);

/// Why it cannot be known whether an object is there: its database is not among those read, its
/// kind or its schema was left out. A half sentence; empty when its absence is sure.
QString doubtOfAbsence(const Catalog& catalog, const ObjectKey& key);

/// The same for a pattern, which may be about any source.
QString doubtOfAbsence(const Catalog& catalog);

} // namespace cadastre
