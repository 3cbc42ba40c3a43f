// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/proposal_model.h"

#include "widgets/object_icons.h"
#include "widgets/plain_sentence.h"

#include <QFont>

#include <algorithm>

namespace cadastre {

namespace {

QString surenessText(double confidence)
{
    return ProposalModel::tr("%1 %").arg(qRound(confidence * 100));
}

} // namespace

ProposalModel::ProposalModel(std::shared_ptr<const Catalog> catalog,
                             std::vector<ProposedBoundary> proposals, QObject* parent)
    : QAbstractItemModel(parent)
    , m_catalog(std::move(catalog))
    , m_proposals(std::move(proposals))
{
    for (const ProposedBoundary& proposal : m_proposals)
        m_checked.emplace_back(proposal.members.size(), true);
}

std::vector<ProposedBoundary> ProposalModel::accepted() const
{
    std::vector<ProposedBoundary> accepted;
    for (std::size_t i = 0; i < m_proposals.size(); ++i) {
        ProposedBoundary proposal = m_proposals[i];
        proposal.members.clear();
        for (std::size_t member = 0; member < m_checked[i].size(); ++member) {
            if (m_checked[i][member])
                proposal.members.push_back(m_proposals[i].members[member]);
        }
        if (proposal.members.empty())
            continue;
        const auto same = std::ranges::find(accepted, proposal.name, &ProposedBoundary::name);
        if (same == accepted.end()) {
            accepted.push_back(std::move(proposal));
            continue;
        }
        same->patterns += proposal.patterns;
        same->members.insert(same->members.end(), proposal.members.begin(), proposal.members.end());
        std::ranges::sort(same->members, {}, &ProposedMember::table);
    }
    return accepted;
}

void ProposalModel::checkAll(bool checked)
{
    for (std::size_t i = 0; i < m_checked.size(); ++i)
        setChecked(index(static_cast<int>(i), 0), checked);
}

int ProposalModel::checkedMembers() const
{
    int count = 0;
    for (const std::vector<bool>& members : m_checked)
        count += static_cast<int>(std::count(members.begin(), members.end(), true));
    return count;
}

const ProposedBoundary* ProposalModel::proposalAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const auto place = index.internalId() == 0 ? static_cast<std::size_t>(index.row())
                                               : static_cast<std::size_t>(index.internalId()) - 1;
    return &m_proposals[place];
}

const ProposedMember* ProposalModel::memberAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &proposalAt(index)->members[static_cast<std::size_t>(index.row())];
}

// The internal id of a proposal is 0, that of a member the number of its proposal plus 1.
QModelIndex ProposalModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex ProposalModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int ProposalModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_proposals.size());
    return parent.internalId() == 0 && parent.column() == 0
               ? static_cast<int>(
                     m_proposals[static_cast<std::size_t>(parent.row())].members.size())
               : 0;
}

int ProposalModel::columnCount(const QModelIndex&) const
{
    return 1;
}

Qt::CheckState ProposalModel::stateOf(std::size_t proposal) const
{
    const std::vector<bool>& members = m_checked[proposal];
    const auto checked = std::count(members.begin(), members.end(), true);
    if (checked == 0)
        return Qt::Unchecked;
    return checked == static_cast<qsizetype>(members.size()) ? Qt::Checked : Qt::PartiallyChecked;
}

QVariant ProposalModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == 0)
        return proposalData(static_cast<std::size_t>(index.row()), role);
    return memberData(static_cast<std::size_t>(index.internalId()) - 1,
                      static_cast<std::size_t>(index.row()), role);
}

QVariant ProposalModel::proposalData(std::size_t proposal, int role) const
{
    const ProposedBoundary& each = m_proposals[proposal];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return each.name;
    case Qt::CheckStateRole:
        return stateOf(proposal);
    case QuietTextRole:
        return QString(tr("%Ln tables", nullptr, static_cast<int>(each.members.size())) %
                       QStringLiteral(" · ") % surenessText(each.confidence) %
                       QStringLiteral(" · ") % plainSentence(each.reason));
    case Qt::ToolTipRole:
        return QString(plainSentence(each.reason) % tr("\nF2 gives it another name"));
    case Qt::FontRole: {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    default:
        return {};
    }
}

QVariant ProposalModel::memberData(std::size_t proposal, std::size_t member, int role) const
{
    const ProposedMember& each = m_proposals[proposal].members[member];
    switch (role) {
    case Qt::DisplayRole:
        return m_catalog->displayName(each.table);
    case Qt::CheckStateRole:
        return m_checked[proposal][member] ? Qt::Checked : Qt::Unchecked;
    case Qt::DecorationRole:
        return objectIcon(*m_catalog, each.table);
    case QuietTextRole:
        return QString(
            surenessText(each.confidence) %
            (each.evidence.empty()
                 ? QString()
                 : QString(QStringLiteral(" · ") % plainSentence(each.evidence.front().sentence))));
    case Qt::ToolTipRole: {
        QStringList lines;
        for (const BoundaryEvidence& evidence : each.evidence)
            lines << plainSentence(evidence.sentence);
        return lines.join(QLatin1Char('\n'));
    }
    default:
        return {};
    }
}

bool ProposalModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid())
        return false;
    if (role == Qt::CheckStateRole) {
        setChecked(index, value.toInt() != Qt::Unchecked);
        return true;
    }
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || index.internalId() != 0 || name.isEmpty() ||
        name.contains(QLatin1Char('\n')))
        return false;
    m_proposals[static_cast<std::size_t>(index.row())].name = name;
    Q_EMIT dataChanged(index, index);
    return true;
}

void ProposalModel::setChecked(const QModelIndex& index, bool checked)
{
    if (index.internalId() == 0) {
        std::vector<bool>& members = m_checked[static_cast<std::size_t>(index.row())];
        members.assign(members.size(), checked);
        if (const int last = rowCount(index) - 1; last >= 0)
            Q_EMIT dataChanged(this->index(0, 0, index), this->index(last, 0, index),
                               {Qt::CheckStateRole});
        Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    } else {
        m_checked[static_cast<std::size_t>(index.internalId()) - 1]
                 [static_cast<std::size_t>(index.row())] = checked;
        Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
        Q_EMIT dataChanged(parent(index), parent(index), {Qt::CheckStateRole});
    }
    Q_EMIT checksChanged();
}

Qt::ItemFlags ProposalModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid())
        flags |= Qt::ItemIsUserCheckable;
    if (index.isValid() && index.internalId() == 0)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace cadastre
