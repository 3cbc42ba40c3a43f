// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/hidden_strip.h"

#include "widgets/elided_label.h"
#include "widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace cadastre {

HiddenStrip::HiddenStrip(QWidget* parent)
    : QFrame(parent)
    , m_label(new ElidedLabel(this))
{
    setObjectName(QStringLiteral("hiddenStrip"));
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Hidden tables"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    auto* sign = new QLabel(this);
    sign->setPixmap(themedIcon(QStringLiteral("hide")).pixmap(16, 16));
    layout->addWidget(sign);
    layout->addWidget(m_label, 1);
    const auto add = [&](const char* name, const QString& text, const QString& toolTip) {
        auto* button = new QToolButton(this);
        button->setObjectName(QString::fromLatin1(name));
        button->setText(text);
        button->setToolTip(toolTip);
        button->setAutoRaise(true);
        layout->addWidget(button);
        return button;
    };
    m_showMissed = add("showMissed", {}, tr("Show this table again"));
    connect(m_showMissed, &QToolButton::clicked, this, &HiddenStrip::showMissedRequested);
    connect(add("listHidden", tr("&List"), tr("Every hidden table, each can be shown again")),
            &QToolButton::clicked, this, &HiddenStrip::listRequested);
    connect(add("showAllHidden", tr("Show all a&gain"), tr("Show all tables again (Ctrl+Alt+A)")),
            &QToolButton::clicked, this, &HiddenStrip::showAllRequested);
    showText();
}

void HiddenStrip::showHidden(int hidden, int all, bool isolated, const QString& query,
                             const QString& what)
{
    m_hidden = hidden;
    m_all = all;
    m_isolated = isolated;
    m_query = query;
    m_what = what;
    showText();
}

void HiddenStrip::showMissed(const QString& table)
{
    m_missed = table;
    showText();
}

void HiddenStrip::showText()
{
    const QLocale locale;
    QString text = m_hidden == 1 ? tr("Hidden: 1 table")
                                 : tr("Hidden: %1 tables").arg(locale.toString(m_hidden));
    if (!m_what.isEmpty())
        text = tr("Hidden: %1").arg(m_what);
    if (m_isolated)
        text = tr("Shown: %1 of %2 tables; %3 hidden")
                   .arg(locale.toString(m_all - m_hidden), locale.toString(m_all),
                        locale.toString(m_hidden));
    if (!m_query.isEmpty())
        text += tr(" · chosen by %1").arg(m_query);
    if (!m_missed.isEmpty())
        text = tr("%1 is hidden").arg(m_missed) + QStringLiteral(" · ") + text;
    m_label->setFullText(text);
    m_showMissed->setVisible(!m_missed.isEmpty());
    QString name = fontMetrics().elidedText(m_missed, Qt::ElideMiddle, 160);
    m_showMissed->setText(tr("&Show %1").arg(name.replace(QLatin1Char('&'), QLatin1String("&&"))));
    setVisible(m_hidden > 0);
}

QString HiddenStrip::text() const
{
    return m_label->fullText();
}

} // namespace cadastre
