// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What acts on a table or column by itself: logic that an application's own code does not show.
#include "model/describe/facts.h"
#include "model/describe/trigger_effects.h"

#include <algorithm>

namespace cadastre {

namespace {

bool contains(const std::vector<ColumnId>& columns, ColumnId id)
{
    return std::ranges::find(columns, id) != columns.end();
}

/// Checks name their columns, or mention them in their expression.
bool checkConcerns(const Catalog& catalog, const Constraint& check, ColumnId id)
{
    if (!check.columns.empty())
        return contains(check.columns, id);
    return check.expression.contains(catalog.column(id).name, Qt::CaseInsensitive);
}

class ActorFacts
{
public:
    explicit ActorFacts(const DescribeInput& input)
        : m_input(input)
        , m_catalog(input.catalog)
        , m_isColumn(input.object.kind == ObjectKind::Column)
        , m_column{input.object.index}
        , m_table(m_isColumn ? m_catalog.column(m_column).table : TableId{input.object.index})
    {
    }

    void addTo(ObjectDescription& description)
    {
        addTriggers();
        addChecks();
        addCascades();
        addColumns();
        addPolicies();
        addWriters();
        std::move(m_facts).addTo(description);
    }

private:
    void addTriggers()
    {
        const auto triggers = m_catalog.triggersOf(m_table);
        for (std::size_t i = 0; i < triggers.size(); ++i) {
            const TriggerId id{m_catalog.firstTrigger(m_table).index + static_cast<int>(i)};
            if (m_isColumn && !contains(columnsSetBy(m_catalog, id), m_column))
                continue;
            m_facts.link(QStringLiteral("Trigger ") + triggers[i].name,
                         triggerSummary(m_catalog, id), ObjectRef(id));
        }
    }

    void addChecks()
    {
        int index = m_catalog.firstConstraint(m_table).index;
        for (const Constraint& constraint : m_catalog.constraintsOf(m_table)) {
            const bool isCheck = constraint.kind == ConstraintKind::Check ||
                                 constraint.kind == ConstraintKind::Exclusion;
            if (isCheck && (!m_isColumn || checkConcerns(m_catalog, constraint, m_column)))
                m_facts.link(QStringLiteral("Check"), constraintSummary(m_catalog, constraint),
                             ConstraintId{index});
            ++index;
        }
    }

    /// What happens to rows here when rows of a parent change.
    void addCascades()
    {
        for (const Constraint& key : m_catalog.constraintsOf(m_table)) {
            if (key.kind != ConstraintKind::ForeignKey || !key.referencedTable)
                continue;
            if (m_isColumn && !contains(key.columns, m_column))
                continue;
            addCascade(key, QStringLiteral("deleted"), key.onDelete);
            addCascade(key, QStringLiteral("changed"), key.onUpdate);
        }
    }

    void addCascade(const Constraint& key, const QString& what, ReferentialAction action)
    {
        QString effect;
        if (action == ReferentialAction::Cascade)
            effect = what == QStringLiteral("deleted") ? QStringLiteral("rows are deleted too")
                                                       : QStringLiteral("rows follow");
        else if (action == ReferentialAction::SetNull)
            effect = columnList(m_catalog, key.columns) + QStringLiteral(" becomes null");
        else if (action == ReferentialAction::SetDefault)
            effect = columnList(m_catalog, key.columns) + QStringLiteral(" becomes its default");
        else
            return;
        m_facts.link(QStringLiteral("Cascade"),
                     QStringLiteral("%1 when a row of %2 is %3")
                         .arg(effect, m_catalog.displayName(*key.referencedTable), what),
                     ObjectRef(*key.referencedTable));
    }

    void addColumns()
    {
        const auto columns = m_catalog.columnsOf(m_table);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const ColumnId id{m_catalog.firstColumn(m_table).index + static_cast<int>(i)};
            if (m_isColumn && id != m_column)
                continue;
            const Column& column = columns[i];
            const QString prefix =
                m_isColumn ? QString() : QString(column.name + QStringLiteral(": "));
            if (column.generated != Generated::No)
                m_facts.link(QStringLiteral("Generated"), prefix + column.generationExpression,
                             ObjectRef(id));
            if (column.defaultExpression)
                m_facts.link(QStringLiteral("Default"), prefix + *column.defaultExpression,
                             ObjectRef(id));
            if (column.columnIdentity != Identity::No)
                m_facts.link(QStringLiteral("Numbered"),
                             prefix + QStringLiteral("the engine gives the next number"),
                             ObjectRef(id));
        }
    }

    void addPolicies()
    {
        if (m_isColumn)
            return;
        for (OtherId id : othersAbout(m_catalog, m_table)) {
            const OtherObject& other = m_catalog.other(id);
            if (other.kind == CatalogKind::Policies || other.kind == CatalogKind::Rules)
                m_facts.link(other.kind == CatalogKind::Policies ? QStringLiteral("Policy")
                                                                 : QStringLiteral("Rule"),
                             other.name, ObjectRef(id));
        }
    }

    void addWriters()
    {
        for (const Dependency& dependency : m_catalog.objects().dependencies) {
            if (dependency.kind == DependencyKind::Writes && dependency.on == m_input.object)
                m_facts.link(QStringLiteral("Written by"),
                             m_catalog.displayName(dependency.dependent), dependency.dependent);
        }
        const Privileges write =
            Privilege::Insert | Privilege::Update | Privilege::Delete | Privilege::Truncate;
        for (const Grant& grant : m_catalog.objects().grants) {
            if (grant.object != m_input.object && grant.object != ObjectRef(m_table))
                continue;
            const Privileges mayWrite = grant.privileges & write;
            if (!mayWrite)
                continue;
            const QString who =
                grant.grantee ? m_catalog.role(*grant.grantee).name : QStringLiteral("everybody");
            m_facts.link(QStringLiteral("May write"),
                         who + QStringLiteral(" (") + privilegesText(mayWrite) + QLatin1Char(')'),
                         grant.grantee ? std::optional<ObjectRef>(*grant.grantee) : std::nullopt);
        }
    }

    const DescribeInput& m_input;
    const Catalog& m_catalog;
    bool m_isColumn;
    ColumnId m_column;
    TableId m_table;
    Facts m_facts{QStringLiteral("What acts on this")};
};

} // namespace

void describeActors(const DescribeInput& input, ObjectDescription& description)
{
    ActorFacts(input).addTo(description);
}

} // namespace cadastre
