// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Builds, lays out and renders; see the header.
#include "app/cli/boundaries/pictures.h"

#include "diagram/boundary_pictures.h"
#include "diagram/fonts.h"
#include "diagram/graph_builder.h"
#include "diagram/render.h"

namespace cadastre {

namespace {

/// A map of more tables would be larger than the rest of the report.
constexpr std::size_t mostTablesOfMap = 600;
constexpr std::size_t mostTablesOfPicture = 200;

class PictureMaker
{
public:
    PictureMaker(const BoundariesInput& input, const BoundaryCheck& check)
        : m_input(input)
        , m_check(check)
        , m_relationships(std::make_shared<const std::vector<Relationship>>(input.relationships))
    {
        BoundaryPicture picture;
        picture.boundaries = input.boundaries;
        picture.ownership = check.ownership;
        picture.crossings = check.crossings;
        m_picture = std::make_shared<const BoundaryPicture>(std::move(picture));
    }

    /// Empty when there is nothing to draw.
    [[nodiscard]] QByteArray svgOf(std::optional<std::vector<TableId>> tables) const
    {
        GraphOptions options;
        options.tables = std::move(tables);
        options.minimumConfidence = m_input.minimumConfidence;
        options.boundaries = m_picture;
        const DiagramGraph graph =
            buildGraph(m_input.database.catalog, m_relationships, options, diagramBoxMetrics());
        const std::atomic_bool cancelled = false;
        const DiagramLayout layout = layoutDiagram(graph, {}, LayoutReason::First, {}, cancelled);
        RenderOptions render;
        render.filter.minimumConfidence = m_input.minimumConfidence;
        render.lens = QStringLiteral("boundary");
        const Result<QByteArray> svg = renderSvg(graph, layout, render);
        return svg ? *svg : QByteArray();
    }

    [[nodiscard]] std::vector<TableId> neighbourhood(BoundaryIndex boundary) const
    {
        return boundaryNeighbourhood(m_input.catalog(), m_check.ownership, m_check.crossings,
                                     boundary);
    }

private:
    const BoundariesInput& m_input;
    const BoundaryCheck& m_check;
    std::shared_ptr<const std::vector<Relationship>> m_relationships;
    std::shared_ptr<const BoundaryPicture> m_picture;
};

} // namespace

std::map<QString, QByteArray> boundaryPictures(const BoundariesInput& input,
                                               const BoundaryCheck& check)
{
    const PictureMaker maker(input, check);
    std::map<QString, QByteArray> pictures;
    if (input.catalog().objects().tables.size() <= mostTablesOfMap)
        pictures[QString()] = maker.svgOf(std::nullopt);
    for (std::size_t i = 0; i < check.ownership.names.size(); ++i) {
        const std::vector<TableId> tables = maker.neighbourhood(static_cast<BoundaryIndex>(i));
        if (!tables.empty() && tables.size() <= mostTablesOfPicture)
            pictures[check.ownership.names[i]] = maker.svgOf(tables);
    }
    std::erase_if(pictures, [](const auto& picture) { return picture.second.isEmpty(); });
    return pictures;
}

} // namespace cadastre
