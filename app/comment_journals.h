// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The journals of the sources that are open: which file is whose, what each holds, and why one
// cannot be written. What is staged and why is CommentFlow's.
#pragma once

#include "app/source_loader.h"
#include "model/notes/edit_journal.h"

#include <map>

namespace cadastre {

/// What identifies a source, whatever it is called and whoever connects: a file's canonical path, a
/// server's address and database without user, password and ways to connect.
QString stageLocation(const DatabaseAddress& address);
QString stageJournalPath(const DatabaseAddress& address);

class CommentJournals
{
public:
    struct Opened
    {
        QString source;
        std::size_t edits = 0;
        QString problem; ///< why it can only be read; empty where it can be changed
    };

    /// Opens the journals of these sources that are not open yet, and closes those of others. Says
    /// which ones were opened.
    std::vector<Opened> follow(const std::vector<LoadedSource>& sources);
    /// Why edits of this source cannot be kept; empty where they can.
    [[nodiscard]] QString problem(const QString& source) const;
    /// What is staged in all of them.
    [[nodiscard]] StagedEdits staged() const;
    /// On disk when it returns, per source with one sync; fails with one sentence, and then nothing
    /// changed.
    Result<Nothing> change(const std::vector<StageChange>& changes);

private:
    struct Journal
    {
        QString path;
        std::unique_ptr<EditJournal> writable; ///< null: another program has it open
        StagedEdits seen;                      ///< what is staged there, where it cannot be written
        QString problem;
    };

    void open(Journal& journal, const QString& source) const;
    Result<Nothing> changeOne(const QString& source, const std::vector<StageChange>& changes);

    std::map<QString, Journal> m_journals; ///< by source name
};

} // namespace cadastre
