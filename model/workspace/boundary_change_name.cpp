// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a change of boundaries is called in the Undo menu, found by comparing; see
// boundary_commands.h.
#include "model/boundaries/ownership/member_keys.h"
#include "model/workspace/boundary_changes.h"
#include "model/workspace/boundary_commands.h"

#include <algorithm>

namespace cadastre {

namespace {

QString oneOrMany(std::size_t count, const QString& one, const QString& many)
{
    return count == 1 ? one : QString(QString::number(count) + QLatin1Char(' ') + many);
}

QString shortObjectName(const ObjectKey& key)
{
    return key.parts.isEmpty() ? key.toString() : quotedKeyPart(key.parts.last());
}

/// Objects that go into boundaries and out of them, by member keys and their exceptions.
class ObjectMoves
{
public:
    explicit ObjectMoves(const std::vector<EntryChange<QString, Boundary>>& changes)
    {
        for (const auto& change : changes)
            read(change.key, change.before.value_or(Boundary()), change.after.value_or(Boundary()));
    }

    /// Empty when something else changed, too.
    [[nodiscard]] QString name() const
    {
        if (m_hasOther || m_into.size() > 1)
            return {};
        if (m_into.size() == 1)
            return QStringLiteral("Move %1 to %2")
                .arg(objectWords(m_into.begin()->second), m_into.begin()->first);
        if (m_outOf.size() == 1)
            return QStringLiteral("Take %1 out of %2")
                .arg(objectWords(m_outOf.begin()->second), m_outOf.begin()->first);
        std::set<ObjectKey> all;
        for (const auto& [boundary, objects] : m_outOf)
            all.insert(objects.begin(), objects.end());
        return all.empty() ? QString()
                           : QStringLiteral("Take %1 out of boundaries").arg(objectWords(all));
    }

private:
    void read(const QString& name, const Boundary& before, const Boundary& after)
    {
        Boundary otherwise = before;
        otherwise.members = after.members;
        m_hasOther = m_hasOther || otherwise != after;
        for (const QString& member : textsOnlyIn(after.members, before.members))
            addMember(name, member, true);
        for (const QString& member : textsOnlyIn(before.members, after.members))
            addMember(name, member, false);
    }

    void addMember(const QString& boundary, const QString& member, bool isAdded)
    {
        const bool isException = member.startsWith(QLatin1Char('!'));
        const QString text = isException ? member.sliced(1) : member;
        const Result<ObjectKey> key = ObjectKey::fromString(text);
        if (!isMemberKey(text) || !key)
            m_hasOther = true;
        else
            (isAdded != isException ? m_into : m_outOf)[boundary].insert(*key);
    }

    static QString objectWords(const std::set<ObjectKey>& objects)
    {
        const bool areTables = std::ranges::all_of(
            objects, [](const ObjectKey& key) { return key.kind == KeyKind::Table; });
        return oneOrMany(objects.size(), shortObjectName(*objects.begin()),
                         areTables ? QStringLiteral("tables") : QStringLiteral("objects"));
    }

