// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the settings remember of motion and of hints of the first run.
#include "app/settings.h"

namespace cadastre {

namespace {

constexpr QLatin1String motionKey("window/lessMotion");
constexpr QLatin1String hintsKey("window/seenHints");
constexpr QLatin1String showsHintsKey("window/hints");

} // namespace

bool Settings::reducesMotion() const
{
    return m_settings.value(motionKey, false).toBool();
}

void Settings::setReducesMotion(bool reduced)
{
    m_settings.setValue(motionKey, reduced);
    keepPrivate();
}

QStringList Settings::seenHints() const
{
    return m_settings.value(hintsKey).toStringList();
}

void Settings::addSeenHint(const QString& name)
{
    QStringList names = seenHints();
    if (names.contains(name))
        return;
    names << name;
    m_settings.setValue(hintsKey, names);
    keepPrivate();
}

void Settings::forgetSeenHints()
{
    m_settings.remove(hintsKey);
    keepPrivate();
}

bool Settings::showsHints() const
{
    return m_settings.value(showsHintsKey, true).toBool();
}

} // namespace cadastre
