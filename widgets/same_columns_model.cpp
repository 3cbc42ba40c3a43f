// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/same_columns_model.h"

#include "widgets/difference_html.h"

#include <QLocale>

#include <algorithm>
#include <tuple>

namespace cadastre {

void SameColumnsModel::setGroups(std::vector<SameNamedColumns> groups)
{
    std::ranges::stable_sort(groups, {}, [](const SameNamedColumns& group) {
        const auto count = static_cast<int>(group.columns.size());
        const bool canHelp = group.texts == 1 && group.commented < count;
        return std::tuple(!canHelp, -count);
    });
    beginResetModel();
    m_groups = std::move(groups);
    endResetModel();
}

int SameColumnsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size());
}

QVariant SameColumnsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SameNamedColumns& group = m_groups[index.row()];
    const auto count = static_cast<int>(group.columns.size());
    const QString texts =
        group.texts > 1 ? tr("%1 different").arg(QLocale().toString(group.texts)) : QString();
    const QString commented =
        group.commented == 0 ? tr("none with a comment")
                             : tr("%1 with a comment").arg(QLocale().toString(group.commented));
    const QString quiet =
        texts.isEmpty() ? tr("%1 columns, %2").arg(QLocale().toString(count), commented)
                        : tr("%1 columns, %2, %3").arg(QLocale().toString(count), commented, texts);
    if (role == Qt::DisplayRole)
        return withVisibleControls(group.name);
    if (role == QuietTextRole)
        return quiet;
    if (role == Qt::ToolTipRole)
        return plainTextHtml(QStringLiteral("%1: %2").arg(group.name, quiet));
    if (role == Qt::AccessibleTextRole)
        return QStringLiteral("%1, %2").arg(group.name, quiet);
    return {};
}

} // namespace cadastre
