// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Writing comments to a test database through the program's own front door, and looking at what
// came of it.
#pragma once

#include "model/sql/write/write_comments.h"
#include "tests/server/read_source.h"

namespace cadastre::test {

/// The catalog at an address, as it is now; ends the test program when it cannot be read.
std::shared_ptr<const Catalog> catalogAt(const QString& url);

/// An edit of the object with this key text ("table:shop.orders", "source:"): from what the catalog
/// holds to `after`. Ends the test program when there is no such object.
CommentEdit editOf(const Catalog& catalog, const QString& key, const QString& after);

/// All objects of a catalog whose comments live in the database.
std::vector<ObjectRef> objectsInDatabase(const Catalog& catalog);

/// Whether nothing differs but what others change meanwhile on the same server: roles and their
/// rights, statistics, and what a reading says of itself.
bool isAsBefore(const Catalog& now, const Catalog& before);

/// A request for the only source of a catalog.
CommentWriteRequest writeRequest(const std::shared_ptr<const Catalog>& catalog,
                                 std::vector<CommentEdit> edits);

Result<CommentWriteReport> writeTo(const QString& url, const CommentWriteRequest& request);
Result<CommentWriteReport> resolveAt(const QString& url, const CommentWriteRequest& request);

/// "written", "conflict: Somebody changed it meanwhile.", ... in the request's order; for a failure
/// its one sentence.
QStringList outcomesOf(const Result<CommentWriteReport>& report);

/// How many of each outcome: "written 3, conflict 1".
QString countsOf(const CommentWriteReport& report);

} // namespace cadastre::test
