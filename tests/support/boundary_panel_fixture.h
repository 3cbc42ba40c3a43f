// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A shop with four boundaries and what crosses between them, for tests of panels: worked out by the
// functions that the window uses.
#pragma once

#include "model/boundaries/boundary_edits.h"
#include "tests/support/schema_text.h"
#include "widgets/boundary_state.h"

namespace cadastre::test {

inline std::shared_ptr<const Catalog> ownedShop()
{
    return SchemaText::catalog(QStringLiteral("customers\n  id integer pk\n  email text\n"
                                              "orders\n  id integer pk\n"
                                              "  customer_id integer > customers.id\n"
                                              "order_items\n  id integer pk\n"
                                              "  order_id integer > orders.id\n"
                                              "  product_id integer > products.id\n"
                                              "products\n  id integer pk\n  title text\n"
                                              "stock\n  product_id integer > products.id\n"
                                              "invoices\n  id integer pk\n"
                                              "  order_id integer > orders.id\n"
                                              "  customer_id integer > customers.id\n"
                                              "tickets\n  id integer pk\n"
                                              "  customer_id integer > customers.id\n"
                                              "schema_migrations\n  version text\n"));
}

inline std::vector<TableId> tablesNamed(const Catalog& catalog, const QStringList& names)
{
    std::vector<TableId> tables;
    for (const QString& name : names)
        tables.push_back(TableId{catalog.resolve(name)->index});
    std::ranges::sort(tables);
    return tables;
}

/// ordering, catalogue, billing with the module "billing books", support; schema_migrations is
/// nobody's.
inline Boundaries ownersOfShop(const Catalog& catalog)
{
    Boundaries boundaries;
    const auto own = [&](const char* name, const QStringList& tables) {
        boundaries = withTablesIn(boundaries, catalog, tablesNamed(catalog, tables),
                                  QString::fromLatin1(name));
    };
    own("ordering",
        {QStringLiteral("customers"), QStringLiteral("orders"), QStringLiteral("order_items")});
    own("catalogue", {QStringLiteral("products"), QStringLiteral("stock")});
    own("billing", {QStringLiteral("invoices")});
    own("support", {QStringLiteral("tickets")});
    boundaries.entries[QStringLiteral("billing books")].parent = QStringLiteral("billing");
    boundaries.entries[QStringLiteral("billing")].owner = QStringLiteral("money");
    boundaries.entries[QStringLiteral("ordering")].owner = QStringLiteral("sales <b>");
    return boundaries;
}

inline BoundaryStatePointer stateOf(const std::shared_ptr<const Catalog>& catalog,
                                    const Boundaries& boundaries)
{
    auto state = std::make_shared<BoundaryState>();
    state->catalog = catalog;
    state->relationships =
        std::make_shared<const std::vector<Relationship>>(declaredRelationships(*catalog));
    state->uses = std::make_shared<const UseReading>();
    state->boundaries = boundaries;
    state->check = checkBoundaries(*catalog, *state->relationships, *state->uses, boundaries,
                                   QDate(2026, 11, 26));
    state->verdicts = placedVerdictSummary(*catalog, state->check.ownership, *state->relationships);
    return state;
}

/// Does to a document what panels ask for, as the window does.
class BoundaryDesktop
{
public:
    BoundaryDesktop()
        : m_catalog(ownedShop())
        , m_boundaries(ownersOfShop(*m_catalog))
    {
    }
    [[nodiscard]] const std::shared_ptr<const Catalog>& catalog() const { return m_catalog; }
    [[nodiscard]] const Boundaries& boundaries() const { return m_boundaries; }
    void setBoundaries(const Boundaries& boundaries) { m_boundaries = boundaries; }
    [[nodiscard]] BoundaryStatePointer state() const { return stateOf(m_catalog, m_boundaries); }
    /// Whether it could be done.
    bool edit(const BoundaryEdit& edit)
    {
        const Result<Boundaries> after = edit.apply(m_boundaries);
        if (after)
            m_boundaries = *after;
        m_names << edit.name;
        return after.has_value();
    }
    [[nodiscard]] const QStringList& names() const { return m_names; }

private:
    std::shared_ptr<const Catalog> m_catalog;
    Boundaries m_boundaries;
    QStringList m_names;
};

} // namespace cadastre::test
