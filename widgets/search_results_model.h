// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The hits of a search as lines of a list: name, and quietly what it is or where its comment says
// the words.
#pragma once

#include "model/search/search.h"

#include <QAbstractListModel>

namespace cadastre {

class SearchResultsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { QuietTextRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    void setHits(std::shared_ptr<const Catalog> catalog, std::vector<SearchHit> hits);
    [[nodiscard]] const std::vector<SearchHit>& hits() const { return m_hits; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::shared_ptr<const Catalog> m_catalog;
    std::vector<SearchHit> m_hits;
};

} // namespace cadastre
