// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Pictures as files: SVG, PNG, PDF and DOT of a laid out graph. Same input and fonts, same bytes.
// Needs a QGuiApplication (any platform, also offscreen), no display.
#pragma once

#include "diagram/layout.h"
#include "diagram/relationship_filter.h"
#include "model/result.h"

#include <QByteArray>

namespace cadastre {

struct RenderOptions
{
    bool dark = false;
    double scale = 1;   ///< PNG: image pixels per scene pixel; SVG and PDF: size of the page
    QString lens;       ///< name of a lens; empty for the first one
    QString title;      ///< above the picture; empty for none
    bool legend = true; ///< explains signs, colours and lines below the picture
    bool showViewDependencies = true;
    RelationshipFilter filter; ///< which relationships are in it
};

/// Each fails with one sentence when the lens is unknown; PNG and PDF also when the picture is too
/// large, naming the largest scale that fits.
Result<QByteArray> renderSvg(const DiagramGraph& graph, const DiagramLayout& layout,
                             const RenderOptions& options);
Result<QByteArray> renderPng(const DiagramGraph& graph, const DiagramLayout& layout,
                             const RenderOptions& options);
Result<QByteArray> renderPdf(const DiagramGraph& graph, const DiagramLayout& layout,
                             const RenderOptions& options);
/// Graphviz text with places pinned where the layout has them; scale and legend do not matter.
Result<QByteArray> renderDot(const DiagramGraph& graph, const DiagramLayout& layout,
                             const RenderOptions& options);

} // namespace cadastre
