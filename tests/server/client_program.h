// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The servers' own command line programs, as people use them: a script as a file, stopping at the
// first error.
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace cadastre::test {

/// Empty, or what the program said.
inline QString runClient(const QString& program, const QStringList& arguments,
                         const QString& inputFile = {}, const QStringList& environment = {})
{
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const QString& variable : environment)
        variables.insert(variable.section(QLatin1Char('='), 0, 0),
                         variable.section(QLatin1Char('='), 1));
    client.setProcessEnvironment(variables);
    client.setStandardInputFile(inputFile.isEmpty() ? QProcess::nullDevice() : inputFile);
    client.start(program, arguments);
    if (!client.waitForFinished(120000) || client.exitCode() != 0)
        return QString::fromUtf8(client.readAll()) + client.errorString();
    return {};
}

/// psql -f FILE; `options` are PGOPTIONS.
inline QString psqlFile(const QString& url, const QString& path, const QString& options = {})
{
    return runClient(QStringLiteral("psql"),
                     {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-v"),
                      QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-f"), path, url},
                     {}, {QString(QStringLiteral("PGOPTIONS=") + options)});
}

/// mariadb < FILE, to the server and database of one of the program's URLs.
inline QString mariaDbFile(const QString& url, const QString& path)
{
    const QUrl address(url);
    return runClient(QStringLiteral("mariadb"),
                     {QStringLiteral("--no-defaults"), QStringLiteral("--protocol=tcp"),
                      QStringLiteral("--host=") + address.host(),
                      QStringLiteral("--port=%1").arg(address.port(3306)),
                      QStringLiteral("--user=") + address.userName(), address.path().mid(1)},
                     path);
}

} // namespace cadastre::test
