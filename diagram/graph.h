// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DiagramGraph: what is in a picture, before anything has a place: nodes with their rows and sizes,
// edges between rows, groups as a tree. Made from Catalog values; layout gives it places.
#pragma once

#include "diagram/boundary_picture.h"
#include "model/relations/relationship.h"

#include <QSizeF>

namespace cadastre {

enum class RowKind : std::uint8_t {
    Column,
    Family, ///< several columns folded into one row: "billing_… (12)", click unfolds
    More,   ///< columns that were left out of a picture
};

/// Marks of a row; drawn as small signs with a legend, never by colour alone.
struct RowMarks
{
    bool primaryKey = false;
    bool foreignKey = false;
    bool unique = false;
    bool notNull = false;
    bool generated = false;
    bool indexed = false;

    bool operator==(const RowMarks&) const = default;
};

struct DiagramRow
{
    RowKind kind = RowKind::Column;
    std::vector<ColumnId> columns; ///< one, or those that a family folds
    QString text;                  ///< column or family name
    QString meant;                 ///< what the column should be called; empty for its name
    QString type;                  ///< short type text; of a family only where all have it
    RowMarks marks;

    bool operator==(const DiagramRow&) const = default;
};

struct DiagramNode
{
    TableId table;
    QString title;    ///< name as people read it
    QString meant;    ///< what it should be called; empty for its name
    QString subtitle; ///< kind and row estimate: "view", "≈ 2.1 M rows"
    std::vector<DiagramRow> rows;
    QSizeF size;                           ///< scene pixels, measured with the diagram's font
    int group = -1;                        ///< index into groups; -1 only before grouping
    bool actsOnItsOwn = false;             ///< triggers, generated columns, checks
    bool folded = false;                   ///< has at least one Family row
    int foldedTables = 0;                  ///< partitions and backup copies folded under this one
    BoundaryIndex boundary = -1;           ///< -1 for nobody, and where no boundaries are known
    Exposure exposure = Exposure::Private; ///< to other boundaries
    QString contractVersion;               ///< "v2"; empty for none
    std::optional<QString> warning;        ///< broken or not read, as a sentence
};

enum class EdgeKind : std::uint8_t { Relationship, ViewDependency, Inheritance };

struct DiagramEdge
{
    EdgeKind kind = EdgeKind::Relationship;
    RelationshipOrigin origin = RelationshipOrigin::Declared;
    int from = 0;     ///< child node (or view)
    int fromRow = -1; ///< row of the first child column; -1 for the title
    int to = 0;       ///< parent node
    int toRow = -1;
    Cardinality fromEnd = Cardinality::ZeroOrMany;
    Cardinality toEnd = Cardinality::ExactlyOne;
    int relationship = -1; ///< index into DiagramGraph::relationships; -1 for others
    int target = 0;        ///< which of the relationship's targets this is
    int typeRow = -1;      ///< polymorphic: row of the column that chooses the target; else -1
    int arc = -1;          ///< edges of one number are an exclusive arc at their child; -1 for none
    bool subtype = false;
    bool polymorphic = false;
    double confidence = 1;
    /// How strongly layout and grouping draw its ends together: 1 for a foreign key, 0 for what has
    /// no say because it is too weak or was rejected.
    double pull = 1;
    QString title;        ///< for tool tips and SVG: "orders.customer_id → customers.id"
    bool crosses = false; ///< its ends belong to two boundaries
    /// Index into BoundaryPicture::crossings, the worst where it is several; -1 for not judged.
    int crossing = -1;
};

enum class GroupKind : std::uint8_t { Schema, Boundary, Community };

/// A node of the group tree; leaves own tables.
struct DiagramGroup
{
    QString name;
    GroupKind kind = GroupKind::Schema;
    int parent = -1;                       ///< index; -1 for the top
    std::vector<int> nodes;                ///< members directly in this group
    std::optional<BoundaryIndex> boundary; ///< of GroupKind::Boundary; absent: owned by nobody
    int hiddenTables = 0; ///< private ones that BoundaryPicture::seenBy may not see
};

/// How tall and wide the parts of a box are, in scene pixels. The same numbers measure, route and
/// paint.
struct BoxShape
{
    double headerHeight = 40; ///< title and subtitle
    double rowHeight = 20;
    double bottomPadding = 5; ///< below the last row
    double padding = 10;      ///< left and right of everything in the box
    double marksWidth = 34;   ///< before a row's name: key and null marks
    double columnGap = 18;    ///< between a row's name and its type
    double badgeWidth = 26;   ///< right of the title, for each badge
    double minimumWidth = 150;
    double maximumWidth = 440; ///< longer texts are elided

    bool operator==(const BoxShape&) const = default;
};

/// A graph with tables has at least one group. Where there is exactly one, it is the whole picture
/// and is drawn without a frame.
struct DiagramGraph
{
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<const std::vector<Relationship>> relationships; ///< all, also without an edge
    std::shared_ptr<const BoundaryPicture> boundaries;              ///< null when nobody drew any
    BoxShape shape;
    std::vector<DiagramNode> nodes;
    std::vector<DiagramEdge> edges;
    std::vector<DiagramGroup> groups; ///< parents before children
    int hiddenElsewhere = 0; ///< like DiagramGroup::hiddenTables, of boundaries without a group
};

} // namespace cadastre
