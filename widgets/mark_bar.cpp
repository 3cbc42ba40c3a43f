// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/mark_bar.h"

#include "widgets/elided_label.h"
#include "widgets/target_card.h"

#include <QHBoxLayout>
#include <QPainter>

namespace cadastre {

MarkBar::MarkBar(QWidget* parent)
    : QWidget(parent)
    , m_production(new MarkLabel(tr("PRODUCTION"), MarkLabel::Tone::Production, this))
    , m_readOnly(new MarkLabel(tr("READ ONLY"), MarkLabel::Tone::ReadOnly, this))
    , m_names(new ElidedLabel(this))
{
    setAccessibleName(tr("Marks of what is open"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 2, 10, 2);
    layout->addWidget(m_production);
    layout->addWidget(m_readOnly);
    layout->addWidget(m_names, 1);
    hide();
}

void MarkBar::setSources(const std::vector<MarkedSource>& sources)
{
    m_isProduction = false;
    bool readOnly = false;
    QStringList names;
    for (const MarkedSource& source : sources) {
        if (!source.production && !source.readOnly)
            continue;
        m_isProduction = m_isProduction || source.production;
        readOnly = readOnly || source.readOnly;
        QString text = source.target.isEmpty() ? source.name : source.target;
        if (source.production)
            text += QStringLiteral(" (%1)").arg(source.productionReason);
        names << text;
    }
    m_production->setVisible(m_isProduction);
    m_readOnly->setVisible(readOnly);
    m_names->setFullText(names.join(QStringLiteral(" · ")));
    setVisible(!names.isEmpty());
    QPalette colors;
    if (m_isProduction)
        colors.setColor(QPalette::WindowText, markText());
    m_names->setPalette(colors);
    update();
}

QString MarkBar::text() const
{
    QStringList parts;
    if (!m_production->isHidden())
        parts << m_production->text();
    if (!m_readOnly->isHidden())
        parts << m_readOnly->text();
    parts << m_names->fullText();
    return parts.join(QLatin1Char(' '));
}

void MarkBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_isProduction) {
        painter.fillRect(rect(), markFill(MarkLabel::Tone::Production));
        return;
    }
    QColor soft = markFill(MarkLabel::Tone::ReadOnly);
    soft.setAlpha(60);
    painter.fillRect(rect(), soft);
}

} // namespace cadastre
