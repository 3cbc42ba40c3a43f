// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/canvas_accessible.h"

#include "diagram/canvas_accessible_line.h"
#include "diagram/canvas_accessible_region.h"
#include "diagram/table_text.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>

#include <algorithm>

namespace cadastre {

namespace {

/// One table of the canvas; its children are the lines that are shown.
class AccessibleTable : public QAccessibleInterface
{
public:
    AccessibleTable(Canvas* canvas, ObjectRef table)
        : m_canvas(canvas)
        , m_table(table)
    {
    }

    ~AccessibleTable() override
    {
        for (const QAccessible::Id id : std::as_const(m_lineIds))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] ObjectRef table() const { return m_table; }
    [[nodiscard]] QAccessibleInterface* line(int relationship) const
    {
        auto id = m_lineIds.constFind(relationship);
        if (id == m_lineIds.cend()) {
            auto* self = const_cast<AccessibleTable*>(this); // parents are not const in Qt
            id = m_lineIds.insert(relationship,
                                  QAccessible::registerAccessibleInterface(
                                      new AccessibleLine(m_canvas, self, relationship)));
        }
        return QAccessible::accessibleInterface(*id);
    }
    [[nodiscard]] bool isValid() const override { return m_canvas && m_canvas->graph(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_canvas);
    }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        const std::vector<int> lines = m_canvas->relationshipsOf(m_table);
        return index < 0 || index >= int(lines.size()) ? nullptr : line(lines[index]);
    }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override
    {
        return int(m_canvas->relationshipsOf(m_table).size());
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        const std::vector<int> lines = m_canvas->relationshipsOf(m_table);
        const auto found = std::find_if(lines.begin(), lines.end(),
                                        [&](int index) { return line(index) == child; });
        return found == lines.end() ? -1 : int(found - lines.begin());
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QRect rect() const override
    {
        const QRect inWidget = m_canvas->widgetRect(m_table);
        return {m_canvas->mapToGlobal(inWidget.topLeft()), inWidget.size()};
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const Catalog& catalog = *m_canvas->graph()->catalog;
        if (kind == QAccessible::Name) {
            const QString name = catalog.displayName(m_table);
            const QString owner = m_canvas->ownershipOfTable(TableId{m_table.index});
            return owner.isEmpty() ? name : QString(name + QStringLiteral(", ") + owner);
        }
        return kind == QAccessible::Description ? objectText(catalog, m_table) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.multiSelectable = true;
        state.selected = isValid() && m_canvas->isTableSelected(TableId{m_table.index});
        state.focused =
            isValid() && m_canvas->currentTable() == TableId{m_table.index} && m_canvas->hasFocus();
        return state;
    }

private:
    Canvas* m_canvas;
    ObjectRef m_table;
    mutable QHash<int, QAccessible::Id> m_lineIds;
};

class AccessibleCanvas : public QAccessibleWidget
{
public:
    explicit AccessibleCanvas(Canvas* canvas)
        : QAccessibleWidget(canvas, QAccessible::List)
        , m_canvas(canvas)
    {
    }
    ~AccessibleCanvas() override { forget(); }

    /// The tables in view, then the regions.
    [[nodiscard]] int childCount() const override
    {
        return int(m_canvas->visibleObjects().size() + visibleRegions(*m_canvas).size());
    }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        const auto tables = m_canvas->visibleObjects();
        if (index < 0)
            return nullptr;
        if (index < int(tables.size()))
            return interfaceOf(tables[index]);
        const std::vector<int> regions = visibleRegions(*m_canvas);
        index -= int(tables.size());
        return index < int(regions.size()) ? regionOf(regions[index]) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const auto object = m_canvas->objectAt(m_canvas->mapFromGlobal(QPoint(x, y)));
        if (!object)
            return nullptr;
        return interfaceOf(tableOf(*object));
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto tables = m_canvas->visibleObjects();
        for (int i = 0; i < int(tables.size()); ++i)
            if (interfaceOf(tables[i]) == child)
                return i;
        const std::vector<int> regions = visibleRegions(*m_canvas);
        for (int i = 0; i < int(regions.size()); ++i)
            if (regionOf(regions[i]) == child)
                return int(tables.size()) + i;
        return -1;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        const auto table = m_canvas->currentTable();
        if (!table || !m_canvas->hasFocus())
            return nullptr;
        const auto relationship = m_canvas->selectedRelationship();
        return relationship ? lineOf(*table, *relationship) : interfaceOf(*table);
    }
    [[nodiscard]] QAccessibleInterface* lineOf(ObjectRef table, int relationship) const
    {
        return static_cast<AccessibleTable*>(interfaceOf(table))->line(relationship);
    }
    void forget()
    {
        for (const QAccessible::Id id : std::as_const(m_ids))
            QAccessible::deleteAccessibleInterface(id);
        m_ids.clear();
        for (const QAccessible::Id id : std::as_const(m_regionIds))
            QAccessible::deleteAccessibleInterface(id);
        m_regionIds.clear();
    }

private:
    [[nodiscard]] ObjectRef tableOf(ObjectRef object) const
    {
        if (object.kind != ObjectKind::Column)
            return object;
        return m_canvas->graph()->catalog->column(ColumnId{object.index}).table;
    }
    [[nodiscard]] QAccessibleInterface* interfaceOf(ObjectRef table) const
    {
        auto id = m_ids.constFind(table);
        if (id == m_ids.cend())
            id = m_ids.insert(table, QAccessible::registerAccessibleInterface(
                                         new AccessibleTable(m_canvas, table)));
        return QAccessible::accessibleInterface(*id);
    }

    [[nodiscard]] QAccessibleInterface* regionOf(int group) const
    {
        auto id = m_regionIds.constFind(group);
        if (id == m_regionIds.cend())
            id = m_regionIds.insert(group, QAccessible::registerAccessibleInterface(
                                               new AccessibleRegion(m_canvas, group)));
        return QAccessible::accessibleInterface(*id);
    }

    Canvas* m_canvas;
    mutable QHash<ObjectRef, QAccessible::Id> m_ids;
    mutable QHash<int, QAccessible::Id> m_regionIds; ///< by index into graph()->groups
};

QAccessibleInterface* canvasInterface(const QString& className, QObject* object)
{
    if (className != QLatin1String(Canvas::staticMetaObject.className()))
        return nullptr;
    return new AccessibleCanvas(qobject_cast<Canvas*>(object));
}

} // namespace

void installCanvasAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(canvasInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void forgetAccessibleChildren(Canvas* canvas)
{
    if (auto* accessible =
            dynamic_cast<AccessibleCanvas*>(QAccessible::queryAccessibleInterface(canvas)))
        accessible->forget();
    QAccessibleEvent reorder(canvas, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&reorder);
}

void tellAccessibleSelection(Canvas* canvas)
{
    if (!QAccessible::isActive() || !canvas->currentTable())
        return;
    auto* accessible =
        dynamic_cast<AccessibleCanvas*>(QAccessible::queryAccessibleInterface(canvas));
    if (accessible && canvas->selectedRelationship() && accessible->focusChild()) {
        QAccessibleEvent focus(accessible->focusChild(), QAccessible::Focus);
        QAccessible::updateAccessibility(&focus);
        return;
    }
    const auto tables = canvas->visibleObjects();
    const auto at = std::find(tables.begin(), tables.end(), ObjectRef(*canvas->currentTable()));
    if (at == tables.end())
        return;
    QAccessibleEvent focus(canvas, QAccessible::Focus);
    focus.setChild(int(at - tables.begin()));
    QAccessible::updateAccessibility(&focus);
}

} // namespace cadastre
