// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CanvasSignals: what the canvas tells of a person's clicks, keys and moves, and of what it shows.
// Everything that the canvas does lives in canvas.h.
#pragma once

#include "model/boundaries/ownership/ownership.h"
#include "model/catalog/ids.h"

#include <QPointF>
#include <QWidget>

#include <optional>
#include <vector>

namespace cadastre {

/// A table that was put elsewhere: top left corners in scene pixels.
struct MovedTable
{
    TableId table;
    QPointF from;
    QPointF to;

    bool operator==(const MovedTable&) const = default;
};

class CanvasSignals : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

Q_SIGNALS:
    void selectionChanged(std::optional<cadastre::ObjectRef> object);
    /// Double click or Enter: show the neighbourhood.
    void objectActivated(cadastre::ObjectRef object);
    /// A person moved tables, by mouse or keys, in one go. They are already there.
    void tablesMoved(const std::vector<cadastre::MovedTable>& moves);
    /// Another part of the scene, or another size of the widget.
    void viewChanged();
    /// Another picture, other places, colours or hidden tables: not what is emphasised.
    void contentsChanged();
    /// Backspace and the mouse's buttons for it.
    void backRequested();
    void forwardRequested();
    /// The mode is over: an area was selected, or Escape was pressed.
    void selectingAreaChanged(bool selecting);
    /// Something else is selected, pointed at or where keys are; also without a person.
    void emphasisChanged();
    /// Escape took the shown path away.
    void pathDismissed();
    /// Legends on the picture leave room, until a person opens them again.
    void roomWanted();
    /// A person folded or opened the legend of lines.
    void lineLegendFolded(bool folded);
    /// A click on a folded family row.
    void unfoldRequested(cadastre::TableId table);
    void hovered(std::optional<cadastre::ObjectRef> object);
    /// `object` is absent over empty space; the position is global.
    void contextMenuRequested(std::optional<cadastre::ObjectRef> object, QPoint globalPosition);
    void scaleChanged(double scale);
    /// Another lens, or the same with other comments.
    void lensResultChanged();
    /// A person chose a line, by mouse or keys.
    void relationshipSelected(int relationshipIndex);
    /// No relationship is selected any more.
    void relationshipDeselected();
    /// Double click or Shift + Enter on a line.
    void relationshipActivated(int relationshipIndex);
    void relationshipMenuRequested(int relationshipIndex, QPoint globalPosition);
    /// Drawn by hand, of the catalog that is shown; nothing is in the picture yet.
    void relationshipDrawn(cadastre::ColumnId child, cadastre::ColumnId parent);
    /// The mode was left by Escape.
    void drawingRelationshipChanged(bool drawing);
    /// A person chose other tables, by mouse or keys: one, several (by id) or none.
    void tablesSelectionChanged(std::vector<cadastre::TableId> tables);
    /// Tables (by id) are dragged over the region of another boundary than theirs; absent: over
    /// those that nobody owns. No tables: over no such region any more.
    void regionHovered(std::vector<cadastre::TableId> tables,
                       std::optional<cadastre::BoundaryIndex> boundary);
    /// They were dropped there, instead of tablesMoved(): they are back where they were.
    void tablesDroppedOnRegion(std::vector<cadastre::TableId> tables,
                               std::optional<cadastre::BoundaryIndex> boundary);
    /// Double click on the title of a boundary's region, which then fills the view.
    void regionActivated(cadastre::BoundaryIndex boundary);
    /// The name of a group (index into graph()->groups) that is no boundary's; global position.
    void groupMenuRequested(int group, QPoint globalPosition);
    /// Over empty space of a region, instead of contextMenuRequested(); absent: of those that
    /// nobody owns. The position is global.
    void regionMenuRequested(std::optional<cadastre::BoundaryIndex> boundary,
                             QPoint globalPosition);
};

} // namespace cadastre
