// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The comment file: `COMMENT ON ... IS ...;` statements, each after its `-- was:` line. Parsing,
// printing, and finding the objects that its names mean in a catalog; same values, same bytes. The
// grammar stands in resources/help/comment-file.md.
#pragma once

#include "model/catalog/catalog.h"
#include "model/notes/staged_edits.h"

namespace cadastre {

/// What a statement names, as written.
struct CommentTarget
{
    QString
        word; ///< in upper case: "TABLE", "MATERIALIZED VIEW", "DOMAIN", "PROCEDURE", "INDEX", ...
    QStringList path;     ///< unquoted parts; of constraints, triggers, and indexes with ON: table
                          ///< path, then name
    QString arguments;    ///< of routines, without parentheses
    bool onTable = false; ///< written as NAME ON TABLE

    bool operator==(const CommentTarget&) const = default;
};

struct CommentStatement
{
    CommentTarget target;
    std::optional<QString> was; ///< absent without the line; empty: no comment
    QString text;               ///< empty: NULL
    int line = 0;               ///< 1-based, of COMMENT
    int column = 0;             ///< 1-based

    bool operator==(const CommentStatement&) const = default;
};

/// Fails with a sentence that begins with line and column ("Line 3, column 12: ...").
Result<std::vector<CommentStatement>> parseCommentFile(const QString& text);

/// One statement with its was line (where it has one), names as PostgreSQL 15 writes them. Fails
/// for what cannot stand in any file (NUL, lone surrogates).
Result<QString> printCommentStatement(const CommentStatement& statement);

/// The target of an object; SQLite's names are unqualified. Absent for kinds without comments.
std::optional<CommentTarget> commentTarget(const Catalog& catalog, ObjectRef object);

/// The object that a target means; names without a schema are looked for in the default schema.
/// Fails with a sentence that says what is not there, or cannot carry a comment.
Result<ObjectRef> findCommentTarget(const Catalog& catalog, SourceId source,
                                    const CommentTarget& target);

/// The whole file for these edits, sorted by object key: `before` is the was line.
Result<QString> commentFileOf(const Catalog& catalog, const std::vector<CommentEdit>& edits);

/// Every comment of a source as an edit from what it is to what it is: what export writes.
std::vector<CommentEdit> presentComments(const Catalog& catalog, SourceId source);

/// Objects of a source whose comments presentComments() leaves out: names or texts that are not
/// valid in their encoding, or an object that no statement can name.
std::vector<ObjectRef> unprintableComments(const Catalog& catalog, SourceId source);

} // namespace cadastre
