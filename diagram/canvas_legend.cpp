// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sheet in a corner of the canvas that says what its lines mean. A click or the key L folds it.
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"
#include "diagram/vector_painter.h"

#include <QPainter>

namespace cadastre {

namespace {

constexpr double sheetMargin = 10;
constexpr double mostOfCanvas = 0.6; ///< of its width and height

} // namespace

void Canvas::explainLines()
{
    m_state->lineLegend = lineLegend(*m_state->scene, m_state->legendFolded);
    const QStringList& words = m_state->lineLegend.words;
    setAccessibleDescription(
        words.isEmpty() ? QString() : tr("Lines: %1").arg(words.join(QStringLiteral("; "))));
}

QRectF Canvas::lineLegendRect() const
{
    const LineLegend& legend = m_state->lineLegend;
    const QSizeF sheet = legend.list.view.size();
    // Far out there are only ribbons.
    const bool useless = legend.isEmpty() || detailLevelAt(scale()) == DetailLevel::Regions;
    if (useless || sheet.width() > mostOfCanvas * width() ||
        sheet.height() > mostOfCanvas * height())
        return {};
    return {QPointF(width() - sheet.width() - sheetMargin, height() - sheet.height() - sheetMargin),
            sheet};
}

void Canvas::toggleLineLegend()
{
    m_state->legendFolded = !m_state->legendFolded;
    explainLines();
    update();
}

void Canvas::paintLineLegend(QPainter& painter)
{
    const QRectF sheet = lineLegendRect();
    if (sheet.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(sheet.topLeft());
    paintVector(painter, m_state->lineLegend.list, Theme::of(m_state->dark));
    painter.restore();
}

} // namespace cadastre
