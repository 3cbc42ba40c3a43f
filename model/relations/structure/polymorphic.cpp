// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts names, values, SQL and comments together; see the header.
#include "model/relations/structure/polymorphic.h"

#include "model/relations/cardinality.h"
#include "model/relations/structure/polymorphic_pairs.h"
#include "model/relations/structure/type_value_words.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

/// A value of a type column of which SQL or a comment says what it means.
struct StatedTarget
{
    ColumnId type;
    RelationshipTarget target;
    bool byComment = false;
};

using StatedTargets = std::map<ColumnId, std::vector<StatedTarget>>; ///< by id column

void addSide(const Catalog& catalog, const SqlJoin& join, const std::vector<ColumnId>& child,
             const std::vector<ColumnId>& parent, StatedTargets& stated)
{
    const TableId table = catalog.column(child.front()).table;
    const TableId target = catalog.column(parent.front()).table;
    for (const SqlJoin::Literal& literal : join.literals) {
        if (catalog.column(literal.column).table == table && literal.column != child.front())
            stated[child.front()].push_back(
                {literal.column, {target, parent, literal.value}, false});
    }
}

StatedTargets statedTargets(const Catalog& catalog, const PolymorphicOptions& options)
{
    StatedTargets stated;
    if (options.comments) {
        for (const CommentReference& reference : options.comments->references) {
            if (reference.whenColumn && reference.childColumns.size() == 1)
                stated[reference.childColumns.front()].push_back(
                    {*reference.whenColumn, reference.target, true});
        }
    }
    if (options.sql) {
        for (const SqlJoin& join : options.sql->joins) {
            if (join.left.size() != 1 || join.literals.empty())
                continue;
            addSide(catalog, join, join.left, join.right, stated);
            addSide(catalog, join, join.right, join.left, stated);
        }
    }
    return stated;
}

class PolymorphicFinder
{
public:
    PolymorphicFinder(const Catalog& catalog, const InferenceScope& scope, const TableNames& names,
                      const PolymorphicOptions& options)
        : m_catalog(catalog)
        , m_scope(scope)
        , m_options(options)
        , m_names(names)
        , m_pairs(catalog, names)
        , m_stated(statedTargets(catalog, options))
    {
        if (!options.hideDeclared) {
            for (const Constraint& constraint : catalog.objects().constraints) {
                if (constraint.kind == ConstraintKind::ForeignKey)
                    for (ColumnId id : constraint.columns)
                        m_declared.insert(id);
            }
        }
        for (const auto& [id, targets] : m_stated)
            m_statedByTable[catalog.column(id).table].push_back(id);
    }

    std::vector<Relationship> find()
    {
        std::vector<Relationship> found;
        for (int i = 0; i < static_cast<int>(m_catalog.objects().tables.size()); ++i) {
            if (m_scope.includes(TableId{i}))
                findInTable(TableId{i}, found);
        }
        return found;
    }

private:
    void findInTable(TableId table, std::vector<Relationship>& found)
    {
        std::vector<PolymorphicPair> pairs = m_pairs.ofTable(table);
        addStatedPairs(table, pairs);
        std::vector<Relationship> candidates;
        for (const PolymorphicPair& pair : pairs) {
            if (m_declared.contains(pair.id))
                continue;
            Relationship relationship = relationshipOf(pair);
            if (relationship.confidence >= m_options.minimumConfidence)
                candidates.push_back(std::move(relationship));
        }
        takeBest(std::move(candidates), found);
    }

