// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Proposed boundaries with their members, each with a check box; names can be edited in place.
#pragma once

#include "model/boundaries/suggest.h"

#include <QAbstractItemModel>

namespace cadastre {

class ProposalModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { QuietTextRole = Qt::UserRole + 1 };

    ProposalModel(std::shared_ptr<const Catalog> catalog, std::vector<ProposedBoundary> proposals,
                  QObject* parent = nullptr);

    /// What is checked, under the names that a person gave: proposals of one name are one.
    [[nodiscard]] std::vector<ProposedBoundary> accepted() const;
    void checkAll(bool checked);
    [[nodiscard]] int checkedMembers() const;
    /// The proposal of a line, or of the member's heading.
    [[nodiscard]] const ProposedBoundary* proposalAt(const QModelIndex& index) const;
    [[nodiscard]] const ProposedMember* memberAt(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void checksChanged();

private:
    [[nodiscard]] Qt::CheckState stateOf(std::size_t proposal) const;
    [[nodiscard]] QVariant proposalData(std::size_t proposal, int role) const;
    [[nodiscard]] QVariant memberData(std::size_t proposal, std::size_t member, int role) const;
    void setChecked(const QModelIndex& index, bool checked);

    std::shared_ptr<const Catalog> m_catalog;
    std::vector<ProposedBoundary> m_proposals;
    std::vector<std::vector<bool>> m_checked; ///< parallel to proposals and their members
};

} // namespace cadastre
