// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Standard streams and files, by POSIX calls so that a full disk and a closed pipe are told apart.
#include "app/cli/console.h"

#include "model/replace_file.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <termios.h>
#include <unistd.h>

namespace cadastre {

namespace {

Error notWritten(const QString& file, const QString& reason)
{
    return {QStringLiteral("%1 could not be written: %2. Nothing was changed.").arg(file, reason),
            {}};
}

Result<Nothing> writeToStandardOutput(const QByteArray& data)
{
    qsizetype written = 0;
    while (written < data.size()) {
        const ssize_t count =
            ::write(STDOUT_FILENO, data.constData() + written, data.size() - written);
        if (count >= 0) {
            written += count;
        } else if (errno == EPIPE) {
            return ok();
        } else if (errno != EINTR) {
            return Error{QStringLiteral("Standard output could not be written: %1.")
                             .arg(QString::fromLocal8Bit(std::strerror(errno))),
                         {}};
        }
    }
    return ok();
}

/// Devices and pipes can be neither renamed over nor written beside.
bool isSpecialFile(const QString& file)
{
    const QFileInfo info(file);
    return info.exists() && !info.isFile() && !info.isDir();
}

Result<Nothing> writeToSpecialFile(const QString& file, const QByteArray& data)
{
    QFile device(file);
    if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered) ||
        device.write(data) != data.size())
        return notWritten(file, device.errorString());
    return ok();
}

} // namespace

void printPlain(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

void printError(const Error& error)
{
    QString text = QStringLiteral("cadastre: ") + error.message + QLatin1Char('\n');
    for (const QString& line : error.detail.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        text += QStringLiteral("  ") + line + QLatin1Char('\n');
    printPlain(text);
}

void printWarning(const QString& message)
{
    printPlain(QStringLiteral("cadastre: warning: ") + message.simplified() + QLatin1Char('\n'));
}

Result<Nothing> writeOutput(const QString& file, const QByteArray& data)
{
    if (file == QStringLiteral("-"))
        return writeToStandardOutput(data);
    if (isSpecialFile(file))
        return writeToSpecialFile(file, data);
    return replaceFile(file, data);
}

bool canAsk()
{
    return ::isatty(STDIN_FILENO) == 1;
}

std::optional<QString> askPassword(const QString& prompt)
{
    printPlain(prompt);
    termios before{};
    ::tcgetattr(STDIN_FILENO, &before);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    QFile input;
    QByteArray line;
    const bool opened =
        input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered | QIODevice::Text);
    if (opened)
        line = input.readLine();
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    printPlain(QStringLiteral("\n"));
    if (line.isEmpty())
        return std::nullopt;
    return QString::fromLocal8Bit(line.endsWith('\n') ? line.chopped(1) : line);
}

ExitStatus failWith(const Error& error)
{
    printError(error);
    return ExitStatus::NotDone;
}

} // namespace cadastre
