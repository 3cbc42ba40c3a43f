// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person stages, and what a new reading means for it. Steps of the undo stack are in
// comment_steps.cpp.
#include "app/comment_flow.h"

#include <QUndoStack>

namespace cadastre {

namespace {

QString commentCount(std::size_t count)
{
    return CommentFlow::tr("%Ln comments", nullptr, static_cast<int>(count));
}

} // namespace

CommentFlow::CommentFlow(OpenSources* sources, QUndoStack* undoStack, QObject* parent)
    : QObject(parent)
    , m_sources(sources)
    , m_undoStack(undoStack)
    , m_commented(sources->facts().catalog, {})
{
}

CommentFlow::~CommentFlow() = default;

QString CommentFlow::cannotStage(SourceId source) const
{
    return m_journals.problem(m_commented.catalog()->source(source).name);
}

bool CommentFlow::isSnapshot(SourceId source) const
{
    const auto at = static_cast<std::size_t>(source.index);
    return at < m_sources->sources().size() &&
           m_sources->sources()[at].request.address.kind == AddressKind::Snapshot;
}

QString CommentFlow::cannotEdit(ObjectRef object) const
{
    const Catalog& catalog = *m_commented.catalog();
    const CommentHome home = commentHomeOf(catalog, object);
    if (home.place == CommentPlace::None)
        return home.sentence;
    return cannotStage(catalog.sourceOf(object));
}

Result<Nothing> CommentFlow::edit(const ObjectKey& key, const QString& after, int session)
{
    if (const auto object = m_commented.catalog()->find(key))
        return edit(*object, after, session);
    const CommentEdit* known = staged().find(key);
    if (known == nullptr)
        return Error{
            tr("%1 is not there any more: its comment cannot be staged.").arg(shownName(key)), {}};
    CommentEdit edit = *known;
    edit.after = after;
    return change({{key, edit.before == after ? std::nullopt : std::optional(edit)}},
                  tr("comment of %1").arg(shownName(key)), session);
}

Result<Nothing> CommentFlow::edit(ObjectRef object, const QString& after, int session)
{
    if (const QString reason = cannotEdit(object); !reason.isEmpty())
        return Error{reason, {}};
    CommentEdit edit = commentEditOf(*m_commented.catalog(), object, after);
    if (const CommentEdit* known = m_commented.edit(object)) {
        edit = *known;
        edit.after = after;
    }
    const bool staged = edit.before != edit.after;
    return change({{edit.key, staged ? std::optional(edit) : std::nullopt}},
                  tr("comment of %1").arg(shownName(edit.key)), session);
}

Result<Nothing> CommentFlow::stage(const std::vector<CommentEdit>& edits, const QString& name)
{
    std::vector<StageChange> changes;
    for (const CommentEdit& each : edits) {
        CommentEdit edit = each;
        if (const CommentEdit* known = staged().find(each.key)) {
            edit = *known;
            edit.after = each.after;
        }
        const bool isStaged = edit.before != edit.after;
        changes.push_back({edit.key, isStaged ? std::optional(edit) : std::nullopt});
    }
    return change(changes, name);
}

Result<Nothing> CommentFlow::discard(const std::vector<ObjectKey>& keys)
{
    std::vector<StageChange> changes;
    for (const ObjectKey& key : keys)
        changes.push_back({key, std::nullopt});
    return change(changes, keys.size() == 1
                               ? tr("discarding the comment of %1").arg(shownName(keys.front()))
                               : tr("discarding %1").arg(commentCount(keys.size())));
}

Result<Nothing> CommentFlow::rebase(const ObjectKey& key, const QString& theirs,
                                    const QString& after)
{
    CommentEdit edit{key, theirs, after};
    if (const auto object = m_commented.catalog()->find(key))
        edit.identity = m_commented.catalog()->base(*object).identity;
    else if (const CommentEdit* known = staged().find(key))
        edit.identity = known->identity;
    return change({{key, theirs == after ? std::nullopt : std::optional(edit)}},
                  tr("conflict in the comment of %1").arg(shownName(key)));
}

void CommentFlow::takeResults(std::span<const CommentWrite> writes)
{
    std::vector<StageChange> changes;
    for (const CommentWrite& write : writes) {
        const CommentEdit* edit = staged().find(write.edit.key);
        const bool isThere =
            write.outcome == WriteOutcome::Written || write.outcome == WriteOutcome::Unchanged;
        if (!isThere)
            continue;
        ++m_written[write.edit.key];
        if (edit == nullptr)
            continue;
        CommentEdit rest = *edit; // somebody may have typed on while it was written
        rest.before = write.edit.after;
        changes.push_back(
            {write.edit.key, rest.before == rest.after ? std::nullopt : std::optional(rest)});
    }
    const Result<Nothing> kept = m_journals.change(changes);
    rebuild();
    if (!kept)
        tell(MessageLevel::Error, kept.error().message, kept.error().detail);
}

void CommentFlow::rebuild()
{
    const auto& catalog = m_sources->facts().catalog;
    m_commented = m_commented.catalog() == catalog ? m_commented.withStaged(m_journals.staged())
                                                   : CommentedCatalog(catalog, m_journals.staged());
    Q_EMIT stagedChanged();
}

ObjectKey CommentFlow::presentKey(ObjectKey key) const
{
    for (int hops = 0; hops < 100 && m_renamed.contains(key); ++hops)
        key = m_renamed.value(key);
    return key;
}

QString CommentFlow::shownName(const ObjectKey& key) const
{
    const auto object = m_commented.catalog()->find(key);
    return object ? m_commented.catalog()->displayName(*object) : key.parts.join(QLatin1Char('.'));
}

void CommentFlow::tell(MessageLevel level, const QString& text, const QString& detail)
{
    const Message told{MessageTopic::Comments, level, text, detail, {}};
    if (m_news)
        m_news->push_back(told);
    else
        Q_EMIT message(told);
}

/// What was collected as one message: those of one topic replace each other.
void CommentFlow::tellNews()
{
    const std::vector<Message> news =
        std::exchange(m_news, std::nullopt).value_or(std::vector<Message>());
    if (news.empty())
        return;
    Message all{MessageTopic::Comments,
                MessageLevel::Info,
                {},
                {},
                staged().edits().empty() ? QString() : tr("&Pending changes")};
    QStringList texts, details;
    for (const Message& each : news) {
        all.level = std::max(all.level, each.level);
        texts << each.text;
        if (!each.detail.isEmpty())
            details << each.detail;
    }
    all.text = texts.join(QLatin1Char(' '));
    all.detail = details.join(QLatin1Char('\n'));
    Q_EMIT message(all);
}

} // namespace cadastre
