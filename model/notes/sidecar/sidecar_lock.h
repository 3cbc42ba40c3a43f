// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SidecarLock: one program at a time changes a sidecar. The lock is the kernel's (flock) on a file
// beside it, so that it ends with the program, however that ends; a file that was left behind by a
// killed one stands in nobody's way, which QLockFile cannot say of one that it had only begun.
#pragma once

#include "model/result.h"

namespace cadastre {

class SidecarLock
{
public:
    explicit SidecarLock(const QString& sidecarPath);
    ~SidecarLock();
    SidecarLock(const SidecarLock&) = delete;
    SidecarLock& operator=(const SidecarLock&) = delete;

    /// False when somebody else kept it for all of that time. Fails where no file can be made, with
    /// the system's reason alone.
    Result<bool> take(int timeoutMs);

private:
    /// Whether it is ours now.
    Result<bool> tryOnce();

    QByteArray m_path;
    int m_file = -1;
};

} // namespace cadastre
