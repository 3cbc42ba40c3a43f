// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person does first to make an action possible: kept with the action, and told by the
// command palette where the action is listed while it is disabled.
#pragma once

#include <QList>
#include <QString>

class QAction;

namespace cadastre {

/// "select a column first": goes on after "not possible now: ". Empty: nobody knows. That a
/// database must be open is told without it.
void setNeed(const QList<QAction*>& actions, const QString& need);
QString needOf(const QAction* action);

} // namespace cadastre
