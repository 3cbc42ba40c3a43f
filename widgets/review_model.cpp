// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Structure of the model. How lines come and go is in review_model_changes.cpp, what they say in
// review_model_texts.cpp.
#include "widgets/review_model.h"

#include <algorithm>

namespace cadastre {

ReviewModel::ReviewModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void ReviewModel::setFacts(const ReviewFacts& facts)
{
    const bool sameCatalog = facts.catalog == m_facts.catalog;
    QStringList shown;
    if (sameCatalog) {
        for (const ReviewGroup& group : m_groups)
            shown << group.key;
    }
    const QStringList keysBefore = std::exchange(m_keys, {});
    const bool wasEmpty = m_nodes.empty();
    m_groups = reviewOrderKept(reviewOrder(*facts.catalog, *facts.relationships), shown);
    std::vector<RelationshipOrigin> origins;
    for (const Relationship& relationship : *facts.relationships) {
        origins.push_back(relationship.origin);
        m_keys << reviewKey(relationship);
    }
    const bool followed = sameCatalog && followRelationships(keysBefore);
    if (!followed && !wasEmpty)
        beginResetModel();
    m_facts = facts;
    m_origins = std::move(origins);
    if (!followed && !wasEmpty) {
        m_nodes.clear();
        endResetModel();
    }
    showLines();
}

void ReviewModel::setFilter(const ReviewFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    showLines();
}

void ReviewModel::setOrigins(const std::vector<std::pair<int, RelationshipOrigin>>& origins)
{
    for (const auto& [relationship, origin] : origins)
        m_origins[static_cast<std::size_t>(relationship)] = origin;
    showLines();
}

RelationshipOrigin ReviewModel::originOf(int relationship) const
{
    return m_origins[static_cast<std::size_t>(relationship)];
}

const Relationship& ReviewModel::relationship(int index) const
{
    return (*m_facts.relationships)[static_cast<std::size_t>(index)];
}

std::vector<int> ReviewModel::membersOf(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    if (const auto* node = static_cast<const Node*>(index.internalPointer()))
        return {node->children[static_cast<std::size_t>(index.row())]};
    return m_nodes[static_cast<std::size_t>(index.row())]->line.members;
}

bool ReviewModel::isGroup(const QModelIndex& index) const
{
    return index.isValid() && rowCount(index) > 0;
}

QString ReviewModel::keyOf(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    if (const auto* node = static_cast<const Node*>(index.internalPointer()))
        return QString(node->line.key % QLatin1Char('\n') % node->childKeys[index.row()]);
    return m_nodes[static_cast<std::size_t>(index.row())]->line.key;
}

QModelIndex ReviewModel::indexOf(const QString& key) const
{
    const QString group = key.section(QLatin1Char('\n'), 0, 0);
    const auto node = std::ranges::find_if(
        m_nodes, [&](const auto& candidate) { return candidate->line.key == group; });
    if (group.isEmpty() || node == m_nodes.end())
        return {};
    const QModelIndex top = index((*node)->row, 0);
    if (group.size() == key.size())
        return top;
    const qsizetype member = (*node)->childKeys.indexOf(key.section(QLatin1Char('\n'), 1));
    return member < 0 ? top : index(static_cast<int>(member), 0, top);
}

std::optional<int> ReviewModel::placeOf(const Relationship& relationship) const
{
    const qsizetype place = m_keys.indexOf(reviewKey(relationship));
    return place < 0 ? std::nullopt : std::optional(static_cast<int>(place));
}

QModelIndex ReviewModel::indexOfRelationship(int relationship) const
{
    for (const auto& node : m_nodes) {
        const auto found = std::ranges::find(node->line.members, relationship);
        if (found == node->line.members.end())
            continue;
        const QModelIndex top = index(node->row, 0);
        return node->childCount() == 0
                   ? top
                   : index(static_cast<int>(found - node->line.members.begin()), 0, top);
    }
    return {};
}

bool ReviewModel::hasToDecide(const QModelIndex& index) const
{
    return std::ranges::any_of(membersOf(index), [this](int member) {
        return originOf(member) == RelationshipOrigin::Inferred;
    });
}

QModelIndex ReviewModel::nextToDecide(const QModelIndex& from) const
{
    const QModelIndex group = from.parent();
    for (int row = from.row() + 1; group.isValid() && row < rowCount(group); ++row) {
        if (hasToDecide(index(row, 0, group)))
            return index(row, 0, group);
    }
    const int start = group.isValid() ? group.row() : from.row();
    for (int row = start + 1; row < rowCount(); ++row) {
        if (hasToDecide(index(row, 0)))
            return index(row, 0);
    }
    for (int row = std::min(start, rowCount()) - 1; row >= 0; --row) {
        if (hasToDecide(index(row, 0)))
            return index(row, 0);
    }
    return {};
}

QModelIndex ReviewModel::index(int row, int column, const QModelIndex& parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, 0, nullptr);
    return createIndex(row, 0, m_nodes[static_cast<std::size_t>(parent.row())].get());
}

QModelIndex ReviewModel::parent(const QModelIndex& child) const
{
    const auto* node =
        child.isValid() ? static_cast<const Node*>(child.internalPointer()) : nullptr;
    return node == nullptr ? QModelIndex() : createIndex(node->row, 0, nullptr);
}

int ReviewModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_nodes.size());
    if (parent.internalPointer() != nullptr)
        return 0;
    return m_nodes[static_cast<std::size_t>(parent.row())]->childCount();
}

int ReviewModel::columnCount(const QModelIndex&) const
{
    return 1;
}

} // namespace cadastre
