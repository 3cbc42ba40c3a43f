// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person sends along with a report about the program, as a value and as text. Names of
// databases and texts of messages are in it only when the person says so; passwords never are.
#pragma once

#include "widgets/message_bar.h"

#include <QDateTime>

#include <utility>

namespace cadastre {

struct DiagnosticSource
{
    QString name;   ///< shown only with names
    QString engine; ///< "PostgreSQL 15.18"
    qsizetype tables = 0;
    qsizetype columns = 0;
    QStringList incomplete;                          ///< kinds that were not, or not fully, read
    std::vector<std::pair<QString, double>> timings; ///< phase, milliseconds
};

struct DiagnosticMessage
{
    QDateTime time;
    MessageLevel level = MessageLevel::Info;
    MessageTopic topic = MessageTopic::Failed;
    QString text; ///< shown only with names
};

struct Diagnostics
{
    /// "Qt", "6.4.2"; in the order in which they are printed.
    std::vector<std::pair<QString, QString>> environment;
    std::vector<DiagnosticSource> sources;
    std::vector<DiagnosticMessage> messages; ///< oldest first
};

/// Plain text for a report. Without `names` nothing in it comes from a database or a path.
QString diagnosticsText(const Diagnostics& diagnostics, bool names);

/// Versions, plug-ins, screens, theme and memory of this process.
std::vector<std::pair<QString, QString>> diagnosticEnvironment();

} // namespace cadastre
