// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/empty_state.h"

#include "widgets/icons.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr int iconSize = 40;

QLabel* centredLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_icon(centredLabel(this))
    , m_title(centredLabel(this))
    , m_hint(centredLabel(this))
    , m_button(new QPushButton(this))
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setContents(const QString& iconName, const QString& title, const QString& hint,
                             const QString& action)
{
    m_iconName = iconName;
    m_title->setText(title);
    m_hint->setText(hint);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    updateColors();
}

void EmptyState::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColors();
}

void EmptyState::updateColors()
{
    m_icon->setPixmap(themedIcon(m_iconName).pixmap(iconSize, iconSize, QIcon::Disabled));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, mutedTextColor());
    m_hint->setPalette(quiet);
}

} // namespace cadastre
