// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SshTunnel: a port of this machine that leads through OpenSSH to a server, with the person's own
// configuration and agent. Asks for nothing: what needs a person is a sentence about a terminal.
// What goes through it is none of its business.
#pragma once

#include "model/result.h"

#include <QByteArrayList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace cadastre {

class SshChild;

/// Where a way through OpenSSH leads.
struct SshWay
{
    QString sshHost; ///< empty: no such way
    QString host;    ///< as the SSH host sees it; empty is the SSH host itself
    int port = 0;
    QString socket; ///< path on the SSH host, in place of host and port; empty for none

    bool operator==(const SshWay&) const = default;
    [[nodiscard]] bool isUsed() const { return !sshHost.isEmpty(); }
};

class SshTunnel
{
public:
    ~SshTunnel();
    SshTunnel(const SshTunnel&) = delete;
    SshTunnel& operator=(const SshTunnel&) = delete;

    [[nodiscard]] const SshWay& way() const { return m_way; }
    /// On 127.0.0.1.
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] bool isAlive() const;
    /// Why the last connection through it could not be made, in one sentence; absent when OpenSSH
    /// says nothing about that.
    [[nodiscard]] std::optional<Error> problem() const;
    /// The next one who wants this way gets a new tunnel.
    void end();
    [[nodiscard]] int processId() const;

private:
    friend Result<std::shared_ptr<SshTunnel>> startTunnel(const SshWay&,
                                                          const std::function<bool()>&, int);
    SshTunnel(SshWay way, int port);

    SshWay m_way;
    int m_port;
    std::unique_ptr<SshChild> m_child;
};

struct OpenedTunnel
{
    std::shared_ptr<SshTunnel> tunnel;
    bool reused = false; ///< it was there: it may be half dead without knowing
};

/// The tunnel of this way that is alive, or a new one. It ends with the last who holds it. Blocks
/// for at most about `timeoutMs`; gives up at once when cancelled.
Result<OpenedTunnel> openTunnel(const SshWay& way, const std::function<bool()>& isCancelled,
                                int timeoutMs);
/// The tunnels that are there now through this SSH host.
std::vector<std::shared_ptr<SshTunnel>> tunnelsThrough(const QString& sshHost);

/// From now on tunnels also stay open when nobody holds them, until they are released: for a
/// window, whose sources outlive each request.
void keepTunnelsOpen(bool keep);
/// Ends the tunnels that are only kept, where nobody wants their way any more.
void releaseTunnels(const std::function<bool(const SshWay&)>& isWanted);

/// What OpenSSH was asked for: program and arguments.
QByteArrayList sshCommand(const SshWay& way, int port, int timeoutMs);
/// What the words of OpenSSH mean, in one sentence.
Error sshError(const QString& sshHost, const QByteArray& words);

/// Calls `attempt(tunnel)` for a Result; when it fails through a tunnel that was there already,
/// once more through a new one: after sleep the old one may lead nowhere.
template <typename Attempt>
auto throughTunnel(const SshWay& way, const std::function<bool()>& isCancelled, int timeoutMs,
                   Attempt attempt) -> decltype(attempt(std::shared_ptr<SshTunnel>()))
{
    Result<OpenedTunnel> opened = openTunnel(way, isCancelled, timeoutMs);
    if (!opened)
        return opened.error();
    auto result = attempt(opened->tunnel);
    const auto isFinal = [&] {
        return result.has_value() || result.error().kind != ErrorKind::Other ||
               (isCancelled && isCancelled());
    };
    if (!isFinal() && opened->reused) {
        opened->tunnel->end();
        opened = openTunnel(way, isCancelled, timeoutMs);
        if (!opened)
            return opened.error();
        result = attempt(opened->tunnel);
    }
    if (!isFinal()) {
        if (const std::optional<Error> problem = opened->tunnel->problem())
            return *problem;
    }
    return result;
}

} // namespace cadastre
