// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How an object hangs together with others: relationships, dependencies, grants.
#include "model/describe/facts.h"

#include <algorithm>

namespace cadastre {

namespace {

/// The relationships of a table, or of a column of it.
class RelationshipFacts
{
public:
    explicit RelationshipFacts(const DescribeInput& input)
        : m_catalog(input.catalog)
        , m_isColumn(input.object.kind == ObjectKind::Column)
        , m_column{input.object.index}
        , m_table(m_isColumn ? m_catalog.column(m_column).table : TableId{input.object.index})
    {
    }

    void add(const Relationship& relationship)
    {
        if (relationship.origin == RelationshipOrigin::Rejected)
            return;
        for (const RelationshipTarget& target : relationship.targets) {
            if (relationship.child == m_table && concerns(relationship.childColumns))
                m_parents.link(columnList(m_catalog, relationship.childColumns),
                               parentText(relationship, target), ObjectRef(target.table));
            if (target.table == m_table && concerns(target.columns))
                m_children.link(columnList(m_catalog, target.columns), childText(relationship),
                                ObjectRef(relationship.child));
        }
    }

    void addTo(ObjectDescription& description)
    {
        std::move(m_parents).addTo(description);
        std::move(m_children).addTo(description);
    }

private:
    [[nodiscard]] bool concerns(const std::vector<ColumnId>& columns) const
    {
        return !m_isColumn || std::ranges::find(columns, m_column) != columns.end();
    }

    [[nodiscard]] QString howSure(const Relationship& relationship, bool fromParent) const
    {
        if (relationship.origin == RelationshipOrigin::Declared)
            return actions(relationship, fromParent);
        return QStringLiteral(", %1 (%2 %)")
            .arg(relationship.origin == RelationshipOrigin::Inferred ? QStringLiteral("inferred")
                                                                     : QStringLiteral("confirmed"))
            .arg(qRound(relationship.confidence * 100));
    }

    /// Of the parent it is said what a delete does, whatever the rule.
    [[nodiscard]] QString actions(const Relationship& relationship, bool fromParent) const
    {
        if (!relationship.constraint)
            return {};
        const Constraint& key = m_catalog.constraint(*relationship.constraint);
        if (!fromParent)
            return referentialActions(key);
        QString text = QStringLiteral(", ") + deleteEffect(m_catalog, key);
        if (key.onUpdate != ReferentialAction::NoAction)
            text += QStringLiteral(", on update ") + referentialActionName(key.onUpdate).toLower();
        return text;
    }

    [[nodiscard]] QString parentText(const Relationship& relationship,
                                     const RelationshipTarget& target) const
    {
        const QString many = relationship.parentEnd == Cardinality::ExactlyOne
                                 ? QStringLiteral("exactly one")
                                 : QStringLiteral("none or one");
        return m_catalog.displayName(target.table) + QLatin1String(" (") +
               columnList(m_catalog, target.columns) + QLatin1String("), ") + many +
               howSure(relationship, false);
    }

    [[nodiscard]] QString childText(const Relationship& relationship) const
    {
        const QString many = relationship.childEnd == Cardinality::ZeroOrOne
                                 ? QStringLiteral("at most one")
                                 : QStringLiteral("any number");
        return m_catalog.displayName(relationship.child) + QLatin1String(" (") +
               columnList(m_catalog, relationship.childColumns) + QLatin1String("), ") + many +
               howSure(relationship, true);
    }

    const Catalog& m_catalog;
    bool m_isColumn;
    ColumnId m_column;
    TableId m_table;
    Facts m_parents{QStringLiteral("Points at")};
    Facts m_children{QStringLiteral("Pointed at by")};
};

QString dependencyWord(DependencyKind kind, bool forward)
{
    switch (kind) {
    case DependencyKind::Reads:
        return forward ? QStringLiteral("reads") : QStringLiteral("read by");
    case DependencyKind::Writes:
        return forward ? QStringLiteral("writes") : QStringLiteral("written by");
    case DependencyKind::Calls:
        return forward ? QStringLiteral("calls") : QStringLiteral("called by");
    case DependencyKind::Other:
        return forward ? QStringLiteral("uses") : QStringLiteral("used by");
    }
    Q_UNREACHABLE();
}

/// Whether `part` is the object itself or, of a table, one of its columns.
bool isOrBelongsTo(const Catalog& catalog, ObjectRef part, ObjectRef whole)
{
    if (part == whole)
        return true;
    return whole.kind == ObjectKind::Table && part.kind == ObjectKind::Column &&
           catalog.column({part.index}).table.index == whole.index;
}

} // namespace

void describeRelationships(const DescribeInput& input, ObjectDescription& description)
{
    RelationshipFacts facts(input);
    for (const Relationship& relationship : input.relationships)
        facts.add(relationship);
    facts.addTo(description);
}

void describeDependencies(const DescribeInput& input, ObjectDescription& description)
{
    Facts uses(QStringLiteral("Uses"));
    Facts usedBy(QStringLiteral("Used by"));
    for (const Dependency& dependency : input.catalog.objects().dependencies) {
        if (isOrBelongsTo(input.catalog, dependency.dependent, input.object))
            uses.link(dependencyWord(dependency.kind, true),
                      input.catalog.displayName(dependency.on), dependency.on);
        else if (isOrBelongsTo(input.catalog, dependency.on, input.object))
            usedBy.link(dependencyWord(dependency.kind, false),
                        input.catalog.displayName(dependency.dependent), dependency.dependent);
    }
    std::move(uses).addTo(description);
    std::move(usedBy).addTo(description);
}

void describeGrants(const DescribeInput& input, ObjectDescription& description)
{
    Facts facts(QStringLiteral("Grants"));
    for (const Grant& grant : input.catalog.objects().grants) {
        const bool isGrantee = input.object.kind == ObjectKind::Role && grant.grantee &&
                               grant.grantee->index == input.object.index;
        if (!isGrantee && !isOrBelongsTo(input.catalog, grant.object, input.object))
            continue;
        QString text = privilegesText(grant.privileges, grant.otherPrivileges);
        if (grant.grantable)
            text += QStringLiteral("; may pass on ") + privilegesText(grant.grantable);
        if (grant.ownerDefault)
            text += QStringLiteral(" (as owner)");
        else if (!grant.grantor.isEmpty())
            text += QStringLiteral(" (granted by %1)").arg(grant.grantor);
        if (isGrantee) {
            facts.link(input.catalog.displayName(grant.object), text, grant.object);
            continue;
        }
        const QString grantee =
            grant.grantee ? input.catalog.role(*grant.grantee).name : QStringLiteral("PUBLIC");
        const bool onColumn = grant.object != input.object;
        facts.link(grantee,
                   onColumn ? QString(text + QStringLiteral(" on ") +
                                      input.catalog.base(grant.object).name)
                            : text,
                   grant.grantee ? std::optional<ObjectRef>(*grant.grantee) : std::nullopt);
    }
    std::move(facts).addTo(description);
}

} // namespace cadastre
