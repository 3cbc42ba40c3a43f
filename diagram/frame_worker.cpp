// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/frame_worker.h"

namespace cadastre {

FrameWorker::FrameWorker(QObject* parent)
    : QObject(parent)
    , m_context(new QObject)
{
    qRegisterMetaType<Frame>();
    m_context->moveToThread(&m_thread);
    connect(
        &m_thread, &QThread::finished, m_context, [this] { m_painter.reset(); },
        Qt::DirectConnection);
    connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
}

FrameWorker::~FrameWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_pending.reset();
    }
    if (!m_thread.isRunning()) {
        delete m_context;
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

void FrameWorker::request(const FrameRequest& request)
{
    if (!m_thread.isRunning())
        m_thread.start();
    const std::lock_guard lock(m_mutex);
    const bool waiting = m_pending.has_value();
    m_pending = request;
    if (!waiting)
        QMetaObject::invokeMethod(
            m_context, [this] { paintNewest(); }, Qt::QueuedConnection);
}

void FrameWorker::paintNewest()
{
    std::optional<FrameRequest> newest;
    {
        const std::lock_guard lock(m_mutex);
        newest.swap(m_pending);
    }
    if (!newest)
        return;
    if (!m_painter)
        m_painter = std::make_unique<RasterPainter>();
    Q_EMIT painted(paintFrame(*m_painter, *newest));
}

} // namespace cadastre
