// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The column names a person in a role (`created_by`, `owner_id`, `reviewer`), and the table is of
// people: the schema's own people table, whatever it is called.
#include "model/relations/engine/signal.h"

#include <algorithm>

namespace cadastre {

namespace {

enum PeopleFeature {
    FirstPeopleTable,
    SecondPeopleTable,
    LaterPeopleTable,
    RoleWithoutPeopleTable,
    ByAction,
    ByActionWithMark,
    RoleWord,
    RoleWordWithMark,
    RoleWordWholeCore,
    ActionWithMark,
    UserWordElsewhere,
    OnlyPeopleTable,
    RoleText,
    ByActionText,
    RoleUnmarkedNumber,
    FirstAndSameNumberType,
    FirstAndOtherType,
    SameLimitedText,
};

const QStringList peopleFeatures{
    QStringLiteral("likeliest people table of the schema"),
    QStringLiteral("second likeliest people table"),
    QStringLiteral("a less likely people table"),
    QStringLiteral("names a person, but the table is not of people"),
    QStringLiteral("done by somebody: created_by"),
    QStringLiteral("done by somebody, marked as identifier: created_by_id"),
    QStringLiteral("a role: owner, author"),
    QStringLiteral("a role, marked as identifier: owner_id"),
    QStringLiteral("a role is all that the name says"),
    QStringLiteral("an action, marked as identifier: updated_id"),
    QStringLiteral("the name says user, and the table of that name is another"),
    QStringLiteral("the only people table"),
    QStringLiteral("a role in a text column against a number or uuid"),
    QStringLiteral("done by somebody in a text column against a number or uuid"),
    QStringLiteral("a role without mark in a column of the key's type"),
    QStringLiteral("likeliest people table, and both are numbers or both uuids"),
    QStringLiteral("likeliest people table, and the types differ"),
    QStringLiteral("likeliest people table, and both are texts of the same limit"),
};

struct PersonWords
{
    bool by = false;
    bool action = false;
    bool role = false;
    bool person = false;
    bool onlyRole = false;
};

PersonWords personWords(const PairContext& pair)
{
    PersonWords found;
    const auto& words = pair.column.cores.back().words;
    found.onlyRole = !words.empty();
    for (const int word : words) {
        const WordRoles roles = pair.vocabulary()[word].roles;
        found.by = found.by || roles & WordRole::By;
        found.action = found.action || roles & WordRole::Action;
        found.role = found.role || roles & WordRole::PersonRole;
        found.person = found.person || roles & WordRole::PersonTable;
        found.onlyRole =
            found.onlyRole &&
            (roles & (WordRole::PersonRole | WordRole::By | WordRole::Action | WordRole::Filler));
    }
    found.by = found.by && words.size() > 1;
    return found;
}

void measureRank(const PairContext& pair, FeatureList& features)
{
    const auto& people =
        pair.inference.index.peopleTables(pair.catalog().table(pair.childTable()).schema);
    const auto at = std::ranges::find(people, pair.candidate.parent);
    if (at == people.end())
        return features.add(RoleWithoutPeopleTable);
    const auto rank = at - people.begin();
    features.add(rank == 0 ? FirstPeopleTable : rank == 1 ? SecondPeopleTable : LaterPeopleTable);
    if (people.size() == 1)
        features.add(OnlyPeopleTable);
    const ValueFamily ours = pair.child().type.family;
    if (rank == 0 && ours != pair.key().type.family)
        features.add(FirstAndOtherType);
    else if (rank == 0 && (ours == ValueFamily::Integer || ours == ValueFamily::Uuid))
        features.add(FirstAndSameNumberType);
    else if (rank == 0 && ours == ValueFamily::Text && pair.child().type.width > 0 &&
             pair.child().type == pair.key().type)
        features.add(SameLimitedText);
}

void measurePeople(const PairContext& pair, FeatureList& features)
{
    const PersonWords words = personWords(pair);
    const bool marked =
        pair.column.cores.front().suffix >= 0 || pair.column.cores.front().prefix >= 0;
    if (pair.candidate.match.matches() && !words.by && !words.role)
        return;
    if (!words.by && !words.role && !(words.action && marked) && !words.person)
        return;
    measureRank(pair, features);
    if (pair.candidate.sources & CandidateSource::Person) {
        const bool textAgainstKey = pair.child().type.family == ValueFamily::Text &&
                                    pair.key().type.family != ValueFamily::Text;
        const bool sameFamily = pair.child().type.family == pair.key().type.family;
        if (words.by)
            features.add(marked ? ByActionWithMark : textAgainstKey ? ByActionText : ByAction);
        if (words.role) {
            features.add(marked ? RoleWordWithMark : textAgainstKey ? RoleText : RoleWord);
            if (!marked && sameFamily)
                features.add(RoleUnmarkedNumber);
        }
        if (words.action && marked && !words.by)
            features.add(ActionWithMark);
        if (words.onlyRole)
            features.add(RoleWordWholeCore);
    }
    if (words.person && !pair.candidate.match.matches())
        features.add(UserWordElsewhere);
}

QString sayPeople(const PairContext& pair)
{
    const QString table = pair.catalog().table(pair.candidate.parent).name;
    return pair.candidate.sources & CandidateSource::Person
               ? QStringLiteral("the name means a person, and `%1` is a table of people").arg(table)
               : QStringLiteral("the name means a person");
}

} // namespace

Signal peopleSignal()
{
    return {QStringLiteral("people"), peopleFeatures, measurePeople, sayPeople};
}

} // namespace cadastre
