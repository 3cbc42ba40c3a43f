// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ServerCancel: ties the life of a connection to the control that may stop its statements. How an
// engine stops one is its connection's matter.
#pragma once

#include "model/sql/connection.h"
#include "model/sql/source_reader.h"

namespace cadastre {

/// Lets the control stop the connection's running statement for as long as this lives.
class ServerCancel
{
public:
    ServerCancel(ReadControl& control, Connection& connection)
        : m_control(control)
    {
        m_control.setServerCancel(connection.canceller());
    }
    ~ServerCancel() { m_control.setServerCancel({}); }
    Q_DISABLE_COPY_MOVE(ServerCancel)

private:
    ReadControl& m_control;
};

} // namespace cadastre
