// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Draws the pictures and names their files; see the header.
#include "app/boundary_report_files.h"

#include "diagram/boundary_pictures.h"
#include "model/export/boundary_report.h"

#include <QDir>
#include <QFileInfo>

namespace cadastre {

namespace {

/// Pictures of more tables would be larger than the rest of the report.
constexpr std::size_t mostTablesOfMap = 600;
constexpr std::size_t mostTablesOfBoundaryPicture = 80;

class ReportPictures
{
public:
    ReportPictures(const BoundaryReportSource& source, const std::atomic_bool& cancelled)
        : m_source(source)
        , m_cancelled(cancelled)
    {
        BoundaryPicture picture;
        picture.boundaries = source.boundaries;
        picture.ownership = source.check.ownership;
        picture.crossings = source.check.crossings;
        m_drawing = {source.catalog,
                     source.relationships,
                     std::make_shared<const BoundaryPicture>(std::move(picture)),
                     {}};
        m_options.filter.minimumConfidence = source.minimumConfidence;
    }

    /// By name of boundary, the map under the empty name; what cannot be drawn is left out.
    [[nodiscard]] std::map<QString, QByteArray> all() const
    {
        std::map<QString, QByteArray> pictures;
        if (m_source.catalog->objects().tables.size() <= mostTablesOfMap) {
            if (const auto map = renderBoundaryMapSvg(m_drawing, m_options, m_cancelled))
                pictures[QString()] = *map;
        }
        const std::vector<QString>& names = m_source.check.ownership.names;
        for (std::size_t i = 0; i < names.size() && !m_cancelled; ++i) {
            if (const QByteArray svg = ofBoundary(static_cast<BoundaryIndex>(i)); !svg.isEmpty())
                pictures[names[i]] = svg;
        }
        return pictures;
    }

private:
    [[nodiscard]] QByteArray ofBoundary(BoundaryIndex boundary) const
    {
        const std::size_t tables =
            boundaryNeighbourhood(*m_source.catalog, m_source.check.ownership,
                                  m_source.check.crossings, boundary)
                .size();
        if (tables > mostTablesOfBoundaryPicture)
            return {};
        const auto svg = renderBoundarySvg(m_drawing, boundary, m_options, m_cancelled);
        return svg ? *svg : QByteArray();
    }

    const BoundaryReportSource& m_source;
    const std::atomic_bool& m_cancelled;
    BoundaryDrawing m_drawing;
    RenderOptions m_options;
};

/// "report-map.svg", "report-1.svg": beside the report, by the number of the boundary.
QString pictureFileName(const BoundaryReportSource& source, const QString& name,
                        const QString& reportPath)
{
    const auto index = source.check.ownership.indexOf(name);
    return QStringLiteral("%1-%2.svg")
        .arg(QFileInfo(reportPath).completeBaseName(),
             index ? QString::number(*index + 1) : QStringLiteral("map"));
}

} // namespace

std::vector<ReportFile> boundaryReportFiles(const BoundaryReportSource& source, ReportFormat format,
                                            const QString& path, const std::atomic_bool& cancelled)
{
    BoundaryReportInput input{
        *source.catalog, *source.relationships, source.uses, source.boundaries,
        source.check,    source.title,          {},          {}};
    const bool hasPictures = format == ReportFormat::Html || path != QLatin1String("-");
    if (hasPictures)
        input.pictures = ReportPictures(source, cancelled).all();
    if (format == ReportFormat::Html)
        return {{path, boundaryReportHtml(input)}};
    std::vector<ReportFile> files;
    for (const auto& [name, svg] : input.pictures) {
        const QString fileName = pictureFileName(source, name, path);
        input.pictureFiles[name] = fileName;
        files.push_back({QFileInfo(path).dir().filePath(fileName), svg});
    }
    files.insert(files.begin(), {path, boundaryReportMarkdown(input)});
    return files;
}

} // namespace cadastre
