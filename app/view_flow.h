// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ViewFlow: what is hidden and which views are saved, from a person's wish to the undo stack, the
// diagram and the document to be saved. Panels live in widgets/, their wiring in view_desk.h.
#pragma once

#include "app/diagram_controller.h"
#include "model/notes/object_names.h"
#include "model/workspace/saved_view.h"
#include "widgets/message_bar.h"

class QUndoStack;

namespace cadastre {

/// What a saved view says beside places and hidden tables.
struct ViewLook
{
    bool showsInferred = true;
    double minimumConfidence = 0.5;
    bool showsRejected = false;
    QString lens;

    bool operator==(const ViewLook&) const = default;
};

class ViewFlow : public QObject
{
    Q_OBJECT
public:
    ViewFlow(OpenSources* sources, DiagramController* diagram, Canvas* canvas,
             QUndoStack* undoStack, QObject* parent = nullptr);

    [[nodiscard]] const ViewDocument& document() const { return m_document; }
    /// The saved view that is open; empty for none.
    [[nodiscard]] QString openView() const { return m_diagram->view().saved; }
    /// What the shown tables were chosen by; empty for by hand.
    [[nodiscard]] const QString& query() const { return m_query; }

    void takeFacts(FactsChange change);
    /// What others wrote into the workspace file while this one was open.
    void takeMerged(const ViewDocument& written, const ViewDocument& merged);
    /// What was not saved takes the place of what is, as a step to be undone.
    void restore(const ViewDocument& unsaved);

    /// Comments with what is staged: what queries ask.
    void setNames(const ObjectNames& names) { m_names = names; }
    /// The tables that a query matches, by id; see object_query.h.
    [[nodiscard]] std::vector<TableId> tablesOf(const QString& query) const;

    /// Each is one step to be undone; nothing where nothing would change.
    void hide(const std::vector<TableId>& tables);
    /// `query`: what they were chosen by.
    void isolate(const std::vector<TableId>& tables, const QString& query = {});
    void show(const std::vector<ObjectKey>& tables);
    void showAll();

    /// What is shown now, under a name; in place of a view that has it. It is then the open one.
    void save(const QString& name);
    void update(const QString& name) { save(name); }
    void open(const QString& name);
    /// Points out in the diagram, as it is now, where the tables of a view are; changes nothing
    /// that lasts.
    void preview(const QString& name);
    /// The other name becomes one that no view has.
    void rename(const QString& from, const QString& to);
    void duplicate(const QString& name);
    void remove(const QString& name);
    void setNote(const QString& name, const QString& note);

Q_SIGNALS:
    /// Views, what is hidden, or which view is open.
    void changed();
    /// The document is worth saving.
    void documentChanged();
    /// Relationships and colours of a view that was opened.
    void lookWanted(const cadastre::ViewLook& look);
    void message(const cadastre::Message& message);

private:
    /// Everything that opening a view changes.
    struct Present
    {
        ViewPlace place;
        ViewLook look;
        QString query;
    };

    void push(const Command& command);
    void changeTo(const TableChoice& after, const QString& query);
    void editViews(const SavedViews& after);
    void takeChange();
    void tellMissing(const QString& name);
    void goTo(const Present& from, const Present& to, const QString& name);
    void arrive(const Present& present);
    void goToPlace(const ViewPlace& place);
    void keepPlaces();
    [[nodiscard]] Present present() const;
    [[nodiscard]] Present presentOf(const QString& name, const SavedView& view) const;
    [[nodiscard]] SavedView presentView() const;
    [[nodiscard]] Placements shownPlaces() const;
    [[nodiscard]] TableChoice choiceOf(const SavedView& view) const;
    [[nodiscard]] std::vector<TableId> tablesOf(const SavedView& view) const;
    [[nodiscard]] std::vector<ObjectKey> keysOf(const std::vector<TableId>& tables) const;

    OpenSources* m_sources;
    DiagramController* m_diagram;
    Canvas* m_canvas;
    QUndoStack* m_undoStack;
    ViewDocument m_document; ///< that commands change
    ViewDocument m_told;     ///< as it was when it was told last
    QString m_query;
    ObjectNames m_names; ///< of this or an older catalog
};

} // namespace cadastre
