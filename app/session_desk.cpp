// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/session_desk.h"

#include "app/main_window.h"
#include "app/recent_databases.h"

#include <QFileInfo>
#include <QLocale>
#include <QTimer>

namespace cadastre {

namespace {

constexpr int keepSessionAfterMs = 800;
constexpr int soundAfterMs = 60000; ///< what runs as long as this did not end by being opened

QString keyText(const Catalog& catalog, std::optional<ObjectRef> object)
{
    return object ? catalog.keyOf(*object).toString() : QString();
}

std::optional<ObjectRef> objectOf(const Catalog& catalog, const QString& text)
{
    const Result<ObjectKey> key = ObjectKey::fromString(text);
    return key ? catalog.find(*key) : std::nullopt;
}

} // namespace

SessionDesk::SessionDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
    , m_keepTimer(new QTimer(this))
{
    m_keepTimer->setSingleShot(true);
    m_keepTimer->setInterval(keepSessionAfterMs);
    connect(m_keepTimer, &QTimer::timeout, this, &SessionDesk::keep);
    connect(m_parts.workspace, &WorkspaceFlow::titleChanged, this, &SessionDesk::keepSoon);
    connect(&m_instance, &WindowInstance::raiseRequested, m_parts.window, [window = parts.window] {
        window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
        window->show();
        window->raise();
        window->activateWindow();
    });
}

void SessionDesk::leave()
{
    m_keepTimer->stop();
    m_parts.workspace->disconnect(this);
    m_instance.disconnect(m_parts.window);
    m_instance.setOpen({});
}

QString SessionDesk::shown() const
{
    const auto& sources = m_parts.sources->sources();
    if (!m_parts.workspace->path().isEmpty())
        return m_parts.workspace->path();
    return sources.size() == 1 ? recentAddress(sources.front().request.address) : QString();
}

SessionState SessionDesk::current() const
{
    SessionState state;
    state.workspace = m_parts.workspace->path();
    if (state.workspace.isEmpty()) {
        for (const LoadedSource& source : m_parts.sources->sources())
            state.addresses << recentAddress(source.request.address);
    }
    const Catalog& catalog = *m_parts.diagram->facts().catalog;
    state.selected = keyText(catalog, m_parts.diagram->selected());
    const DiagramView& view = m_parts.diagram->view();
    state.focus = view.focus ? view.focus->toString() : QString();
    state.depth = view.depth;
    if (!state.isEmpty())
        state.panels = m_parts.window->saveState(MainWindow::windowStateVersion);
    return state;
}

void SessionDesk::keep()
{
    m_instance.setOpen(shown());
    if (m_restoring)
        return;
    const SessionState state = current();
    takeOwnAnswer(state);
    m_mark.write(state);
}

/// Who opened it without being asked again has answered.
void SessionDesk::takeOwnAnswer(const SessionState& state)
{
    if (!m_ended || state.isEmpty() || state.workspace != m_ended->state.workspace ||
        state.addresses != m_ended->state.addresses)
        return;
    SessionMark::forget(*m_ended);
    m_ended.reset();
    m_parts.window->messageBar()->clearTopic(MessageTopic::Crashed);
}

void SessionDesk::keepSoon()
{
    m_keepTimer->start();
}

void SessionDesk::takeFacts(FactsChange /*change*/)
{
    m_instance.setOpen(shown());
    keepSoon();
}

void SessionDesk::takePicture(const DiagramPicture& /*picture*/)
{
    restoreView();
    keepSoon();
}

void SessionDesk::takeSelection(std::optional<ObjectRef> /*object*/)
{
    keepSoon();
}

bool SessionDesk::isShownElsewhere(const QString& addressOrPath)
{
    if (std::exchange(m_newWindow, false) || addressOrPath == m_instance.open() ||
        !WindowInstance::raiseOther(addressOrPath))
        return false;
    Q_EMIT message({MessageTopic::Workspace,
                    MessageLevel::Info,
                    tr("%1 is open in another window, which is in front now.")
                        .arg(recentEntry(addressOrPath).title),
                    {},
                    {}});
    return true;
}

void SessionDesk::offerEnded()
{
    m_ended = SessionMark::findEnded();
    if (m_ended && !SessionMark::claim(*m_ended))
        m_ended.reset();
    if (!m_ended)
        return;
    const SessionState& state = m_ended->state;
    const QString what =
        recentEntry(state.workspace.isEmpty() ? state.addresses.value(0) : state.workspace).title;
    const QString when = QLocale().toString(m_ended->lastWritten, QLocale::ShortFormat);
    Message offer;
    offer.topic = MessageTopic::Crashed;
    offer.level = MessageLevel::Warning;
    offer.text = m_ended->isRepeated()
                     ? tr("Cadastre ended again soon after %1 was opened (%2). Open it once more?")
                           .arg(what, when)
                     : tr("Cadastre did not end properly (%2). Open %1 again?").arg(what, when);
    offer.detail = tr("What was staged and what was not saved is kept on disk and offered when it "
                      "is open.");
    offer.action = tr("&Open again");
    offer.otherAction = tr("&No");
    Q_EMIT message(offer);
}

bool SessionDesk::answer(MessageTopic topic, bool other)
{
    if (topic != MessageTopic::Crashed)
        return false;
    if (!m_ended)
        return true;
    SessionMark::forget(*m_ended);
    if (other) {
        offerEnded(); // what another window had open; else waits for the next one
        return true;
    }
    openAgain();
    m_ended.reset();
    return true;
}

void SessionDesk::openAgain()
{
    m_mark.setAfterCrash(true);
    QTimer::singleShot(soundAfterMs, this, [this] {
        m_mark.setAfterCrash(false);
        keep();
    });
    m_restoring = m_ended->state;
    if (m_restoring->workspace.isEmpty())
        m_parts.window->openFlow()->openAddresses(m_restoring->addresses);
    else
        m_parts.window->openWorkspace(m_restoring->workspace);
}

/// With the first picture of what was opened again.
void SessionDesk::restoreView()
{
    if (!m_restoring)
        return;
    const SessionState state = *std::exchange(m_restoring, std::nullopt);
    if (!state.panels.isEmpty())
        m_parts.window->restoreState(state.panels, MainWindow::windowStateVersion);
    const Catalog& catalog = *m_parts.diagram->facts().catalog;
    if (const auto focus = objectOf(catalog, state.focus)) {
        m_parts.diagram->focusOn(*focus);
        m_parts.diagram->setDepth(std::max(1, state.depth));
    }
    if (const auto selected = objectOf(catalog, state.selected))
        m_parts.diagram->reveal(*selected);
}

} // namespace cadastre
