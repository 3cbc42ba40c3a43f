// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The name of a host as OpenSSH is given it: what may stand in one, how it is written behind an
// address, and which names a person's own configuration has. Connects to nothing.
#pragma once

#include "model/result.h"

#include <QStringList>

namespace cadastre {

/// `bastion`, `anna@bastion.example`, `ssh://anna@bastion:2222`. Refuses what OpenSSH would take
/// for an option, and every character that a shell in a ProxyCommand could take for its own.
Result<Nothing> checkSshHost(const QString& host);

struct AddressThroughSsh
{
    QString address;
    QString sshHost; ///< empty for none; not checked
};
/// Takes "URL (ssh HOST)" apart.
AddressThroughSsh splitSshHost(const QString& text);

/// The names behind `Host` in the text of a configuration of OpenSSH, without patterns, in order.
QStringList hostsOfSshConfig(const QByteArray& text);
/// Those of the person's own configuration; empty where there is none.
QStringList knownSshHosts();

/// The configuration that is used in place of the person's own, for tests: the variable
/// CADASTRE_SSH_CONFIG; empty for none.
QString chosenSshConfig();

} // namespace cadastre
