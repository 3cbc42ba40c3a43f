// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/window_main.h"

#include "app/cli/command_line.h"
#include "app/cli/timings.h"
#include "app/main_window.h"
#include "app/session_desk.h"
#include "app/translation.h"
#include "model/sql/database_address.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSocketNotifier>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <ctime>

#include <sys/eventfd.h>
#include <unistd.h>

namespace cadastre {

namespace {

struct WindowArguments
{
    QStringList databases;
    QString workspace;
    QString sshHost;
    bool newWindow = false;
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
        else if (words[i] == QLatin1String("--ssh") && i + 1 < words.size())
            arguments.sshHost = words[++i];
        else if (words[i] == QLatin1String("--new-window"))
            arguments.newWindow = true;
        else if (words[i] != QLatin1String("--"))
            arguments.databases << words[i];
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

/// Through this SSH host, as a person would write it for one database.
QStringList addressesOf(const WindowArguments& arguments)
{
    QStringList addresses;
    for (const QString& database : arguments.databases)
        addresses << (arguments.sshHost.isEmpty()
                          ? database
                          : QStringLiteral("%1 (ssh %2)").arg(database, arguments.sshHost));
    return addresses;
}

/// Another window has it open and comes to the front: there is nothing to do here.
bool isRaisedElsewhere(const WindowArguments& arguments, const QStringList& addresses)
{
    if (arguments.newWindow)
        return false;
    if (!arguments.workspace.isEmpty())
        return WindowInstance::raiseOther(arguments.workspace);
    if (addresses.size() != 1)
        return false;
    const Result<DatabaseAddress> address = parseDatabaseAddress(addresses.first());
    return address && WindowInstance::raiseOther(address->displayText());
}

int endEvent = -1;

/// The desktop ends, or a terminal: that is no crash, and nothing is asked at the next start.
void endProperly(QApplication& application)
{
    endEvent = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    for (const int signal : {SIGTERM, SIGHUP, SIGINT})
        std::signal(signal, [](int) {
            const std::uint64_t one = 1;
            (void)!write(endEvent, &one, sizeof one);
        });
    auto* notifier = new QSocketNotifier(endEvent, QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QApplication::quit);
}

void openArguments(MainWindow& window, const WindowArguments& arguments,
                   const QStringList& addresses)
{
    auto* session = window.findChild<SessionDesk*>();
    session->setNewWindow(true); // it was asked for, or nobody else has it open
    if (!arguments.workspace.isEmpty())
        window.openWorkspace(arguments.workspace);
    else if (!addresses.isEmpty())
        window.openFlow()->openAddresses(addresses);
    else {
        session->setNewWindow(false);
        session->offerEnded();
    }
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
    const QStringList addresses = addressesOf(arguments);
    if (std::ranges::any_of(addresses, isRefused))
        return static_cast<int>(ExitStatus::NotDone);
    if (isRaisedElsewhere(arguments, addresses))
        return static_cast<int>(ExitStatus::Done);
    endProperly(application);
    MainWindow window;
    if (arguments.timings)
        printTimings(window, clock);
    openArguments(window, arguments, addresses);
    window.show();
    return QApplication::exec();
}

} // namespace cadastre
