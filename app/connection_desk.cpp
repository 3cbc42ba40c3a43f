// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/connection_desk.h"

#include "app/action_need.h"
#include "app/apply_flow.h"
#include "app/data_check_flow.h"
#include "app/main_window.h"
#include "widgets/catalog_panel.h"
#include "widgets/icons.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QStatusBar>
#include <QToolButton>

namespace cadastre {

namespace {

IconTone toneOf(SourceLink link)
{
    if (link == SourceLink::NotConnected)
        return IconTone::Warning;
    return link == SourceLink::Connected ? IconTone::Success : IconTone::Text;
}

} // namespace

ConnectionDesk::ConnectionDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_window(parts.window)
    , m_sources(parts.sources)
    , m_states(new ConnectionStates(parts.sources, this))
    , m_reconnect(
          new QAction(themedIcon(QStringLiteral("connected")), tr("Reco&nnect"), parts.window))
    , m_status(new QToolButton(parts.window))
{
    m_reconnect->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+F5")));
    m_reconnect->setToolTip(tr("Connect again to what does not answer, and read it (%1)")
                                .arg(m_reconnect->shortcut().toString(QKeySequence::NativeText)));
    m_reconnect->setStatusTip(tr("Connect again to what does not answer, and read it"));
    m_reconnect->setEnabled(false);
    setNeed({m_reconnect}, tr("no server is open, and files need no connection"));
    parts.window->addAction(m_reconnect);
    m_status->setObjectName(QStringLiteral("connectionState"));
    m_status->setAutoRaise(true);
    m_status->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_status->setFocusPolicy(Qt::TabFocus);
    m_status->hide();
    parts.window->statusBar()->addPermanentWidget(m_status);
    parts.window->installEventFilter(this);
    connect(m_reconnect, &QAction::triggered, this, &ConnectionDesk::reconnect);
    connect(m_status, &QToolButton::clicked, this, &ConnectionDesk::reconnect);
    connect(m_states, &ConnectionStates::changed, this, &ConnectionDesk::show);
    connect(m_states, &ConnectionStates::lost, this, &ConnectionDesk::tellLost);
    connect(m_states, &ConnectionStates::foundAgain, this, [this](const QStringList& names) {
        Q_EMIT message({MessageTopic::Connection,
                        MessageLevel::Info,
                        tr("Connected again: %1.").arg(names.join(QStringLiteral(", "))),
                        {},
                        {}});
    });
}

void ConnectionDesk::fillMenus(const WindowMenus& menus)
{
    const QList<QAction*> actions = menus.file->actions();
    QAction* close = actions.size() > 1 ? actions[actions.size() - 2] : nullptr;
    menus.file->insertAction(close, m_reconnect);
}

void ConnectionDesk::fillPanels(const DeskPanels& panels)
{
    m_catalog = panels.catalog;
    watchWork();
    show();
}

/// What else talks to servers learns of a lost connection first.
void ConnectionDesk::watchWork()
{
    if (auto* checks = m_window->findChild<DataCheckFlow*>()) {
        connect(checks, &DataCheckFlow::failed, this, [this](const Error& error) {
            if (error.kind == ErrorKind::Other)
                doubt({}, false);
        });
        connect(checks, &DataCheckFlow::finished, this,
                [this](int /*checked*/, int notChecked) { doubt({}, notChecked == 0); });
    }
    if (auto* writing = m_window->findChild<ApplyFlow*>()) {
        connect(writing, &ApplyFlow::reported, this, [this](const ApplyReport& report) {
            doubt(report.source, report.failure.isEmpty());
        });
        connect(writing, &ApplyFlow::planned, this, [this, writing] {
            for (const PendingSource& source : writing->state().sources) {
                if (source.planned || !source.planProblem.isEmpty())
                    doubt(source.name, source.planProblem.isEmpty());
            }
        });
    }
}

/// A source (empty: one of them) did what was asked of it, or failed: where that does not fit what
/// is known, servers are asked.
void ConnectionDesk::doubt(const QString& source, bool answered)
{
    const QStringList wrong =
        m_states->namesOf(answered ? SourceLink::NotConnected : SourceLink::Connected);
    if (source.isEmpty() ? !wrong.isEmpty() : wrong.contains(source))
        m_states->askNow();
}

void ConnectionDesk::takeFacts(FactsChange change)
{
    m_states->takeFacts(change);
}

void ConnectionDesk::reconnect()
{
    const QStringList lost = m_states->namesOf(SourceLink::NotConnected);
    m_sources->refresh(lost.isEmpty() ? m_states->servers() : lost);
}

bool ConnectionDesk::answer(MessageTopic topic, bool /*other*/)
{
    if (topic != MessageTopic::Connection)
        return false;
    reconnect();
    return true;
}

void ConnectionDesk::leave()
{
    m_window->removeEventFilter(this);
    m_sources->disconnect(m_states);
    m_states->disconnect(this);
}

bool ConnectionDesk::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::WindowActivate)
        m_states->ask(); // somebody comes back to it
    return Desk::eventFilter(watched, event);
}

