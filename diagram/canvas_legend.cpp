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
constexpr double mostOfCanvas = 0.6;   ///< of its width and height
constexpr double narrowCanvas = 1100;  ///< pixels; below it the sheet folds by itself
constexpr double lowCanvas = 450;      ///< pixels; below it the sheet may, too
constexpr double mostOfLowArea = 0.08; ///< what covers more there does

bool coversMuch(const QSizeF& sheet, const QSizeF& canvas)
{
    const bool much =
        sheet.width() * sheet.height() > mostOfLowArea * canvas.width() * canvas.height();
    return canvas.width() < narrowCanvas || (canvas.height() < lowCanvas && much);
}

} // namespace

void Canvas::explainLines()
{
    m_state->lineLegend = lineLegend(*m_state->scene, m_state->legendFolded);
    m_state->legendSize = m_state->lineLegend.list.view.size();
    m_state->legendFoldedNow = m_state->legendFolded || isLegendInTheWay();
    if (m_state->legendFoldedNow && !m_state->legendFolded)
        m_state->lineLegend = lineLegend(*m_state->scene, true);
    const QStringList& words = m_state->lineLegend.words;
    setAccessibleDescription(
        words.isEmpty() ? QString() : tr("Lines: %1").arg(words.join(QStringLiteral("; "))));
}

/// Open it would cover too much, and nobody said that it may, or it covered what was asked for.
bool Canvas::isLegendInTheWay() const
{
    return m_state->legendYields ||
           (!m_state->legendHeldOpen && coversMuch(m_state->legendSize, size()));
}

void Canvas::fitLineLegend()
{
    if (!m_state->legendFolded && isLegendInTheWay() != m_state->legendFoldedNow)
        explainLines();
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
    const bool opens = m_state->legendFoldedNow;
    m_state->legendFolded = !opens;
    m_state->legendYields = false;
    m_state->legendHeldOpen = opens && coversMuch(m_state->legendSize, size());
    explainLines();
    update();
    Q_EMIT lineLegendFolded(!opens);
}

void Canvas::setLineLegendFolded(std::optional<bool> folded)
{
    m_state->legendFolded = folded.value_or(false);
    m_state->legendHeldOpen = folded.has_value() && !*folded;
    m_state->legendYields = false;
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
    paintVector(painter, m_state->lineLegend.list, m_state->theme());
    painter.restore();
}

} // namespace cadastre
