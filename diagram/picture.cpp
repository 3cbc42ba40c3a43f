// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/picture.h"

#include "diagram/legend.h"

namespace cadastre {

namespace {

constexpr double pictureMargin = 32;

Error unknownLens(const QString& name)
{
    QStringList names;
    for (const Lens& lens : allLenses())
        names << lens.name;
    return {QStringLiteral("There is no lens \"%1\"; the lenses are %2.")
                .arg(name, names.join(QStringLiteral(", "))),
            {}};
}

} // namespace

Result<Picture> makePicture(const DiagramGraph& graph, const DiagramLayout& layout,
                            const RenderOptions& options)
{
    const auto lens = lensByName(options.lens);
    if (!lens)
        return unknownLens(options.lens);
    if (!(options.scale > 0))
        return Error{QStringLiteral("The scale of a picture must be greater than 0."), {}};
    Picture picture;
    picture.scene = DiagramScene(std::make_shared<const DiagramGraph>(graph), layout,
                                 std::make_shared<const LensResult>(lens->apply(graph)));
    picture.scene.setFilter(options.filter);
    DrawOptions draw;
    draw.view =
        layout.bounds.adjusted(-pictureMargin, -pictureMargin, pictureMargin, pictureMargin);
    draw.showViewDependencies = options.showViewDependencies;
    draw.everything = true;
    picture.list = buildDrawList(picture.scene, {}, draw);
    picture.list.view = draw.view;
    addPictureTitle(picture.list, options.title);
    if (options.legend && !graph.nodes.empty())
        addLegend(picture.list, picture.scene.lens(), lens->title);
    return picture;
}

} // namespace cadastre
