// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Many comments at once: what each would become, whether that is meant by default, and why not. A
// list that people tick; what is ticked is staged, nothing here writes.
#pragma once

#include "model/notes/commented_catalog.h"

namespace cadastre {

/// How what comes in stands to what is here.
enum class BulkKind : std::uint8_t {
    Change,     ///< nothing comes in: a change of what is here
    OnlyThere,  ///< there is no comment here
    OnlyHere,   ///< there is none there; nothing would be changed
    BothDiffer, ///< both have words
    Same,       ///< nothing to change
};

struct BulkProposal
{
    ObjectRef object;
    BulkKind kind = BulkKind::Change;
    CommentEdit edit; ///< `before` is what is stored, as for every staged edit
    QString present;  ///< what the object's comment reads now, with what is staged
    std::optional<QString> there = std::nullopt; ///< what comes in, as it is there
    std::optional<QString> base = std::nullopt;  ///< what both began with, where it is known
    bool ticked = true;                          ///< by default
    bool possible = true;                        ///< otherwise it cannot be ticked
    QString reason; ///< why it is not ticked or not possible, or what to know; empty for none

    bool operator==(const BulkProposal&) const = default;
};

struct BulkList
{
    std::vector<BulkProposal> proposals; ///< by object key
    QStringList remarks;   ///< sentences about what has no line: unknown objects, unreadable rows
    int unusableLines = 0; ///< of a file that was read

    bool operator==(const BulkList&) const = default;
};

/// A ticked proposal; not possible where the comment has no home, not ticked where the text would
/// not fit into it, or would show a secret.
BulkProposal bulkProposal(const CommentedCatalog& commented, ObjectRef object,
                          const QString& after);

/// Not by default, for this reason; several reasons stand one after the other.
void leaveOut(BulkProposal& proposal, const QString& reason);

void sortByKey(std::vector<BulkProposal>& proposals);

} // namespace cadastre
