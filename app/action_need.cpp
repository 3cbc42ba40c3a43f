// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/action_need.h"

#include <QAction>
#include <QVariant>

namespace cadastre {

namespace {

constexpr const char* needProperty = "cadastreNeed";

} // namespace

void setNeed(const QList<QAction*>& actions, const QString& need)
{
    for (QAction* action : actions)
        action->setProperty(needProperty, need);
}

QString needOf(const QAction* action)
{
    return action->property(needProperty).toString();
}

} // namespace cadastre
