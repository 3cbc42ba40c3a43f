// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whether a source that is open can be asked right now. No connection stays open between requests:
// "connected" says that the last one was answered.
#pragma once

#include <QDateTime>

namespace cadastre {

enum class SourceLink : std::uint8_t {
    Connected,
    NotConnected,
    Reconnecting,
    File,     ///< a database of this machine: nothing to be connected to
    Snapshot, ///< never: what it was made of is not asked
};

struct SourceState
{
    SourceLink link = SourceLink::Connected;
    QDateTime since; ///< local time
    QString reason;  ///< one sentence, where it is not connected

    bool operator==(const SourceState&) const = default;
};

/// "Connected", "Not connected", ...
QString linkWord(SourceLink link);
/// Name of the icon that goes with the word.
QString linkIcon(SourceLink link);
/// The word, since when, and why; plain text.
QString linkExplanation(const QString& sourceName, const SourceState& state);

} // namespace cadastre
