// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Context for an assistant that writes SQL: a compact text of tables, keys, joins, comments and
// notes within a budget. The format is described in resources/help/context.md.
#pragma once

#include "model/boundaries/ownership/ownership.h"
#include "model/notes/commented_catalog.h"
#include "model/orientation/importance.h"

#include <QByteArray>

namespace cadastre {

/// Rows that views of the schema leave out as deleted.
struct LiveCondition
{
    TableId table;
    QString condition; ///< SQL about the table's own column, unqualified
    QStringList views; ///< that have it

    bool operator==(const LiveCondition&) const = default;
};

struct ContextFacts
{
    const CommentedCatalog& commented;
    const std::vector<Relationship>& relationships;
    const Importance& importance;
    const UseReading* uses = nullptr;
    const Ownership* ownership = nullptr;
    std::vector<LiveCondition> live = {};
    double minimumConfidence = 0.5;
};

struct ContextOptions
{
    std::vector<TableId> tables = {}; ///< what it is about; empty: everything
    int depth = 0;                    ///< steps around `tables` that are told in full, too
    int budget = 8000;                ///< tokens, see estimatedTokens(); 0: no limit
    bool values = false;              ///< what CHECKs, enums and @values allow
};

struct AssistantContext
{
    QByteArray text; ///< UTF-8, LF
    int full = 0;    ///< tables and views told in full
    int lines = 0;   ///< by one line
    int leftOut = 0; ///< only counted
    int tokens = 0;  ///< of the text, estimated

    bool operator==(const AssistantContext&) const = default;
};

/// Asked-for tables first, then by steps, then by importance: as many in full as fit into four
/// fifths of the budget, the next by one line, the rest counted. Nothing is left out without being
/// said. No rows are in it. Same facts, same bytes.
AssistantContext assistantContext(const ContextFacts& facts, const ContextOptions& options = {});

/// The tables that are told of, in that order, with their steps from those asked for.
std::vector<std::pair<TableId, int>> contextTables(const ContextFacts& facts,
                                                   const ContextOptions& options);

} // namespace cadastre
