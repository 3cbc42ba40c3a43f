// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ConventionFlow: the naming conventions that a person lists, from the edit to the undo stack and
// the document to be saved, and the notes that tag objects with one. The dialog lives in widgets/.
#pragma once

#include "app/comment_flow.h"
#include "model/workspace/command.h"

class QUndoStack;

namespace cadastre {

class ConventionFlow : public QObject
{
    Q_OBJECT
public:
    ConventionFlow(OpenSources* sources, CommentFlow* comments, QUndoStack* undoStack,
                   QObject* parent = nullptr);

    [[nodiscard]] const Conventions& document() const { return m_conventions; }

    void takeFacts(FactsChange change);
    /// What others wrote into the workspace file while this one was open.
    void takeMerged(const Conventions& written, const Conventions& merged);
    /// Conventions that were not saved take the place of those that are, as a step to be undone.
    void restore(const Conventions& conventions);
    /// One step to be undone.
    void edit(const Conventions& after);
    /// Another name: the list, and the notes of all objects that follow it, as one step.
    void rename(const QString& from, const QString& to, const Conventions& after);
    /// Stages the note of a convention on these objects; lists the convention where it is not yet.
    /// One step to be undone.
    void tag(const std::vector<ObjectRef>& objects, const QString& convention,
             const Convention& proposed);

Q_SIGNALS:
    /// The document is worth saving.
    void documentChanged();
    /// Whatever changed it.
    void changed();
    void message(const cadastre::Message& message);

private:
    void push(const Command& command);
    void takeChange();

    OpenSources* m_sources;
    CommentFlow* m_comments;
    QUndoStack* m_undoStack;
    Conventions m_conventions; ///< the document that commands change
    Conventions m_told;        ///< as it was when it was told last
};

} // namespace cadastre
