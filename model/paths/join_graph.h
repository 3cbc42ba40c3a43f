// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// JoinGraph: everything by which two tables of a catalog can be joined, as steps in both
// directions, with what walking them costs. Made once per catalog and its relationships; how paths
// are found lives beside it.
#pragma once

#include "model/relations/relationship.h"

#include <QStringList>

#include <array>
#include <span>

namespace cadastre {

enum class StepOrigin : std::uint8_t {
    Declared,
    Confirmed, ///< by a person; as good as declared
    Added,     ///< by a person; as good as declared
    Inferred,
    View, ///< a view gives the key of the table that it reads
};

/// One relationship, or one of its targets, walked from one of its tables to the other.
struct JoinStep
{
    TableId from;
    TableId to;
    std::vector<ColumnId> fromColumns;
    std::vector<ColumnId> toColumns; ///< parallel to `fromColumns`
    StepOrigin origin = StepOrigin::Declared;
    double confidence = 1;
    bool towardsParent = true;          ///< `from` has the columns that refer
    int relationship = -1;              ///< in JoinGraph::relationships(); -1 for none
    std::optional<ColumnId> typeColumn; ///< polymorphic: of the table that refers
    std::optional<int> arc;             ///< exclusive: of these columns only one is set
    QStringList typeValues;             ///< that choose this target; empty where they are not known
    bool throughView = false;           ///< a view stands in for the table whose columns these are
    bool audit = false;       ///< the columns say who did something and when (`created_by`)
    bool typesDiffer = false; ///< the values do not compare as what they mean

    [[nodiscard]] TableId child() const { return towardsParent ? from : to; }
    [[nodiscard]] const std::vector<ColumnId>& childColumns() const
    {
        return towardsParent ? fromColumns : toColumns;
    }
    [[nodiscard]] TableId parent() const { return towardsParent ? to : from; }
    [[nodiscard]] const std::vector<ColumnId>& parentColumns() const
    {
        return towardsParent ? toColumns : fromColumns;
    }
    bool operator==(const JoinStep&) const = default;
};

/// Whether no row can be walked through by both: its one reference of several kinds, or its one
/// column of an exclusive arc, would have to point at two tables.
bool excludeEachOther(const JoinStep& one, const JoinStep& other);

/// The same step walked the other way.
JoinStep reversed(const JoinStep& step);

using Relationships = std::vector<Relationship>;

class JoinGraph
{
public:
    /// `viewColumns` as viewColumnSources() gives them. Steps across sources are left out: no
    /// statement joins them. Rejected relationships are no steps.
    JoinGraph(std::shared_ptr<const Catalog> catalog,
              std::shared_ptr<const Relationships> relationships,
              QHash<ColumnId, ColumnId> viewColumns = {});

    [[nodiscard]] const Catalog& catalog() const { return *m_catalog; }
    [[nodiscard]] const std::shared_ptr<const Catalog>& sharedCatalog() const { return m_catalog; }
    [[nodiscard]] const Relationships& relationships() const { return *m_relationships; }
    [[nodiscard]] const QHash<ColumnId, ColumnId>& viewColumns() const { return m_viewColumns; }

    /// Step `i` and step `i ^ 1` are the two directions of one.
    [[nodiscard]] const std::vector<JoinStep>& steps() const { return m_steps; }
    /// Positions in steps() of those that leave a table, ascending.
    [[nodiscard]] std::span<const int> stepsFrom(TableId table) const;

    /// How many other tables refer to this one.
    [[nodiscard]] int referringTables(TableId table) const
    {
        return m_referring[std::size_t(table.index)];
    }
    /// Whether its rows are people, or tenants whose rows everything has.
    [[nodiscard]] bool isOfPeople(TableId table) const
    {
        return m_ofPeople[std::size_t(table.index)];
    }

private:
    void addRelationship(int index);
    void markArcs();
    void buildRanges();

    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<const Relationships> m_relationships;
    QHash<ColumnId, ColumnId> m_viewColumns;
    std::vector<JoinStep> m_steps;
    std::vector<int> m_offsets; ///< m_offsets[t]..m_offsets[t + 1] in m_ofTables
    std::vector<int> m_ofTables;
    std::vector<int> m_referring;
    std::vector<bool> m_ofPeople;
};

using JoinGraphPointer = std::shared_ptr<const JoinGraph>;

} // namespace cadastre
