// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// AccessibleLine: one relationship of a table, for assistive technology. Private to the accessible
// canvas.
#pragma once

#include "diagram/canvas.h"
#include "diagram/relationship_text.h"

#include <QAccessible>

namespace cadastre {

class AccessibleLine : public QAccessibleInterface
{
public:
    AccessibleLine(Canvas* canvas, QAccessibleInterface* table, int relationship)
        : m_canvas(canvas)
        , m_table(table)
        , m_relationship(relationship)
    {
    }

    [[nodiscard]] bool isValid() const override
    {
        return m_canvas->graph() &&
               m_relationship < static_cast<int>(m_canvas->graph()->relationships->size());
    }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override { return m_table; }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QRect rect() const override
    {
        const QRect inWidget = m_canvas->relationshipRect(m_relationship);
        return {m_canvas->mapToGlobal(inWidget.topLeft()), inWidget.size()};
    }
    /// The name is the title with origin and confidence; the description has the evidence.
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || (kind != QAccessible::Name && kind != QAccessible::Description))
            return {};
        const DiagramGraph& graph = *m_canvas->graph();
        const QString all =
            relationshipText(*graph.catalog, (*graph.relationships)[m_relationship]);
        return kind == QAccessible::Name ? all.section(u'\n', 0, 0) : all.section(u'\n', 1);
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.selected = isValid() && m_canvas->selectedRelationship() == m_relationship;
        state.focused = state.selected && m_canvas->hasFocus();
        return state;
    }

private:
    Canvas* m_canvas;
    QAccessibleInterface* m_table; ///< owns this
    int m_relationship;
};

} // namespace cadastre
