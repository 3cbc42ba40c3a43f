// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/ssh/ssh_host.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace cadastre {

namespace {

constexpr qsizetype longestHost = 255;
constexpr qint64 longestConfig = 1 << 20;

} // namespace

Result<Nothing> checkSshHost(const QString& host)
{
    static const QRegularExpression form(
        QStringLiteral("^(ssh://)?([A-Za-z0-9_.+%][A-Za-z0-9_.+%-]*@)?"
                       "([A-Za-z0-9_.][A-Za-z0-9_.-]*|\\[[0-9A-Fa-f:]+\\]|[0-9A-Fa-f:]+)"
                       "(:[0-9]{1,5})?$"));
    const QRegularExpressionMatch match = form.match(host);
    const bool portWithoutScheme = !match.captured(4).isEmpty() && match.captured(1).isEmpty();
    if (match.hasMatch() && !portWithoutScheme && host.size() <= longestHost)
        return ok();
    return Error{QStringLiteral("The SSH host is written wrong: give it as in a terminal behind "
                                "ssh, a name of ~/.ssh/config, user@host or "
                                "ssh://user@host:port."),
                 host.left(longestHost)};
}

AddressThroughSsh splitSshHost(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\S+) \\(ssh ([^()]+)\\)$"));
    const QRegularExpressionMatch match = form.match(text);
    return match.hasMatch() ? AddressThroughSsh{match.captured(1), match.captured(2)}
                            : AddressThroughSsh{text, {}};
}

QStringList hostsOfSshConfig(const QByteArray& text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s=]+"));
    QStringList hosts;
    for (const QByteArray& line : text.split('\n')) {
        QStringList words = QString::fromUtf8(line.trimmed()).split(separators, Qt::SkipEmptyParts);
        if (words.isEmpty() ||
            words.takeFirst().compare(QLatin1String("host"), Qt::CaseInsensitive) != 0)
            continue;
        for (QString& name : words) {
            name.remove(QLatin1Char('"'));
            if (checkSshHost(name) && !hosts.contains(name))
                hosts << name;
        }
    }
    return hosts;
}

QString chosenSshConfig()
{
    return qEnvironmentVariable("CADASTRE_SSH_CONFIG");
}

QStringList knownSshHosts()
{
    const QString chosen = chosenSshConfig();
    QFile config(chosen.isEmpty() ? QDir::homePath() + QStringLiteral("/.ssh/config") : chosen);
    return config.open(QIODevice::ReadOnly) ? hostsOfSshConfig(config.read(longestConfig))
                                            : QStringList();
}

} // namespace cadastre
