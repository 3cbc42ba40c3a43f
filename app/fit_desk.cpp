// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/fit_desk.h"

#include "app/main_window.h"

#include <QDockWidget>
#include <QEvent>
#include <QLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStackedLayout>
#include <QStyle>
#include <QTimer>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int leastPanelWidth = 180;
constexpr int mostPanelWidth = 300; ///< a wider one scrolls
constexpr int panelsPerWidth = 4;   ///< so many stand beside each other in any window
constexpr int leastPanelHeight = 90;

/// The height a panel of this width cannot do without: texts wrapped, lists and editors as low as
/// they may be. QScrollArea itself would take the preferred height, and buttons below a list would
/// lie out of sight.
int leastHeight(QWidget* panel, int width)
{
    QLayout* layout = panel->layout();
    if (layout == nullptr || !layout->hasHeightForWidth())
        return panel->minimumSizeHint().expandedTo(panel->minimumSize()).height();
    if (auto* pages = qobject_cast<QStackedLayout*>(layout)) {
        QWidget* page = pages->currentWidget();
        return page != nullptr ? leastHeight(page, width) : 0;
    }
    return std::max(layout->minimumHeightForWidth(width), panel->minimumHeight());
}

/// As wide as what is in it needs, up to a limit; as low as one likes.
class PanelScroller : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
        const int needed = widget() != nullptr ? widget()->minimumSizeHint().width() + bar : 0;
        const int most =
            std::clamp(window()->width() / panelsPerWidth, leastPanelWidth, mostPanelWidth);
        return {std::clamp(needed, leastPanelWidth, most), leastPanelHeight};
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest) {
            fitPanel();
            updateGeometry();
        }
        return QScrollArea::eventFilter(watched, event);
    }

    void resizeEvent(QResizeEvent* event) override
    {
        fitPanel();
        QScrollArea::resizeEvent(event);
    }

private:
    /// The panel fills the area, and is larger only where it could not be shown otherwise.
    void fitPanel()
    {
        if (widget() == nullptr)
            return;
        QSize size = maximumViewportSize();
        if (leastHeight(widget(), size.width()) > size.height())
            size.rwidth() -= style()->pixelMetric(QStyle::PM_ScrollBarExtent);
        const int width = std::max(size.width(), widget()->minimumSizeHint().width());
        if (width > size.width())
            size.rheight() -= style()->pixelMetric(QStyle::PM_ScrollBarExtent);
        widget()->resize(width, std::max(size.height(), leastHeight(widget(), width)));
    }
};

} // namespace

void letPanelScroll(QDockWidget* dock)
{
    QWidget* panel = dock->widget();
    if (panel == nullptr || qobject_cast<QScrollArea*>(panel) != nullptr)
        return;
    auto* area = new PanelScroller(dock);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus
    area->setAccessibleName(dock->windowTitle());
    const bool shown = !panel->isHidden();
    dock->setWidget(area);
    area->setWidget(panel);
    panel->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    panel->setVisible(shown);
}

FitDesk::FitDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_window(parts.window)
{
}

/// After all desks have filled theirs.
void FitDesk::fillPanels(const DeskPanels& /*panels*/)
{
    QTimer::singleShot(0, this, [this, before = m_window->size()] {
        const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
        for (QDockWidget* dock : docks)
            letPanelScroll(dock);
        // the panels may have made the window larger before they could scroll
        if (!m_window->isMaximized() && !m_window->isFullScreen() && m_window->size() != before)
            m_window->resize(before);
    });
}

} // namespace cadastre
