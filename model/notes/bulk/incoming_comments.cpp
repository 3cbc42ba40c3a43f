// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The three-way view of comments that come in; see the header.
#include "model/notes/bulk/incoming_comments.h"

#include "model/catalog/containment.h"
#include "model/notes/comment_home.h"
#include "model/notes/comment_merge.h"
#include "model/notes/comment_text.h"

#include <QSet>

namespace cadastre {

namespace {

class IncomingComparison
{
public:
    IncomingComparison(const CommentedCatalog& commented, bool all)
        : m_commented(commented)
        , m_all(all)
    {
    }

    void add(const IncomingComment& incoming)
    {
        const QString here = m_commented.comment(incoming.object);
        const QString there = textThere(incoming, here);
        m_seen.insert(incoming.object);
        if (there == here) {
            if (m_all && !here.isEmpty())
                addPassive(incoming.object, here, BulkKind::Same, there);
        } else if (here.isEmpty() && incoming.base.value_or(QString()).isEmpty()) {
            BulkProposal proposal = bulkProposal(m_commented, incoming.object, there);
            proposal.kind = BulkKind::OnlyThere;
            proposal.there = there;
            m_list.proposals.push_back(std::move(proposal));
        } else if (there.isEmpty() && !incoming.base) {
            if (m_all)
                addPassive(incoming.object, here, BulkKind::OnlyHere, QString());
        } else {
            addDiffering(incoming, here, there);
        }
    }

    /// What has a comment here and was not named by what came in.
    void addRest(SourceId source)
    {
        const Catalog& catalog = *m_commented.catalog();
        for (ObjectKind kind : objectKinds) {
            const int count = objectCount(catalog.objects(), kind);
            for (int i = 0; i < count; ++i) {
                const ObjectRef object(kind, i);
                if (m_seen.contains(object) || catalog.sourceOf(object) != source ||
                    catalog.base(object).system)
                    continue;
                const QString here = m_commented.comment(object);
                if (!here.isEmpty())
                    addPassive(object, here, BulkKind::OnlyHere, std::nullopt);
            }
        }
    }

    BulkList take(const IncomingComments& incoming)
    {
        m_list.remarks = incoming.remarks;
        m_list.unusableLines = incoming.unusableLines;
        sortByKey(m_list.proposals);
        return std::move(m_list);
    }

private:
    /// Words that come without notes leave the notes that are here alone.
    static QString textThere(const IncomingComment& incoming, const QString& here)
    {
        const bool hasNotes = !incoming.wordsOnly || incoming.text.isEmpty() ||
                              !tagLinesOf(incoming.text).empty() || tagLinesOf(here).empty();
        if (hasNotes)
            return incoming.text;
        const Result<QString> text = withWords(here, incoming.text);
        return text ? *text : incoming.text;
    }

    void addPassive(ObjectRef object, const QString& here, BulkKind kind,
                    const std::optional<QString>& there)
    {
        BulkProposal proposal = bulkProposal(m_commented, object, here);
        proposal.kind = kind;
        proposal.there = there;
        proposal.ticked = false;
        proposal.possible = false;
        proposal.reason.clear();
        m_list.proposals.push_back(std::move(proposal));
    }

    [[nodiscard]] std::optional<QString> baseOf(const IncomingComment& incoming) const
    {
        if (incoming.base)
            return incoming.base;
        const CommentEdit* staged = m_commented.edit(incoming.object);
        return staged != nullptr ? std::optional(staged->before) : std::nullopt;
    }

    void addDiffering(const IncomingComment& incoming, const QString& here, const QString& there)
    {
        const auto base = baseOf(incoming);
        const bool isUntouchedThere = base && *base == there && !incoming.base;
        const CommentMerge merge = base && !isUntouchedThere
                                       ? mergeComments(*base, here, there)
                                       : CommentMerge{isUntouchedThere ? here : there, false};
        BulkProposal proposal = bulkProposal(m_commented, incoming.object, merge.text);
        proposal.kind = BulkKind::BothDiffer;
        proposal.there = there;
        proposal.base = base;
        if (isUntouchedThere)
            leaveOut(proposal, QStringLiteral("What is staged here replaces what is there."));
        else if (!base)
            leaveOut(proposal, QStringLiteral("It would replace the words that are here."));
        else if (!merge.clean)
            leaveOut(proposal, QStringLiteral("Both changed the same words: both would stand one "
                                              "after the other."));
        else if (merge.text == here)
            leaveOut(proposal, QStringLiteral("What is here has everything already."));
        else if (proposal.reason.isEmpty() && merge.text != there)
            proposal.reason = QStringLiteral("Both changes together.");
        proposal.possible = proposal.possible && merge.text != here;
        m_list.proposals.push_back(std::move(proposal));
    }

    const CommentedCatalog& m_commented;
    bool m_all;
    QSet<ObjectRef> m_seen;
    BulkList m_list;
};

} // namespace

BulkList compareIncoming(const CommentedCatalog& commented, SourceId source,
                         const IncomingComments& incoming, bool all)
{
    IncomingComparison comparison(commented, all);
    for (const IncomingComment& comment : incoming.comments)
        comparison.add(comment);
    if (all)
        comparison.addRest(source);
    return comparison.take(incoming);
}

} // namespace cadastre
