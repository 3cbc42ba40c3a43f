// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Mermaid: entity relationship diagrams (https://mermaid.js.org), divided by groups where one would
// be more than Mermaid takes. Names and comments are escaped so that nothing of them is markup.
#pragma once

#include "model/export/schema/schema_export.h"

namespace cadastre {

/// What a page with Mermaid takes unless its owner changed it: `maxTextSize` and `maxEdges` can be
/// set by no diagram. Source: https://mermaid.js.org/config/schema-docs/config.html.
struct MermaidLimits
{
    qsizetype characters = 50000;
    int edges = 500;
};

struct MermaidDiagram
{
    QString title;   ///< of the part; the whole's where there is one
    QByteArray text; ///< begins with `erDiagram`, or with its title before
    int tables = 0;  ///< whose columns it has
    int leftOut = 0; ///< columns of one table, or lines of the overview, that did not fit
};

/// One diagram, or several: then first an overview of the parts, and every table and relationship
/// in exactly one of the rest. A relationship is where its child is; a parent elsewhere stands
/// there by its name alone.
std::vector<MermaidDiagram> mermaidDiagrams(const SchemaExport& schema,
                                            const MermaidLimits& limits = {});

/// All of them in one Markdown document, each under a heading in a fenced block.
QByteArray mermaidMarkdown(const std::vector<MermaidDiagram>& diagrams, const QString& title);

/// Text for quotes in a diagram.
QString mermaidText(const QString& text);
/// A word of an attribute: what the language does not take becomes `_`.
QString mermaidWord(const QString& text);

} // namespace cadastre
