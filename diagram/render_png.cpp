// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PNG: the whole picture through the raster back end.
#include "diagram/picture.h"
#include "diagram/raster.h"

#include <QBuffer>

#include <cmath>

namespace cadastre {

namespace {

constexpr double maxPixels = 300e6;
constexpr double maxSide = 32000; ///< painters and many viewers stop at 32,767

Error tooLarge(const QSizeF& size, double scale)
{
    const double bySide = maxSide / std::max(size.width(), size.height());
    const double byArea = std::sqrt(maxPixels / (size.width() * size.height()));
    const double largest = std::floor(scale * std::min(bySide, byArea) * 1000) / 1000;
    return {QStringLiteral("A picture of %1 by %2 pixels is too large for PNG; the largest scale "
                           "that fits is %3, and SVG has no limit.")
                .arg(qint64(size.width()))
                .arg(qint64(size.height()))
                .arg(largest),
            {}};
}

} // namespace

Result<QByteArray> renderPng(const DiagramGraph& graph, const DiagramLayout& layout,
                             const RenderOptions& options)
{
    auto picture = makePicture(graph, layout, options);
    if (!picture)
        return picture.error();
    const QSizeF size = picture->size(options.scale);
    if (size.width() > maxSide || size.height() > maxSide ||
        size.width() * size.height() > maxPixels)
        return tooLarge(size, options.scale);
    QImage image(size.toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    if (image.isNull())
        return Error{QStringLiteral("There is not enough memory for a picture of %1 by %2 pixels.")
                         .arg(qint64(size.width()))
                         .arg(qint64(size.height())),
                     {}};
    // Pen widths belong to the picture, so the scale acts as a pixel ratio.
    RasterPainter().paint(image, picture->list, Theme::of(options.dark), options.scale);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return Error{QStringLiteral("The picture could not be written as PNG."), {}};
    return bytes;
}

} // namespace cadastre
