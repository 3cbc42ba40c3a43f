// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CompanionDesk: a database is opened with the workspace that a person saved about it, or that
// workspace is offered: decisions are where they were. Which workspaces contain it is found in
// workspace_companions.h.
#pragma once

#include "app/desk.h"
#include "app/newest_job.h"
#include "app/workspace_companions.h"

namespace cadastre {

class CompanionDesk : public Desk
{
    Q_OBJECT
public:
    CompanionDesk(const DeskParts& parts, QObject* parent);

    /// In place of what is open, which has been saved or given up: with its workspace where it is
    /// clear which one is meant, else alone.
    void open(const SourceRequest& request);
    /// Alone, whatever workspace contains it.
    void openAlone(const SourceRequest& request);

    void takeFacts(FactsChange change) override;
    bool answer(MessageTopic topic, bool other) override;
    void leave() override;

private:
    void takeFound(const WorkspaceCompanions& found);
    void choose();

    DeskParts m_parts;
    NewestJob<WorkspaceCompanions> m_job;
    SourceRequest m_request; ///< that is being opened, or was opened last
    WorkspaceCompanions m_found;
    bool m_isTold = true;
};

} // namespace cadastre
