// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// FrameWorker: paints frames on a thread of its own, the newest request only. For views that take
// longer than a screen refresh.
#pragma once

#include "diagram/frame.h"

#include <QObject>
#include <QThread>

#include <mutex>
#include <optional>

namespace cadastre {

class FrameWorker : public QObject
{
    Q_OBJECT

public:
    explicit FrameWorker(QObject* parent = nullptr);
    /// Waits for the frame that is being painted.
    ~FrameWorker() override;

    /// Replaces a request that has not begun.
    void request(const FrameRequest& request);

Q_SIGNALS:
    void painted(const cadastre::Frame& frame);

private:
    void paintNewest();

    QThread m_thread;
    QObject* m_context;                       ///< lives on the thread
    std::unique_ptr<RasterPainter> m_painter; ///< made, used and destroyed on the thread
    std::mutex m_mutex;
    std::optional<FrameRequest> m_pending;
};

} // namespace cadastre
