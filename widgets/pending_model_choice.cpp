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

/// What was from earlier and is edited now was looked at.
void PendingModel::tickEdited(const PendingState& next)
{
    QSet<ObjectKey> earlier;
    for (const PendingSource& source : m_state.sources) {
        for (const PendingRow& row : source.rows) {
            if (row.fromEarlier)
                earlier.insert(row.edit.key);
        }
    }
    for (const PendingSource& source : next.sources) {
        for (const PendingRow& row : source.rows) {
            if (!row.fromEarlier && earlier.contains(row.edit.key))
                m_unticked.remove(row.edit.key);
        }
    }
}

/// What was there keeps its tick; what is new is ticked, but for what nobody has looked at since
/// the program was started.
void PendingModel::keepTicks(const std::map<ObjectKey, int>& before)
{
    QSet<ObjectKey> unticked;
    for (const auto& [key, node] : m_nodeOfKey) {
        const bool known = before.contains(key);
        if (known ? m_unticked.contains(key)
                  : rowOf(m_nodes[static_cast<std::size_t>(node)]).fromEarlier)
            unticked.insert(key);
    }
    m_unticked = unticked;
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
