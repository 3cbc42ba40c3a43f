// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// AccessibleRegion: one group of tables, or the region of a boundary, for assistive technology.
// Private to the accessible canvas.
#pragma once

#include "diagram/canvas.h"

#include <QAccessible>

namespace cadastre {

/// Groups that are in view: indexes into graph()->groups.
inline std::vector<int> visibleRegions(const Canvas& canvas)
{
    std::vector<int> regions;
    if (canvas.graph() == nullptr || canvas.graph()->groups.size() < 2)
        return regions;
    for (int group = 0; group < static_cast<int>(canvas.graph()->groups.size()); ++group) {
        const QRect rect = canvas.groupRect(group);
        if (!rect.isEmpty() && rect.intersects(canvas.rect()))
            regions.push_back(group);
    }
    return regions;
}

class AccessibleRegion : public QAccessibleInterface
{
public:
    AccessibleRegion(Canvas* canvas, int group)
        : m_canvas(canvas)
        , m_group(group)
    {
    }

    [[nodiscard]] bool isValid() const override
    {
        return m_canvas->graph() != nullptr &&
               m_group < static_cast<int>(m_canvas->graph()->groups.size());
    }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_canvas);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Grouping; }
    [[nodiscard]] QRect rect() const override
    {
        const QRect inWidget = m_canvas->groupRect(m_group);
        return {m_canvas->mapToGlobal(inWidget.topLeft()), inWidget.size()};
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || (kind != QAccessible::Name && kind != QAccessible::Description))
            return {};
        const DiagramGroup& group = m_canvas->graph()->groups[m_group];
        if (kind == QAccessible::Name)
            return QString(QStringLiteral("Region ") + group.name);
        const auto tables = static_cast<int>(group.nodes.size());
        QString text =
            tables == 1 ? QStringLiteral("1 table") : QStringLiteral("%1 tables").arg(tables);
        if (group.hiddenTables > 0)
            text += QStringLiteral(", %1 hidden").arg(group.hiddenTables);
        return text;
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QAccessible::State state() const override { return {}; }

private:
    Canvas* m_canvas;
    int m_group;
};

} // namespace cadastre
