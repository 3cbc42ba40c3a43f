// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Golden files: expected texts kept beside the tests. UPDATE_GOLDEN=1 in the environment writes
// what is, instead of comparing; the difference is then read in version control.
#pragma once

#include <QFile>
#include <QString>
#include <QtTest>

namespace cadastre::test {

/// Compares bytes with tests/PATH. The first differing line is named on failure.
inline bool matchesGolden(const QByteArray& actual, const QString& path)
{
    const QString fileName = QStringLiteral(CADASTRE_SOURCE_DIR "/tests/") + path;
    QFile file(fileName);
    if (qEnvironmentVariableIsSet("UPDATE_GOLDEN"))
        return file.open(QIODevice::WriteOnly) && file.write(actual) == actual.size();
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no %s; run with UPDATE_GOLDEN=1.", qPrintable(fileName));
        return false;
    }
    const QByteArray expected = file.readAll();
    if (expected == actual)
        return true;
    const QByteArrayList was = expected.split('\n');
    const QByteArrayList is = actual.split('\n');
    for (qsizetype i = 0; i < qMax(was.size(), is.size()); ++i) {
        if (was.value(i) == is.value(i))
            continue;
        qWarning("%s:%d\n  was: %s\n  is:  %s", qPrintable(path), int(i + 1),
                 was.value(i).constData(), is.value(i).constData());
        break;
    }
    return false;
}

} // namespace cadastre::test
