// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/empty_state.h"

#include "widgets/icons.h"
#include "widgets/reading_state.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int iconSize = 40;

/// Gives way to the words, and is whole or not there.
class EmptyIcon : public QLabel
{
public:
    explicit EmptyIcon(QWidget* parent)
        : QLabel(parent)
    {
        setAlignment(Qt::AlignCenter);
        setMinimumSize(1, 1);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (height() >= iconSize)
            QLabel::paintEvent(event);
    }
};

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
    , m_icon(new EmptyIcon(this))
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
    connect(&ReadingState::instance(), &ReadingState::changed, this, &EmptyState::showReading);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setContents(const QString& iconName, const QString& title, const QString& hint,
                             const QString& action)
{
    m_nothingOpen = false;
    show(iconName, title, hint, action);
}

void EmptyState::setNothingOpen(const QString& iconName, const QString& hint)
{
    m_nothingOpen = true;
    m_usualIcon = iconName;
    m_usualHint = hint;
    showReading();
}

void EmptyState::showReading()
{
    if (!m_nothingOpen)
        return;
    const ReadingState& state = ReadingState::instance();
    switch (state.phase()) {
    case ReadingState::Phase::Idle:
        show(m_usualIcon, tr("No database is open"), m_usualHint, {});
        return;
    case ReadingState::Phase::Reading:
        show(QStringLiteral("refresh"), tr("Reading %1…").arg(state.text()), m_usualHint, {});
        return;
    case ReadingState::Phase::Failed:
        show(QStringLiteral("error"), tr("Nothing could be read"),
             tr("%1 Open another file (Ctrl+O), or try again with what is in the list of recent "
                "databases.")
                 .arg(state.text()),
             {});
        return;
    }
}

QString EmptyState::title() const
{
    return m_title->text();
}

QString EmptyState::hint() const
{
    return m_hint->text();
}

void EmptyState::show(const QString& iconName, const QString& title, const QString& hint,
                      const QString& action)
{
    m_iconName = iconName;
    m_title->setText(title);
    m_hint->setText(hint);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    if (width() > 0)
        setMinimumHeight(std::max(0, layout()->minimumHeightForWidth(width())));
    updateColors();
}

/// Splitters do not ask how high words are in a narrow place.
void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setMinimumHeight(std::max(0, layout()->minimumHeightForWidth(width())));
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
