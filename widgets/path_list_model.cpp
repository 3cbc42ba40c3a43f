// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/path_list_model.h"

#include "model/paths/path_prices.h"
#include "widgets/icons.h"

#include <algorithm>

namespace cadastre {

namespace {

/// What the price is made of, a line each.
QString priceLines(const JoinPath& path)
{
    QStringList lines;
    for (const PricePart& part : path.priceParts)
        lines << QStringLiteral("%1  %2").arg(priceText(part.price), part.why);
    return lines.join(QLatin1Char('\n'));
}

bool isDoubtful(const JoinPath& path)
{
    return std::ranges::any_of(path.notes, [](const PathNote& note) {
        return note.kind == PathNoteKind::Inferred || note.kind == PathNoteKind::TypesDiffer ||
               note.kind == PathNoteKind::Audit || note.kind == PathNoteKind::SharedParent;
    });
}

} // namespace

void PathListModel::setPaths(std::vector<JoinPath> paths, QStringList lines)
{
    beginResetModel();
    m_paths = std::move(paths);
    m_lines = std::move(lines);
    endResetModel();
}

int PathListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_paths.size());
}

QVariant PathListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const JoinPath& path = m_paths[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return m_lines.value(index.row());
    case Qt::DecorationRole:
        return themedIcon(isDoubtful(path) ? QStringLiteral("question") : QStringLiteral("path"));
    case Qt::AccessibleTextRole:
        return path.sentence;
    case Qt::ToolTipRole:
        return QString(path.sentence + QStringLiteral("\n\n") +
                       tr("Costs %1; less is more certain:").arg(priceText(path.price)) +
                       QLatin1Char('\n') + priceLines(path))
            .toHtmlEscaped()
            .replace(QLatin1Char('\n'), QLatin1String("<br>"));
    default:
        return {};
    }
}

} // namespace cadastre
