// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What `cadastre boundaries` can do: each action is one file in actions/, found by its file name,
// and is started with the same facts.
#pragma once

#include "app/cli/opened_database.h"
#include "model/boundaries/crossings/boundary_check.h"

namespace cadastre {

struct BoundariesAction
{
    QString name;    ///< "check"
    QString summary; ///< one line for the help
    std::vector<OptionSpec> options;
    ExitStatus (*run)(const QStringList& words) = nullptr; ///< the words behind the action
};

/// All actions, sorted by name (generated from the files of actions/).
std::vector<BoundariesAction> allBoundariesActions();

/// A database with everything that boundaries are judged by.
struct BoundariesInput
{
    OpenedDatabase database;
    std::vector<Relationship> relationships;
    UseReading uses;
    Boundaries boundaries; ///< of the workspace, with those of --owners on top
    Ownership ownership;
    QDate today; ///< UTC, or --as-of
    double minimumConfidence = 0.5;

    [[nodiscard]] const Catalog& catalog() const { return *database.catalog; }
    [[nodiscard]] BoundaryFacts facts() const
    {
        return {catalog(), relationships, uses, boundaries, ownership, minimumConfidence};
    }
};

/// -o, --owners, --min-confidence, --as-of: what most actions have.
std::vector<OptionSpec> boundariesOptions(const std::vector<OptionSpec>& own);

/// Opens the database and works everything out; prints what --owners could not use. Where neither
/// the workspace nor --owners has a boundary, those that the comments name by `@owner` are used.
/// Notes the phases "read", "relations", "sql" and "ownership".
Result<BoundariesInput> boundariesInput(const Arguments& arguments, Timings& timings);

/// Fails with one sentence when there is no boundary to work with.
Result<Nothing> requireBoundaries(const BoundariesInput& input);

/// By --format, else by the ending of -o, else the first one. Fails when it is none of `known`.
Result<QString> boundariesFormat(const Arguments& arguments, const QStringList& known);
/// -o, or standard output.
QString boundariesFile(const Arguments& arguments);
/// What the report and pictures are about: the workspace's name, or the database's.
QString boundariesTitle(const BoundariesInput& input);

} // namespace cadastre
