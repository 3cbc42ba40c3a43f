// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SessionMark: a small file that says what this window has open, there for as long as the program
// runs. One that is left behind by a program that runs no more tells of an end that nobody wanted.
// What was not saved lies elsewhere: recovery copies, journals of comments.
#pragma once

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace cadastre {

/// What a window had open.
struct SessionState
{
    QString workspace;     ///< path; empty for an unnamed one
    QStringList addresses; ///< of the databases of an unnamed one; without passwords
    QString selected;      ///< name of the selected object, as its catalog displays it
    QString focus;         ///< the same of the table whose neighbourhood was shown; may be empty
    int depth = 0;         ///< of that neighbourhood
    QByteArray panels;     ///< state of the docks

    bool operator==(const SessionState&) const = default;
    [[nodiscard]] bool isEmpty() const { return workspace.isEmpty() && addresses.isEmpty(); }
};

struct EndedSession
{
    SessionState state;
    QDateTime started;       ///< local time
    QDateTime lastWritten;   ///< local time
    bool afterCrash = false; ///< it had itself been opened after such an end
    QString file;
    /// Twice in a short time (the window takes `afterCrash` back after a while): opening the same
    /// again is likely to end the same way.
    [[nodiscard]] bool isRepeated() const;
};

class SessionMark
{
public:
    SessionMark();
    /// The program ends as it should.
    ~SessionMark();
    Q_DISABLE_COPY_MOVE(SessionMark)

    void write(const SessionState& state);
    /// Whether what is open was opened again after such an end; with the next write().
    void setAfterCrash(bool afterCrash);

    /// The newest mark of a program that runs no more, without those that another running program
    /// asks about. Older ones of the same things are taken away; others wait for their turn.
    [[nodiscard]] static std::optional<EndedSession> findEnded();
    /// This program asks about it from now on; false where another one was faster. Until it is
    /// forgotten or this program ends, nobody else asks.
    [[nodiscard]] static bool claim(const EndedSession& session);
    static void forget(const EndedSession& session);

private:
    QString m_file;
    QDateTime m_started;
    bool m_afterCrash = false;
    SessionState m_written;
};

} // namespace cadastre
