// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Who may do what: rights on objects that are on both sides, summed up over who granted them.
#include "model/diff/comparison.h"

namespace cadastre {

namespace {

struct Rights
{
    Privileges privileges;
    Privileges grantable;
    QStringList others;

    [[nodiscard]] QString text() const
    {
        Privileges known = privileges;
        known.setFlag(Privilege::Other, false);
        QString words = privilegesText(known, others.join(QStringLiteral(", ")));
        if (grantable)
            words += QStringLiteral(" (may grant %1)").arg(privilegesText(grantable));
        return words;
    }
};

using RightsByRole = QMap<QString, Rights>;

/// Rights that are written down, by object of the new catalog and by who has them.
QHash<ObjectRef, RightsByRole> rightsOf(const Comparison& all, bool isBefore)
{
    const Catalog& catalog = isBefore ? all.before : all.after;
    QHash<ObjectRef, RightsByRole> rights;
    for (const Grant& grant : catalog.objects().grants) {
        if (grant.ownerDefault)
            continue;
        const auto now = isBefore ? all.pairing.afterOf(grant.object) : std::optional(grant.object);
        if (!now || (!isBefore && !all.pairing.beforeOf(grant.object)))
            continue; // came or went as a whole
        const QString role = !grant.grantee ? QStringLiteral("everybody")
                             : isBefore     ? all.nameNow(ObjectRef(*grant.grantee))
                                            : catalog.role(*grant.grantee).name;
        Rights& one = rights[*now][role];
        one.privileges |= grant.privileges;
        one.grantable |= grant.grantable;
        if (!grant.otherPrivileges.isEmpty() && !one.others.contains(grant.otherPrivileges))
            one.others << grant.otherPrivileges;
    }
    return rights;
}

PropertyChange rightsChange(const QString& role, const Rights& before, const Rights& after)
{
    PropertyChange change;
    change.area = DifferenceArea::Grants;
    change.property = QStringLiteral("rights of %1").arg(role);
    change.before = before.text();
    change.after = after.text();
    const bool isRevoked =
        (before.privileges & ~after.privileges) || (before.grantable & ~after.grantable);
    change.severity = isRevoked ? ChangeSeverity::Breaking : ChangeSeverity::Notable;
    change.note = isRevoked ? QStringLiteral(QT_TRANSLATE_NOOP("cadastre::Difference",
                                                               "who relied on it is refused"))
                            : QString();
    return change;
}

std::vector<PropertyChange> changesOf(const RightsByRole& before, const RightsByRole& after)
{
    std::vector<PropertyChange> changes;
    RightsByRole roles = before;
    roles.insert(after);
    for (const QString& role : roles.keys()) {
        const PropertyChange change = rightsChange(role, before.value(role), after.value(role));
        if (change.before != change.after)
            changes.push_back(change);
    }
    return changes;
}

} // namespace

QHash<ObjectRef, std::vector<PropertyChange>> compareGrants(const Comparison& all)
{
    QHash<ObjectRef, std::vector<PropertyChange>> changes;
    QHash<ObjectRef, RightsByRole> before = rightsOf(all, true);
    const QHash<ObjectRef, RightsByRole> after = rightsOf(all, false);
    QSet<ObjectRef> objects;
    for (auto it = before.keyBegin(); it != before.keyEnd(); ++it)
        objects.insert(*it);
    for (auto it = after.keyBegin(); it != after.keyEnd(); ++it)
        objects.insert(*it);
    for (const ObjectRef object : objects) {
        const RightsByRole old = before.value(object);
        const RightsByRole now = after.value(object);
        auto found = changesOf(old, now);
        const auto counterpart = all.pairing.beforeOf(object);
        if (found.empty() || !counterpart || !all.pairing.speakTheSame(*counterpart) ||
            !all.states.canCompare(*counterpart, CatalogKind::Grants))
            continue;
        changes.insert(object, std::move(found));
    }
    return changes;
}

} // namespace cadastre
