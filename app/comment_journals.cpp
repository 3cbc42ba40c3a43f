// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/comment_journals.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace cadastre {

namespace {

struct JournalWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::CommentJournals)
};

QString kindWord(AddressKind kind)
{
    switch (kind) {
    case AddressKind::PostgreSql:
        return QStringLiteral("postgresql");
    case AddressKind::MariaDb:
        return QStringLiteral("mariadb");
    case AddressKind::Snapshot:
        return QStringLiteral("snapshot");
    case AddressKind::Sqlite:
    case AddressKind::Workspace:
        break;
    }
    return QStringLiteral("sqlite");
}

/// The staged edits under the source's present name.
StagedEdits underName(const StagedEdits& edits, const QString& source)
{
    StagedEdits named;
    for (const auto& [key, edit] : edits.edits()) {
        CommentEdit copy = edit;
        copy.key.source = source;
        named.stage(copy);
    }
    return named;
}

} // namespace

QString stageLocation(const DatabaseAddress& address)
{
    if (!address.path.isEmpty()) {
        const QString canonical = QFileInfo(address.path).canonicalFilePath();
        return canonical.isEmpty() ? address.path : canonical;
    }
    if (!address.sshHost.isEmpty())
        return address.displayText(); // its "localhost" is another machine
    const bool elsewhere = std::ranges::any_of(address.options, [](const auto& option) {
        return option.first == QLatin1String("service") ||
               option.first == QLatin1String("hostaddr") ||
               option.first == QLatin1String("defaults-group");
    });
    const bool unnamed =
        address.host.isEmpty() && address.socket.isEmpty() && address.database.isEmpty();
    if (elsewhere || unnamed)
        return address.url; // what it means stands in a file of the server's client
    return QStringList{kindWord(address.kind), address.host.toLower(),
                       QString::number(address.port), address.socket, address.database}
        .join(QLatin1Char('\n'));
}

QString stageJournalPath(const DatabaseAddress& address)
{
    return editJournalPath(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation),
                           kindWord(address.kind), stageLocation(address));
}

void CommentJournals::open(Journal& journal, const QString& source) const
{
    const bool openHere = std::ranges::any_of(m_journals, [&](const auto& each) {
        return each.second.writable && each.second.path == journal.path;
    });
    if (openHere) {
        journal.problem =
            JournalWords::tr("%1 is open twice here: edit its comments where it was opened "
                             "first.")
                .arg(source);
        return;
    }
    Result<std::unique_ptr<EditJournal>> opened = EditJournal::open(journal.path);
    if (opened)
        if (const Result<Nothing> named = (*opened)->renameSource(source); !named)
            opened = named.error();
    if (opened) {
        journal.writable = std::move(*opened);
        journal.problem.clear();
        return;
    }
    journal.problem = opened.error().message;
    if (const Result<StagedEdits> seen = EditJournal::read(journal.path))
        journal.seen = underName(*seen, source);
}

std::vector<CommentJournals::Opened>
CommentJournals::follow(const std::vector<LoadedSource>& sources)
{
    std::map<QString, Journal> kept;
    for (const LoadedSource& source : sources) {
        const QString& name = source.part->source().name;
        const QString path = stageJournalPath(source.request.address);
        const auto known = m_journals.find(name);
        if (known != m_journals.end() && known->second.path == path)
            kept.insert(m_journals.extract(known));
    }
    m_journals = std::move(kept); // those of others close, so that they can be opened again
    std::vector<Opened> opened;
    for (const LoadedSource& source : sources) {
        const QString& name = source.part->source().name;
        const auto [at, isNew] = m_journals.try_emplace(name);
        if (at->second.writable)
            continue;
        const QString problemBefore = at->second.problem;
        at->second.path = stageJournalPath(source.request.address);
        open(at->second, name);
        if (isNew || at->second.problem != problemBefore) {
            const StagedEdits& edits =
                at->second.writable ? at->second.writable->edits() : at->second.seen;
            opened.push_back({name, edits.edits().size(), at->second.problem});
        }
    }
    return opened;
}

QString CommentJournals::problem(const QString& source) const
{
    const auto found = m_journals.find(source);
    return found == m_journals.end() ? JournalWords::tr("%1 is not open.").arg(source)
                                     : found->second.problem;
}

StagedEdits CommentJournals::staged() const
{
    StagedEdits all;
    for (const auto& [name, journal] : m_journals) {
        const StagedEdits& edits = journal.writable ? journal.writable->edits() : journal.seen;
        for (const auto& [key, edit] : edits.edits())
            all.stage(edit);
    }
    return all;
}

Result<Nothing> CommentJournals::change(const std::vector<StageChange>& changes)
{
    std::map<QString, std::vector<StageChange>> bySource;
    for (const StageChange& change : changes)
        bySource[change.key.source].push_back(change);
    std::map<QString, std::vector<StageChange>> done; // what takes it back
    for (const auto& [source, own] : bySource) {
        std::vector<StageChange> back;
        const StagedEdits before = staged();
        for (const StageChange& change : own) {
            const CommentEdit* edit = before.find(change.key);
            back.push_back({change.key, edit ? std::optional(*edit) : std::nullopt});
        }
        const Result<Nothing> kept = changeOne(source, own);
        if (!kept) {
            for (const auto& [other, undone] : done)
                (void)changeOne(other, undone);
            return kept;
        }
        done[source] = back;
    }
    return ok();
}

Result<Nothing> CommentJournals::changeOne(const QString& source,
                                           const std::vector<StageChange>& changes)
{
    const auto found = m_journals.find(source);
    if (found == m_journals.end())
        return Error{problem(source), {}};
    Journal& journal = found->second;
    if (!journal.writable) {
        open(journal, source); // the other program may have ended meanwhile
        if (!journal.writable)
            return Error{journal.problem, {}};
        for (const StageChange& change : changes) {
            const CommentEdit* now = journal.writable->edits().find(change.key);
            const CommentEdit* seen = journal.seen.find(change.key);
            if ((now == nullptr) != (seen == nullptr) || (now != nullptr && *now != *seen))
                return Error{
                    JournalWords::tr("The comment was edited in another Cadastre meanwhile: what "
                                     "was typed there is shown now. Please repeat your edit."),
                    {}};
        }
    }
    return journal.writable->change(changes);
}

} // namespace cadastre
