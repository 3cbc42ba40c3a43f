// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The console: sentences to standard error, data to a file or standard output, and the one question
// that is ever asked. What is said lives in the commands.
#pragma once

#include "app/cli/command_line.h"
#include "model/result.h"

#include <QByteArray>

#include <optional>

namespace cadastre {

/// "cadastre: MESSAGE" and, indented, the detail, to standard error.
void printError(const Error& error);
/// "cadastre: warning: MESSAGE" to standard error, on one line.
void printWarning(const QString& message);

/// Lines to standard error as they are.
void printPlain(const QString& text);

/// Writes data to a file (beside it, then renamed: whole or not at all) or, for "-", to standard
/// output. A reader that closed the pipe is no error.
Result<Nothing> writeOutput(const QString& file, const QByteArray& data);

/// Whether standard input is a terminal, so that a person can be asked.
bool canAsk();
/// Asks without echo; absent when the person ended the input.
std::optional<QString> askPassword(const QString& prompt);

/// Prints the error and returns ExitStatus::NotDone.
ExitStatus failWith(const Error& error);

} // namespace cadastre
