// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// EditJournal: the staged edits of one source on disk: one line per change, appended and synced
// before the change counts, so that nothing a person typed is lost when a program or machine dies.
// The file belongs to its owner alone, and to one program at a time.
#pragma once

#include "model/notes/staged_edits.h"

#include <QFile>
#include <QLockFile>

#include <memory>
#include <span>

namespace cadastre {

class EditJournal
{
public:
    /// Opens or creates the journal and reads what is staged. A last line that was cut off by a
    /// crash is left out and overwritten; any other unreadable line fails with its number. Fails
    /// when another program has the journal open.
    static Result<std::unique_ptr<EditJournal>> open(const QString& path);
    /// Takes the file away where nothing is staged.
    ~EditJournal();
    EditJournal(const EditJournal&) = delete;
    EditJournal& operator=(const EditJournal&) = delete;

    /// What a journal holds, without opening it for changes: also while another program has it
    /// open. A missing file is an empty one.
    static Result<StagedEdits> read(const QString& path);

    [[nodiscard]] const StagedEdits& edits() const { return m_edits; }

    /// On disk when it returns; fails with one sentence when it is not, and then nothing changed.
    Result<Nothing> stage(const CommentEdit& edit);
    Result<Nothing> drop(const ObjectKey& key);
    /// Several at once, by StagedEdits::set(): one write, one sync; when it fails nothing changed.
    Result<Nothing> change(std::span<const StageChange> changes);
    /// Every key under this source name: the same database may be called otherwise today.
    Result<Nothing> renameSource(const QString& name);

    /// Rewrites the file so that it holds only what is staged now; done beside and renamed.
    Result<Nothing> compact();

private:
    explicit EditJournal(const QString& path);

    Result<Nothing> recover();
    Result<Nothing> append(const QByteArray& lines);
    Result<Nothing> compactWhenLarge();

    QLockFile m_lock;
    QFile m_file;
    StagedEdits m_edits;
    bool m_isOurs = false; ///< opened and read as a whole
};

/// The journal of a source in a data folder: `FOLDER/staged/SOURCE-HASH.journal`, by what
/// identifies the source (its location without password), so that equal names do not mix.
QString editJournalPath(const QString& dataFolder, const QString& sourceName,
                        const QString& location);

} // namespace cadastre
