// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/remark_strip.h"

#include "widgets/difference_html.h"
#include "widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int remarkIconSize = 16;
constexpr qsizetype mostRemarkLines = 4; ///< at once; the others scroll

} // namespace

RemarkStrip::RemarkStrip(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_icon->setPixmap(themedIcon(QStringLiteral("warning"), IconTone::Warning)
                          .pixmap(remarkIconSize, remarkIconSize));
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_text);
    hide();
}

void RemarkStrip::setRemarks(const QString& title, const QStringList& remarks)
{
    m_title->setText(title);
    m_text->setPlainText(withVisibleControls(remarks.join(QLatin1Char('\n'))));
    m_text->setAccessibleName(title);
    const auto lines = static_cast<int>(std::clamp<qsizetype>(remarks.size(), 1, mostRemarkLines));
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + 12);
    setVisible(!remarks.isEmpty());
}

QString RemarkStrip::title() const
{
    return m_title->text();
}

QString RemarkStrip::text() const
{
    return m_text->toPlainText();
}

} // namespace cadastre
