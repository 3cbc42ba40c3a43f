// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A MariaDB database of hostile names with every kind of object that can carry a comment, and what
// must stay the same in it whatever is written there. For the reliability tests.
#pragma once

#include "model/notes/comment_home.h"
#include "tests/server/comment_writing.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/support/random_comments.h"

#include <map>

namespace cadastre::test {

/// Tables with columns and indexes, routines, events and a sequence; as many tables as asked for.
/// Empty, or the server's words.
QString makeCommentObjects(MariaDbTestDatabase& database, RandomComments& random, int tables);

/// All objects whose comment the server keeps, but without those that it keeps only by copying.
std::vector<ObjectRef> commentedObjects(const Catalog& catalog);

/// A text that this object can keep.
QString textFor(const Catalog& catalog, ObjectRef object, RandomComments& random);

/// What SHOW CREATE says about every object, by kind and name.
std::map<QString, QString> definitionsOf(MariaDbTestDatabase& database);

} // namespace cadastre::test
