// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/breadcrumb_bar.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int widestCrumb = 240;
constexpr int crumbGap = 14; ///< with the sign between two crumbs

/// Ampersands are letters.
QString crumbText(const QString& text)
{
    return QString(text).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

/// Painted between two crumbs.
class CrumbSign : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor ink = palette().color(QPalette::WindowText);
        ink.setAlphaF(0.6F);
        painter.setPen(QPen(ink, 1.4));
        const QPointF middle = QRectF(rect()).center();
        painter.drawPolyline(
            QPolygonF{middle + QPointF(-2, -4), middle + QPointF(2, 0), middle + QPointF(-2, 4)});
    }
};

} // namespace

BreadcrumbBar::BreadcrumbBar(QWidget* parent)
    : QWidget(parent)
    , m_ellipsis(new QToolButton(this))
{
    setAccessibleName(tr("Where you are"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_ellipsis->setText(QStringLiteral("…"));
    m_ellipsis->setAutoRaise(true);
    m_ellipsis->setAccessibleName(tr("More places"));
    m_ellipsis->setPopupMode(QToolButton::InstantPopup);
    m_ellipsis->setFocusPolicy(Qt::StrongFocus);
    m_ellipsis->setMenu(new QMenu(m_ellipsis));
    connect(m_ellipsis->menu(), &QMenu::aboutToShow, this, &BreadcrumbBar::fillMenu);
    m_ellipsis->hide();
}

QToolButton* BreadcrumbBar::makeButton(const Crumb& crumb, int index)
{
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIcon(crumb.icon);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const QString shown =
        fontMetrics().elidedText(crumb.text, Qt::ElideMiddle, widestCrumb - 2 * crumbGap);
    button->setText(crumbText(shown));
    button->setAccessibleName(crumb.text);
    button->setToolTip(crumb.hint.isEmpty()
                           ? crumb.text.toHtmlEscaped()
                           : QStringLiteral("%1<br>%2")
                                 .arg(crumb.text.toHtmlEscaped(), crumb.hint.toHtmlEscaped()));
    if (index + 1 == static_cast<int>(m_crumbs.size())) {
        QFont bold = button->font();
        bold.setBold(true);
        button->setFont(bold);
    }
    connect(button, &QToolButton::clicked, this, [this, index] { Q_EMIT crumbActivated(index); });
    return button;
}

void BreadcrumbBar::setCrumbs(std::vector<Crumb> crumbs)
{
    if (std::ranges::equal(crumbs, m_crumbs, {}, &Crumb::text, &Crumb::text))
        return; // what has the focus keeps it
    const int focused = [this] {
        const auto found = std::ranges::find_if(m_buttons, &QWidget::hasFocus);
        return found == m_buttons.end() ? -1 : static_cast<int>(found - m_buttons.begin());
    }();
    for (QToolButton* button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    for (QWidget* sign : findChildren<QWidget*>(QStringLiteral("crumbSign")))
        delete sign;
    m_buttons.clear();
    m_crumbs = std::move(crumbs);
    for (int i = 0; i < static_cast<int>(m_crumbs.size()); ++i)
        m_buttons.push_back(makeButton(m_crumbs[static_cast<std::size_t>(i)], i));
    QWidget* before = nullptr;
    for (QToolButton* button : m_buttons) {
        if (before != nullptr)
            setTabOrder(before, button);
        before = button;
    }
    arrange();
    if (focused >= 0 && !m_buttons.empty())
        m_buttons[static_cast<std::size_t>(std::min(focused, int(m_buttons.size()) - 1))]
            ->setFocus();
}

QStringList BreadcrumbBar::texts() const
{
    QStringList texts;
    for (const Crumb& crumb : m_crumbs)
        texts << crumb.text;
    return texts;
}

QToolButton* BreadcrumbBar::button(int index) const
{
    return m_buttons[static_cast<std::size_t>(index)];
}

/// The second crumb goes first, the last one never.
void BreadcrumbBar::arrange()
{
    const int count = static_cast<int>(m_buttons.size());
    const auto widthOf = [this](int i) {
        return m_buttons[static_cast<std::size_t>(i)]->sizeHint().width() + crumbGap;
    };
    int needed = 0;
    for (int i = 0; i < count; ++i)
        needed += widthOf(i);
    m_hiddenFrom = m_hiddenTo = 1;
    const int ellipsisWidth = m_ellipsis->sizeHint().width() + crumbGap;
    while (m_hiddenTo + 1 < count &&
           needed + (m_hiddenTo > m_hiddenFrom ? ellipsisWidth : 0) - crumbGap > width())
        needed -= widthOf(m_hiddenTo++);
    for (QWidget* sign : findChildren<QWidget*>(QStringLiteral("crumbSign")))
        delete sign;
    int left = 0;
    const auto place = [&](QWidget* widget) {
        if (left > 0) {
            auto* sign = new CrumbSign(this);
            sign->setObjectName(QStringLiteral("crumbSign"));
            sign->setGeometry(left, 0, crumbGap, height());
            sign->show();
            left += crumbGap;
        }
        const QSize size = widget->sizeHint();
        widget->setGeometry(left, (height() - size.height()) / 2,
                            std::max(20, std::min(size.width(), width() - left)), size.height());
        widget->show();
        left += size.width();
    };
    m_ellipsis->setVisible(m_hiddenTo > m_hiddenFrom);
    for (int i = 0; i < count; ++i) {
        if (i >= m_hiddenFrom && i < m_hiddenTo) {
            m_buttons[static_cast<std::size_t>(i)]->hide();
            if (i == m_hiddenFrom)
                place(m_ellipsis);
            continue;
        }
        place(m_buttons[static_cast<std::size_t>(i)]);
    }
}

void BreadcrumbBar::fillMenu()
{
    m_ellipsis->menu()->clear();
    for (int i = m_hiddenFrom; i < m_hiddenTo; ++i) {
        const Crumb& crumb = m_crumbs[static_cast<std::size_t>(i)];
        m_ellipsis->menu()->addAction(crumb.icon, crumbText(crumb.text), this,
                                      [this, i] { Q_EMIT crumbActivated(i); });
    }
}

void BreadcrumbBar::resizeEvent(QResizeEvent*)
{
    arrange();
}

/// Left and Right walk the crumbs.
void BreadcrumbBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        focusNextPrevChild(event->key() == Qt::Key_Right);
        return;
    }
    QWidget::keyPressEvent(event);
}

QSize BreadcrumbBar::sizeHint() const
{
    int width = 0;
    for (const QToolButton* button : m_buttons)
        width += button->sizeHint().width() + crumbGap;
    return {width, m_ellipsis->sizeHint().height()};
}

QSize BreadcrumbBar::minimumSizeHint() const
{
    return {120, m_ellipsis->sizeHint().height()};
}

} // namespace cadastre
