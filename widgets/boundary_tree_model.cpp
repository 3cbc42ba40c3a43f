// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The structure of the tree. What its lines say is in boundary_tree_texts.cpp.
#include "widgets/boundary_tree_model.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

namespace cadastre {

namespace {

const QString tablesMime = QStringLiteral("application/x-cadastre-tables");

}

BoundaryTreeModel::BoundaryTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_state(noBoundaryState())
{
}

void BoundaryTreeModel::setState(BoundaryStatePointer state)
{
    beginResetModel();
    m_state = std::move(state);
    build();
    endResetModel();
}

void BoundaryTreeModel::setFilter(const QString& text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    build();
    endResetModel();
}

void BoundaryTreeModel::build()
{
    m_nodes.clear();
    m_roots.clear();
    const Ownership& ownership = m_state->check.ownership;
    std::vector<std::vector<TableId>> tables(ownership.names.size());
    m_tableCounts.assign(ownership.names.size(), 0);
    m_contractCounts.assign(ownership.names.size(), 0);
    for (std::size_t i = 0; i < ownership.ofTables.size(); ++i) {
        if (ownership.ofTables[i] < 0)
            continue;
        const TableId table{static_cast<int>(i)};
        const auto boundary = static_cast<std::size_t>(ownership.ofTables[i]);
        tables[boundary].push_back(table);
        ++m_tableCounts[boundary];
        m_contractCounts[boundary] += ownership.isContract(table) ? 1 : 0;
    }
    for (std::size_t i = 0; i < ownership.names.size(); ++i) {
        if (ownership.parents[i] < 0)
            addBoundary(static_cast<BoundaryIndex>(i), -1, tables);
    }
    addUnowned();
    addProblems();
}

int BoundaryTreeModel::addNode(Line line, int subject, int parent)
{
    const auto place = static_cast<int>(m_nodes.size());
    auto& siblings = parent < 0 ? m_roots : m_nodes[static_cast<std::size_t>(parent)].children;
    const auto row = static_cast<int>(siblings.size());
    siblings.push_back(place);
    m_nodes.push_back({line, subject, parent, row, {}});
    return place;
}

/// A line that turned out to have nothing below it that passes.
void BoundaryTreeModel::removeLast(int node)
{
    Q_ASSERT(node == static_cast<int>(m_nodes.size()) - 1);
    const int parent = m_nodes.back().parent;
    (parent < 0 ? m_roots : m_nodes[static_cast<std::size_t>(parent)].children).pop_back();
    m_nodes.pop_back();
}

bool BoundaryTreeModel::passesFilter(const QString& name) const
{
    return m_filter.isEmpty() || name.contains(m_filter, Qt::CaseInsensitive);
}

void BoundaryTreeModel::addBoundary(BoundaryIndex boundary, int parent,
                                    const std::vector<std::vector<TableId>>& tables)
{
    const Ownership& ownership = m_state->check.ownership;
    const int node = addNode(Line::Boundary, boundary, parent);
    for (std::size_t i = 0; parent < 0 && i < ownership.parents.size(); ++i) {
        if (ownership.parents[i] == boundary)
            addBoundary(static_cast<BoundaryIndex>(i), node, tables);
    }
    const bool itself = passesFilter(m_state->nameOf(boundary));
    for (const TableId table : tables[static_cast<std::size_t>(boundary)]) {
        if (itself || passesFilter(m_state->catalog->table(table).name))
            addNode(Line::Table, table.index, node);
    }
    if (!itself && m_nodes[static_cast<std::size_t>(node)].children.empty())
        removeLast(node);
}

void BoundaryTreeModel::addUnowned()
{
    if (m_state->check.ownership.ofTables.empty())
        return;
    const std::vector<TableId> unowned = m_state->check.ownership.unowned(*m_state->catalog);
    if (unowned.empty())
        return;
    const int node = addNode(Line::Unowned, static_cast<int>(unowned.size()), -1);
    for (const TableId table : unowned) {
        if (passesFilter(m_state->catalog->table(table).name))
            addNode(Line::Table, table.index, node);
    }
    if (!m_filter.isEmpty() && m_nodes[static_cast<std::size_t>(node)].children.empty())
        removeLast(node);
}

void BoundaryTreeModel::addProblems()
{
    const auto& problems = m_state->check.ownership.problems;
    if (problems.empty())
        return;
    const int node = addNode(Line::Problems, static_cast<int>(problems.size()), -1);
    for (std::size_t i = 0; i < problems.size(); ++i) {
        if (passesFilter(problems[i].sentence))
            addNode(Line::Problem, static_cast<int>(i), node);
    }
    if (m_nodes[static_cast<std::size_t>(node)].children.empty())
        removeLast(node);
}

const BoundaryTreeModel::Node& BoundaryTreeModel::nodeAt(const QModelIndex& index) const
{
    return m_nodes[static_cast<std::size_t>(index.internalId())];
}

BoundaryTreeModel::Line BoundaryTreeModel::lineOf(const QModelIndex& index) const
{
    return nodeAt(index).line;
}

QString BoundaryTreeModel::boundaryAt(const QModelIndex& index) const
{
    if (!index.isValid() || nodeAt(index).line != Line::Boundary)
        return {};
    return m_state->nameOf(nodeAt(index).subject);
}

std::optional<TableId> BoundaryTreeModel::tableAt(const QModelIndex& index) const
{
    if (!index.isValid() || nodeAt(index).line != Line::Table)
        return std::nullopt;
    return TableId{nodeAt(index).subject};
}

const OwnershipProblem* BoundaryTreeModel::problemAt(const QModelIndex& index) const
{
    if (!index.isValid() || nodeAt(index).line != Line::Problem)
        return nullptr;
    return &m_state->check.ownership.problems[static_cast<std::size_t>(nodeAt(index).subject)];
}

QModelIndex BoundaryTreeModel::indexOfNode(int node) const
{
    return createIndex(m_nodes[static_cast<std::size_t>(node)].row, 0, static_cast<quintptr>(node));
}

QModelIndex BoundaryTreeModel::indexOfKey(const QString& key) const
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (keyOf(m_nodes[i]) == key)
            return indexOfNode(static_cast<int>(i));
    }
    return {};
}

