// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/bulk_model.h"

#include "widgets/difference_html.h"
#include "widgets/icons.h"
#include "widgets/object_icons.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype longestToolTip = 400;
constexpr qsizetype longestListText = 300;

QString whyText(const BulkProposal& proposal)
{
    const QString kind = bulkKindText(proposal.kind);
    if (kind.isEmpty() || proposal.reason.isEmpty())
        return QString(kind + proposal.reason);
    return QStringLiteral("%1. %2").arg(kind, proposal.reason);
}

QString toolTipText(const QString& text)
{
    const QString shown =
        text.size() > longestToolTip ? QString(text.first(longestToolTip) + QChar(0x2026)) : text;
    return plainTextHtml(shown);
}

} // namespace

QString bulkKindText(BulkKind kind)
{
    switch (kind) {
    case BulkKind::Change:
        return {};
    case BulkKind::OnlyThere:
        return BulkModel::tr("New here");
    case BulkKind::OnlyHere:
        return BulkModel::tr("Only here");
    case BulkKind::BothDiffer:
        return BulkModel::tr("Both have words");
    case BulkKind::Same:
        return BulkModel::tr("The same");
    }
    Q_UNREACHABLE();
}

void BulkModel::setProposals(std::shared_ptr<const Catalog> catalog,
                             std::vector<BulkProposal> proposals)
{
    beginResetModel();
    m_catalog = std::move(catalog);
    m_proposals = std::move(proposals);
    endResetModel();
    count();
}

void BulkModel::count()
{
    const auto isTicked = [](const BulkProposal& one) { return one.possible && one.ticked; };
    m_ticked = static_cast<int>(std::ranges::count_if(m_proposals, isTicked));
    m_possible = static_cast<int>(std::ranges::count_if(m_proposals, &BulkProposal::possible));
    Q_EMIT ticksChanged();
}

QString BulkModel::objectName(int row) const
{
    return withVisibleControls(m_catalog->displayName(m_proposals[row].object));
}

std::vector<CommentEdit> BulkModel::ticked() const
{
    std::vector<CommentEdit> edits;
    for (const BulkProposal& proposal : m_proposals) {
        if (proposal.possible && proposal.ticked)
            edits.push_back(proposal.edit);
    }
    return edits;
}

void BulkModel::tick(const std::vector<int>& rows, bool ticked)
{
    if (rows.empty())
        return;
    for (int row : rows)
        m_proposals[row].ticked = m_proposals[row].possible && ticked;
    const auto [first, last] = std::ranges::minmax(rows);
    Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    count();
}

void BulkModel::setAfter(int row, const QString& after)
{
    BulkProposal& proposal = m_proposals[row];
    proposal.edit.after = after;
    proposal.ticked = proposal.possible = true;
    proposal.reason.clear();
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    count();
}

int BulkModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_proposals.size());
}

int BulkModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ReasonColumn + 1;
}

QVariant BulkModel::objectData(int row, int role) const
{
    const BulkProposal& proposal = m_proposals[row];
    switch (role) {
    case Qt::DisplayRole:
        return objectName(row);
    case Qt::DecorationRole:
        return objectIcon(*m_catalog, proposal.object);
    case Qt::CheckStateRole:
        return proposal.possible ? QVariant(proposal.ticked ? Qt::Checked : Qt::Unchecked)
                                 : QVariant();
    case Qt::ToolTipRole:
        return toolTipText(QStringLiteral("%1 %2").arg(objectKindText(*m_catalog, proposal.object),
                                                       objectName(row)));
    default:
        return {};
    }
}

QVariant BulkModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BulkProposal& proposal = m_proposals[index.row()];
    if (role == PresentRole)
        return proposal.present;
    if (role == AfterRole)
        return proposal.edit.after;
    if (role == Qt::ForegroundRole && !proposal.possible)
        return mutedTextColor();
    if (index.column() == ObjectColumn)
        return objectData(index.row(), role);
    const bool isChange = index.column() == ChangeColumn;
    const QString text = isChange ? proposal.edit.after : whyText(proposal);
    if (role == Qt::DisplayRole)
        return withVisibleControls(text.first(std::min(text.size(), longestListText)).simplified());
    if (role == Qt::ToolTipRole && !text.isEmpty())
        return toolTipText(text);
    return {};
}

bool BulkModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const bool isTick = role == Qt::CheckStateRole && index.column() == ObjectColumn &&
                        m_proposals[index.row()].possible;
    if (isTick)
        tick({index.row()}, value.value<Qt::CheckState>() == Qt::Checked);
    return isTick;
}

Qt::ItemFlags BulkModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    const bool canBeTicked = index.column() == ObjectColumn && m_proposals[index.row()].possible;
    flags.setFlag(Qt::ItemIsUserCheckable, canBeTicked);
    return flags;
}

QVariant BulkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ObjectColumn:
        return tr("Object");
    case ChangeColumn:
        return tr("Comment");
    default:
        return tr("To know");
    }
}

BulkFilter::BulkFilter(BulkModel* model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(model);
}

void BulkFilter::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void BulkFilter::setShown(BulkShown shown)
{
    m_shown = shown;
    invalidateFilter();
}

std::vector<int> BulkFilter::shownRows() const
{
    std::vector<int> rows;
    for (int row = 0; row < rowCount(); ++row)
        rows.push_back(mapToSource(index(row, 0)).row());
    return rows;
}

bool BulkFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    Q_UNUSED(parent)
    const BulkProposal& proposal = m_model->proposalAt(row);
    const bool isTicked = proposal.possible && proposal.ticked;
    if ((m_shown == BulkShown::Ticked && !isTicked) || (m_shown == BulkShown::LeftOut && isTicked))
        return false;
    return m_text.isEmpty() || m_model->objectName(row).contains(m_text, Qt::CaseInsensitive) ||
           proposal.present.contains(m_text, Qt::CaseInsensitive) ||
           proposal.edit.after.contains(m_text, Qt::CaseInsensitive);
}

} // namespace cadastre
