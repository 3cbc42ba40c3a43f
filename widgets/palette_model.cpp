// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/palette_model.h"

namespace cadastre {

namespace {

QString spokenLine(const PaletteItem& item)
{
    QStringList parts{item.title, item.badge};
    if (!item.detail.isEmpty())
        parts << item.detail;
    if (!item.shortcut.isEmpty())
        parts << item.shortcut;
    return parts.join(QStringLiteral(", "));
}

} // namespace

void PaletteModel::setItems(std::vector<PaletteItem> items)
{
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const PaletteItem& item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case Qt::DecorationRole:
        return item.icon;
    case DetailRole:
        return item.detail;
    case BadgeRole:
        return item.badge;
    case ShortcutRole:
        return item.shortcut;
    case ChoosableRole:
        return item.enabled;
    case Qt::ToolTipRole:
        return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>")
            .arg(item.toolTip.toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return spokenLine(item);
    default:
        return {};
    }
}

} // namespace cadastre
