// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tool tips of the canvas: what is under the mouse, in plain lines.
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"
#include "diagram/change_marks.h"
#include "diagram/table_text.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype longestToolTipLine = 90;

} // namespace

QString toolTipHtml(const QString& text)
{
    // Qt breaks what may be broken at an arbitrary width; only long lines need that.
    const QStringList lines = text.split(u'\n');
    const bool isLong = std::any_of(lines.begin(), lines.end(), [](const QString& line) {
        return line.size() > longestToolTipLine;
    });
    return QStringLiteral("<p style='white-space:%1'>")
               .arg(isLong ? QLatin1String("pre-wrap") : QLatin1String("pre")) +
           text.toHtmlEscaped() + QStringLiteral("</p>");
}

void Canvas::showToolTip(const QHelpEvent& event)
{
    QString text;
    const auto name = groupNameAt(event.pos());
    if (lineLegendRect().contains(event.pos())) {
        text = m_state->legendFoldedNow ? tr("What the lines mean: click, or press L, to open it")
                                        : tr("Click, or press L, to fold it");
    } else if (name) {
        text = regionText(*graph(), *name) + u'\n' +
               tr("Click selects its tables, double click shows it large");
    } else if (const auto object = objectAt(event.pos())) {
        const Catalog* catalog = m_state->scene->graph().catalog.get();
        const bool told = m_state->comments && m_state->comments->names.areOf(catalog);
        text = objectText(*catalog, *object, told ? &m_state->comments->names : nullptr);
        const auto node = m_state->scene->nodeOf(*object);
        if (const QString owner = node ? ownershipText(*graph(), *node) : QString();
            !owner.isEmpty())
            text += u'\n' + owner;
        if (node && m_state->changes && m_state->changes->catalog.get() == catalog) {
            const auto changed =
                m_state->changes->tables.constFind(m_state->scene->graph().nodes[*node].table);
            if (changed != m_state->changes->tables.constEnd())
                text += u'\n' + changed->text;
        }
        if (node && m_state->scene->graph().nodes[*node].warning)
            text += u'\n' + *m_state->scene->graph().nodes[*node].warning;
    } else {
        text = lineText(event.pos());
        if (const auto region = regionTitleAt(event.pos()); region && text.isEmpty())
            text = regionText(*graph(), *region);
    }
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event.globalPos(), toolTipHtml(text), this);
}

} // namespace cadastre
