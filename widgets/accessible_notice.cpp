// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/accessible_notice.h"

#include "widgets/activity_bar.h"
#include "widgets/message_bar.h"

#include <QAccessibleWidget>

namespace cadastre {

namespace {

QAccessibleInterface* noticeInterface(const QString& className, QObject* object)
{
    if (className == QLatin1String(MessageBar::staticMetaObject.className()))
        return new QAccessibleWidget(qobject_cast<QWidget*>(object), QAccessible::AlertMessage);
    if (className == QLatin1String(ActivityBar::staticMetaObject.className()))
        return new QAccessibleWidget(qobject_cast<QWidget*>(object), QAccessible::StatusBar);
    return nullptr;
}

} // namespace

void installNoticeAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(noticeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void tellNotice(QWidget* widget)
{
    QAccessibleEvent alert(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace cadastre
