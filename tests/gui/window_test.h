// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The main function of tests of the whole window. Like the program, it is its own layout worker:
// without one every picture would wait for the worker's time-out and fall back to a grid.
#pragma once

#include "diagram/layout_worker.h"

#include <QtTest>

#include <QApplication>

namespace cadastre {

template <typename Test> int runWindowTest(int argc, char** argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--layout-worker") == 0)
        return runLayoutWorker();
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi); // as QTEST_MAIN does
    const QApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace cadastre

// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): main needs a name of its own
#define CADASTRE_WINDOW_TEST(Test)                                                                 \
    int main(int argc, char** argv)                                                                \
    {                                                                                              \
        return cadastre::runWindowTest<Test>(argc, argv);                                          \
    }
