// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/reading_desk.h"

#include "app/open_sources.h"
#include "app/read_messages.h"
#include "widgets/reading_state.h"

namespace cadastre {

ReadingDesk::ReadingDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
{
    connect(parts.sources, &OpenSources::started, this,
            [](const QString& what) { ReadingState::instance().setReading(what); });
    connect(parts.sources, &OpenSources::ended, this, [] {
        if (ReadingState::instance().phase() == ReadingState::Phase::Reading)
            ReadingState::instance().setIdle();
    });
    connect(parts.sources, &OpenSources::failed, this, [](const std::vector<FailedSource>& failed) {
        ReadingState::instance().setFailed(failedMessage(failed).text);
    });
}

ReadingDesk::~ReadingDesk()
{
    ReadingState::instance().setIdle();
}

void ReadingDesk::takeFacts(FactsChange /*change*/)
{
    ReadingState::instance().setIdle();
}

} // namespace cadastre
