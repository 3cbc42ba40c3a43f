// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/panel_scroller.h"

#include <QEvent>
#include <QResizeEvent>
#include <QStackedLayout>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int paragraphSpacing = 4;

/// The height a panel of this width cannot do without: texts wrapped, lists and editors as low as
/// they may be.
int leastPanelHeightOf(QWidget* panel, int width)
{
    QLayout* layout = panel->layout();
    if (layout == nullptr || !layout->hasHeightForWidth())
        return panel->minimumSizeHint().expandedTo(panel->minimumSize()).height();
    if (auto* pages = qobject_cast<QStackedLayout*>(layout)) {
        QWidget* page = pages->currentWidget();
        return page != nullptr ? leastPanelHeightOf(page, width) : 0;
    }
    return std::max(layout->minimumHeightForWidth(width), panel->minimumHeight());
}

/// Transparent: what is behind it shows.
void makePlain(QScrollArea* area, QWidget* contents)
{
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus
    area->setWidget(contents);
    contents->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    contents->installEventFilter(area);
}

} // namespace

PanelScroller::PanelScroller(QWidget* panel, QWidget* parent)
    : QScrollArea(parent)
{
    const bool hides = panel->isHidden() && panel->testAttribute(Qt::WA_WState_ExplicitShowHide);
    makePlain(this, panel);
    panel->setVisible(!hides);
}

void PanelScroller::setLeast(QSize narrowest, int mostWidth)
{
    m_least = narrowest;
    m_mostWidth = mostWidth;
    updateGeometry();
}

QSize PanelScroller::minimumSizeHint() const
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int needed = widget() != nullptr ? widget()->minimumSizeHint().width() + bar : 0;
    return {std::clamp(needed, m_least.width(), std::max(m_least.width(), m_mostWidth)),
            m_least.height()};
}

bool PanelScroller::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        fitPanel();
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

void PanelScroller::resizeEvent(QResizeEvent* event)
{
    fitPanel();
    QScrollArea::resizeEvent(event);
}

/// The panel fills the area, and is larger only where it could not be shown otherwise.
void PanelScroller::fitPanel()
{
    if (widget() == nullptr)
        return;
    QSize size = maximumViewportSize();
    if (leastPanelHeightOf(widget(), size.width()) > size.height())
        size.rwidth() -= style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int width = std::max(size.width(), widget()->minimumSizeHint().width());
    if (width > size.width())
        size.rheight() -= style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    widget()->resize(width, std::max(size.height(), leastPanelHeightOf(widget(), width)));
}

GivingScroller::GivingScroller(const QList<QWidget*>& paragraphs, QWidget* parent)
    : QScrollArea(parent)
{
    auto* contents = new QWidget;
    auto* column = new QVBoxLayout(contents);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(paragraphSpacing);
    for (QWidget* paragraph : paragraphs)
        column->addWidget(paragraph);
    makePlain(this, contents);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QSize GivingScroller::sizeHint() const
{
    const QLayout* layout = widget()->layout();
    const int width = std::max(this->width(), 1);
    const int height = layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                                   : layout->sizeHint().height();
    return {layout->sizeHint().width(), layout->isEmpty() ? 0 : height};
}

QSize GivingScroller::minimumSizeHint() const
{
    return {40, 0};
}

bool GivingScroller::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void GivingScroller::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

} // namespace cadastre
