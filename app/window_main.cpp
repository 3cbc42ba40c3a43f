// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/window_main.h"

#include "app/cli/command_line.h"
#include "app/cli/timings.h"
#include "app/main_window.h"
#include "app/translation.h"
#include "model/sql/database_address.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <ctime>

namespace cadastre {

namespace {

struct WindowArguments
{
    QString database;
    QString workspace;
    bool timings = false;
};

WindowArguments windowArguments(const QStringList& words)
{
    WindowArguments arguments;
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words[i] == QLatin1String("--timings"))
            arguments.timings = true;
        else if (words[i] == QLatin1String("--workspace") && i + 1 < words.size())
            arguments.workspace = words[++i];
        else if (words[i] != QLatin1String("--"))
            arguments.database = words[i];
    }
    return arguments;
}

/// Milliseconds since the program began: what was spent before `clock` started was computing.
class StartClock
{
public:
    StartClock()
        : m_before(1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC)
    {
        m_timer.start();
    }
    void print(const char* phase) const
    {
        const double now = m_before + static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
        std::fprintf(stderr, "%s %.1f\n", phase, now);
    }

private:
    double m_before;
    QElapsedTimer m_timer;
};

void printTimings(MainWindow& window, const StartClock& clock)
{
    QObject::connect(&window, &MainWindow::firstPainted, &window,
                     [&clock] { clock.print("first_paint"); });
    QObject::connect(&window, &MainWindow::firstDiagramPainted, &window, [&clock] {
        clock.print("first_diagram");
        std::fprintf(stderr, "peak_mib %.0f\n", peakMemoryMib());
    });
}

/// A password on the command line can be read by everybody on the machine: refused as by every
/// command, and nothing is connected.
bool isRefused(const QString& database)
{
    if (splitPassword(database).password.isEmpty())
        return false;
    const Result<DatabaseAddress> address = parseDatabaseAddress(database);
    if (address)
        return false;
    std::fprintf(stderr, "cadastre: %s\n", qPrintable(address.error().message));
    return true;
}

} // namespace

int runWindow(int argc, char** argv)
{
    const StartClock clock;
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QGuiApplication::setApplicationDisplayName(QString());
    QCoreApplication::setApplicationVersion(QStringLiteral(CADASTRE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("cadastre"));
    installTranslations(QLocale());
    const WindowArguments arguments = windowArguments(QCoreApplication::arguments());
    if (isRefused(arguments.database))
        return static_cast<int>(ExitStatus::NotDone);
    MainWindow window;
    if (arguments.timings)
        printTimings(window, clock);
    if (!arguments.workspace.isEmpty())
        window.openWorkspace(arguments.workspace);
    else if (!arguments.database.isEmpty())
        window.openAddress(arguments.database);
    window.show();
    return QApplication::exec();
}

} // namespace cadastre
