// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The matrix of crossings: from whom (rows) into whom (columns), with count, kinds and what is to
// be decided in each cell. Only boundaries that have crossings are in it; headers stay in view.
#pragma once

#include "widgets/boundary_state.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace cadastre {

class CrossingMatrixModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        SignsRole = Qt::UserRole + 1, ///< QString: "F2 R5"
        UndecidedRole,                ///< int
    };

    explicit CrossingMatrixModel(QObject* parent = nullptr);

    void setState(BoundaryStatePointer state);
    /// The pair of a cell; null where nothing crosses.
    [[nodiscard]] const CrossingPair* pairAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(BoundaryIndex from, BoundaryIndex into) const;
    [[nodiscard]] BoundaryIndex fromOf(int row) const { return m_from[std::size_t(row)]; }
    [[nodiscard]] BoundaryIndex intoOf(int column) const { return m_into[std::size_t(column)]; }
    /// Kinds that occur anywhere, as counts by kind.
    [[nodiscard]] std::vector<int> kindCounts() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString cellToolTip(const QModelIndex& index) const;

    BoundaryStatePointer m_state;
    std::vector<BoundaryIndex> m_from;
    std::vector<BoundaryIndex> m_into;
    std::vector<int> m_cells; ///< row by row: position in the check's pairs, or -1
};

class CrossingMatrixView : public QTableView
{
    Q_OBJECT
public:
    explicit CrossingMatrixView(QWidget* parent = nullptr);

Q_SIGNALS:
    /// Escape: no cell is meant any more.
    void cleared();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace cadastre
