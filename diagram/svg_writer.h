// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SvgWriter: a draw list as SVG with real text, one group per table with its key and a title.
#pragma once

#include "diagram/draw_list.h"

#include <QSet>

#include <functional>

namespace cadastre {

/// What a picture inside a page of HTML needs: its page has other pictures, two themes, and
/// sections that tables lead to.
struct SvgEmbedding
{
    QByteArray idPrefix; ///< unique on the page: letters, digits, hyphens
    /// The id of a table's section; empty for none.
    std::function<QString(TableId)> anchorOf;
};

/// Styles of texts and colours of pictures in a page, in light and dark; once for all of them. They
/// stand below an element of class "diagram".
QByteArray svgPageStyles();

/// The class that a document's styles have for a kind of text.
QByteArray svgTextClass(TextStyle style);
/// The `d` attribute of a path, without closing it.
QByteArray svgPathData(const QPainterPath& path);

class SvgWriter
{
public:
    SvgWriter(const DiagramScene& scene, const DrawList& list, const Theme& theme);

    /// The whole document. `size` is the width and height that a viewer shows, in CSS pixels.
    [[nodiscard]] QByteArray write(const QSizeF& size, const QString& title);
    /// The element for a page that has svgPageStyles().
    [[nodiscard]] QByteArray writeEmbedded(const QSizeF& size, const QString& title,
                                           const SvgEmbedding& embedding);

private:
    void writeElement(const QSizeF& size, const QString& title);
    void writeDefinitions();
    void writeStyles();
    void openRegion(int group);
    void openSpan(const DrawSpan& span);
    void openNode(int node);
    void writeSpan(const DrawSpan& span);
    void writeBox(const DrawBox& box);
    void writeRect(const QRectF& rect, double radius, const QByteArray& attributes);
    void writeLine(const DrawLine& line);
    void writeLineEnd(LineEnd end, QPointF at, QPointF next);
    void writeSign(const DrawSign& sign);
    void writeText(const DrawText& text);
    [[nodiscard]] QByteArray color(Ink ink) const { return color(ink, m_faded); }
    [[nodiscard]] QByteArray color(Ink ink, bool faded) const;
    [[nodiscard]] QString sectionOf(const DrawSpan& span) const;
    [[nodiscard]] QByteArray uniqueId(const QString& key);

    const DiagramScene& m_scene;
    const DrawList& m_list;
    const Theme& m_theme;
    const SvgEmbedding* m_embedding = nullptr;
    QByteArray m_prefix; ///< of every id
    bool m_faded = false;
    QByteArray m_out;
    QSet<QByteArray> m_ids;
};

} // namespace cadastre
