// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/convention_flow.h"

#include "app/undo_command.h"
#include "model/worklist/naming_styles.h"
#include "model/workspace/boundary_changes.h"
#include "model/workspace/convention_commands.h"

#include <QUndoStack>

namespace cadastre {

ConventionFlow::ConventionFlow(OpenSources* sources, CommentFlow* comments, QUndoStack* undoStack,
                               QObject* parent)
    : QObject(parent)
    , m_sources(sources)
    , m_comments(comments)
    , m_undoStack(undoStack)
{
}

void ConventionFlow::takeFacts(FactsChange change)
{
    if (change != FactsChange::Opened)
        return;
    m_conventions = m_sources->conventions();
    m_told = m_conventions;
    Q_EMIT changed();
}

void ConventionFlow::takeMerged(const Conventions& written, const Conventions& merged)
{
    for (const auto& change : changedEntries(written, merged)) {
        if (change.after)
            m_conventions[change.key] = *change.after;
        else
            m_conventions.erase(change.key);
    }
    takeChange();
}

void ConventionFlow::restore(const Conventions& conventions)
{
    edit(conventions);
}

void ConventionFlow::edit(const Conventions& after)
{
    if (after != m_conventions)
        push(changeConventions(m_conventions, after));
}

void ConventionFlow::rename(const QString& from, const QString& to, const Conventions& after)
{
    const std::vector<CommentEdit> edits = conventionRenameEdits(m_comments->commented(), from, to);
    const QString name = tr("Call the convention %1 %2").arg(from, to);
    m_undoStack->beginMacro(name);
    edit(after);
    if (!edits.empty())
        (void)m_comments->stage(edits, name); // what fails is said by a message
    m_undoStack->endMacro();
}

void ConventionFlow::tag(const std::vector<ObjectRef>& objects, const QString& convention,
                         const Convention& proposed)
{
    const std::vector<CommentEdit> edits =
        conventionEdits(m_comments->commented(), objects, convention);
    Conventions after = m_conventions;
    after.emplace(convention, proposed);
    const QString name =
        tr("Tag %1 with %2")
            .arg(tr("%Ln objects", nullptr, static_cast<int>(std::ssize(edits))), convention);
    m_undoStack->beginMacro(name);
    edit(after);
    if (!edits.empty())
        (void)m_comments->stage(edits, name); // what fails is said by a message
    m_undoStack->endMacro();
}

void ConventionFlow::push(const Command& command)
{
    Command told = toldCommand(command, [this] { takeChange(); });
    m_undoStack->push(new UndoCommand(std::move(told), false, [this](const Error& error) {
        Q_EMIT message(
            {MessageTopic::Comments, MessageLevel::Warning, error.message, error.detail, {}});
    })); // the stack owns it
}

void ConventionFlow::takeChange()
{
    if (m_told == m_conventions)
        return;
    m_told = m_conventions;
    m_sources->setConventions(m_conventions);
    Q_EMIT documentChanged();
    Q_EMIT changed();
}

} // namespace cadastre
