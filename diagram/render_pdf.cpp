// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PDF: the whole picture on one page with real text. QPdfWriter writes the present time and a
// random identifier; both are replaced by constants of the same length, so that the file's offsets
// stay right and the same picture gives the same bytes.
#include "diagram/picture.h"
#include "diagram/vector_painter.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <cctype>
#include <cmath>

namespace cadastre {

namespace {

constexpr double pointsPerPixel = 0.75;
constexpr double maxPagePoints = 14400; ///< PDF 1.4, appendix C
constexpr int resolution = 1200;

Error pageTooLarge(const QSizeF& points, double scale)
{
    const double longest = std::max(points.width(), points.height());
    const double largest = std::floor(scale * maxPagePoints / longest * 1000) / 1000;
    return {QStringLiteral("A picture of %1 by %2 points is too large for a page of PDF; the "
                           "largest scale that fits is %3, and SVG has no limit.")
                .arg(qint64(points.width()))
                .arg(qint64(points.height()))
                .arg(largest),
            {}};
}

/// Every match keeps its length: digits and hexadecimal letters become zeros.
void neutralise(QByteArray& bytes, const QByteArray& begin, char end)
{
    for (qsizetype at = bytes.indexOf(begin); at >= 0; at = bytes.indexOf(begin, at + 1)) {
        const qsizetype stop = bytes.indexOf(end, at + begin.size());
        for (qsizetype i = at + begin.size(); i < stop; ++i)
            if (std::isxdigit(static_cast<unsigned char>(bytes[i])))
                bytes[i] = '0';
    }
}

} // namespace

Result<QByteArray> renderPdf(const DiagramGraph& graph, const DiagramLayout& layout,
                             const RenderOptions& options)
{
    const auto picture = makePicture(graph, layout, options);
    if (!picture)
        return picture.error();
    const QSizeF points = picture->size(options.scale) * pointsPerPixel;
    if (points.width() > maxPagePoints || points.height() > maxPagePoints)
        return pageTooLarge(points, options.scale);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_4);
    writer.setCreator(QStringLiteral("Cadastre"));
    writer.setTitle(options.title);
    writer.setResolution(resolution);
    writer.setPageSize(
        QPageSize(points.expandedTo({1, 1}), QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{QStringLiteral("The picture could not be written as PDF."), {}};
    const double factor = resolution / 72.0 * pointsPerPixel * options.scale;
    painter.scale(factor, factor);
    painter.translate(-picture->list.view.topLeft());
    paintVector(painter, picture->list, Theme::of(options.dark));
    painter.end();
    neutralise(bytes, "/CreationDate (D:", ')');
    neutralise(bytes, "/ID [ <", ']');
    return bytes;
}

} // namespace cadastre
