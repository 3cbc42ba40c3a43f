// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A shop whose relationships are of every origin and kind, for tests that draw and point at them.
#pragma once

#include "tests/support/diagram_fixture.h"

namespace cadastre::test {

inline constexpr const char* mixedShop = "customers\n"
                                         "  id integer pk\n"
                                         "  email text\n"
                                         "companies\n"
                                         "  id integer pk\n"
                                         "  customer_id integer > customers.id\n"
                                         "orders\n"
                                         "  id integer pk\n"
                                         "  customer_id integer > customers.id\n"
                                         "  company_id integer?\n"
                                         "  employee_id integer?\n"
                                         "  seller integer\n"
                                         "  approver integer?\n"
                                         "  code integer\n"
                                         "employees\n"
                                         "  id integer pk\n"
                                         "  manager integer?\n"
                                         "comments\n"
                                         "  id integer pk\n"
                                         "  subject_type text\n"
                                         "  subject_id integer\n"
                                         "  author integer\n"
                                         "  editor integer\n"
                                         "managers\n"
                                         "  id integer pk\n";

class RelationshipMaker
{
public:
    explicit RelationshipMaker(std::shared_ptr<const Catalog> catalog)
        : m_catalog(std::move(catalog))
        , m_all(declaredRelationships(*m_catalog))
    {
    }

    /// From "orders.seller" to "employees.id".
    Relationship& add(RelationshipOrigin origin, double confidence, const char* child,
                      const char* parent)
    {
        Relationship relationship;
        relationship.origin = origin;
        relationship.confidence = confidence;
        relationship.childColumns = {column(child)};
        relationship.child = m_catalog->column(column(child)).table;
        relationship.targets = {target(parent)};
        relationship.parentEnd = Cardinality::ZeroOrOne;
        relationship.evidence = {
            {QStringLiteral("name"), 2, QStringLiteral("the name says <b>so</b>")},
            {QStringLiteral("type"), -1, QStringLiteral("the types differ a little")}};
        m_all.push_back(std::move(relationship));
        return m_all.back();
    }
    [[nodiscard]] RelationshipTarget target(const char* parent, const QString& typeValue = {}) const
    {
        return {m_catalog->column(column(parent)).table, {column(parent)}, typeValue};
    }
    [[nodiscard]] ColumnId column(const char* name) const
    {
        return ColumnId{m_catalog->resolve(QString::fromLatin1(name))->index};
    }
    [[nodiscard]] const std::shared_ptr<const Catalog>& catalog() const { return m_catalog; }
    [[nodiscard]] const std::vector<Relationship>& all() const { return m_all; }
    [[nodiscard]] std::shared_ptr<const DiagramGraph> graph(const GraphOptions& options = {}) const
    {
        return std::make_shared<const DiagramGraph>(
            buildGraph(m_catalog, m_all, options, fixedBoxMetrics()));
    }

private:
    std::shared_ptr<const Catalog> m_catalog;
    std::vector<Relationship> m_all;
};

/// Two declared ones, then: 2 sure, 3 likely, 4 possible, 5 weak, 6 too weak for a line,
/// 7 confirmed, 8 added, 9 rejected, 10 and 11 an exclusive arc, 12 polymorphic with a type value
/// without a table, 13 a subtype.
inline RelationshipMaker mixedRelationships()
{
    using Origin = RelationshipOrigin;
    RelationshipMaker maker(catalogFromText(mixedShop));
    maker.add(Origin::Inferred, 0.93, "orders.seller", "employees.id").alternatives = {
        {maker.target("managers.id"), 0.05, {}}};
    maker.add(Origin::Inferred, 0.8, "orders.approver", "employees.id");
    maker.add(Origin::Inferred, 0.55, "comments.author", "customers.id");
    maker.add(Origin::Inferred, 0.4, "comments.editor", "employees.id");
    maker.add(Origin::Inferred, 0.2, "orders.code", "customers.id");
    maker.add(Origin::Confirmed, 1, "employees.manager", "employees.id").reason =
        QStringLiteral("asked <Ann>");
    maker.add(Origin::Added, 1, "orders.code", "managers.id");
    maker.add(Origin::Rejected, 0, "comments.editor", "managers.id");
    maker.add(Origin::Inferred, 0.95, "orders.company_id", "companies.id").arc = 1;
    maker.add(Origin::Inferred, 0.95, "orders.employee_id", "employees.id").arc = 1;
    Relationship& subject = maker.add(Origin::Inferred, 0.9, "comments.subject_id", "orders.id");
    subject.typeColumn = maker.column("comments.subject_type");
    subject.targets = {maker.target("orders.id", QStringLiteral("Order")),
                       maker.target("companies.id", QStringLiteral("Company")),
                       RelationshipTarget{{}, {}, QStringLiteral("Invoice")}};
    Relationship& manager = maker.add(Origin::Inferred, 0.97, "managers.id", "employees.id");
    manager.subtype = true;
    manager.childEnd = Cardinality::ZeroOrOne;
    manager.parentEnd = Cardinality::ExactlyOne;
    return maker;
}

} // namespace cadastre::test
