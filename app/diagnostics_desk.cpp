// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/diagnostics_desk.h"

#include "app/main_window.h"
#include "widgets/diagnostics_dialog.h"
#include "widgets/icons.h"

#include <QAction>
#include <QMenu>

namespace cadastre {

namespace {

constexpr std::size_t keptMessages = 50;

DiagnosticSource diagnosticSource(const LoadedSource& loaded)
{
    const CatalogObjects& objects = loaded.part->objects;
    const Source& read = loaded.part->source();
    DiagnosticSource source;
    source.name = read.location;
    source.engine = engineName(read.engine) + QLatin1Char(' ') + read.serverVersion;
    source.tables = static_cast<qsizetype>(objects.tables.size());
    source.columns = static_cast<qsizetype>(objects.columns.size());
    for (const KindReport& report : read.kinds) {
        if (report.state == ReadState::PartlyRead || report.state == ReadState::NotRead)
            source.incomplete << catalogKindName(report.kind);
    }
    for (const PhaseTiming& timing : loaded.timings)
        source.timings.emplace_back(timing.phase, timing.milliseconds);
    return source;
}

} // namespace

DiagnosticsDesk::DiagnosticsDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_window(parts.window)
    , m_sources(parts.sources)
    , m_show(new QAction(themedIcon(QStringLiteral("info")), tr("&Diagnostics…"), parts.window))
{
    m_show->setToolTip(tr("Versions, timings and the last messages, for a report"));
    m_show->setStatusTip(m_show->toolTip());
    m_window->addAction(m_show);
    connect(m_show, &QAction::triggered, this, &DiagnosticsDesk::show);
    connect(m_window->messageBar(), &MessageBar::messageShown, this, &DiagnosticsDesk::keep);
}

void DiagnosticsDesk::fillMenus(const WindowMenus& menus)
{
    menus.help->addAction(m_show);
}

Diagnostics DiagnosticsDesk::diagnostics() const
{
    Diagnostics all;
    all.environment = diagnosticEnvironment();
    for (const LoadedSource& source : m_sources->sources())
        all.sources.push_back(diagnosticSource(source));
    all.messages.assign(m_messages.begin(), m_messages.end());
    return all;
}

void DiagnosticsDesk::keep(const Message& message)
{
    m_messages.push_back(
        {QDateTime::currentDateTimeUtc(), message.level, message.topic, message.text});
    if (m_messages.size() > keptMessages)
        m_messages.pop_front();
}

void DiagnosticsDesk::show()
{
    const Diagnostics all = diagnostics();
    auto* dialog =
        new DiagnosticsDialog(diagnosticsText(all, false), diagnosticsText(all, true), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace cadastre
