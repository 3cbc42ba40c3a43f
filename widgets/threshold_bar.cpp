// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/threshold_bar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

namespace cadastre {

namespace {

// positions of the slider are steps of five per cent
constexpr int stepPercent = 5;
constexpr int firstStep = 6;
constexpr int lastStep = 20;

} // namespace

ThresholdBar::ThresholdBar(QWidget* parent)
    : QWidget(parent)
    , m_check(new QCheckBox(tr("&Inferred from"), this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_value(new QLabel(this))
{
    m_check->setToolTip(tr("Show relationships that nobody declared (Ctrl+I)"));
    m_slider->setRange(firstStep, lastStep);
    m_slider->setPageStep(2);
    m_slider->setMinimumWidth(40);
    m_slider->setToolTip(tr("Inferred relationships that are less probable than this are neither "
                            "drawn nor listed. No table moves."));
    m_slider->setAccessibleName(tr("Least probability of inferred relationships"));
    m_value->setMinimumWidth(m_value->fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + 4);
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_check);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_value);
    setThreshold(true, 0.5);
    connect(m_check, &QCheckBox::toggled, this, &ThresholdBar::tell);
    connect(m_slider, &QSlider::valueChanged, this, &ThresholdBar::tell);
}

void ThresholdBar::setThreshold(bool inferred, double minimum)
{
    const QSignalBlocker checkBlocker(m_check);
    const QSignalBlocker sliderBlocker(m_slider);
    m_check->setChecked(inferred);
    m_slider->setValue(qRound(minimum * 100 / stepPercent));
    showValue();
}

bool ThresholdBar::showsInferred() const
{
    return m_check->isChecked();
}

double ThresholdBar::minimum() const
{
    return m_slider->value() * stepPercent / 100.0;
}

void ThresholdBar::showValue()
{
    m_slider->setEnabled(m_check->isChecked());
    m_value->setEnabled(m_check->isChecked());
    m_value->setText(tr("%1 %").arg(m_slider->value() * stepPercent));
}

void ThresholdBar::tell()
{
    showValue();
    Q_EMIT thresholdChanged(showsInferred(), minimum());
}

} // namespace cadastre
