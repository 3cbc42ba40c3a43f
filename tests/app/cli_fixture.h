// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The program as a command for tests: runs it, and keeps what it said.
#pragma once

#include <QProcess>
#include <QRegularExpression>
#include <QString>

namespace cadastre::test {

struct CommandResult
{
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

inline QString programPath()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/bin/cadastre");
}

/// Waits for a started process; status -1 when it crashed or hung.
inline CommandResult resultOf(QProcess& process)
{
    CommandResult result;
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return result;
    result.status = process.exitCode();
    result.output = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    return result;
}

/// Runs the program with standard input closed.
inline CommandResult
runCadastre(const QStringList& arguments,
            const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(programPath(), arguments);
    return resultOf(process);
}

/// Pictures without what depends on the fonts of a machine: numbers of coordinates become `#`.
inline QByteArray withoutCoordinates(const QByteArray& picture)
{
    static const QRegularExpression numbers(
        QStringLiteral("(?<=[\" ,MLQCHVAZz(=])-?[0-9]+(\\.[0-9]+)?(?=[\" ,MLQCHVAZz)!\\]])"));
    static const QRegularExpression lists(QStringLiteral("#([ ,MLQCHVAZz]#)+"));
    QString text = QString::fromUtf8(picture);
    text.replace(numbers, QStringLiteral("#"));
    text.replace(lists, QStringLiteral("#"));
    return text.toUtf8();
}

} // namespace cadastre::test
