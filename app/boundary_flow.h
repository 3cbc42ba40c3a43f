// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// BoundaryFlow: the boundaries that a person draws, from the edit to the undo stack, the check that
// runs again, the picture of the diagram, and the document to be saved. Panels, dialogs and menus
// live in the window.
#pragma once

#include "app/boundary_check_job.h"
#include "app/newest_job.h"
#include "app/open_sources.h"
#include "model/workspace/command.h"
#include "widgets/message_bar.h"

class QUndoStack;

namespace cadastre {

class BoundaryFlow : public QObject
{
    Q_OBJECT
public:
    BoundaryFlow(OpenSources* sources, QUndoStack* undoStack, QObject* parent = nullptr);

    [[nodiscard]] const Boundaries& document() const { return m_boundaries; }
    /// Of the newest check that is done; never null.
    [[nodiscard]] const BoundaryStatePointer& state() const { return m_state; }
    [[nodiscard]] bool isChecking() const { return m_job.isRunning(); }
    /// Whether the check is of the catalog that is open: its ids mean what they say.
    [[nodiscard]] bool isCurrent() const { return m_state->catalog == m_sources->facts().catalog; }

    /// From whose eyes the diagram is seen; empty: everybody's. No change of the document.
    void setSeenBy(const QString& boundary);
    [[nodiscard]] const QString& seenBy() const { return m_seenBy; }
    /// Weaker inferred relationships are none.
    void setMinimumConfidence(double minimum);

    /// The sources have other facts: the document follows renames, or is that of what was opened.
    void takeFacts(FactsChange change);
    /// Other relationships of the same catalog.
    void takeRelationships();
    /// What others wrote into the workspace file while this one was open.
    void takeMerged(const Boundaries& written, const Boundaries& merged);
    /// Boundaries that were not saved take the place of those that are, as a step to be undone.
    void restore(const Boundaries& boundaries);
    /// One step to be undone; what cannot be done is said.
    void edit(const BoundaryEdit& edit);

Q_SIGNALS:
    /// The document is worth saving.
    void documentChanged();
    void checked(const cadastre::BoundaryStatePointer& state);
    /// `regroup`: tables belong together in another way.
    void pictureChanged(const std::shared_ptr<const cadastre::BoundaryPicture>& picture,
                        bool regroup);
    void message(const cadastre::Message& message);

private:
    void push(const Command& command);
    void takeChange();
    void check();
    void takeChecked(const BoundaryChecked& checked);
    void tell(MessageLevel level, const QString& text, const QString& detail = {});

    OpenSources* m_sources;
    QUndoStack* m_undoStack;
    NewestJob<BoundaryChecked> m_job;
    Boundaries m_boundaries; ///< the document that commands change
    Boundaries m_told;       ///< as it was when it was told last
    BoundaryStatePointer m_state;
    std::shared_ptr<const BoundaryPicture> m_picture;
    QString m_seenBy;
    double m_minimumConfidence = 0.5;
};

} // namespace cadastre
