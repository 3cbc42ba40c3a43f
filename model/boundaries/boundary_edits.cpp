// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Edits of names, parents, rules and exposures; see the header. Edits of members live in
// boundary_member_edits.cpp.
#include "model/boundaries/boundary_edits.h"

#include "model/boundaries/boundary_notes.h"
#include "model/boundaries/ownership/member_keys.h"

#include <algorithm>

namespace cadastre {

namespace {

std::optional<Error> wrongBoundaryName(const Boundaries& boundaries, const QString& before,
                                       const QString& after)
{
    if (!boundaries.entries.contains(before))
        return Error{QStringLiteral("There is no boundary %1 any more.").arg(before), {}};
    if (after.isEmpty() || after == QLatin1String("*"))
        return Error{QStringLiteral("A boundary needs a name; * stands for any boundary in rules."),
                     {}};
    if (after.contains(QLatin1Char('\n')) || after.contains(QLatin1Char('\r')))
        return Error{QStringLiteral("A boundary's name is one line."), {}};
    if (after != before && boundaries.entries.contains(after))
        return Error{QStringLiteral("There is a boundary %1 already; choose another name, or merge "
                                    "the two.")
                         .arg(after),
                     {}};
    return std::nullopt;
}

/// Every rule under the name that `renamed` gives for its ends; rules that were there count.
template <typename Rename>
std::map<RuleKey, Rule> rulesRenamed(const std::map<RuleKey, Rule>& rules, Rename renamed)
{
    std::map<RuleKey, Rule> result;
    std::map<RuleKey, Rule> moved;
    for (const auto& [key, rule] : rules) {
        const RuleKey after{renamed(key.from), renamed(key.to), key.kind};
        (after == key ? result : moved).emplace(after, rule);
    }
    result.merge(moved);
    return result;
}

QStringList unitedTexts(const QStringList& first, const QStringList& second)
{
    QStringList result = first + second;
    std::ranges::sort(result);
    result.removeDuplicates();
    return result;
}

QString firstText(const QString& first, const QString& second)
{
    return first.isEmpty() ? second : first;
}

Boundary mergedBoundary(const Boundary& into, const QString& intoName, const Boundary& from,
                        const QString& fromName)
{
    Boundary result = into;
    result.owner = firstText(into.owner, from.owner);
    result.deployer = firstText(into.deployer, from.deployer);
    result.contact = firstText(into.contact, from.contact);
    if (!from.note.isEmpty() && from.note != into.note)
        result.note =
            into.note.isEmpty() ? from.note : QString(into.note + QLatin1Char('\n') + from.note);
    result.members = unitedTexts(into.members, from.members);
    result.roles = unitedTexts(into.roles, from.roles);
    for (QStringList* texts : {&result.members, &result.roles}) {
        const QStringList all = *texts; // what one of the two has is not excepted by the other
        texts->removeIf([&](const QString& text) {
            return text.startsWith(QLatin1Char('!')) && all.contains(text.sliced(1));
        });
    }
    if (result.parent == fromName)
        result.parent = from.parent == intoName ? QString() : from.parent;
    return result;
}

} // namespace

Result<Boundaries> withBoundaryRenamed(const Boundaries& boundaries, const QString& before,
                                       const QString& after)
{
    const QString name = after.trimmed();
    if (const auto error = wrongBoundaryName(boundaries, before, name))
        return *error;
    Boundaries result = boundaries;
    auto node = result.entries.extract(before);
    node.key() = name;
    result.entries.insert(std::move(node));
    const auto renamed = [&](const QString& one) { return one == before ? name : one; };
    for (auto& [key, boundary] : result.entries)
        boundary.parent = renamed(boundary.parent);
    result.rules = rulesRenamed(boundaries.rules, renamed);
    return result;
}

Boundaries withoutBoundary(const Boundaries& boundaries, const QString& name)
{
    Boundaries result = boundaries;
    result.entries.erase(name);
    for (auto& [key, boundary] : result.entries) {
        if (boundary.parent == name)
            boundary.parent.clear();
    }
    std::erase_if(result.rules, [&](const auto& entry) {
        return entry.first.from == name || entry.first.to == name;
    });
    return result;
}

Boundaries withBoundariesMerged(const Boundaries& boundaries, const QString& from,
                                const QString& into)
{
    const auto source = boundaries.entries.find(from);
    const auto target = boundaries.entries.find(into);
    if (from == into || source == boundaries.entries.end() || target == boundaries.entries.end())
        return boundaries;
    Boundaries result = boundaries;
    result.entries.erase(from);
    result.entries[into] = mergedBoundary(target->second, into, source->second, from);
    const auto renamed = [&](const QString& one) { return one == from ? into : one; };
    for (auto& [key, boundary] : result.entries) {
        if (key != into)
            boundary.parent = renamed(boundary.parent);
    }
    std::map<RuleKey, Rule> rules = boundaries.rules;
    std::erase_if(rules, [&](const auto& entry) { // between the two: nothing crosses any more
        return renamed(entry.first.from) == into && renamed(entry.first.to) == into;
    });
    result.rules = rulesRenamed(rules, renamed);
    return result;
}

Boundaries withExposure(const Boundaries& boundaries, const std::vector<ObjectKey>& objects,
                        const ExposureEntry& exposure)
{
    Boundaries result = boundaries;
    for (const ObjectKey& object : objects) {
        if (exposure.exposure == Exposure::Private)
            result.exposures.erase(object);
        else
            result.exposures[object] = exposure;
    }
    return result;
}

Boundaries withExposure(const Boundaries& boundaries, const Catalog& catalog,
                        const std::vector<ObjectKey>& objects, const ExposureEntry& exposure)
{
    Boundaries result = withExposure(boundaries, objects, exposure);
    if (exposure.exposure != Exposure::Private)
        return result;
    for (const ObjectKey& key : objects) {
        const auto object = findMemberKey(catalog, key);
        if (!object)
            continue;
        const auto noted = boundaryNotesOf(catalog.base(*object).comment.text).exposure;
        if (noted && noted->exposure != Exposure::Private)
            result.exposures[key] = {};
    }
    return result;
}

} // namespace cadastre
