// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Desk: one capability in the main window: its actions, docks, entries of menus and what it does
// when facts or the selection change. Each is one file in desks/, found by its file name; the
// window knows none of them by name.
#pragma once

#include "app/diagram_controller.h"
#include "app/palette_entry.h"
#include "app/window_actions.h"
#include "widgets/message_bar.h"

class QDockWidget;

namespace cadastre {

class BoundaryDesk;
class CatalogPanel;
class CommentDesk;
class InspectorPanel;
class MainWindow;
class RelationFlow;
class ReviewPanel;
class Settings;
class WorkspaceFlow;

/// What a desk works with; everything outlives the desk.
struct DeskParts
{
    MainWindow* window;
    OpenSources* sources;
    QUndoStack* undoStack;
    Settings* settings;
    DiagramController* diagram;
    Canvas* canvas;
    RelationFlow* relations;
    BoundaryDesk* boundaries;
    CommentDesk* comments;
    WorkspaceFlow* workspace;
    const WindowActions* actions;
};

/// What docks are put beside.
struct DeskDocks
{
    QDockWidget* left;
    QDockWidget* right;
    QMenu* panelsMenu; ///< where their toggle actions go
};

/// Made after the window's first paint.
struct DeskPanels
{
    CatalogPanel* catalog;
    InspectorPanel* inspector;
    ReviewPanel* review;
};

class Desk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void fillMenus(const WindowMenus& menus);
    /// Makes docks, closed: a person opens them, or the window's kept state does.
    virtual void setUpDocks(const DeskDocks& docks);
    /// The docks, hidden while the start page is shown.
    [[nodiscard]] virtual std::vector<QDockWidget*> docks() const;
    virtual void fillPanels(const DeskPanels& panels);

    /// Another catalog, or none; `OpenSources::facts()` has it. The picture of it comes later.
    virtual void takeFacts(FactsChange change);
    /// Other relationships of the same catalog.
    virtual void takeRelationships();
    virtual void takePicture(const DiagramPicture& picture);
    /// Of the newest facts.
    virtual void takeSelection(std::optional<ObjectRef> object);

    /// Entries for one object in a context menu of the diagram or the tree.
    virtual void fillObjectMenu(QMenu* menu, ObjectRef object);
    /// The same for several selected tables.
    virtual void fillTablesMenu(QMenu* menu, const std::vector<TableId>& tables);
    /// The same over empty space of the diagram.
    virtual void fillCanvasMenu(QMenu* menu);

    /// What the command palette offers of this desk beside its actions; asked for when it opens.
    [[nodiscard]] virtual std::vector<PaletteEntry> paletteEntries() const;

    /// The button of a message of this topic was pressed (`other`: the second one); false where
    /// the topic is not the desk's.
    virtual bool answer(MessageTopic topic, bool other);
    /// Something is about to be opened, a path or an address: true where it is shown elsewhere
    /// already, and nothing is to be opened here.
    virtual bool isShownElsewhere(const QString& addressOrPath);
    /// "Cancel" of the activity bar.
    virtual void cancel();
    /// The window goes: nothing is listened to any more.
    virtual void leave();

Q_SIGNALS:
    void message(const cadastre::Message& message);
    /// For the activity bar.
    void started(const QString& what);
    void progress(const QString& text, int done, int total);
    void ended();
    /// The inspector has something else to say.
    void factsChanged();
};

struct DeskMaker
{
    /// The window owns what is made.
    Desk* (*make)(const DeskParts& parts, QObject* parent);
};

/// All desks, sorted by file name (generated from the files of desks/).
std::vector<DeskMaker> allDesks();

} // namespace cadastre
