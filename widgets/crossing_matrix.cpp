// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/crossing_matrix.h"

#include "widgets/crossing_filter.h"
#include "widgets/crossing_signs.h"

#include <QLocale>

#include <algorithm>

namespace cadastre {

CrossingMatrixModel::CrossingMatrixModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_state(noBoundaryState())
{
}

void CrossingMatrixModel::setState(BoundaryStatePointer state)
{
    beginResetModel();
    m_state = std::move(state);
    m_from.clear();
    m_into.clear();
    const std::vector<CrossingPair>& pairs = m_state->check.pairs;
    for (const CrossingPair& pair : pairs) {
        m_from.push_back(pair.from);
        m_into.push_back(pair.into);
    }
    for (auto* side : {&m_from, &m_into}) {
        std::ranges::sort(*side);
        side->erase(std::unique(side->begin(), side->end()), side->end());
    }
    m_cells.assign(m_from.size() * m_into.size(), -1);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const QModelIndex cell = indexOf(pairs[i].from, pairs[i].into);
        m_cells[static_cast<std::size_t>(cell.row()) * m_into.size() +
                static_cast<std::size_t>(cell.column())] = static_cast<int>(i);
    }
    endResetModel();
}

const CrossingPair* CrossingMatrixModel::pairAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const int position = m_cells[static_cast<std::size_t>(index.row()) * m_into.size() +
                                 static_cast<std::size_t>(index.column())];
    return position < 0 ? nullptr : &m_state->check.pairs[static_cast<std::size_t>(position)];
}

QModelIndex CrossingMatrixModel::indexOf(BoundaryIndex from, BoundaryIndex into) const
{
    const auto row = std::ranges::lower_bound(m_from, from);
    const auto column = std::ranges::lower_bound(m_into, into);
    if (row == m_from.end() || *row != from || column == m_into.end() || *column != into)
        return {};
    return createIndex(static_cast<int>(row - m_from.begin()),
                       static_cast<int>(column - m_into.begin()));
}

std::vector<int> CrossingMatrixModel::kindCounts() const
{
    std::vector<int> counts(crossingKindCount, 0);
    for (const CrossingPair& pair : m_state->check.pairs) {
        for (std::size_t i = 0; i < pair.byKind.size(); ++i)
            counts[i] += pair.byKind[i];
    }
    return counts;
}

int CrossingMatrixModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_from.size());
}

int CrossingMatrixModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_into.size());
}

QVariant CrossingMatrixModel::data(const QModelIndex& index, int role) const
{
    const CrossingPair* pair = pairAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return pair == nullptr ? QString() : QLocale().toString(pair->count);
    case SignsRole:
        return pair == nullptr ? QString() : crossingSignCounts(pair->byKind);
    case UndecidedRole:
        return pair == nullptr ? 0 : pair->undecided;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return cellToolTip(index);
    default:
        return {};
    }
}

QString CrossingMatrixModel::cellToolTip(const QModelIndex& index) const
{
    const CrossingPair* pair = pairAt(index);
    if (pair == nullptr) {
        return tr("Nothing crosses from %1 into %2")
            .arg(m_state->nameOf(fromOf(index.row())), m_state->nameOf(intoOf(index.column())));
    }
    QStringList lines{tr("From %1 into %2: %3")
                          .arg(m_state->nameOf(pair->from), m_state->nameOf(pair->into),
                               tr("%Ln crossings", nullptr, static_cast<int>(pair->count))),
                      pair->undecided == 0
                          ? tr("Nothing to decide")
                          : tr("%1 to decide").arg(QLocale().toString(pair->undecided))};
    for (std::size_t i = 0; i < pair->byKind.size(); ++i) {
        if (pair->byKind[i] > 0)
            lines << tr("%1 × %2").arg(QLocale().toString(pair->byKind[i]),
                                       crossingKindTitle(static_cast<CrossingKind>(i)));
    }
    return lines.join(QLatin1Char('\n'));
}

QVariant CrossingMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const BoundaryIndex boundary = orientation == Qt::Vertical ? fromOf(section) : intoOf(section);
    if (role == Qt::DisplayRole)
        return m_state->nameOf(boundary);
    if (role == Qt::ToolTipRole)
        return orientation == Qt::Vertical
                   ? tr("What %1 uses of others; click to list it").arg(m_state->nameOf(boundary))
                   : tr("What others use of %1; click to list it").arg(m_state->nameOf(boundary));
    return {};
}

} // namespace cadastre
