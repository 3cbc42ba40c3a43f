// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the panel of pending changes shows, as values: each staged edit with what is known of it
// (where it stands, what would be sent, what came of it last), grouped by the source it goes to.
#pragma once

#include "model/notes/comment_write.h"
#include "model/notes/commented_catalog.h"

namespace cadastre {

/// One staged edit.
struct PendingRow
{
    CommentEdit edit;
    std::optional<ObjectRef> object;      ///< absent where it is gone
    QString name;                         ///< as people read it: "tmp_orders.status"
    QString kind;                         ///< "column"
    QString group;                        ///< its table, or what stands for one
    std::optional<ObjectRef> groupObject; ///< absent where that is gone
    StageState state = StageState::Current;
    QString theirs;       ///< what the catalog holds instead, where the state is Changed
    QString inCreateText; ///< words of the CREATE text that a first comment stands in front of
    /// Absent until it was planned.
    std::optional<PlannedComment> planned;
    /// What came of sending it last; absent when it was not sent since it was edited.
    std::optional<CommentWrite> result;
    /// It was staged before this start of the program, and not edited since.
    bool fromEarlier = false;

    bool operator==(const PendingRow&) const = default;
};

/// Whether it can be sent; with needsCopy() only where a person agrees to that.
bool canBeSent(const PendingRow& row);
/// The table has to be copied for it, which a person has to agree to.
bool needsCopy(const PendingRow& row);
/// Whether two texts have to be brought together first: theirs is known and is not `before`.
bool isInConflict(const PendingRow& row);
/// The words that the person saw before: of the comment, or of the CREATE text where there was
/// none.
QString seenBefore(const PendingRow& row);
/// Whether those are of the CREATE text.
bool replacesCreateText(const PendingRow& row);
/// The other text of a conflict.
QString theirsOf(const PendingRow& row);

/// What a row is marked with behind its name: "conflict", "gone", "refused", "unknown", "new"...
QString pendingSign(const PendingRow& row);
/// The same as sentences, most urgent first: state, refusal, result, warnings.
QStringList pendingSentences(const PendingRow& row);
/// "Goes into the catalog of the database.", "Goes into the comment file beside the database."
QString pendingPlace(const PendingRow& row);

/// Edits of one source and where they go.
struct PendingSource
{
    QString name; ///< as object keys say it
    WriteTarget target;
    bool planned = false; ///< the target is as the server says; else as the address says
    QString planProblem;  ///< why nothing could be planned
    bool readOnly = false;
    bool production = false;
    QString productionReason;     ///< "marked as production", "its database is called shop_prod"
    bool canWrite = true;         ///< false: a snapshot has no place for comments
    std::vector<PendingRow> rows; ///< by object key

    bool operator==(const PendingSource&) const = default;
};

/// Why nothing can be applied to it, whatever is ticked, and what to do; empty where it can.
QString whyNotApplied(const PendingSource& source);

struct PendingState
{
    std::shared_ptr<const Catalog> catalog = std::make_shared<const Catalog>();
    std::vector<PendingSource> sources; ///< that have edits, by name
    bool planning = false;
    bool writing = false;

    [[nodiscard]] int count() const;
    [[nodiscard]] bool isEmpty() const { return sources.empty(); }
};

/// "column main.customers.status": as people read a key, also of what is not open.
QString pendingKeyName(const ObjectKey& key);

/// A row without plan and result. `commented` holds the edit.
PendingRow pendingRow(const CommentedCatalog& commented, const CommentEdit& edit);

} // namespace cadastre
