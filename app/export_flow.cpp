// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/export_flow.h"

#include "model/replace_file.h"

#include <QFileDialog>
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

ExportFlow::ExportFlow(QWidget* window, Settings* settings)
    : QObject(window)
    , m_window(window)
    , m_settings(settings)
{
}

void ExportFlow::exportAs(const PictureExport& picture, const QString& suggestedName)
{
    auto* dialog = new QFileDialog(m_window, tr("Export the diagram"), m_settings->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("SVG picture (*.svg)"), tr("PNG picture (*.png)"),
                            tr("PDF document (*.pdf)"), tr("Graphviz text (*.dot)")});
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    dialog->selectFile(suggestedName);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString& path) {
        m_settings->setFolder(QFileInfo(path).path());
        exportTo(picture, path);
    });
    dialog->open();
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
