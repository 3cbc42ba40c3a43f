// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/diff/renamed_members.h"

namespace cadastre {

namespace {

void addMembers(const Catalog& before, const Catalog& after, ObjectKind kind, int first,
                std::size_t count, const ObjectKey& now, QHash<ObjectKey, ObjectKey>& keys)
{
    for (int i = first; i < first + static_cast<int>(count); ++i) {
        const ObjectKey old = before.keyOf(ObjectRef(kind, i));
        ObjectKey moved = old;
        moved.source = now.source;
        moved.parts = QStringList(now.parts) << old.parts.last();
        if (after.find(moved))
            keys.insert(old, moved);
    }
}

} // namespace

QHash<ObjectKey, ObjectKey> renamedWithMembers(const Catalog& before, const Catalog& after,
                                               const ObjectKey& old, const ObjectKey& now)
{
    QHash<ObjectKey, ObjectKey> keys{{old, now}};
    const auto object = before.find(old);
    if (!object || object->kind != ObjectKind::Table)
        return keys;
    const TableId table{object->index};
    const auto add = [&](ObjectKind kind, int first, std::size_t count) {
        addMembers(before, after, kind, first, count, now, keys);
    };
    add(ObjectKind::Column, before.firstColumn(table).index, before.columnsOf(table).size());
    add(ObjectKind::Constraint, before.firstConstraint(table).index,
        before.constraintsOf(table).size());
    add(ObjectKind::Index, before.firstIndex(table).index, before.indexesOf(table).size());
    add(ObjectKind::Trigger, before.firstTrigger(table).index, before.triggersOf(table).size());
    return keys;
}

} // namespace cadastre
