// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DesktopLook: what the desktop says of its looks over D-Bus: dark or light, accent, whether
// things may move. It asks the portal (org.freedesktop.portal.Settings) and listens; without a bus
// or a portal it stays silent. What is made of it is in theme.h.
#pragma once

#include <QColor>
#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace cadastre {

struct DesktopWishes
{
    std::optional<bool> dark;     ///< absent: no preference
    std::optional<QColor> accent; ///< absent: none said
    bool reducedMotion = false;

    bool operator==(const DesktopWishes&) const = default;
};

/// Takes one setting of the portal; what is not about looks, or has a strange type, changes
/// nothing.
void takeSetting(DesktopWishes& wishes, const QString& group, const QString& key,
                 const QVariant& value);

class DesktopLook : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Asks and listens; answers come later, as changed(). Never waits.
    void start();
    [[nodiscard]] const DesktopWishes& wishes() const { return m_wishes; }

Q_SIGNALS:
    void changed(const cadastre::DesktopWishes& wishes);

private Q_SLOTS:
    void takeChange(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void take(const DesktopWishes& wishes);

    DesktopWishes m_wishes;
};

} // namespace cadastre
