// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Habits: how this schema names its references, learned from what is known (declared keys, people's
// decisions) and from what a first pass believes. Sums of probabilities; no rule of any language.
#pragma once

#include "model/relations/engine/candidate.h"

#include <QSet>

namespace cadastre {

/// What columns of a kind say of one key.
struct KeyHabit
{
    double expected = 0;  ///< number of columns that point at it, as a sum of probabilities
    double best = 0;      ///< columns for which it is the likeliest key
    double strongest = 0; ///< largest probability
    double second = 0;    ///< second largest
    ColumnId strongestChild;

    /// The largest probability of another column than `child`.
    [[nodiscard]] double strongestBut(ColumnId child) const
    {
        return strongestChild == child ? second : strongest;
    }
};

/// How many columns of a kind point somewhere, as expected numbers.
struct HabitCount
{
    double columns = 0;        ///< of this kind
    double withCandidates = 0; ///< of them, those that have any candidate
    double references = 0;     ///< of them, expected to point anywhere
    double sure = 0;           ///< of them, those that rather point somewhere than not
    QHash<ColumnId, KeyHabit> keys;
    std::vector<ColumnId> strongest; ///< at most three keys at which a good part of them points
};

/// What one column contributes, so that it can be left out of what is said about itself.
struct ColumnBelief
{
    ColumnId child;
    std::vector<std::pair<ColumnId, double>> keys; ///< probability by key
    bool known = false;                            ///< declared or decided

    /// The likeliest key; absent without candidates.
    [[nodiscard]] const std::pair<ColumnId, double>* best() const;
};

struct Habits
{
    QHash<std::pair<int, int>, HabitCount> byName;      ///< schema, name of the column
    QHash<std::pair<int, int>, HabitCount> byLastWord;  ///< schema, last word of the core (loose)
    QHash<std::pair<int, int>, HabitCount> byFirstWord; ///< the same, first word, of longer cores
    QHash<std::pair<int, int>, HabitCount> byMark; ///< schema, identifier mark (-1: none) + type
    QHash<int, HabitCount> byPersonSchema;         ///< schema: columns that name a person
    QHash<std::pair<int, int>, HabitCount> knownByName;
    QHash<std::pair<int, int>, HabitCount> knownByLastWord;
    QHash<int, HabitCount> knownBySchema;
    QHash<ColumnId, double> references; ///< expected number of columns that point at the key
    QHash<ColumnId, ColumnBelief> beliefs;
    QSet<std::pair<int, ColumnId>> rejected; ///< name of a column, and the key rejected for it

    [[nodiscard]] bool isRejected(int name, ColumnId key) const
    {
        return rejected.contains({name, key});
    }

    /// Keys at which at least a few columns of this name, or of this last word, point.
    [[nodiscard]] std::vector<ColumnId> keysOfName(const SchemaProfile& profile,
                                                   ColumnId column) const;
};

/// The word that says most of what a column points at: the last of its core; -1 for none.
int lastCoreWord(const SchemaProfile& profile, ColumnId column);
/// The first word of a core of several, as above.
int firstCoreWord(const SchemaProfile& profile, ColumnId column);
/// The kind of identifier mark and type of a column, for Habits::byMark.
int markOf(const SchemaProfile& profile, ColumnId column);
/// Whether the name means a person in a role: `created_by`, `owner`, `reviewer_id`.
bool namesPersonRole(const SchemaProfile& profile, ColumnId column);

Habits learnHabits(const SchemaProfile& profile, const std::vector<ColumnBelief>& beliefs);

} // namespace cadastre
