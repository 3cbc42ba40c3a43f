// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/connection_states.h"

#include <algorithm>
#include <ctime>

namespace cadastre {

namespace {

constexpr int lookEveryMs = 2000;
constexpr qint64 sleptMs = 5000; ///< from here on it was sleep, not a busy machine

/// How long this machine slept since it was started.
qint64 sleptSoFarMs()
{
    timespec boot{};
    timespec awake{};
    clock_gettime(CLOCK_BOOTTIME, &boot);
    clock_gettime(CLOCK_MONOTONIC, &awake);
    return (boot.tv_sec - awake.tv_sec) * 1000 + (boot.tv_nsec - awake.tv_nsec) / 1000000;
}

bool leadsTo(const SshWay& way, const DatabaseAddress& address)
{
    return way.sshHost == address.sshHost && (address.port == 0 || way.port == address.port) &&
           (address.host.isEmpty() || way.host == address.host || !way.socket.isEmpty());
}

SourceLink linkAfterReading(const DatabaseAddress& address)
{
    if (address.kind == AddressKind::Snapshot)
        return SourceLink::Snapshot;
    return address.url.isEmpty() ? SourceLink::File : SourceLink::Connected;
}

} // namespace

ConnectionStates::ConnectionStates(OpenSources* sources, QObject* parent)
    : QObject(parent)
    , m_sources(sources)
    , m_clockGap(sleptSoFarMs())
{
    connect(sources, &OpenSources::reading, this, &ConnectionStates::noteReading);
    connect(sources, &OpenSources::failed, this, &ConnectionStates::noteFailed);
    connect(sources, &OpenSources::ended, this, &ConnectionStates::noteEnded);
    connect(&m_session, &DatabaseSession::testFinished, this, &ConnectionStates::takeAnswer);
    connect(&m_look, &QTimer::timeout, this, &ConnectionStates::look);
    m_look.setInterval(lookEveryMs);
    keepTunnelsOpen(true);
}

ConnectionStates::~ConnectionStates()
{
    keepTunnelsOpen(false);
    m_tunnels.clear();
    releaseTunnels([](const SshWay&) { return false; });
}

const LoadedSource* ConnectionStates::source(const QString& name) const
{
    const auto found = std::ranges::find_if(
        m_sources->sources(), [&](const LoadedSource& each) { return each.request.name == name; });
    return found == m_sources->sources().end() ? nullptr : &*found;
}

QStringList ConnectionStates::namesOf(SourceLink link) const
{
    QStringList names;
    for (const auto& [name, state] : m_states) {
        if (state.link == link)
            names << name;
    }
    return names;
}

QStringList ConnectionStates::servers() const
{
    QStringList names;
    for (const LoadedSource& each : m_sources->sources()) {
        if (!each.request.address.url.isEmpty())
            names << each.request.name;
    }
    return names;
}

void ConnectionStates::set(const QString& name, SourceLink link, const QString& reason)
{
    SourceState& state = m_states[name];
    const bool same = state.link == link && state.since.isValid();
    if (!same || link == SourceLink::Connected)
        state.since = QDateTime::currentDateTime();
    state.link = link;
    state.reason = reason;
}

void ConnectionStates::takeFacts(FactsChange change)
{
    const std::map<QString, SourceState> before = std::move(m_states);
    m_states.clear();
    QStringList again;
    for (const LoadedSource& each : m_sources->sources()) {
        const QString& name = each.request.name;
        const auto known = before.find(name);
        const bool stays = change != FactsChange::Opened && known != before.end() &&
                           (!m_before.contains(name) || m_failed.contains(name));
        if (stays) {
            m_states[name] = known->second;
            continue;
        }
        if (change != FactsChange::Opened && known != before.end() &&
            known->second.link == SourceLink::NotConnected)
            again << name;
        set(name, linkAfterReading(each.request.address));
    }
    m_before.clear();
    m_failed.clear();
    m_answered.start();
    holdTunnels();
    m_toAsk.clear();
    servers().isEmpty() ? m_look.stop() : m_look.start();
    Q_EMIT changed();
    if (!again.isEmpty())
        Q_EMIT foundAgain(again);
}

void ConnectionStates::noteReading(const QStringList& names)
{
    m_before.clear();
    m_failed.clear();
    m_toAsk.clear(); // reading tells as much
    for (const QString& name : names) {
        const auto known = m_states.find(name);
        if (known == m_states.end())
            continue;
        m_before[name] = known->second;
        const bool server = known->second.link == SourceLink::Connected ||
                            known->second.link == SourceLink::NotConnected;
        if (server)
            known->second.link = SourceLink::Reconnecting;
    }
    Q_EMIT changed();
}

void ConnectionStates::noteFailed(const std::vector<FailedSource>& failed)
{
    QStringList names;
    for (const FailedSource& each : failed) {
        const QString& name = each.request.name;
        const auto before = m_before.find(name);
        if (before == m_before.end() || each.request.address.url.isEmpty())
            continue;
        m_failed.insert(name);
        m_states[name] = before->second;
        set(name, SourceLink::NotConnected, each.error.message);
        m_before[name] = m_states[name];
        names << name;
    }
    if (names.isEmpty())
        return;
    Q_EMIT changed();
    Q_EMIT lost(names);
}

/// Cancelled, or about to be told by takeFacts().
void ConnectionStates::noteEnded()
{
    for (const auto& [name, state] : m_before) {
        const auto known = m_states.find(name);
        if (known != m_states.end() && known->second.link == SourceLink::Reconnecting)
            known->second = state;
    }
    Q_EMIT changed();
}

void ConnectionStates::ask()
{
    if (!m_answered.isValid() || m_answered.elapsed() >= askedLatelyMs)
        askNow();
}

void ConnectionStates::askNow()
{
    if (m_sources->isBusy() || m_session.isRunning())
        return; // which tells as much
    m_toAsk = servers();
    askNext();
}

void ConnectionStates::askNext()
{
    const LoadedSource* next = nullptr;
    while (next == nullptr && !m_toAsk.isEmpty()) {
        m_asked = m_toAsk.takeFirst();
        next = source(m_asked);
    }
    if (next == nullptr)
        return;
    ReadOptions options;
    options.connectTimeoutMs = options.statementTimeoutMs = answerLimitMs;
    m_session.startTest(next->request.address, next->request.password, options);
}

void ConnectionStates::takeAnswer(const Result<ConnectionTest>& answer)
{
    m_answered.start();
    const auto known = m_states.find(m_asked);
    if (known != m_states.end() && known->second.link != SourceLink::Reconnecting) {
        const SourceLink before = known->second.link;
        answer ? set(m_asked, SourceLink::Connected)
               : set(m_asked, SourceLink::NotConnected, answer.error().message);
        Q_EMIT changed();
        if (!answer && before == SourceLink::Connected)
            Q_EMIT lost({m_asked});
        if (answer && before == SourceLink::NotConnected)
            Q_EMIT foundAgain({m_asked});
    }
    holdTunnels();
    askNext();
}

/// The ways through SSH stay open as long as their sources.
void ConnectionStates::holdTunnels()
{
    std::map<QString, std::shared_ptr<SshTunnel>> held;
    for (const LoadedSource& each : m_sources->sources()) {
        const DatabaseAddress& address = each.request.address;
        if (address.sshHost.isEmpty())
            continue;
        for (const auto& tunnel : tunnelsThrough(address.sshHost)) {
            if (leadsTo(tunnel->way(), address))
                held[each.request.name] = tunnel;
        }
    }
    m_tunnels = std::move(held);
    releaseTunnels([this](const SshWay& way) {
        return std::ranges::any_of(m_sources->sources(), [&](const LoadedSource& each) {
            return leadsTo(way, each.request.address);
        });
    });
}

/// After sleep, and when a way through SSH is gone, nobody has to press anything to learn of it.
void ConnectionStates::look()
{
    const qint64 slept = sleptSoFarMs();
    const bool woke = slept - std::exchange(m_clockGap, slept) > sleptMs;
    const bool dropped =
        std::ranges::any_of(m_tunnels, [](const auto& each) { return !each.second->isAlive(); });
    if (!woke && !dropped)
        return;
    for (const auto& [name, tunnel] : m_tunnels) {
        const auto known = m_states.find(name);
        if (tunnel->isAlive() || known == m_states.end() ||
            known->second.link != SourceLink::Connected)
            continue;
        const auto problem = tunnel->problem();
        set(name, SourceLink::NotConnected, problem ? problem->message : QString());
        Q_EMIT changed();
        Q_EMIT lost({name});
    }
    std::erase_if(m_tunnels, [](const auto& each) { return !each.second->isAlive(); });
    if (woke) {
        m_answered.invalidate();
        ask();
    }
}

} // namespace cadastre
