// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/desktop_look.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QFileInfo>

namespace cadastre {

namespace {

constexpr QLatin1String portalService("org.freedesktop.portal.Desktop");
constexpr QLatin1String path("/org/freedesktop/portal/desktop");
constexpr QLatin1String interface("org.freedesktop.portal.Settings");
constexpr QLatin1String appearance("org.freedesktop.appearance");
constexpr QLatin1String gnomeInterface("org.gnome.desktop.interface");
constexpr int patienceMs = 3000;

using SettingGroups = QMap<QString, QVariantMap>;

/// Where none is, asking for it would start one.
bool hasSessionBus()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

/// Red, green and blue, 0 to 1; a portal says "none" by numbers beyond.
std::optional<QColor> colorOf(const QVariant& value)
{
    if (!value.canConvert<QDBusArgument>())
        return std::nullopt;
    const auto argument = value.value<QDBusArgument>();
    if (argument.currentSignature() != QLatin1String("(ddd)"))
        return std::nullopt;
    double red = -1;
    double green = -1;
    double blue = -1;
    argument.beginStructure();
    argument >> red >> green >> blue;
    argument.endStructure();
    const auto isPart = [](double part) { return part >= 0 && part <= 1; };
    if (!isPart(red) || !isPart(green) || !isPart(blue))
        return std::nullopt;
    return QColor::fromRgbF(static_cast<float>(red), static_cast<float>(green),
                            static_cast<float>(blue));
}

} // namespace

void takeSetting(DesktopWishes& wishes, const QString& group, const QString& key,
                 const QVariant& value)
{
    if (group == appearance && key == QLatin1String("color-scheme")) {
        const uint scheme = value.toUInt();
        wishes.dark = scheme == 1 || scheme == 2 ? std::optional(scheme == 1) : std::nullopt;
    } else if (group == appearance && key == QLatin1String("accent-color")) {
        wishes.accent = value.canConvert<QColor>() && value.typeId() == QMetaType::QColor
                            ? std::optional(value.value<QColor>())
                            : colorOf(value);
    } else if (group == appearance && key == QLatin1String("reduced-motion")) {
        wishes.reducedMotion = value.toUInt() == 1;
    } else if (group == gnomeInterface && key == QLatin1String("enable-animations") &&
               value.typeId() == QMetaType::Bool) {
        wishes.reducedMotion = !value.toBool();
    }
}

void DesktopLook::start()
{
    if (!hasSessionBus())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    qRegisterMetaType<QDBusVariant>(); // or nothing connects before the first message
    bus.connect(portalService, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(takeChange(QString, QString, QDBusVariant)));
    QDBusMessage call =
        QDBusMessage::createMethodCall(portalService, path, interface, QStringLiteral("ReadAll"));
    call << QStringList{appearance, gnomeInterface};
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, patienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusMessage reply = watcher->reply();
        if (reply.type() != QDBusMessage::ReplyMessage ||
            reply.signature() != QLatin1String("a{sa{sv}}"))
            return;
        const auto groups = qdbus_cast<SettingGroups>(reply.arguments().constFirst());
        DesktopWishes wishes = m_wishes;
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            for (auto each = group->cbegin(); each != group->cend(); ++each)
                takeSetting(wishes, group.key(), each.key(), each.value());
        }
        take(wishes);
    });
}

void DesktopLook::takeChange(const QString& group, const QString& key, const QDBusVariant& value)
{
    DesktopWishes wishes = m_wishes;
    takeSetting(wishes, group, key, value.variant());
    take(wishes);
}

void DesktopLook::take(const DesktopWishes& wishes)
{
    if (wishes == m_wishes)
        return;
    m_wishes = wishes;
    Q_EMIT changed(m_wishes);
}

} // namespace cadastre
