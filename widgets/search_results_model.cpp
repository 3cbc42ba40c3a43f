// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/search_results_model.h"

#include "widgets/object_icons.h"

namespace cadastre {

void SearchResultsModel::setHits(std::shared_ptr<const Catalog> catalog,
                                 std::vector<SearchHit> hits)
{
    beginResetModel();
    m_catalog = std::move(catalog);
    m_hits = std::move(hits);
    endResetModel();
}

int SearchResultsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant SearchResultsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const SearchHit& hit = m_hits[static_cast<std::size_t>(index.row())];
    const QString kind = objectKindText(*m_catalog, hit.object);
    const QString quiet = hit.field == SearchField::Comment
                              ? QStringLiteral("“") + hit.excerpt + QStringLiteral("”")
                              : kind;
    switch (role) {
    case Qt::DisplayRole:
        return hit.title;
    case Qt::DecorationRole:
        return objectIcon(*m_catalog, hit.object);
    case QuietTextRole:
        return quiet;
    case Qt::ToolTipRole:
        return QStringLiteral("<p><b>%1</b> · %2</p><p>%3</p>")
            .arg(hit.title.toHtmlEscaped(), kind.toHtmlEscaped(),
                 m_catalog->base(hit.object).comment.text.left(400).toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return QString(hit.title + QStringLiteral(", ") + quiet);
    default:
        return {};
    }
}

} // namespace cadastre
