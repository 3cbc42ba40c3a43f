// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words of the boundaries document, and who is inside whom; see the header.
#include "model/boundaries/boundaries.h"

#include <array>
#include <span>

namespace cadastre {

namespace {

// In the order of the enumerations.
constexpr std::array boundaryKindWords{"service", "module", "shared", "external"};
constexpr std::array exposureWords{"private", "contract", "replica"};
constexpr std::array crossingChoiceWords{"keep", "service-call", "replica", "contract-view",
                                         "merge"};

template <typename Word>
std::optional<Word> boundaryWordFromName(std::span<const char* const> words, QStringView name)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (name == QLatin1String(words[i]))
            return static_cast<Word>(i);
    }
    return std::nullopt;
}

template <typename Word> QString boundaryWordName(std::span<const char* const> words, Word word)
{
    return QString::fromLatin1(words[static_cast<std::size_t>(word)]);
}

/// The team of a boundary; of one without an owner, the team of what is around it. In lower case,
/// for comparing.
QString foldedTeamOf(const Boundaries& boundaries, const QString& name)
{
    const auto own = boundaries.entries.find(name);
    if (own != boundaries.entries.end() && !own->second.owner.trimmed().isEmpty())
        return own->second.owner.trimmed().toCaseFolded();
    const auto outer = boundaries.entries.find(outermostBoundary(boundaries, name));
    return outer == boundaries.entries.end() ? QString()
                                             : outer->second.owner.trimmed().toCaseFolded();
}

} // namespace

QString boundaryKindName(BoundaryKind kind)
{
    return boundaryWordName(boundaryKindWords, kind);
}

std::optional<BoundaryKind> boundaryKindFromName(QStringView name)
{
    return boundaryWordFromName<BoundaryKind>(boundaryKindWords, name);
}

QString exposureName(Exposure exposure)
{
    return boundaryWordName(exposureWords, exposure);
}

std::optional<Exposure> exposureFromName(QStringView name)
{
    return boundaryWordFromName<Exposure>(exposureWords, name);
}

QString crossingChoiceName(CrossingChoice choice)
{
    return boundaryWordName(crossingChoiceWords, choice);
}

std::optional<CrossingChoice> crossingChoiceFromName(QStringView name)
{
    return boundaryWordFromName<CrossingChoice>(crossingChoiceWords, name);
}

QString crossingChoiceTitle(CrossingChoice choice)
{
    switch (choice) {
    case CrossingChoice::Keep:
        return QStringLiteral("Keep it on purpose");
    case CrossingChoice::ServiceCall:
        return QStringLiteral("Replace by a service call");
    case CrossingChoice::Replica:
        return QStringLiteral("Replace by events and a replica");
    case CrossingChoice::ContractView:
        return QStringLiteral("Replace by a contract view");
    case CrossingChoice::MergeBoundaries:
        return QStringLiteral("Merge the two boundaries");
    }
    Q_UNREACHABLE();
}

QString outermostBoundary(const Boundaries& boundaries, const QString& name)
{
    QString outermost = name;
    for (std::size_t steps = 0; steps <= boundaries.entries.size(); ++steps) {
        const auto entry = boundaries.entries.find(outermost);
        if (entry == boundaries.entries.end() || !boundaries.entries.contains(entry->second.parent))
            return outermost;
        outermost = entry->second.parent;
    }
    return name; // a circle
}

bool areOfOneTeam(const Boundaries& boundaries, const QString& first, const QString& second)
{
    if (outermostBoundary(boundaries, first) == outermostBoundary(boundaries, second))
        return true;
    const QString team = foldedTeamOf(boundaries, first);
    return !team.isEmpty() && team == foldedTeamOf(boundaries, second);
}

} // namespace cadastre
