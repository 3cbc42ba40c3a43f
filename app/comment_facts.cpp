// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is staged when the sources have other facts: journals open and close, edits follow renames,
// what the database holds already leaves the stage, what changed underneath is said.
#include "app/comment_flow.h"

namespace cadastre {

namespace {

QString editCount(std::size_t count)
{
    return CommentFlow::tr("%Ln comments", nullptr, static_cast<int>(count));
}

template <typename Object>
void findIdentities(const std::vector<Object>& objects, ObjectKind kind,
                    std::map<ServerIdentity, std::vector<ObjectRef>>& wanted)
{
    for (std::size_t i = 0; i < objects.size(); ++i) {
        if (!objects[i].identity)
            continue;
        const auto found = wanted.find(*objects[i].identity);
        if (found != wanted.end())
            found->second.emplace_back(kind, static_cast<std::int32_t>(i));
    }
}

/// Oids are of one server only: what else is known of the two must not speak against it.
bool isLikelyTheSame(const Catalog& catalog, const CommentEdit& edit, ObjectRef object)
{
    const ObjectKey now = catalog.keyOf(object);
    const bool inPlace = now.source == edit.key.source && now.kind == edit.key.kind &&
                         now.parts.size() == edit.key.parts.size();
    if (!inPlace || storedComment(catalog.base(object).comment) != edit.before)
        return false;
    int same = 0;
    for (int i = 0; i < now.parts.size(); ++i)
        same += now.parts.at(i) == edit.key.parts.at(i) ? 1 : 0;
    return same == now.parts.size() - 1;
}

/// Not read is not empty: then nothing is known of what the database holds.
bool commentsWereRead(const Catalog& catalog, const ObjectKey& key)
{
    const auto object = catalog.find(key);
    if (!object || catalog.base(*object).notRead)
        return false;
    const KindReport* report = catalog.kindReport(catalog.sourceOf(*object), CatalogKind::Comments);
    return report == nullptr || report->state == ReadState::Read ||
           report->state == ReadState::EngineHasNone;
}

} // namespace

void CommentFlow::takeFacts(FactsChange change)
{
    if (change == FactsChange::Opened) {
        m_renamed.clear();
        m_written.clear();
        m_needCare = 0;
    }
    m_news.emplace();
    const auto opened = m_journals.follow(m_sources->sources());
    rebuild();
    noteEarlier(opened);
    if (change == FactsChange::Refreshed)
        followRenames();
    followIdentities();
    sayWhatIsStaged(opened);
    dropSettled();
    sayWhatNeedsCare();
    tellNews();
}

void CommentFlow::noteEarlier(const std::vector<CommentJournals::Opened>& opened)
{
    for (const CommentJournals::Opened& each : opened) {
        for (const auto& [key, edit] : staged().edits()) {
            if (key.source == each.source)
                m_earlier.insert(key, edit.after);
        }
    }
}

bool CommentFlow::isFromEarlier(const CommentEdit& edit) const
{
    const auto found = m_earlier.constFind(edit.key);
    return found != m_earlier.cend() && *found == edit.after;
}

void CommentFlow::followRenames()
{
    std::vector<StageChange> changes;
    for (auto [from, to] : m_sources->facts().renamed.asKeyValueRange()) {
        m_renamed.insert(from, to);
        m_renamed.remove(to); // it is a present name now
        const CommentEdit* edit = staged().find(from);
        if (edit == nullptr || staged().find(to) != nullptr)
            continue;
        CommentEdit moved = *edit;
        moved.key = to;
        changes.push_back({to, moved});
        changes.push_back({from, std::nullopt});
    }
    if (changes.empty())
        return;
    if (const Result<Nothing> kept = m_journals.change(changes); !kept)
        tell(MessageLevel::Error, kept.error().message, kept.error().detail);
    rebuild();
}

/// Renamed while no Cadastre looked: the server still knows the object.
void CommentFlow::followIdentities()
{
    const Catalog& catalog = *m_commented.catalog();
    std::map<ServerIdentity, std::vector<ObjectRef>> wanted;
    for (const auto& [key, edit] : staged().edits())
        if (edit.identity && m_commented.state(edit) == StageState::Gone)
            wanted[*edit.identity];
    if (wanted.empty())
        return;
    const CatalogObjects& objects = catalog.objects();
    findIdentities(objects.schemas, ObjectKind::Schema, wanted);
    findIdentities(objects.tables, ObjectKind::Table, wanted);
    findIdentities(objects.columns, ObjectKind::Column, wanted);
    findIdentities(objects.constraints, ObjectKind::Constraint, wanted);
    findIdentities(objects.indexes, ObjectKind::Index, wanted);
    findIdentities(objects.triggers, ObjectKind::Trigger, wanted);
    findIdentities(objects.routines, ObjectKind::Routine, wanted);
    findIdentities(objects.types, ObjectKind::Type, wanted);
    std::vector<StageChange> changes;
    for (const auto& [key, edit] : staged().edits()) {
        const bool gone = edit.identity && m_commented.state(edit) == StageState::Gone;
        if (!gone)
            continue;
        for (const ObjectRef object : wanted[*edit.identity]) {
            if (!isLikelyTheSame(catalog, edit, object))
                continue;
            CommentEdit moved = edit;
            moved.key = catalog.keyOf(object);
            if (staged().find(moved.key) == nullptr) {
                changes.push_back({moved.key, moved});
                changes.push_back({key, std::nullopt});
            }
        }
    }
    if (changes.empty())
        return;
    if (const Result<Nothing> kept = m_journals.change(changes); !kept)
        tell(MessageLevel::Error, kept.error().message, kept.error().detail);
    rebuild();
}

void CommentFlow::sayWhatIsStaged(const std::vector<CommentJournals::Opened>& opened)
{
    QStringList sentences;
    MessageLevel level = MessageLevel::Info;
    for (const CommentJournals::Opened& each : opened) {
        if (!each.problem.isEmpty()) {
            level = MessageLevel::Warning;
            sentences << tr("Comments of %1 can be read here, not edited. %2")
                             .arg(each.source, each.problem);
        } else if (each.edits > 0) {
            sentences << (each.edits == 1
                              ? tr("1 comment staged on %1 is still here.").arg(each.source)
                              : tr("%1 staged on %2 are still here.")
                                    .arg(editCount(each.edits), each.source));
        }
    }
    if (!sentences.isEmpty())
        tell(level, sentences.first(), sentences.mid(1).join(QLatin1Char('\n')));
}

void CommentFlow::dropSettled()
{
    std::vector<StageChange> changes;
    QStringList names;
    for (const auto& [key, edit] : staged().edits()) {
        const bool settled = m_commented.state(edit) == StageState::Settled;
        if (!settled || !m_journals.problem(key.source).isEmpty() ||
            !commentsWereRead(*m_commented.catalog(), key))
            continue;
        changes.push_back({key, std::nullopt});
        names << shownName(key);
    }
    if (changes.empty())
        return;
    for (const StageChange& change : changes)
        ++m_written[change.key];
    const Result<Nothing> kept = m_journals.change(changes);
    rebuild();
    if (!kept)
        tell(MessageLevel::Error, kept.error().message, kept.error().detail);
    else
        tell(MessageLevel::Info,
             changes.size() == 1
                 ? tr("The database holds the staged comment of %1 already: it left the stage.")
                       .arg(names.first())
                 : tr("The database holds %1 that were staged already: they left the stage.")
                       .arg(editCount(changes.size())),
             changes.size() == 1 ? QString() : names.join(QLatin1Char('\n')));
}

void CommentFlow::sayWhatNeedsCare()
{
    QStringList details;
    for (const auto& [key, edit] : staged().edits()) {
        const StageState state = m_commented.state(edit);
        if (state == StageState::Changed)
            details << tr("%1: somebody changed the comment meanwhile").arg(shownName(key));
        else if (state == StageState::Replaced)
            details << tr("%1: another object has this name now").arg(shownName(key));
        else if (state == StageState::Gone)
            details << tr("%1: it is not there any more").arg(shownName(key));
    }
    const auto count = static_cast<std::size_t>(details.size());
    const bool isNews = count > m_needCare;
    m_needCare = count;
    if (isNews)
        tell(MessageLevel::Warning,
             count == 1 ? tr("1 staged comment needs a look: its object changed underneath.")
                        : tr("%1 that are staged need a look: their objects changed underneath.")
                              .arg(editCount(count)),
             details.join(QLatin1Char('\n')));
}

} // namespace cadastre
