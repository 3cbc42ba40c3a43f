// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/diagnostics.h"

#include "app/cli/timings.h"
#include "app/theme.h"
#include "model/sql/library_versions.h"

#include <QApplication>
#include <QFontInfo>
#include <QImageReader>
#include <QScreen>
#include <QStyle>
#include <QSysInfo>

namespace cadastre {

namespace {

QString levelWord(MessageLevel level)
{
    switch (level) {
    case MessageLevel::Info:
        return QStringLiteral("info");
    case MessageLevel::Warning:
        return QStringLiteral("warning");
    case MessageLevel::Error:
        break;
    }
    return QStringLiteral("error");
}

QString sourceText(const DiagnosticSource& source, int number, bool names)
{
    QString text = QStringLiteral("source %1: %2, %3 tables and views, %4 columns\n")
                       .arg(number)
                       .arg(source.engine)
                       .arg(source.tables)
                       .arg(source.columns);
    if (names)
        text += QStringLiteral("  name: %1\n").arg(source.name);
    if (!source.incomplete.isEmpty())
        text += QStringLiteral("  not fully read: %1\n")
                    .arg(source.incomplete.join(QStringLiteral(", ")));
    for (const auto& [phase, milliseconds] : source.timings)
        text += QStringLiteral("  %1 %2\n").arg(phase).arg(milliseconds, 0, 'f', 1);
    return text;
}

QString messageText(const DiagnosticMessage& message, bool names)
{
    QString text = QStringLiteral("%1 %2, topic %3")
                       .arg(message.time.toUTC().toString(Qt::ISODate), levelWord(message.level))
                       .arg(static_cast<int>(message.topic));
    if (names)
        text += QStringLiteral(": ") + message.text.simplified();
    return text + QLatin1Char('\n');
}

QString screensText()
{
    QStringList screens;
    for (const QScreen* screen : QGuiApplication::screens()) {
        screens << QStringLiteral("%1x%2 at %3")
                       .arg(screen->size().width())
                       .arg(screen->size().height())
                       .arg(screen->devicePixelRatio());
    }
    return screens.join(QStringLiteral(", "));
}

bool hasSvgIcons()
{
    return QImageReader::supportedImageFormats().contains(QByteArrayLiteral("svg"));
}

} // namespace

QString diagnosticsText(const Diagnostics& diagnostics, bool names)
{
    QString text;
    for (const auto& [what, value] : diagnostics.environment)
        text += what + QStringLiteral(": ") + value + QLatin1Char('\n');
    text += QStringLiteral("\nOpen (milliseconds of the last reading)\n");
    if (diagnostics.sources.empty())
        text += QStringLiteral("nothing\n");
    int number = 0;
    for (const DiagnosticSource& source : diagnostics.sources)
        text += sourceText(source, ++number, names);
    text += QStringLiteral("\nLast messages (UTC)\n");
    if (diagnostics.messages.empty())
        text += QStringLiteral("none\n");
    for (const DiagnosticMessage& message : diagnostics.messages)
        text += messageText(message, names);
    return text;
}

std::vector<std::pair<QString, QString>> diagnosticEnvironment()
{
    const QString none = QStringLiteral("none");
    const QStringList plugIns = sqlPlugIns();
    return {
        {QStringLiteral("Cadastre"), QStringLiteral(CADASTRE_VERSION)},
        {QStringLiteral("Qt"), QStringLiteral("%1, built with %2")
                                   .arg(QLatin1String(qVersion()), QLatin1String(QT_VERSION_STR))},
        {QStringLiteral("Graphviz"), QStringLiteral("built with " CADASTRE_GRAPHVIZ_VERSION)},
        {QStringLiteral("Database libraries"), databaseLibraries().join(QStringLiteral(", "))},
        {QStringLiteral("SQL plug-ins"),
         plugIns.isEmpty() ? none : plugIns.join(QStringLiteral(", "))},
        {QStringLiteral("SVG icons"), hasSvgIcons() ? QStringLiteral("yes") : none},
        {QStringLiteral("System"),
         QStringLiteral("%1, %2, %3")
             .arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(),
                  QSysInfo::currentCpuArchitecture())},
        {QStringLiteral("Platform"),
         QStringLiteral("%1, style %2")
             .arg(QGuiApplication::platformName(), QApplication::style()->objectName())},
        {QStringLiteral("Screens"), screensText()},
        {QStringLiteral("Theme"), isDarkTheme() ? QStringLiteral("dark") : QStringLiteral("light")},
        {QStringLiteral("Font"), QFontInfo(QApplication::font()).family()},
        {QStringLiteral("Locale"), QLocale().name()},
        {QStringLiteral("Peak memory"), QStringLiteral("%1 MiB").arg(peakMemoryMib(), 0, 'f', 0)},
    };
}

} // namespace cadastre
