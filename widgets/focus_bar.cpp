// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/focus_bar.h"

#include "widgets/breadcrumb_bar.h"
#include "widgets/elided_label.h"
#include "widgets/icons.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace cadastre {

namespace {

constexpr int largestDepth = 4;

}

FocusBar::FocusBar(QWidget* parent)
    : QFrame(parent)
    , m_label(new ElidedLabel(this))
    , m_depths(new QButtonGroup(this))
{
    setAccessibleName(tr("Where you are"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 3, 8, 3);
    const auto addStep = [&](const char* name, const QString& text, const QString& toolTip) {
        auto* button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setIcon(themedIcon(QString::fromLatin1(name)));
        button->setAccessibleName(text);
        button->setToolTip(toolTip);
        layout->addWidget(button);
        return button;
    };
    QToolButton* back =
        addStep("back", tr("Back"), tr("Where you were before (Alt+Left, or Backspace)"));
    back->setObjectName(QStringLiteral("focusBack"));
    connect(back, &QToolButton::clicked, this, &FocusBar::backRequested);
    m_back = back;
    QToolButton* forward =
        addStep("forward", tr("Forward"), tr("Where you were before you went back (Alt+Right)"));
    forward->setObjectName(QStringLiteral("focusForward"));
    connect(forward, &QToolButton::clicked, this, &FocusBar::forwardRequested);
    m_forward = forward;
    m_crumbs = new BreadcrumbBar(this);
    layout->addWidget(m_crumbs, 2);
    layout->addWidget(m_label, 1);

    auto* steps = new QLabel(tr("Steps:"), this);
    layout->addWidget(steps);
    m_steps = steps;
    for (int depth = 1; depth <= largestDepth; ++depth) {
        auto* button = new QToolButton(this);
        button->setText(QLocale().toString(depth));
        button->setCheckable(true);
        button->setToolTip(tr("Tables in a distance of at most %1 (Alt+%1)").arg(depth));
        button->setAccessibleName(tr("Steps: %1").arg(depth));
        m_depths->addButton(button, depth);
        layout->addWidget(button);
    }
    connect(m_depths, &QButtonGroup::idClicked, this, &FocusBar::depthChosen);

    auto* all = new QToolButton(this);
    all->setObjectName(QStringLiteral("focusAll"));
    all->setText(tr("Show &everything"));
    all->setToolTip(tr("Back to the whole diagram (Alt+Home)"));
    connect(all, &QToolButton::clicked, this, &FocusBar::allRequested);
    layout->addWidget(all);
    m_all = all;
    setMinimumHeight(sizeHint().height()); // the diagram below stays when buttons come and go
    showText();
}

void FocusBar::showFocus(const QString& table, int depth)
{
    m_table = table;
    m_depths->button(depth)->setChecked(true);
    showText();
}

void FocusBar::showSeenBy(const QString& boundary)
{
    m_seenBy = boundary;
    showText();
}

void FocusBar::showHistory(bool canGoBack, bool canGoForward)
{
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void FocusBar::showText()
{
    const bool focused = !m_table.isEmpty();
    m_label->setFullText(
        m_seenBy.isEmpty()
            ? QString()
            : tr("Only what %1 may see; private objects of others are folded away").arg(m_seenBy),
        Qt::ElideMiddle);
    m_label->setVisible(!m_seenBy.isEmpty());
    m_steps->setVisible(focused);
    for (QAbstractButton* button : m_depths->buttons())
        button->setVisible(focused);
    m_all->setVisible(focused || !m_seenBy.isEmpty());
}

QString FocusBar::text() const
{
    QStringList parts;
    if (!m_table.isEmpty())
        parts << tr("Neighbourhood of %1").arg(m_table);
    if (!m_seenBy.isEmpty())
        parts << m_label->fullText();
    return parts.join(QStringLiteral(" · "));
}

QToolButton* FocusBar::depthButton(int depth) const
{
    return qobject_cast<QToolButton*>(m_depths->button(depth));
}

} // namespace cadastre
