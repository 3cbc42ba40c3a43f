// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/notes/sidecar/sidecar_lock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cadastre {

namespace {

constexpr int waitBetweenMs = 5;

Error systemError(int code)
{
    return {qt_error_string(code), {}};
}

/// The file that a name means now; the holder before us took its name away.
bool isStillThere(int file, const QByteArray& path)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(file, &opened) == 0 && ::stat(path.constData(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

} // namespace

SidecarLock::SidecarLock(const QString& sidecarPath)
    : m_path(QFile::encodeName(sidecarPath + QLatin1String(".lock")))
{
}

SidecarLock::~SidecarLock()
{
    if (m_file < 0)
        return;
    ::unlink(m_path.constData()); // while it is ours
    ::close(m_file);
}

Result<bool> SidecarLock::take(int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    for (;;) {
        const Result<bool> taken = tryOnce();
        if (!taken || *taken || deadline.hasExpired())
            return taken;
        QThread::msleep(waitBetweenMs);
    }
}

Result<bool> SidecarLock::tryOnce()
{
    const int file = ::open(m_path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0)
        return systemError(errno);
    const bool isLocked = ::flock(file, LOCK_EX | LOCK_NB) == 0;
    const int why = errno;
    if (isLocked && isStillThere(file, m_path)) {
        m_file = file;
        return true;
    }
    ::close(file);
    const bool isHeld = isLocked || why == EWOULDBLOCK || why == EINTR;
    return isHeld ? Result<bool>(false) : systemError(why);
}

} // namespace cadastre
