// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Who wants to know which statements are sent: benchmarks that replay them, and nobody else. The
// texts are those of resources/sql; passwords are in no statement.
#pragma once

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace cadastre {

/// Hears every statement that any connection sends while it lives; one at a time per process.
class SqlRecorder
{
public:
    using Listener = std::function<void(const QByteArray& sql, const QStringList& parameters)>;

    explicit SqlRecorder(Listener listener);
    ~SqlRecorder();
    SqlRecorder(const SqlRecorder&) = delete;
    SqlRecorder& operator=(const SqlRecorder&) = delete;
};

/// Called by connections before they send a statement.
void recordStatement(const QByteArray& sql, const QStringList& parameters);

} // namespace cadastre
