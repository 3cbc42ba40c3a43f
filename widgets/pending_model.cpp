// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/pending_model.h"

#include "widgets/icons.h"
#include "widgets/object_icons.h"

#include <QLocale>

#include <algorithm>

namespace cadastre {

namespace {

IconTone toneOfRow(const PendingRow& row)
{
    if (isInConflict(row) || row.state == StageState::Gone)
        return IconTone::Error;
    return canBeSent(row) ? IconTone::Text : IconTone::Warning;
}

QIcon iconOfRow(const Catalog& catalog, const PendingRow& row)
{
    if (toneOfRow(row) != IconTone::Text)
        return themedIcon(QStringLiteral("warning"), toneOfRow(row));
    return row.object ? objectIcon(catalog, *row.object) : QIcon();
}

} // namespace

bool listsSameEdits(const PendingState& first, const PendingState& second)
{
    return std::ranges::equal(first.sources, second.sources, [](const auto& one, const auto& two) {
        return one.name == two.name &&
               std::ranges::equal(one.rows, two.rows, [](const auto& mine, const auto& theirs) {
                   return mine.edit.key == theirs.edit.key && mine.group == theirs.group;
               });
    });
}

PendingModel::PendingModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void PendingModel::setState(const PendingState& state)
{
    tickEdited(state);
    if (listsSameEdits(m_state, state)) {
        m_state = state;
        tellChanged(-1);
        Q_EMIT choiceChanged();
        return;
    }
    beginResetModel();
    const std::map<ObjectKey, int> before = m_nodeOfKey;
    m_state = state;
    build();
    keepTicks(before);
    endResetModel();
    Q_EMIT choiceChanged();
}

void PendingModel::setNames(const ObjectNames& names)
{
    m_names = names;
    tellChanged(-1);
}

QString PendingModel::nameOf(const PendingRow& row) const
{
    const bool below = row.name != row.group && row.edit.key.parts.size() > 2;
    const QString name = below ? quotedKeyPart(row.edit.key.parts.last()) : row.name;
    if (!row.object || !hasNames())
        return name;
    if (!below)
        return m_names.displayName(*row.object);
    const QString called = m_names.meant(*row.object);
    return called.isEmpty()  ? name
           : m_names.asMeant ? QStringLiteral("%1 (%2)").arg(called, name)
                             : QStringLiteral("%1 (%2)").arg(name, called);
}

QString PendingModel::titleOf(const Node& heading) const
{
    const bool ofTable = !heading.children.empty() &&
                         m_nodes[static_cast<std::size_t>(heading.children.front())].row;
    if (!ofTable || !hasNames())
        return heading.title;
    const PendingRow& row = rowOf(m_nodes[static_cast<std::size_t>(heading.children.front())]);
    return row.groupObject ? m_names.displayName(*row.groupObject) : heading.title;
}

void PendingModel::build()
{
    m_nodes.clear();
    m_top.clear();
    m_nodeOfKey.clear();
    const bool several = m_state.sources.size() > 1;
    for (std::size_t s = 0; s < m_state.sources.size(); ++s) {
        const PendingSource& source = m_state.sources[s];
        const int heading = several ? addNode(-1, source.name, s) : -1;
        std::map<QString, int> groups;
        for (std::size_t r = 0; r < source.rows.size(); ++r) {
            const PendingRow& row = source.rows[r];
            auto group = groups.find(row.group);
            if (group == groups.end())
                group = groups.emplace(row.group, addNode(heading, row.group, s)).first;
            m_nodeOfKey[row.edit.key] = addNode(group->second, {}, s, r);
        }
    }
}

int PendingModel::addNode(int parent, const QString& title, std::size_t source,
                          std::optional<std::size_t> row)
{
    const int added = static_cast<int>(m_nodes.size());
    std::vector<int>& siblings =
        parent < 0 ? m_top : m_nodes[static_cast<std::size_t>(parent)].children;
    const int place = static_cast<int>(siblings.size());
    siblings.push_back(added);
    m_nodes.push_back({parent, place, title, source, row, {}});
    return added;
}

const PendingModel::Node* PendingModel::node(const QModelIndex& index) const
{
    return index.isValid() ? &m_nodes[static_cast<std::size_t>(index.internalId())] : nullptr;
}

QModelIndex PendingModel::indexOfNode(int node) const
{
    if (node < 0)
        return {};
    return createIndex(m_nodes[static_cast<std::size_t>(node)].place, 0,
                       static_cast<quintptr>(node));
}

const PendingRow& PendingModel::rowOf(const Node& node) const
{
    return m_state.sources[node.source].rows[*node.row];
}

const PendingRow* PendingModel::rowAt(const QModelIndex& index) const
{
    const Node* line = node(index);
    return line != nullptr && line->row ? &rowOf(*line) : nullptr;
}

std::optional<std::size_t> PendingModel::sourceAt(const QModelIndex& index) const
{
    const Node* line = node(index);
    return line != nullptr ? std::optional(line->source) : std::nullopt;
}

void PendingModel::collectEdits(int node, std::vector<int>& edits) const
{
    const Node& line = m_nodes[static_cast<std::size_t>(node)];
    if (line.row)
        edits.push_back(node);
    for (const int child : line.children)
        collectEdits(child, edits);
}

std::vector<ObjectKey> PendingModel::keysBelow(const QModelIndexList& indexes) const
{
    std::vector<int> edits;
    for (const QModelIndex& index : indexes) {
        if (index.isValid())
            collectEdits(static_cast<int>(index.internalId()), edits);
    }
    std::vector<ObjectKey> keys;
    for (const int edit : edits)
        keys.push_back(rowOf(m_nodes[static_cast<std::size_t>(edit)]).edit.key);
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    return keys;
}

QModelIndex PendingModel::indexOf(const ObjectKey& key) const
{
    const auto found = m_nodeOfKey.find(key);
    return found == m_nodeOfKey.end() ? QModelIndex() : indexOfNode(found->second);
}

QModelIndex PendingModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* above = node(parent);
    const std::vector<int>& siblings = above != nullptr ? above->children : m_top;
    if (column != 0 || row < 0 || row >= static_cast<int>(siblings.size()))
        return {};
    return createIndex(row, 0, static_cast<quintptr>(siblings[static_cast<std::size_t>(row)]));
}

