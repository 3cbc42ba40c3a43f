// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/reading_state.h"

namespace cadastre {

ReadingState& ReadingState::instance()
{
    static ReadingState state;
    return state;
}

void ReadingState::setIdle()
{
    set(Phase::Idle, {});
}

void ReadingState::setReading(const QString& what)
{
    set(Phase::Reading, what);
}

void ReadingState::setFailed(const QString& reason)
{
    set(Phase::Failed, reason);
}

void ReadingState::set(Phase phase, const QString& text)
{
    if (m_phase == phase && m_text == text)
        return;
    m_phase = phase;
    m_text = text;
    Q_EMIT changed();
}

} // namespace cadastre
