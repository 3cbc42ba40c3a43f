// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What every proposal has in common; see the header.
#include "model/notes/bulk/bulk_proposal.h"

#include "model/notes/comment_home.h"
#include "model/notes/sensitive_text.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isOfBasicPlane(const QString& text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.isSurrogate(); });
}

qsizetype writtenCharacters(const QString& text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

/// The kind of a secret that the text would show and the present one does not; empty for none.
QString newSecret(const QString& present, const QString& after)
{
    const auto before = sensitivePartsOf(present);
    for (const SensitivePart& part : sensitivePartsOf(after)) {
        const bool isNew = std::ranges::none_of(
            before, [&](const SensitivePart& known) { return known.kind == part.kind; });
        if (isNew)
            return part.kind;
    }
    return {};
}

} // namespace

BulkProposal bulkProposal(const CommentedCatalog& commented, ObjectRef object, const QString& after)
{
    const Catalog& catalog = *commented.catalog();
    BulkProposal proposal;
    proposal.object = object;
    proposal.edit = commentEditOf(catalog, object, after);
    proposal.present = commented.comment(object);
    const CommentHome home = commentHomeOf(catalog, object);
    if (home.place == CommentPlace::None) {
        proposal.possible = false;
        leaveOut(proposal, home.sentence);
    } else if (home.limit > 0 && writtenCharacters(after) > home.limit) {
        leaveOut(proposal, QStringLiteral("%1 characters are more than the %2 that fit there.")
                               .arg(writtenCharacters(after))
                               .arg(home.limit));
    } else if (home.oneLine && after.contains(QLatin1Char('\n'))) {
        leaveOut(proposal, QStringLiteral("A comment there is one line."));
    } else if (home.basicPlaneOnly && !isOfBasicPlane(after)) {
        leaveOut(proposal,
                 QStringLiteral("It has characters (such as emoji) that the server cannot keep."));
    }
    if (const QString secret = newSecret(proposal.present, after); !secret.isEmpty())
        leaveOut(proposal, QStringLiteral("It looks as if there were a secret or personal data in "
                                          "it (%1), which everybody who can connect could read.")
                               .arg(secret));
    return proposal;
}

void leaveOut(BulkProposal& proposal, const QString& reason)
{
    proposal.ticked = false;
    if (!proposal.reason.isEmpty())
        proposal.reason += QLatin1Char(' ');
    proposal.reason += reason;
}

void sortByKey(std::vector<BulkProposal>& proposals)
{
    std::ranges::stable_sort(proposals, [](const BulkProposal& a, const BulkProposal& b) {
        return a.edit.key < b.edit.key;
    });
}

} // namespace cadastre
