// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A Command of a document on the window's undo stack.
#pragma once

#include "model/workspace/command.h"

#include <QUndoCommand>

#include <functional>

namespace cadastre {

/// Runs a Command; what it cannot do any more (its objects are gone) is said and skipped.
class UndoCommand : public QUndoCommand
{
public:
    /// `alreadyDone`: the change has been made by hand, so that pushing does not make it again.
    UndoCommand(Command command, bool alreadyDone, std::function<void(const Error&)> skipped);

    void redo() override;
    void undo() override;

private:
    void run(const std::function<Result<Nothing>()>& step);

    Command m_command;
    bool m_skipFirstRedo;
    std::function<void(const Error&)> m_skipped;
};

/// The same command, which calls `tell` after each of its steps.
Command toldCommand(const Command& command, const std::function<void()>& tell);

} // namespace cadastre
