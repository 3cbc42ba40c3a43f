// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Pending changes as values for tests of panels: a small shop, edits of every state, plans.
#pragma once

#include "tests/support/schema_text.h"
#include "widgets/pending_state.h"

namespace cadastre::test {

inline std::shared_ptr<const Catalog> pendingShop()
{
    return SchemaText::catalog(
        QStringLiteral("tmp_orders\n  id integer pk\n  status integer // parcel\n  data text\n"
                       "customers\n  id integer pk\n  flag1 integer\n"));
}

inline PendingRow pendingRowFor(const std::shared_ptr<const Catalog>& catalog, const QString& name,
                                const QString& before, const QString& after)
{
    const ObjectRef object = *catalog->resolve(name);
    CommentEdit edit = commentEditOf(*catalog, object, after);
    edit.before = before;
    StagedEdits staged;
    staged.stage(edit);
    return pendingRow(CommentedCatalog(catalog, staged), edit);
}

inline void plan(PendingRow& row, const QString& sql, const QStringList& warnings = {})
{
    row.planned = PlannedComment{row.edit, CommentPlace::Database, sql, {}, {}, warnings};
}

/// Two edits of tmp_orders (one changed underneath), one of customers.
inline PendingState pendingState()
{
    PendingState state;
    state.catalog = pendingShop();
    PendingSource source;
    source.name = QStringLiteral("shop");
    source.target = {QStringLiteral("db.example.org:5432"), QStringLiteral("shop_main"),
                     QStringLiteral("alice"), QStringLiteral("PostgreSQL 15.1"), false};
    source.planned = true;
    source.rows = {pendingRowFor(state.catalog, QStringLiteral("customers.flag1"), {},
                                 QStringLiteral("VIP customer")),
                   pendingRowFor(state.catalog, QStringLiteral("tmp_orders.data"), {},
                                 QStringLiteral("Key=value until 2019 <b>bold</b>")),
                   pendingRowFor(state.catalog, QStringLiteral("tmp_orders.status"),
                                 QStringLiteral("where it is"),
                                 QStringLiteral("where the parcel is"))};
    for (PendingRow& row : source.rows)
        plan(row, QStringLiteral("COMMENT of ") + row.name);
    state.sources = {source};
    return state;
}

} // namespace cadastre::test
