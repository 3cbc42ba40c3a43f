// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Goes through all comments with one search; how it is applied to a text is in text_replacer.
#include "model/notes/bulk/replace_in_comments.h"

#include "model/catalog/containment.h"
#include "model/notes/bulk/text_replacer.h"
#include "model/notes/comment_text.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Applies one search to the comments of one catalog.
class CommentReplacing
{
public:
    CommentReplacing(const CommentedCatalog& commented, const TextReplacer& replacer, bool inNotes)
        : m_commented(commented)
        , m_replacer(replacer)
        , m_inNotes(inNotes)
    {
    }

    /// Fails where the pattern takes too long.
    Result<Nothing> visit(ObjectRef object)
    {
        const QString text = m_commented.comment(object);
        if (text.isEmpty() || m_commented.catalog()->base(object).system)
            return ok();
        const CommentText parts = m_inNotes ? CommentText() : parseCommentText(text);
        const auto found = m_replacer.replaced(m_inNotes ? text : parts.words);
        if (!found)
            return Error{
                QStringLiteral("At %1 %2: make it simpler.")
                    .arg(m_commented.catalog()->displayName(object), found.error().message),
                {}};
        if (*found)
            add(object, text, **found);
        return ok();
    }

    BulkList take()
    {
        sortByKey(m_list.proposals);
        return std::move(m_list);
    }

private:
    void add(ObjectRef object, const QString& text, const QString& found)
    {
        const Result<QString> after = m_inNotes ? Result<QString>(found) : withWords(text, found);
        if (after && *after == text)
            return;
        BulkProposal proposal = bulkProposal(m_commented, object, after ? *after : text);
        if (!after) {
            proposal.possible = false;
            leaveOut(proposal, after.error().message);
        } else if (after->isEmpty()) {
            leaveOut(proposal, QStringLiteral("Nothing would be left of the comment."));
        }
        m_list.proposals.push_back(std::move(proposal));
    }

    const CommentedCatalog& m_commented;
    const TextReplacer& m_replacer;
    bool m_inNotes;
    BulkList m_list;
};

} // namespace

Result<BulkList> replaceInComments(const CommentedCatalog& commented, const CommentSearch& search,
                                   const std::atomic_bool& cancelled)
{
    const Result<TextReplacer> replacer = TextReplacer::of(search);
    if (!replacer)
        return replacer.error();
    CommentReplacing replacing(commented, *replacer, search.inNotes);
    for (ObjectKind kind : objectKinds) {
        const int count = objectCount(commented.catalog()->objects(), kind);
        for (int i = 0; i < count && !cancelled; ++i) {
            if (const Result<Nothing> visited = replacing.visit({kind, i}); !visited)
                return visited.error();
        }
    }
    return replacing.take();
}

} // namespace cadastre
