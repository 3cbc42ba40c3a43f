// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/undo_command.h"

namespace cadastre {

UndoCommand::UndoCommand(Command command, bool alreadyDone,
                         std::function<void(const Error&)> skipped)
    : QUndoCommand(command.name)
    , m_command(std::move(command))
    , m_skipFirstRedo(alreadyDone)
    , m_skipped(std::move(skipped))
{
}

void UndoCommand::redo()
{
    if (std::exchange(m_skipFirstRedo, false))
        return;
    run(m_command.forward);
}

void UndoCommand::undo()
{
    run(m_command.backward);
}

void UndoCommand::run(const std::function<Result<Nothing>()>& step)
{
    const Result<Nothing> result = step();
    if (!result)
        m_skipped(result.error());
}

Command toldCommand(const Command& command, const std::function<void()>& tell)
{
    const auto told = [&tell](const std::function<Result<Nothing>()>& step) {
        return [step, tell] {
            Result<Nothing> result = step();
            tell();
            return result;
        };
    };
    return {command.name, told(command.forward), told(command.backward)};
}

} // namespace cadastre