QModelIndex BoundaryTreeModel::indexOfTable(TableId table) const
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i].line == Line::Table && m_nodes[i].subject == table.index)
            return indexOfNode(static_cast<int>(i));
    }
    return {};
}

QModelIndex BoundaryTreeModel::indexOfBoundary(const QString& name) const
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i].line == Line::Boundary && m_state->nameOf(m_nodes[i].subject) == name)
            return indexOfNode(static_cast<int>(i));
    }
    return {};
}

QModelIndex BoundaryTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto& siblings = parent.isValid() ? nodeAt(parent).children : m_roots;
    return createIndex(row, column, static_cast<quintptr>(siblings[static_cast<std::size_t>(row)]));
}

QModelIndex BoundaryTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || nodeAt(child).parent < 0)
        return {};
    return indexOfNode(nodeAt(child).parent);
}

int BoundaryTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? nodeAt(parent).children.size() : m_roots.size());
}

int BoundaryTreeModel::columnCount(const QModelIndex&) const
{
    return 1;
}

Qt::ItemFlags BoundaryTreeModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid())
        return flags;
    const Line line = lineOf(index);
    if (line == Line::Table)
        flags |= Qt::ItemIsDragEnabled;
    if (line == Line::Boundary || line == Line::Unowned || line == Line::Table)
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QStringList BoundaryTreeModel::mimeTypes() const
{
    return {tablesMime};
}

QMimeData* BoundaryTreeModel::mimeData(const QModelIndexList& indexes) const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const QModelIndex& index : indexes) {
        if (const auto table = tableAt(index))
            stream << m_state->catalog->keyOf(*table).toString();
    }
    auto data = std::make_unique<QMimeData>();
    data->setData(tablesMime, bytes);
    return data.release(); // the drag owns it
}

Qt::DropActions BoundaryTreeModel::supportedDropActions() const
{
    return Qt::CopyAction | Qt::MoveAction;
}

bool BoundaryTreeModel::dropMimeData(const QMimeData* data, Qt::DropAction, int, int,
                                     const QModelIndex& parent)
{
    if (!data->hasFormat(tablesMime) || !parent.isValid())
        return false;
    const QModelIndex place = lineOf(parent) == Line::Table ? parent.parent() : parent;
    QDataStream stream(data->data(tablesMime));
    std::vector<TableId> tables;
    while (!stream.atEnd()) {
        QString text;
        stream >> text;
        const auto key = ObjectKey::fromString(text);
        const auto object = key ? m_state->catalog->find(*key) : std::nullopt;
        if (object && object->kind == ObjectKind::Table)
            tables.push_back(TableId{object->index});
    }
    if (!tables.empty())
        Q_EMIT tablesDropped(tables, boundaryAt(place));
    return false; // the next state shows it
}

} // namespace cadastre
