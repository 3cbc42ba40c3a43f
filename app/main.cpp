// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The program's entry: nothing but the choice between layout worker, command line and window.
#include "app/cli/command_line.h"
#include "app/window_main.h"
#include "diagram/layout_worker.h"

#include <QGuiApplication>
#include <QLoggingCategory>

#include <clocale>
#include <csignal>
#include <memory>

namespace {

/// Numbers and times of text files do not depend on who runs the program; names do.
void useStableLocale()
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale::c());
}

/// A closed pipe and a file size limit are errors of writing, not reasons to be killed.
void ignoreWriteSignals()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

int runCommand(int argc, char** argv, const QStringList& arguments)
{
    useStableLocale();
    ignoreWriteSignals();
    // the order of hashes shows in the fonts of a PDF
    QHashSeed::setDeterministicGlobalSeed();
    // pictures look the same with and without a display
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* setting : {"QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI"})
        qunsetenv(setting);
    // standard error is for people; what Qt thinks of the environment is not for them
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    const std::unique_ptr<QCoreApplication> application =
        cadastre::commandPaints(arguments) ? std::make_unique<QGuiApplication>(argc, argv)
                                           : std::make_unique<QCoreApplication>(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    return static_cast<int>(cadastre::runCommandLine(arguments));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--layout-worker") == 0)
        return cadastre::runLayoutWorker();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (cadastre::isCommandLine(arguments))
        return runCommand(argc, argv, arguments);
    return cadastre::runWindow(argc, argv);
}
