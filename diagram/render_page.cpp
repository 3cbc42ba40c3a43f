// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/render_page.h"

#include "diagram/picture.h"

namespace cadastre {

Result<QByteArray> renderSvgElement(const DiagramGraph& graph, const DiagramLayout& layout,
                                    const RenderOptions& options, const SvgEmbedding& embedding)
{
    const auto picture = makePicture(graph, layout, options);
    if (!picture)
        return picture.error();
    return SvgWriter(picture->scene, picture->list, Theme::light())
        .writeEmbedded(picture->size(options.scale), options.title, embedding);
}

} // namespace cadastre