SourceState ConnectionDesk::worst() const
{
    const QStringList servers = m_states->servers();
    SourceState worst{SourceLink::Connected, {}, {}};
    for (const auto& [name, state] : m_states->states()) {
        if (!servers.contains(name))
            continue;
        if (state.link == SourceLink::NotConnected || worst.link != SourceLink::NotConnected)
            worst = state.link == SourceLink::Connected ? worst : state;
    }
    return worst;
}

void ConnectionDesk::show()
{
    const QStringList servers = m_states->servers();
    m_reconnect->setEnabled(!servers.isEmpty());
    m_status->setVisible(!servers.isEmpty());
    const SourceLink link = worst().link;
    const QStringList lost = m_states->namesOf(SourceLink::NotConnected);
    const QString text = lost.isEmpty() || servers.size() == 1
                             ? linkWord(link)
                             : tr("%1: %2").arg(linkWord(link), lost.join(QStringLiteral(", ")));
    m_status->setText(m_status->fontMetrics().elidedText(text, Qt::ElideRight, 260));
    m_status->setIcon(themedIcon(linkIcon(link), toneOf(link)));
    m_status->setAccessibleName(text);
    QStringList lines;
    std::map<QString, TreeSourceNote> notes;
    for (const auto& [name, state] : m_states->states()) {
        const QString explanation = linkExplanation(name, state);
        lines << explanation;
        notes[name] = {state.link == SourceLink::File ? QString() : linkWord(state.link),
                       state.link == SourceLink::File
                           ? QIcon()
                           : themedIcon(linkIcon(state.link), toneOf(state.link)),
                       explanation};
    }
    lines << tr("Press to connect again (%1).")
                 .arg(m_reconnect->shortcut().toString(QKeySequence::NativeText));
    m_status->setToolTip(lines.join(QLatin1Char('\n'))
                             .toHtmlEscaped()
                             .replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    m_status->setAccessibleDescription(lines.join(QLatin1Char('\n')));
    if (m_catalog)
        m_catalog->model()->setSourceNotes(notes);
}

void ConnectionDesk::tellLost()
{
    const QStringList lost = m_states->namesOf(SourceLink::NotConnected);
    if (lost.isEmpty())
        return;
    QStringList details;
    for (const QString& name : lost)
        details << linkExplanation(name, m_states->states().at(name));
    const QString names = lost.join(QStringLiteral(", "));
    const QString reason = m_states->states().at(lost.front()).reason;
    Q_EMIT message(
        {MessageTopic::Connection, MessageLevel::Warning,
         tr("Not connected to %1: %2 Everything that you see and staged stays.").arg(names, reason),
         details.join(QLatin1Char('\n')), tr("&Reconnect")});
}

} // namespace cadastre
