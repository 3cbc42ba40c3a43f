// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The boundaries as a tree: services, their modules, what they own; what nobody owns; what does not
// fit the catalog. Tables can be dragged to another boundary: that is asked for by signal.
#pragma once

#include "widgets/boundary_state.h"

#include <QAbstractItemModel>
#include <QIcon>

namespace cadastre {

class BoundaryTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        QuietTextRole = Qt::UserRole + 1,
        KeyRole, ///< QString: a name of the line that survives setState()
    };
    enum class Line : std::uint8_t { Boundary, Table, Unowned, Problems, Problem };

    explicit BoundaryTreeModel(QObject* parent = nullptr);

    void setState(BoundaryStatePointer state);
    /// Only tables and boundaries whose name has these letters, with what is around them.
    void setFilter(const QString& text);
    [[nodiscard]] const BoundaryState& state() const { return *m_state; }

    [[nodiscard]] Line lineOf(const QModelIndex& index) const;
    /// The name of a boundary's line; empty for other lines.
    [[nodiscard]] QString boundaryAt(const QModelIndex& index) const;
    [[nodiscard]] std::optional<TableId> tableAt(const QModelIndex& index) const;
    [[nodiscard]] const OwnershipProblem* problemAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOfKey(const QString& key) const;
    [[nodiscard]] QModelIndex indexOfTable(TableId table) const;
    [[nodiscard]] QModelIndex indexOfBoundary(const QString& name) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    /// `boundary` is empty: to nobody.
    void tablesDropped(const std::vector<cadastre::TableId>& tables, const QString& boundary);

private:
    struct Node
    {
        Line line = Line::Boundary;
        int subject = 0; ///< boundary, table or problem
        int parent = -1; ///< position in m_nodes
        int row = 0;
        std::vector<int> children;
    };

    void build();
    int addNode(Line line, int subject, int parent);
    void addBoundary(BoundaryIndex boundary, int parent,
                     const std::vector<std::vector<TableId>>& tables);
    void addUnowned();
    void addProblems();
    void removeLast(int node);
    [[nodiscard]] bool passesFilter(const QString& name) const;
    [[nodiscard]] const Node& nodeAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOfNode(int node) const;
    [[nodiscard]] QString textOf(const Node& node) const;
    [[nodiscard]] QString quietTextOf(const Node& node) const;
    [[nodiscard]] QString toolTipOf(const Node& node) const;
    [[nodiscard]] QIcon iconOf(const Node& node) const;
    [[nodiscard]] QString keyOf(const Node& node) const;
    [[nodiscard]] QString boundaryQuietText(BoundaryIndex boundary) const;

    BoundaryStatePointer m_state;
    QString m_filter;
    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
    std::vector<int> m_tableCounts; ///< by boundary
    std::vector<int> m_contractCounts;
};

/// A square in the boundary's colour, with a frame.
QIcon boundaryIcon(const BoundaryState& state, const QString& boundary);
/// A square of the index-th colour.
QIcon boundaryColorIcon(int color);
/// The colour that a boundary is drawn in, 0..categoryCount-1.
int boundaryColorIndex(const BoundaryState& state, const QString& boundary);

} // namespace cadastre
