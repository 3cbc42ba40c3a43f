// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/activity_bar.h"

#include "diagram/motion.h"
#include "widgets/accessible_notice.h"
#include "widgets/elided_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

namespace cadastre {

namespace {

constexpr int appearAfterMs = 100;

}

ActivityBar::ActivityBar(QWidget* parent)
    : QWidget(parent)
    , m_label(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("&Cancel"), this))
    , m_appear(new QTimer(this))
{
    installNoticeAccessibility();
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    m_bar->setMaximumHeight(12);
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setToolTip(tr("Stop this; what is on screen stays"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 2, 6, 2);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    m_appear->setSingleShot(true);
    m_appear->setInterval(appearAfterMs);
    connect(m_appear, &QTimer::timeout, this, [this] {
        show();
        tellNotice(this);
    });
    connect(m_cancel, &QPushButton::clicked, this, &ActivityBar::cancelRequested);
    hide();
}

void ActivityBar::begin(const QString& text)
{
    setProgress(text, 0, 0);
    if (!isVisible())
        m_appear->start();
}

void ActivityBar::setProgress(const QString& text, int done, int total)
{
    m_label->setFullText(text);
    const bool isNew = accessibleName() != text;
    setAccessibleName(text);
    if (isNew && isVisible())
        tellNotice(this);
    m_bar->setVisible(total > 0 || !isMotionReduced()); // a bar that knows nothing only moves
    m_bar->setRange(0, total);
    m_bar->setValue(done);
}

void ActivityBar::end()
{
    m_appear->stop();
    hide();
}

QString ActivityBar::text() const
{
    return m_label->fullText();
}

} // namespace cadastre
