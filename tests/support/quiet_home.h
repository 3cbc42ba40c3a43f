// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A home of settings in which nothing appears by itself: neither hints of the first run nor the
// panel "Start here". For window tests of something else, whose clicks need a picture that stays.
#pragma once

#include <QDir>
#include <QFile>

namespace cadastre::test {

/// Below XDG_CONFIG_HOME, before the window is made; false where the file cannot be written.
inline bool makeQuietHome()
{
    const QString folder = qEnvironmentVariable("XDG_CONFIG_HOME") + QStringLiteral("/cadastre");
    QFile file(folder + QStringLiteral("/window.ini"));
    return QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) &&
           file.write("[window]\nhints=false\n[startHere]\noffered=false\n") > 0;
}

} // namespace cadastre::test