    std::map<QString, std::set<ObjectKey>> m_into;
    std::map<QString, std::set<ObjectKey>> m_outOf;
    bool m_hasOther = false;
};

bool isRename(const EntryChange<QString, Boundary>& first,
              const EntryChange<QString, Boundary>& second)
{
    return first.before && !first.after && !second.before && second.after &&
           *first.before == *second.after;
}

/// "Rename boundary a to b"; empty for anything else. Parents and rules change along with it.
QString renameName(const BoundaryChanges& changes)
{
    std::vector<EntryChange<QString, Boundary>> ends; // that come and go
    for (const auto& change : changes.entries) {
        if (!change.before || !change.after)
            ends.push_back(change);
    }
    if (ends.size() != 2)
        return {};
    if (isRename(ends[1], ends[0]))
        std::swap(ends[0], ends[1]);
    return isRename(ends[0], ends[1])
               ? QStringLiteral("Rename boundary %1 to %2").arg(ends[0].key, ends[1].key)
               : QString();
}

QString entriesName(const std::vector<EntryChange<QString, Boundary>>& changes)
{
    const auto added = std::ranges::count_if(
        changes, [](const auto& change) { return !change.before.has_value(); });
    const auto removed = std::ranges::count_if(
        changes, [](const auto& change) { return !change.after.has_value(); });
    const auto named = [&](const QString& verb, auto isOne, auto count) {
        const auto one = std::ranges::find_if(changes, isOne);
        return QString(verb + oneOrMany(static_cast<std::size_t>(count),
                                        QString(QStringLiteral("the boundary ") + one->key),
                                        QStringLiteral("boundaries")));
    };
    if (added > 0 && removed == 0)
        return named(
            QStringLiteral("Add "), [](const auto& change) { return !change.before; }, added);
    if (removed > 0 && added == 0)
        return named(
            QStringLiteral("Remove "), [](const auto& change) { return !change.after; }, removed);
    if (const QString moves = ObjectMoves(changes).name(); !moves.isEmpty())
        return moves;
    return changes.size() == 1 ? QStringLiteral("Change the boundary %1").arg(changes[0].key)
                               : QStringLiteral("Change boundaries");
}

QString exposuresName(const std::vector<EntryChange<ObjectKey, ExposureEntry>>& changes)
{
    const ExposureEntry now = changes.front().after.value_or(ExposureEntry());
    const bool areAlike = std::ranges::all_of(
        changes, [&](const auto& change) { return change.after.value_or(ExposureEntry()) == now; });
    const QString what =
        oneOrMany(changes.size(), shortObjectName(changes.front().key), QStringLiteral("objects"));
    if (!areAlike)
        return QStringLiteral("Change the exposure of %1").arg(what);
    if (now.exposure == Exposure::Private)
        return QStringLiteral("Make %1 private").arg(what);
    if (now.exposure == Exposure::Replica)
        return QStringLiteral("Mark %1 as replica").arg(what);
    return QStringLiteral("Publish %1 as contract %2").arg(what, now.version).trimmed();
}

QString rulesName(const std::vector<EntryChange<RuleKey, Rule>>& changes)
{
    if (changes.size() > 1)
        return QStringLiteral("Change %1 rules").arg(changes.size());
    const auto& change = changes.front();
    const QString verb = !change.after ? QStringLiteral("Remove the rule from %1 into %2")
                         : change.after->effect == RuleEffect::Forbid
                             ? QStringLiteral("Forbid crossings from %1 into %2")
                             : QStringLiteral("Allow crossings from %1 into %2");
    return verb.arg(change.key.from, change.key.to);
}

QString decisionsName(const std::vector<EntryChange<CrossingKey, CrossingDecision>>& changes)
{
    const bool areTakenBack =
        std::ranges::none_of(changes, [](const auto& change) { return change.after.has_value(); });
    const QString what =
        oneOrMany(changes.size(), QStringLiteral("a crossing"), QStringLiteral("crossings"));
    return areTakenBack ? QStringLiteral("Undecide %1").arg(what)
                        : QStringLiteral("Decide %1").arg(what);
}

QString flowsName(const std::vector<EntryChange<QString, Flow>>& changes)
{
    if (changes.size() > 1)
        return QStringLiteral("Change %1 flows").arg(changes.size());
    const auto& change = changes.front();
    const QString verb = !change.before  ? QStringLiteral("Add the flow %1")
                         : !change.after ? QStringLiteral("Remove the flow %1")
                                         : QStringLiteral("Change the flow %1");
    return verb.arg(change.key);
}

} // namespace

QString boundaryChangeName(const Boundaries& before, const Boundaries& after)
{
    const BoundaryChanges changes = boundaryChanges(before, after);
    if (const QString rename = renameName(changes); !rename.isEmpty())
        return rename;
    QStringList names;
    if (!changes.entries.empty())
        names << entriesName(changes.entries);
    if (!changes.exposures.empty())
        names << exposuresName(changes.exposures);
    if (!changes.rules.empty())
        names << rulesName(changes.rules);
    if (!changes.decisions.empty())
        names << decisionsName(changes.decisions);
    if (!changes.flows.empty())
        names << flowsName(changes.flows);
    if (changes.changesBaseline())
        names << QStringLiteral("Write the baseline");
    const bool isRemoval = names.size() > 1 && names.front().startsWith(QLatin1String("Remove the"
                                                                                      " boundary"));
    return names.size() == 1 || isRemoval ? names.front() : QStringLiteral("Change boundaries");
}

} // namespace cadastre
