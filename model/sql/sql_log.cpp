// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The one listener of statements, if any.
#include "model/sql/sql_log.h"

#include <mutex>

namespace cadastre {

namespace {

std::mutex& listenerMutex()
{
    static std::mutex mutex;
    return mutex;
}

SqlRecorder::Listener& currentListener()
{
    static SqlRecorder::Listener listener;
    return listener;
}

} // namespace

SqlRecorder::SqlRecorder(Listener listener)
{
    const std::lock_guard lock(listenerMutex());
    currentListener() = std::move(listener);
}

SqlRecorder::~SqlRecorder()
{
    const std::lock_guard lock(listenerMutex());
    currentListener() = {};
}

void recordStatement(const QByteArray& sql, const QStringList& parameters)
{
    const std::lock_guard lock(listenerMutex());
    if (currentListener())
        currentListener()(sql, parameters);
}

} // namespace cadastre
