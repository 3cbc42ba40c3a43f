// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Hiding and showing, and the document of views; opening views is in view_flow_open.cpp.
#include "app/view_flow.h"

#include "app/undo_command.h"
#include "diagram/canvas.h"
#include "model/workspace/view_commands.h"

#include <QUndoStack>

namespace cadastre {

ViewFlow::ViewFlow(OpenSources* sources, DiagramController* diagram, Canvas* canvas,
                   QUndoStack* undoStack, QObject* parent)
    : QObject(parent)
    , m_sources(sources)
    , m_diagram(diagram)
    , m_canvas(canvas)
    , m_undoStack(undoStack)
{
    connect(m_diagram, &DiagramController::placementsChanged, this, &ViewFlow::keepPlaces);
    connect(m_diagram, &DiagramController::viewWanted, this, &ViewFlow::goToPlace);
}

void ViewFlow::takeFacts(FactsChange change)
{
    if (change == FactsChange::Opened) {
        m_document = m_sources->views();
        m_query.clear();
    } else {
        m_document = rekeyed(m_document, m_sources->facts().renamed);
    }
    m_told = m_document;
    m_sources->setViews(m_document);
    m_diagram->setTableChoice(m_document.choice);
    Q_EMIT changed();
}

void ViewFlow::takeMerged(const ViewDocument& written, const ViewDocument& merged)
{
    m_document = viewsOnTop(m_document, written, merged);
    takeChange();
}

void ViewFlow::restore(const ViewDocument& unsaved)
{
    m_undoStack->beginMacro(tr("Restore what was not saved of views"));
    editViews(unsaved.views);
    if (unsaved.choice != m_document.choice)
        changeTo(unsaved.choice, {});
    m_undoStack->endMacro();
}

std::vector<ObjectKey> ViewFlow::keysOf(const std::vector<TableId>& tables) const
{
    std::vector<ObjectKey> keys;
    for (const TableId table : tables)
        keys.push_back(m_sources->facts().catalog->keyOf(table));
    return keys;
}

void ViewFlow::hide(const std::vector<TableId>& tables)
{
    changeTo(withHidden(m_document.choice, keysOf(tables)), {});
}

void ViewFlow::isolate(const std::vector<TableId>& tables, const QString& query)
{
    if (tables.empty())
        return;
    changeTo(onlyThese(keysOf(tables)), query);
    m_canvas->fit();
}

void ViewFlow::show(const std::vector<ObjectKey>& tables)
{
    changeTo(withShown(m_document.choice, tables), {});
}

void ViewFlow::showAll()
{
    changeTo({}, {});
}

void ViewFlow::changeTo(const TableChoice& after, const QString& query)
{
    if (after == m_document.choice)
        return;
    const QString name = query.isEmpty() ? choiceChangeName(m_document.choice, after)
                                         : tr("Show only what matches %1").arg(query);
    Command command = changeChoice(m_document.choice, after, name);
    const auto withQuery = [this](const std::function<Result<Nothing>()>& step,
                                  const QString& then) {
        return [this, step, then] {
            m_query = then;
            return step();
        };
    };
    command.forward = withQuery(command.forward, query);
    command.backward = withQuery(command.backward, m_query);
    push(command);
}

void ViewFlow::editViews(const SavedViews& after)
{
    if (after != m_document.views)
        push(changeViews(m_document.views, after));
}

void ViewFlow::rename(const QString& from, const QString& to)
{
    const QString name = viewName(to);
    const auto found = m_document.views.find(from);
    if (found == m_document.views.end() || name.isEmpty() || name == from) {
        Q_EMIT changed(); // the list shows what was typed
        return;
    }
    SavedViews after = m_document.views;
    after.erase(from);
    const QString free = freeViewName(after, name);
    after[free] = found->second;
    Command command = changeViews(m_document.views, after);
    const auto renaming = [this](const std::function<Result<Nothing>()>& step,
                                 const QString& before, const QString& then) {
        return [this, step, before, then] {
            m_diagram->renameView(before, then);
            return step();
        };
    };
    command.forward = renaming(command.forward, from, free);
    command.backward = renaming(command.backward, free, from);
    push(command);
}

void ViewFlow::duplicate(const QString& name)
{
    SavedViews after = m_document.views;
    if (const auto found = after.find(name); found != after.end()) {
        const SavedView copy = found->second;
        after[freeViewName(after, name)] = copy;
        editViews(after);
    }
}

void ViewFlow::remove(const QString& name)
{
    SavedViews after = m_document.views;
    after.erase(name);
    editViews(after);
}

void ViewFlow::setNote(const QString& name, const QString& note)
{
    SavedViews after = m_document.views;
    if (const auto found = after.find(name); found != after.end()) {
        found->second.note = note;
        editViews(after);
    }
}

void ViewFlow::push(const Command& command)
{
    Command told = toldCommand(command, [this] { takeChange(); });
    m_undoStack->push(new UndoCommand(std::move(told), false, [this](const Error& error) {
        Q_EMIT message(
            {MessageTopic::Views, MessageLevel::Warning, error.message, error.detail, {}});
    })); // the stack owns it
}

void ViewFlow::takeChange()
{
    if (m_told == m_document)
        return;
    m_told = m_document;
    m_sources->setViews(m_document);
    m_diagram->setTableChoice(m_document.choice);
    if (!openView().isEmpty() && !m_document.views.contains(openView())) {
        ViewPlace whole = m_diagram->place();
        whole.view.clear();
        m_diagram->showPlace(whole);
    }
    Q_EMIT documentChanged();
    Q_EMIT changed();
}

} // namespace cadastre
