// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ConnectionStates: which sources can be asked, as far as reading, asking and dead ways tell. Asks
// one server after the other, each with a limit of time, off the UI thread. Shows nothing.
#pragma once

#include "app/open_sources.h"
#include "app/source_state.h"
#include "model/sql/database_session.h"
#include "model/sql/ssh/ssh_tunnel.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace cadastre {

class ConnectionStates : public QObject
{
    Q_OBJECT
public:
    ConnectionStates(OpenSources* sources, QObject* parent);
    /// Ends the ways through SSH.
    ~ConnectionStates() override;

    /// Other sources are open, or were read again.
    void takeFacts(FactsChange change);
    /// Asks every server whether it is there, unless that was answered a moment ago.
    void ask();
    /// The same at once: something that a server was needed for failed, or worked after all.
    void askNow();
    /// By name, of the sources that are open.
    [[nodiscard]] const std::map<QString, SourceState>& states() const { return m_states; }
    [[nodiscard]] QStringList namesOf(SourceLink link) const;
    /// Servers, connected or not.
    [[nodiscard]] QStringList servers() const;

    static constexpr int askedLatelyMs = 60000;
    static constexpr int answerLimitMs = 8000;

Q_SIGNALS:
    void changed();
    /// These were connected a moment ago.
    void lost(const QStringList& names);
    /// These were not connected a moment ago.
    void foundAgain(const QStringList& names);

private:
    void noteReading(const QStringList& names);
    void noteFailed(const std::vector<FailedSource>& failed);
    void noteEnded();
    void set(const QString& name, SourceLink link, const QString& reason = {});
    void askNext();
    void takeAnswer(const Result<ConnectionTest>& answer);
    void holdTunnels();
    void look();
    [[nodiscard]] const LoadedSource* source(const QString& name) const;

    OpenSources* m_sources;
    std::map<QString, SourceState> m_states;
    std::map<QString, SourceState> m_before; ///< of those being read
    QSet<QString> m_failed;                  ///< of those being read
    DatabaseSession m_session;
    QStringList m_toAsk;
    QString m_asked;
    QElapsedTimer m_answered;
    QTimer m_look;
    qint64 m_clockGap = 0; ///< between clocks that run during sleep and those that do not
    std::map<QString, std::shared_ptr<SshTunnel>> m_tunnels; ///< by source: open while it is
};

} // namespace cadastre
