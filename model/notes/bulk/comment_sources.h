// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where comments come in from, each as the comments of objects that are here: a CSV file, a comment
// file, the catalog of another database or snapshot. Comparing them is in incoming_comments.
#pragma once

#include "model/notes/bulk/incoming_comments.h"

namespace cadastre {

/// A CSV file with the header `table,column,comment` (in any order; `schema` too; other programs'
/// headers such as table_name, column_comment, description are understood). A row without a column
/// is about its table. Fails for what is no such file, with the line; a row that names what is not
/// there, or an object again, is a remark with its line.
Result<IncomingComments> commentsOfCsv(const Catalog& here, SourceId source,
                                       const QByteArray& data);

/// A comment file, its `was` lines as bases. Fails as parseCommentFile(); statements about what is
/// not there are remarks.
Result<IncomingComments> commentsOfFile(const Catalog& here, SourceId source, const QString& text);

/// The comments of a source of another catalog (or of this one), by key: same kind, schema and
/// names. Where schemas have other names, the default ones and those that stand alone are taken
/// for each other. Comments of objects that are not here are counted in a remark, and so are kinds
/// that were not read there.
IncomingComments commentsOfCatalog(const Catalog& here, SourceId source, const Catalog& there,
                                   SourceId from);

} // namespace cadastre
