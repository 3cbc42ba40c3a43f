// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/elided_label.h"

#include <QResizeEvent>

namespace cadastre {

ElidedLabel::ElidedLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString& text, Qt::TextElideMode mode)
{
    m_fullText = text;
    m_mode = mode;
    setAccessibleName(text);
    elide();
    updateGeometry();
}

void ElidedLabel::setNote(const QString& note)
{
    m_note = note;
    elide();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QStringLiteral("mm…")), QLabel::sizeHint().height()};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_fullText) + 2 * margin() + 2,
            QLabel::sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide()
{
    QString firstLine = m_fullText;
    firstLine.replace(QLatin1Char('\n'), QLatin1Char(' '));
    const QString shown = fontMetrics().elidedText(firstLine, m_mode, contentsRect().width());
    setText(shown);
    QStringList tip;
    if (shown != m_fullText)
        tip << m_fullText.toHtmlEscaped();
    if (!m_note.isEmpty())
        tip << m_note.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
    setToolTip(tip.join(QStringLiteral("<br>")));
}

} // namespace cadastre
