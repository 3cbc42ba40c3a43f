// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What `cadastre comments` can do: each action is one file in actions/, found by its file name, and
// begins with the same facts: a database, one of its sources, and perhaps a comment file.
#pragma once

#include "app/cli/opened_database.h"
#include "model/notes/comment_file.h"

namespace cadastre {

struct CommentsAction
{
    QString name;    ///< "export"
    QString summary; ///< one line for the help
    std::vector<OptionSpec> options;
    ExitStatus (*run)(const QStringList& words) = nullptr; ///< the words behind the action
};

/// All actions, sorted by name (generated from the files of actions/).
std::vector<CommentsAction> allCommentsActions();

/// A database, and the one source of it that comments are about.
struct CommentsInput
{
    OpenedDatabase database;
    SourceId source;
    QString file; ///< the word behind the database; empty for none

    [[nodiscard]] const Catalog& catalog() const { return *database.catalog; }
    [[nodiscard]] const Source& facts() const { return catalog().source(source); }
    [[nodiscard]] const SourceRequest& request() const
    {
        return database.requests[static_cast<std::size_t>(source.index)];
    }
    /// Where comments live that the engine cannot store; empty for nowhere.
    [[nodiscard]] QString sidecarPath() const;
};

/// --source, and the action's own ones before it.
std::vector<OptionSpec> commentsOptions(const std::vector<OptionSpec>& own);

/// Opens the database. Fails when comments were not read, and when it has several sources and
/// --source names none of them. Notes the phase "read".
Result<CommentsInput> commentsInput(const Arguments& arguments, Timings& timings);

/// A statement of a comment file with the object that it means here.
struct FiledComment
{
    CommentStatement statement;
    std::optional<ObjectRef> object;
    QString problem; ///< why there is none
};

/// The statements of a file (`-`: standard input) in its order. Fails with one sentence that names
/// the file, with line and column where it does not parse, and where two mean one object.
Result<std::vector<FiledComment>> filedComments(const QString& file, const Catalog& catalog,
                                                SourceId source);

/// A text on one line, as a comment file writes it: `'..'`, `E'..'` or `NULL`.
QString commentOnOneLine(const QString& text);

/// Fails when the option's value is none of `known`; the first one where it was not given.
Result<QString> chosenWord(const Arguments& arguments, const QString& option,
                           const QStringList& known);

/// Standard output where -o was not given.
QString commentsFile(const Arguments& arguments);

} // namespace cadastre
