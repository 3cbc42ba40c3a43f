// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SVG: the whole picture through the SVG writer.
#include "diagram/picture.h"
#include "diagram/svg_writer.h"

namespace cadastre {

Result<QByteArray> renderSvg(const DiagramGraph& graph, const DiagramLayout& layout,
                             const RenderOptions& options)
{
    const auto picture = makePicture(graph, layout, options);
    if (!picture)
        return picture.error();
    return SvgWriter(picture->scene, picture->list, Theme::of(options.dark))
        .write(picture->size(options.scale), options.title);
}

} // namespace cadastre
