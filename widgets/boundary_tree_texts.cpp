// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the lines of the tree of boundaries say.
#include "diagram/graph_crossings.h"
#include "diagram/theme.h"
#include "widgets/boundary_facts_text.h"
#include "widgets/boundary_tree_model.h"
#include "widgets/icons.h"
#include "widgets/object_icons.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPalette>

namespace cadastre {

namespace {

constexpr int swatchSize = 16;

}

QIcon boundaryColorIcon(int color)
{
    const bool dark = QGuiApplication::palette().color(QPalette::Base).lightness() < 128;
    const Theme& theme = Theme::of(dark);
    QPixmap pixmap(swatchSize, swatchSize);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(theme.color(Ink::StrongBorder));
    painter.setBrush(theme.color(categoryInk(color)));
    painter.drawRoundedRect(QRectF(1.5, 1.5, swatchSize - 3, swatchSize - 3), 2, 2);
    return QIcon(pixmap);
}

int boundaryColorIndex(const BoundaryState& state, const QString& boundary)
{
    const auto entry = state.boundaries.entries.find(boundary);
    if (entry != state.boundaries.entries.end() && entry->second.color)
        return *entry->second.color;
    const Ownership& ownership = state.check.ownership;
    const auto index = ownership.indexOf(boundary);
    if (!index)
        return 0;
    return boundaryColors(state.boundaries, ownership.names)[static_cast<std::size_t>(*index)];
}

QIcon boundaryIcon(const BoundaryState& state, const QString& boundary)
{
    return boundaryColorIcon(boundaryColorIndex(state, boundary));
}

QVariant BoundaryTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = nodeAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(node);
    case QuietTextRole:
        return quietTextOf(node);
    case KeyRole:
        return keyOf(node);
    case Qt::DecorationRole:
        return iconOf(node);
    case Qt::ToolTipRole:
        return toolTipOf(node);
    case Qt::AccessibleTextRole:
        return QString(textOf(node) % QStringLiteral(", ") % quietTextOf(node));
    case Qt::FontRole:
        if (node.line == Line::Boundary || node.line == Line::Unowned) {
            QFont bold;
            bold.setBold(node.parent < 0 && node.line == Line::Boundary);
            bold.setItalic(node.line == Line::Unowned);
            return bold;
        }
        return {};
    default:
        return {};
    }
}

QString BoundaryTreeModel::textOf(const Node& node) const
{
    switch (node.line) {
    case Line::Boundary:
        return m_state->nameOf(node.subject);
    case Line::Table:
        return m_state->catalog->displayName(TableId{node.subject});
    case Line::Unowned:
        return tr("Owned by nobody");
    case Line::Problems:
        return tr("To be looked at");
    case Line::Problem:
        return m_state->check.ownership.problems[static_cast<std::size_t>(node.subject)].sentence;
    }
    Q_UNREACHABLE();
}

QString BoundaryTreeModel::quietTextOf(const Node& node) const
{
    switch (node.line) {
    case Line::Boundary:
        return boundaryQuietText(node.subject);
    case Line::Table: {
        const auto& exposure =
            m_state->check.ownership.exposures[static_cast<std::size_t>(node.subject)];
        return exposure.exposure == Exposure::Private ? QString() : exposureText(exposure);
    }
    case Line::Unowned:
    case Line::Problems:
        return QLocale().toString(node.subject);
    case Line::Problem:
        return {};
    }
    Q_UNREACHABLE();
}

QString BoundaryTreeModel::boundaryQuietText(BoundaryIndex boundary) const
{
    const auto entry = m_state->boundaries.entries.find(m_state->nameOf(boundary));
    const int tables = m_tableCounts[static_cast<std::size_t>(boundary)];
    const int contracts = m_contractCounts[static_cast<std::size_t>(boundary)];
    QStringList parts{QLocale().toString(tables)};
    if (contracts > 0)
        parts << tr("%Ln contracts", nullptr, static_cast<int>(contracts));
    if (entry != m_state->boundaries.entries.end() && !entry->second.owner.isEmpty())
        parts << entry->second.owner;
    return parts.join(QStringLiteral(" · "));
}

QString BoundaryTreeModel::toolTipOf(const Node& node) const
{
    if (node.line == Line::Table) {
        QString text = m_state->catalog->keyOf(TableId{node.subject}).toString();
        if (static_cast<std::size_t>(node.subject) < m_state->ripples.size())
            text += tr("\nA change reaches %1")
                        .arg(rippleReach(m_state->ripples[static_cast<std::size_t>(node.subject)]));
        return text;
    }
    if (node.line == Line::Unowned)
        return tr("Tables that no boundary has: select some and assign them, or drag them to a "
                  "boundary");
    if (node.line == Line::Boundary) {
        QString text = boundaryWithOwner(*m_state, node.subject) % QLatin1Char('\n') %
                       boundaryQuietText(node.subject);
        const auto place = static_cast<std::size_t>(node.subject);
        if (place < m_state->boundaryRipples.size())
            text += tr("\nChanges reach %1").arg(rippleReach(m_state->boundaryRipples[place]));
        return text;
    }
    return textOf(node);
}

QIcon BoundaryTreeModel::iconOf(const Node& node) const
{
    switch (node.line) {
    case Line::Boundary:
        return boundaryIcon(*m_state, m_state->nameOf(node.subject));
    case Line::Table:
        return m_state->check.ownership.isContract(TableId{node.subject})
                   ? themedIcon(QStringLiteral("contract"), IconTone::Accent)
                   : objectIcon(*m_state->catalog, TableId{node.subject});
    case Line::Unowned:
        return themedIcon(QStringLiteral("question"));
    case Line::Problems:
    case Line::Problem:
        return themedIcon(QStringLiteral("warning"), IconTone::Warning);
    }
    Q_UNREACHABLE();
}

QString BoundaryTreeModel::keyOf(const Node& node) const
{
    const QString name = textOf(node);
    const QString kind = QString::number(static_cast<int>(node.line));
    return kind % QLatin1Char(':') %
           (node.line == Line::Table ? m_state->catalog->keyOf(TableId{node.subject}).toString()
                                     : name);
}

} // namespace cadastre