    /// Pairs whose names say nothing: a comment says so, or SQL joins two tables by two values.
    void addStatedPairs(TableId table, std::vector<PolymorphicPair>& pairs)
    {
        for (ColumnId id : m_statedByTable.value(table)) {
            std::map<ColumnId, std::map<QString, TableId>> tables;
            QSet<ColumnId> byComment;
            for (const StatedTarget& target : m_stated.at(id)) {
                tables[target.type][target.target.typeValue] = target.target.table;
                if (target.byComment)
                    byComment.insert(target.type);
            }
            for (const auto& [type, byValue] : tables) {
                const auto different = std::any_of(byValue.begin(), byValue.end(), [&](auto& v) {
                    return v.second != byValue.begin()->second;
                });
                const bool known = std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
                    return pair.id == id && pair.type == type;
                });
                if (!known && (different || byComment.contains(type)))
                    pairs.push_back(m_pairs.pairOf(id, type));
            }
        }
    }

    Relationship relationshipOf(PolymorphicPair pair)
    {
        Relationship relationship;
        relationship.origin = RelationshipOrigin::Inferred;
        relationship.child = m_catalog.column(pair.id).table;
        relationship.childColumns = {pair.id};
        relationship.typeColumn = pair.type;
        relationship.targets = targetsOf(pair);
        const std::array both{pair.id, pair.type};
        relationship.childEnd = childCardinality(m_catalog, relationship.child, both);
        relationship.parentEnd = Cardinality::ZeroOrOne;
        const PairNames names{m_catalog.column(pair.type).name, m_catalog.column(pair.id).name,
                              pair.stem};
        relationship.evidence = pairEvidence(pair.facts, names);
        relationship.confidence = pairConfidence(relationship.evidence);
        return relationship;
    }

    /// One target per known value; notes in the facts what the values say.
    std::vector<RelationshipTarget> targetsOf(PolymorphicPair& pair)
    {
        std::vector<RelationshipTarget> targets;
        QSet<QString> seen;
        const auto add = [&](const RelationshipTarget& target) {
            if (!seen.contains(target.typeValue)) {
                seen.insert(target.typeValue);
                targets.push_back(target);
            }
        };
        if (const auto stated = m_stated.find(pair.id); stated != m_stated.end()) {
            for (const StatedTarget& target : stated->second) {
                if (target.type != pair.type)
                    continue;
                (target.byComment ? pair.facts.statedByComment : pair.facts.statedBySql) = true;
                add(target.target);
            }
        }
        for (const QString& value : m_options.typeValues.value(pair.type))
            add(targetOf(pair, value));
        if (m_options.allowed) {
            for (const QString& value : m_options.allowed->value(pair.type))
                add(targetOf(pair, value));
        }
        if (targets.empty()) {
            for (const QString& value : valuesInWords(pair))
                add(targetOf(pair, value));
        }
        pair.facts.values = static_cast<int>(targets.size());
        pair.facts.valuesWithTable = static_cast<int>(
            std::count_if(targets.begin(), targets.end(),
                          [](const RelationshipTarget& target) { return target.isResolved(); }));
        if (targets.empty())
            targets.emplace_back();
        return targets;
    }

    /// What defaults and comments mention, where nothing better is known.
    [[nodiscard]] QStringList valuesInWords(const PolymorphicPair& pair) const
    {
        const Column& type = m_catalog.column(pair.type);
        const QString& comment = m_catalog.column(pair.id).comment.text;
        QStringList values = tableWordsIn(type.comment.text, m_names, type.table);
        values += tableWordsIn(comment, m_names, type.table);
        const auto value = literalDefault(type);
        if (value && value->front().isUpper() && m_names.meantBy(*value, type.table))
            values << *value;
        return values;
    }

    RelationshipTarget targetOf(const PolymorphicPair& pair, const QString& value) const
    {
        RelationshipTarget target;
        target.typeValue = value;
        if (const auto table = m_names.meantBy(value, m_catalog.column(pair.id).table)) {
            if (const auto key = keyFor(m_catalog, *table, pair.id)) {
                target.table = *table;
                target.columns = {*key};
            }
        }
        return target;
    }

    /// The most probable ones first; no column is in two.
    static void takeBest(std::vector<Relationship> candidates, std::vector<Relationship>& found)
    {
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Relationship& a, const Relationship& b) {
                             return a.confidence > b.confidence;
                         });
        QSet<ColumnId> taken;
        const auto before = static_cast<std::ptrdiff_t>(found.size());
        for (Relationship& candidate : candidates) {
            const ColumnId id = candidate.childColumns.front();
            if (taken.contains(id) || taken.contains(*candidate.typeColumn))
                continue;
            taken.insert(id);
            taken.insert(*candidate.typeColumn);
            found.push_back(std::move(candidate));
        }
        std::sort(found.begin() + before, found.end(),
                  [](const Relationship& a, const Relationship& b) {
                      return a.childColumns < b.childColumns;
                  });
    }

    const Catalog& m_catalog;
    const InferenceScope& m_scope;
    const PolymorphicOptions& m_options;
    const TableNames& m_names;
    PolymorphicPairs m_pairs;
    StatedTargets m_stated;
    QHash<TableId, std::vector<ColumnId>> m_statedByTable;
    QSet<ColumnId> m_declared;
};

} // namespace

std::vector<Relationship> polymorphicReferences(const Catalog& catalog,
                                                const PolymorphicOptions& options)
{
    std::optional<InferenceScope> ownScope;
    if (!options.scope)
        ownScope = inferenceScope(catalog);
    const InferenceScope& scope = ownScope ? *ownScope : *options.scope;
    std::optional<TableNames> ownNames;
    if (!options.names)
        ownNames.emplace(catalog, scope);
    const TableNames& names = ownNames ? *ownNames : *options.names;
    return PolymorphicFinder(catalog, scope, names, options).find();
}

} // namespace cadastre
