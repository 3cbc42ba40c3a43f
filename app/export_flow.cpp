// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/export_flow.h"

#include "model/replace_file.h"

#include <QFileInfo>

namespace cadastre {

namespace {

Result<QByteArray> render(const PictureExport& picture, PictureFormat format)
{
    switch (format) {
    case PictureFormat::Svg:
        return renderSvg(*picture.graph, picture.layout, picture.options);
    case PictureFormat::Png:
        return renderPng(*picture.graph, picture.layout, picture.options);
    case PictureFormat::Pdf:
        return renderPdf(*picture.graph, picture.layout, picture.options);
    case PictureFormat::Dot:
        return renderDot(*picture.graph, picture.layout, picture.options);
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<PictureFormat> pictureFormat(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("svg"))
        return PictureFormat::Svg;
    if (ending == QLatin1String("png"))
        return PictureFormat::Png;
    if (ending == QLatin1String("pdf"))
        return PictureFormat::Pdf;
    if (ending == QLatin1String("dot") || ending == QLatin1String("gv"))
        return PictureFormat::Dot;
    return std::nullopt;
}

Result<Nothing> exportPicture(const PictureExport& picture, const QString& path)
{
    const auto format = pictureFormat(path);
    if (!format) {
        return Error{ExportFlow::tr("%1 was not written: the name must end in .svg, .png, .pdf or "
                                    ".dot.")
                         .arg(QFileInfo(path).fileName()),
                     path};
    }
    const Result<QByteArray> bytes = render(picture, *format);
    if (!bytes)
        return bytes.error();
    return replaceFile(path, *bytes);
}

void ExportFlow::exportTo(const PictureExport& picture, const QString& path)
{
    Q_EMIT started();
    m_job.start([picture, path](const std::atomic_bool&) { return exportPicture(picture, path); },
                [this, path](const Result<Nothing>& result) {
                    Q_EMIT ended();
                    if (result)
                        Q_EMIT message({MessageTopic::Export,
                                        MessageLevel::Info,
                                        tr("Exported to %1.").arg(path),
                                        {},
                                        {}});
                    else
                        Q_EMIT message({MessageTopic::Export,
                                        MessageLevel::Error,
                                        result.error().message,
                                        result.error().detail,
                                        {}});
                });
}

} // namespace cadastre
