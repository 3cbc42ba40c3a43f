// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Pictures inside a page of HTML: their tables lead to sections of the page, their colours follow
// its theme. Files of their own are render.h's.
#pragma once

#include "diagram/render.h"
#include "diagram/svg_writer.h"

namespace cadastre {

/// Of options, the theme does not matter: the page has both. Fails as renderSvg().
Result<QByteArray> renderSvgElement(const DiagramGraph& graph, const DiagramLayout& layout,
                                    const RenderOptions& options, const SvgEmbedding& embedding);

} // namespace cadastre
