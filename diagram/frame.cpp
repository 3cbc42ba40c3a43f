// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/frame.h"

#include <QElapsedTimer>

namespace cadastre {

Frame paintFrame(RasterPainter& painter, const FrameRequest& request)
{
    QElapsedTimer timer;
    timer.start();
    DrawOptions options;
    options.view = request.view.visible(request.size);
    options.scale = request.view.scale();
    options.showViewDependencies = request.showViewDependencies;
    options.comments = request.comments;
    options.changes = request.changes;
    Frame frame;
    frame.image = QImage(request.size * request.pixelRatio, QImage::Format_RGB32);
    painter.paint(frame.image, buildDrawList(*request.scene, *request.emphasis, options),
                  Theme::of(request.dark, request.accent), request.pixelRatio);
    frame.image.setDevicePixelRatio(request.pixelRatio);
    frame.view = request.view;
    frame.number = request.number;
    frame.milliseconds = double(timer.nsecsElapsed()) / 1e6;
    return frame;
}

} // namespace cadastre
