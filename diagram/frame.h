// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A frame of the canvas: what is to be painted, and the painted image with the view it shows.
#pragma once

#include "diagram/raster.h"
#include "diagram/view_transform.h"

#include <memory>

namespace cadastre {

struct FrameRequest
{
    std::shared_ptr<const DiagramScene> scene;
    std::shared_ptr<const EmphasisMap> emphasis;
    ViewTransform view;
    QSize size; ///< screen pixels, independent of the device
    double pixelRatio = 1;
    bool dark = false;
    bool showViewDependencies = true;
    quint64 number = 0; ///< grows with every change of what is to be seen
    std::shared_ptr<const CommentMarks> comments = nullptr;
    std::shared_ptr<const ChangeMarks> changes = nullptr;
    QRgb accent = 0; ///< the desktop's; 0 for our own
};

struct Frame
{
    QImage image; ///< its devicePixelRatio is set
    ViewTransform view;
    quint64 number = 0;
    double milliseconds = 0; ///< that painting took
};

Frame paintFrame(RasterPainter& painter, const FrameRequest& request);

} // namespace cadastre
