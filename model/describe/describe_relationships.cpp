// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a table or column points at and what points at it, the surest first. Why something is
// believed and what it is worth lives in describe_reasons.cpp.
#include "model/describe/relationship_words.h"

#include <algorithm>

namespace cadastre {

namespace {

/// More inferred rows than these are counted: nobody reads five hundred.
constexpr int mostInferredRows = 20;

/// One end of a relationship as seen from the object that is described.
struct SeenEnd
{
    int relationship = 0;
    int target = 0;
};

bool isGuess(const Relationship& relationship)
{
    return relationship.origin == RelationshipOrigin::Inferred;
}

class RelationshipFacts
{
public:
    explicit RelationshipFacts(const DescribeInput& input)
        : m_input(input)
        , m_catalog(input.catalog)
        , m_isColumn(input.object.kind == ObjectKind::Column)
        , m_column{input.object.index}
        , m_table(m_isColumn ? m_catalog.column(m_column).table : TableId{input.object.index})
    {
    }

    void addTo(ObjectDescription& description)
    {
        for (int i = 0; i < static_cast<int>(m_input.relationships.size()); ++i)
            collect(i);
        addParents(description);
        addChildren(description);
    }

private:
    [[nodiscard]] const Relationship& at(const SeenEnd& end) const
    {
        return m_input.relationships[static_cast<std::size_t>(end.relationship)];
    }

    [[nodiscard]] const RelationshipTarget& targetOf(const SeenEnd& end) const
    {
        return at(end).targets[static_cast<std::size_t>(end.target)];
    }

    [[nodiscard]] bool concerns(const std::vector<ColumnId>& columns) const
    {
        return !m_isColumn || std::ranges::find(columns, m_column) != columns.end();
    }

    void collect(int index)
    {
        const Relationship& relationship = m_input.relationships[static_cast<std::size_t>(index)];
        if (relationship.origin == RelationshipOrigin::Rejected)
            return;
        const bool isChild =
            relationship.child == m_table && (concerns(relationship.childColumns) ||
                                              (m_isColumn && relationship.typeColumn == m_column));
        for (int t = 0; t < static_cast<int>(relationship.targets.size()); ++t) {
            const RelationshipTarget& target = relationship.targets[static_cast<std::size_t>(t)];
            if (isChild)
                m_parents.push_back({index, t});
            if (target.isResolved() && target.table == m_table && concerns(target.columns))
                m_children.push_back({index, t});
        }
    }

    /// Declared ones in their order, then what a person decided, then guesses, the surest first.
    void sortEnds(std::vector<SeenEnd>& ends) const
    {
        const auto rank = [&](const SeenEnd& end) {
            const RelationshipOrigin origin = at(end).origin;
            return origin == RelationshipOrigin::Declared   ? 0
                   : origin == RelationshipOrigin::Inferred ? 2
                                                            : 1;
        };
        std::ranges::stable_sort(ends, [&](const SeenEnd& a, const SeenEnd& b) {
            if (rank(a) != rank(b))
                return rank(a) < rank(b);
            return isGuess(at(a)) && at(a).confidence > at(b).confidence;
        });
    }

    /// Whether a guess is too weak to be listed beside the others of a table.
    [[nodiscard]] bool isWeak(const SeenEnd& end) const
    {
        return !m_isColumn && isGuess(at(end)) &&
               at(end).confidence < m_input.options.minimumConfidence;
    }

    template <typename AddRow>
    void addRows(Facts& facts, std::vector<SeenEnd> ends, const AddRow& addRow) const
    {
        sortEnds(ends);
        int guesses = 0;
        int more = 0;
        int weak = 0;
        for (const SeenEnd& end : ends) {
            if (isWeak(end))
                ++weak;
            else if (isGuess(at(end)) && ++guesses > mostInferredRows)
                ++more;
            else
                addRow(end);
        }
        if (more > 0)
            facts.text({}, QStringLiteral("and %1 more that are inferred").arg(more));
        if (weak > 0)
            facts.text({}, QStringLiteral("and %1 that are less than %2 % sure")
                               .arg(weak)
                               .arg(qRound(m_input.options.minimumConfidence * 100)));
    }

    void addParents(ObjectDescription& description) const
    {
        Facts facts(QStringLiteral("Points at"));
        addRows(facts, m_parents, [&](const SeenEnd& end) {
            const RelationshipTarget& target = targetOf(end);
            const QString label = columnList(m_catalog, at(end).childColumns);
            if (target.isResolved())
                facts.relationship(label, parentWords(m_catalog, at(end), target),
                                   ObjectRef(target.table), end.relationship);
            else
                facts.warning(label, parentWords(m_catalog, at(end), target));
        });
        std::move(facts).addTo(description);
    }

    void addChildren(ObjectDescription& description) const
    {
        Facts facts(QStringLiteral("Pointed at by"));
        addRows(facts, m_children, [&](const SeenEnd& end) {
            facts.relationship(columnList(m_catalog, targetOf(end).columns),
                               childWords(m_catalog, at(end), targetOf(end)),
                               ObjectRef(at(end).child), end.relationship);
        });
        std::move(facts).addTo(description);
    }

    const DescribeInput& m_input;
    const Catalog& m_catalog;
    bool m_isColumn;
    ColumnId m_column;
    TableId m_table;
    std::vector<SeenEnd> m_parents;
    std::vector<SeenEnd> m_children;
};

} // namespace

void describeRelationships(const DescribeInput& input, ObjectDescription& description)
{
    RelationshipFacts(input).addTo(description);
}

} // namespace cadastre