QModelIndex PendingModel::parent(const QModelIndex& child) const
{
    const Node* line = node(child);
    return line != nullptr ? indexOfNode(line->parent) : QModelIndex();
}

int PendingModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    const Node* above = node(parent);
    return static_cast<int>(above != nullptr ? above->children.size() : m_top.size());
}

int PendingModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant PendingModel::data(const QModelIndex& index, int role) const
{
    const Node* line = node(index);
    if (line == nullptr)
        return {};
    if (line->row)
        return editData(rowOf(*line), role);
    return headingData(*line, static_cast<int>(index.internalId()), role);
}

QVariant PendingModel::editData(const PendingRow& row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(row);
    case SignRole:
        return pendingSign(row);
    case KeyRole:
        return row.edit.key.toString();
    case Qt::DecorationRole:
        return iconOfRow(*m_state.catalog, row);
    case Qt::CheckStateRole:
        if (!canBeSent(row))
            return {};
        return m_unticked.contains(row.edit.key) ? Qt::Unchecked : Qt::Checked;
    case Qt::ToolTipRole: {
        const QString name = row.object && hasNames() ? m_names.displayName(*row.object) : row.name;
        QStringList lines{QString(row.kind % QLatin1Char(' ') % name), pendingSign(row)};
        return QString((lines + pendingSentences(row)).join(QLatin1Char('\n')).toHtmlEscaped());
    }
    case Qt::AccessibleTextRole:
        return tr("%1 %2: %3").arg(row.kind, nameOf(row), pendingSign(row));
    default:
        return {};
    }
}

QVariant PendingModel::headingData(const Node& node, int at, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return titleOf(node);
    case Qt::ToolTipRole:
        return titleOf(node).toHtmlEscaped();
    case SignRole: {
        std::vector<int> edits;
        collectEdits(at, edits);
        return QLocale().toString(static_cast<qlonglong>(edits.size()));
    }
    case Qt::DecorationRole:
        return themedIcon(node.parent < 0 && m_state.sources.size() > 1 ? QStringLiteral("database")
                                                                        : QStringLiteral("table"));
    case Qt::CheckStateRole:
        return ticksBelow(at);
    default:
        return {};
    }
}

Qt::ItemFlags PendingModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const PendingRow* row = rowAt(index);
    if (index.isValid() && (row == nullptr || canBeSent(*row)))
        flags |= Qt::ItemIsUserCheckable;
    if (row != nullptr)
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

} // namespace cadastre
