// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SvgWriter: a draw list as SVG with real text, one group per table with its key and a title.
#pragma once

#include "diagram/draw_list.h"

#include <QSet>

namespace cadastre {

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

private:
    void writeDefinitions();
    void writeStyles();
    void openRegion(int group);
    void openSpan(const DrawSpan& span);
    void writeSpan(const DrawSpan& span);
    void writeBox(const DrawBox& box);
    void writeRect(const QRectF& rect, double radius, const QByteArray& attributes);
    void writeLine(const DrawLine& line);
    void writeLineEnd(LineEnd end, QPointF at, QPointF next);
    void writeSign(const DrawSign& sign);
    void writeText(const DrawText& text);
    [[nodiscard]] QByteArray color(Ink ink) const;
    [[nodiscard]] QByteArray uniqueId(const QString& key);

    const DiagramScene& m_scene;
    const DrawList& m_list;
    const Theme& m_theme;
    bool m_faded = false;
    QByteArray m_out;
    QSet<QByteArray> m_ids;
};

} // namespace cadastre
