// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/drop_overlay.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr int frameWidth = 4;
constexpr int frameDistance = 10;
constexpr int veil = 225; ///< of 255

} // namespace

DropOverlay::DropOverlay(QWidget* window)
    : QWidget(window)
    , m_sentence(new QLabel(this))
{
    setObjectName(QStringLiteral("dropOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    m_sentence->setFont(large);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(40, 40, 40, 40);
    layout->addWidget(m_sentence);
    hide();
}

void DropOverlay::showSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

QString DropOverlay::sentence() const
{
    return isVisible() ? m_sentence->text() : QString();
}

void DropOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor ground = palette().color(QPalette::Base);
    ground.setAlpha(veil);
    painter.fillRect(rect(), ground);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), frameWidth, Qt::DashLine));
    painter.drawRoundedRect(
        rect().adjusted(frameDistance, frameDistance, -frameDistance, -frameDistance), 10, 10);
}

} // namespace cadastre
