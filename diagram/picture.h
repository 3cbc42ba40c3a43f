// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What every picture file shares: the whole diagram as one draw list with title and legend, and the
// limits of size.
#pragma once

#include "diagram/draw_list.h"
#include "diagram/render.h"

namespace cadastre {

struct Picture
{
    DiagramScene scene;
    DrawList list;

    /// Pixels or points at options.scale.
    [[nodiscard]] QSizeF size(double scale) const { return list.view.size() * scale; }
};

/// Fails when there is nothing to draw or the lens is unknown.
Result<Picture> makePicture(const DiagramGraph& graph, const DiagramLayout& layout,
                            const RenderOptions& options);

} // namespace cadastre
