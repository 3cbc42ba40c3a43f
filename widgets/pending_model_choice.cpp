// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which edits are ticked: by line, by heading, from outside.
#include "widgets/pending_model.h"

#include <algorithm>

namespace cadastre {

bool PendingModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || m_state.writing)
        return false;
    tick(static_cast<int>(index.internalId()),
         static_cast<Qt::CheckState>(value.toInt()) == Qt::Checked);
    tellChanged(-1);
    Q_EMIT choiceChanged();
    return true;
}

Qt::CheckState PendingModel::ticksBelow(int node) const
{
    std::vector<int> edits;
    collectEdits(node, edits);
    std::size_t possible = 0;
    std::size_t ticked = 0;
    for (const int edit : edits) {
        const PendingRow& row = rowOf(m_nodes[static_cast<std::size_t>(edit)]);
        if (!canBeSent(row))
            continue;
        ++possible;
        ticked += m_unticked.contains(row.edit.key) ? 0 : 1;
    }
    if (ticked == 0)
        return Qt::Unchecked;
    return ticked == possible ? Qt::Checked : Qt::PartiallyChecked;
}

void PendingModel::tick(int node, bool ticked)
{
    std::vector<int> edits;
    collectEdits(node, edits);
    for (const int edit : edits) {
        const ObjectKey& key = rowOf(m_nodes[static_cast<std::size_t>(edit)]).edit.key;
        if (ticked)
            m_unticked.remove(key);
        else
            m_unticked.insert(key);
    }
}

std::vector<ObjectKey> PendingModel::chosen(std::size_t source) const
{
    std::vector<ObjectKey> keys;
    if (source >= m_state.sources.size())
        return keys;
    for (const PendingRow& row : m_state.sources[source].rows) {
        if (canBeSent(row) && !m_unticked.contains(row.edit.key))
            keys.push_back(row.edit.key);
    }
    return keys;
}

void PendingModel::choose(const std::vector<ObjectKey>& keys)
{
    const QSet<ObjectKey> wanted(keys.begin(), keys.end());
    m_unticked.clear();
    for (const auto& [key, node] : m_nodeOfKey) {
        if (!wanted.contains(key))
            m_unticked.insert(key);
    }
    tellChanged(-1);
    Q_EMIT choiceChanged();
}

void PendingModel::tellChanged(int parent)
{
    const std::vector<int>& children =
        parent < 0 ? m_top : m_nodes[static_cast<std::size_t>(parent)].children;
    if (children.empty())
        return;
    Q_EMIT dataChanged(indexOfNode(children.front()), indexOfNode(children.back()));
    for (const int child : children)
        tellChanged(child);
}

} // namespace cadastre
