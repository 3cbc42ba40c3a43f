// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/several_page.h"

#include "widgets/mnemonics.h"
#include "widgets/muted_text.h"
#include "widgets/panel_scroller.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr qsizetype mostNames = 30;

QToolButton* buttonFor(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(withoutMnemonic(action->text()));
    button->setAccessibleName(button->text());
    button->setIcon(action->icon());
    button->setToolTip(action->toolTip());
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumWidth(40);
    button->setEnabled(action->isEnabled());
    QObject::connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    if (action->menu() != nullptr) {
        button->setMenu(action->menu());
        button->setPopupMode(QToolButton::InstantPopup);
    } else {
        QObject::connect(button, &QToolButton::clicked, action, &QAction::trigger,
                         Qt::QueuedConnection); // what it does may replace the button
    }
    return button;
}

} // namespace

SeveralPage::SeveralPage(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_names(new QLabel)
    , m_buttons(new QVBoxLayout)
{
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    for (QLabel* label : {m_title, m_names}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    keepMuted(m_names);
    m_buttons->setSpacing(0);
    auto* contents = new QWidget;
    auto* inner = new QVBoxLayout(contents);
    inner->setContentsMargins(6, 6, 6, 6);
    inner->addWidget(m_title);
    inner->addWidget(m_names);
    inner->addLayout(m_buttons);
    inner->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* scroller = new PanelScroller(contents, this);
    scroller->setAccessibleName(tr("The selected tables"));
    layout->addWidget(scroller);
}

void SeveralPage::showTables(const QStringList& names, QMenu* menu)
{
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (m_menu != nullptr)
        m_menu->deleteLater(); // one of its buttons may have brought us here
    m_menu = menu;
    m_menu->setParent(this, m_menu->windowFlags());
    m_title->setText(tr("%Ln tables selected", nullptr, static_cast<int>(names.size())));
    QString list = names.mid(0, mostNames).join(QStringLiteral(", "));
    if (names.size() > mostNames)
        list += tr(" and %Ln more", nullptr, static_cast<int>(names.size() - mostNames));
    m_names->setText(list);
    const QList<QAction*> entries = menu->actions();
    for (QAction* entry : entries) {
        if (!entry->isSeparator() && entry->isVisible())
            m_buttons->addWidget(buttonFor(entry, m_title->parentWidget()));
    }
}

} // namespace cadastre
