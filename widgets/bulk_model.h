// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Proposed comments as a list with check boxes: object, what its comment becomes, why it is left
// out. Which lines are shown is said by BulkFilter.
#pragma once

#include "model/notes/bulk/bulk_proposal.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace cadastre {

class BulkModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { ObjectColumn, ChangeColumn, ReasonColumn };
    enum Role { PresentRole = Qt::UserRole + 1, AfterRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setProposals(std::shared_ptr<const Catalog> catalog, std::vector<BulkProposal> proposals);
    [[nodiscard]] const std::vector<BulkProposal>& proposals() const { return m_proposals; }
    [[nodiscard]] const BulkProposal& proposalAt(int row) const { return m_proposals[row]; }
    [[nodiscard]] QString objectName(int row) const;

    /// What is ticked, ready to be staged.
    [[nodiscard]] std::vector<CommentEdit> ticked() const;
    [[nodiscard]] int tickedCount() const { return m_ticked; }
    /// How many could be ticked.
    [[nodiscard]] int possibleCount() const { return m_possible; }
    /// Rows that cannot be ticked stay as they are.
    void tick(const std::vector<int>& rows, bool ticked);
    /// Another text for a row, which is ticked then.
    void setAfter(int row, const QString& after);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void ticksChanged();

private:
    [[nodiscard]] QVariant objectData(int row, int role) const;
    void count();

    std::shared_ptr<const Catalog> m_catalog;
    std::vector<BulkProposal> m_proposals;
    int m_ticked = 0;
    int m_possible = 0;
};

/// "New here", "Both have words", ...; empty for plain changes.
QString bulkKindText(BulkKind kind);

enum class BulkShown : std::uint8_t { All, Ticked, LeftOut };

class BulkFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit BulkFilter(BulkModel* model, QObject* parent = nullptr);

    /// Part of an object's name, or of its comment before or after; letter case does not count.
    void setText(const QString& text);
    void setShown(BulkShown shown);
    /// Rows of the model that are shown.
    [[nodiscard]] std::vector<int> shownRows() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    BulkModel* m_model;
    QString m_text;
    BulkShown m_shown = BulkShown::All;
};

} // namespace cadastre
