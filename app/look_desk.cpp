// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/look_desk.h"

#include "app/main_window.h"
#include "app/theme.h"
#include "diagram/motion.h"
#include "widgets/icons.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QStyle>

namespace cadastre {

LookDesk::LookDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_window(parts.window)
    , m_settings(parts.settings)
    , m_desktop(new DesktopLook(this))
    , m_lessMotion(new QAction(themedIcon(QStringLiteral("motion")), tr("Less &motion"), m_window))
{
    const QString tip = tr("Nothing slides or fades; also where the desktop asks for it");
    m_lessMotion->setToolTip(tip);
    m_lessMotion->setStatusTip(tip);
    m_lessMotion->setCheckable(true);
    m_lessMotion->setChecked(m_settings->reducesMotion());
    m_window->addAction(m_lessMotion);
    connect(m_lessMotion, &QAction::toggled, this, [this](bool less) {
        m_settings->setReducesMotion(less);
        applyMotion();
    });
    connect(m_desktop, &DesktopLook::changed, this, &LookDesk::takeWishes);
    // what the portal says may come after the first paint; asking for it must not come before
    connect(m_window, &MainWindow::firstPainted, m_desktop, &DesktopLook::start);
    applyMotion();
}

void LookDesk::fillMenus(const WindowMenus& menus)
{
    menus.view->addAction(m_lessMotion);
}

void LookDesk::takeWishes(const DesktopWishes& wishes)
{
    setDesktopWishes(wishes);
    applyMotion();
}

void LookDesk::applyMotion()
{
    const bool less = m_settings->reducesMotion() || m_desktop->wishes().reducedMotion ||
                      QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
    setMotionReduced(less);
    m_window->setAnimated(!less);
    static const QHash<Qt::UIEffect, bool> usual = [] {
        QHash<Qt::UIEffect, bool> effects;
        for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo,
                                          Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip})
            effects.insert(effect, QApplication::isEffectEnabled(effect));
        return effects;
    }();
    for (auto effect = usual.cbegin(); effect != usual.cend(); ++effect)
        QApplication::setEffectEnabled(effect.key(), !less && effect.value());
}

} // namespace cadastre
