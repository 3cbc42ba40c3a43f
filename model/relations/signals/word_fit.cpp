// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How well the words that meet are the same: to the letter, singular and plural, an abbreviation;
// and how long they are.
#include "model/relations/engine/signal.h"

#include <algorithm>

namespace cadastre {

namespace {

const QStringList wordFitFeatures{
    QStringLiteral("same words"),
    QStringLiteral("singular and plural"),
    QStringLiteral("other endings"),
    QStringLiteral("an abbreviation"),
    QStringLiteral("one or two letters"),
    QStringLiteral("three letters"),
    QStringLiteral("two words or more"),
    QStringLiteral("same letters without separators"),
    QStringLiteral("abbreviation and nothing left over"),
    QStringLiteral("whole name is the table's"),
    QStringLiteral("only a word of type or kind"),
    QStringLiteral("word that usually is an attribute"),
    QStringLiteral("whole after its module, in own module"),
    QStringLiteral("initials of the table's words"),
    QStringLiteral("initials of the table's words, and no other word"),
    QStringLiteral("initials, and the child's table is named so, too"),
};

void measureInitials(const PairContext& pair, FeatureList& features)
{
    if (!(pair.candidate.sources & CandidateSource::Initials))
        return;
    features.add(13);
    const auto& words = pair.column.cores.back().words;
    if (words.size() == 1)
        features.add(14);
    const auto& ours = pair.profile().tables[pair.childTable().index].words;
    if (std::ranges::find(ours, words.back()) != ours.end())
        features.add(15);
}

void measureWordFit(const PairContext& pair, FeatureList& features)
{
    const NameMatch& match = pair.candidate.match;
    if (pair.candidate.sources & CandidateSource::Compact)
        features.add(7);
    measureInitials(pair, features);
    if (!match.matches())
        return;
    features.add(static_cast<int>(match.fit));
    if (match.letters <= 2)
        features.add(4);
    else if (match.letters == 3)
        features.add(5);
    if (match.common >= 2)
        features.add(6);
    const bool nothingLeft = !match.before && !match.after && !match.lead && !match.tail;
    if (match.fit == WordFit::Abbreviation && nothingLeft)
        features.add(8);
    if (match.isWhole() && match.leadModule == 0)
        features.add(9);
    if (match.isWhole() && match.leadModule > 0 && match.leadIsOurs)
        features.add(12);
    if (match.common == 1) {
        const auto& words = pair.profile().tables[pair.candidate.parent.index].words;
        const int at = match.lead + match.leadModule;
        const WordRoles roles = pair.vocabulary()[words[static_cast<std::size_t>(at)]].roles;
        if (roles & WordRole::Type)
            features.add(10);
        if (roles & WordRole::Attribute)
            features.add(11);
    }
}

QString sayWordFit(const PairContext& pair)
{
    const NameMatch& match = pair.candidate.match;
    if (match.fit == WordFit::Abbreviation)
        return QStringLiteral("the words meet as an abbreviation only");
    if (match.fit == WordFit::SameStem)
        return QStringLiteral("the words meet as singular and plural");
    if (match.fit == WordFit::LooseStem)
        return QStringLiteral("the words meet with other endings");
    return match.matches() && match.letters <= 3
               ? QStringLiteral("the word that meets is very short")
               : QString();
}

} // namespace

Signal wordFitSignal()
{
    return {QStringLiteral("word-fit"), wordFitFeatures, measureWordFit, sayWordFit};
}

} // namespace cadastre
