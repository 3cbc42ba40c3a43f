// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/kept_places_desk.h"

#include "app/workspace_flow.h"

#include <QTimer>

namespace cadastre {

namespace {

constexpr int keepPlacesAfterMs = 1500;

} // namespace

KeptPlacesDesk::KeptPlacesDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
    , m_keepTimer(new QTimer(this))
{
    m_keepTimer->setSingleShot(true);
    m_keepTimer->setInterval(keepPlacesAfterMs);
    connect(m_keepTimer, &QTimer::timeout, this, &KeptPlacesDesk::keep);
    connect(m_parts.diagram, &DiagramController::placementsChanged, this, [this] {
        if (m_shown)
            m_keepTimer->start();
    });
}

/// The diagram still has what was open before.
void KeptPlacesDesk::takeFacts(FactsChange change)
{
    if (change == FactsChange::Refreshed)
        return;
    keepNow();
    m_shown = false;
    m_path = keptPlacesPath(m_parts.sources->sources());
    if (change == FactsChange::Opened)
        m_parts.diagram->setKeptPlaces({m_path, m_parts.workspace->path().isEmpty()});
}

void KeptPlacesDesk::takePicture(const DiagramPicture& picture)
{
    m_catalog = picture.request.facts.catalog;
    m_shown = true;
    m_keepTimer->start();
}

KeptPlaces KeptPlacesDesk::current() const
{
    return keptPlacesOf(m_parts.diagram->placements(), m_parts.diagram->homes(), *m_catalog);
}

/// What cannot be kept is laid out as well as it can next time; nobody has to be told.
void KeptPlacesDesk::keep()
{
    if (!m_shown || m_path.isEmpty())
        return;
    m_job.start([path = m_path,
                 kept = current()](const std::atomic_bool&) { return writeKeptPlaces(path, kept); },
                [](const Result<Nothing>&) {});
}

/// At once: what is open goes.
void KeptPlacesDesk::keepNow()
{
    const bool isWaiting = m_keepTimer->isActive();
    m_keepTimer->stop();
    m_job.wait();
    if (isWaiting && m_shown && !m_path.isEmpty())
        (void)writeKeptPlaces(m_path, current());
}

void KeptPlacesDesk::leave()
{
    m_parts.diagram->disconnect(this);
    keepNow();
}

} // namespace cadastre
