// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as text files: TSV for tools and comparison, JSON for programs, Markdown for
// people; and, of what nobody declared, SQL, comments, tbls and DBML. UTF-8, LF; same input, same
// bytes. Each format is a file beside this one.
#pragma once

#include "model/export/relation_rows.h"

#include <QByteArray>

namespace cadastre {

/// Header and one line per target: child_table child_columns parent_table parent_columns
/// confidence origin evidence; tab, newline, carriage return and backslash escaped.
QByteArray relationsTsv(const RelationExport& relations);

/// `{"format":"cadastre-relations","version":1,"relations":[...]}`, one relation per line.
QByteArray relationsJson(const RelationExport& relations);

/// A table; characters that Markdown reads are escaped.
QByteArray relationsMarkdown(const RelationExport& relations);

/// Statements that declare the relationships, in the words of each source's engine: the index that
/// is missing, then the key. What cannot be declared is a comment that says why. Nothing is ever
/// dropped.
QByteArray relationsSql(const RelationExport& relations);

/// A comment file that adds `@references` notes to the comments of the child columns, sorted by
/// object key. Notes that are there already are not repeated.
QByteArray relationsReferences(const RelationExport& relations);

/// The `relations:` of a .tbls.yml (https://github.com/k1LoW/tbls).
QByteArray relationsTbls(const RelationExport& relations);

/// DBML (https://dbml.dbdiagram.io): the tables that take part, and a Ref per target.
QByteArray relationsDbml(const RelationExport& relations);

struct RelationFormat
{
    QString name;   ///< "tsv": what people type
    QString title;  ///< for menus, sentence case
    QString ending; ///< of files, without dot; a later format with the same one needs its name
    /// Made of what was decided, where nobody asks for more.
    bool ofDecisions = false;
    bool takesDeclared = true; ///< foreign keys that exist have a place in it
    QByteArray (*print)(const RelationExport&) = nullptr;
};

/// All formats: first those of everything that is known, then those of decisions.
const std::vector<RelationFormat>& relationFormats();

} // namespace cadastre
