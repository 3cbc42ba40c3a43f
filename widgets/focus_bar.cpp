// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/focus_bar.h"

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
    setAccessibleName(tr("Neighbourhood"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 3, 8, 3);
    auto* back = new QToolButton(this);
    back->setObjectName(QStringLiteral("focusBack"));
    back->setText(tr("&Back"));
    back->setIcon(themedIcon(QStringLiteral("back")));
    back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    back->setToolTip(tr("Back to what was shown before (Alt+Left)"));
    connect(back, &QToolButton::clicked, this, &FocusBar::backRequested);
    layout->addWidget(back);
    m_back = back;
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
    hide();
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

void FocusBar::showText()
{
    QStringList parts;
    if (!m_table.isEmpty())
        parts << tr("Neighbourhood of %1").arg(m_table);
    if (!m_seenBy.isEmpty())
        parts
            << tr("Only what %1 may see; private objects of others are folded away").arg(m_seenBy);
    m_label->setFullText(parts.join(QStringLiteral(" · ")), Qt::ElideMiddle);
    m_back->setVisible(!m_table.isEmpty());
    m_steps->setVisible(!m_table.isEmpty());
    for (QAbstractButton* button : m_depths->buttons())
        button->setVisible(!m_table.isEmpty());
    setVisible(!parts.isEmpty());
}

QString FocusBar::text() const
{
    return m_label->fullText();
}

QToolButton* FocusBar::depthButton(int depth) const
{
    return qobject_cast<QToolButton*>(m_depths->button(depth));
}

} // namespace cadastre
