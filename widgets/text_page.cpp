// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/text_page.h"

#include "widgets/icons.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>

namespace cadastre {

namespace {

constexpr int copiedShownMs = 1500;

}

TextPage::TextPage(const QString& text, const QString& fileName, QWidget* parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(themedIcon(QStringLiteral("copy")), tr("&Copy"), this))
{
    m_text->setReadOnly(true);
    m_text->setPlainText(text);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("Text"));
    auto* save = new QPushButton(themedIcon(QStringLiteral("save")), tr("Sa&ve as…"), this);
    connect(m_copy, &QPushButton::clicked, this, &TextPage::copy);
    connect(save, &QPushButton::clicked, this,
            [this, fileName] { Q_EMIT saveRequested(m_text->toPlainText(), fileName); });
    auto* row = new QHBoxLayout;
    row->addWidget(m_copy);
    row->addWidget(save);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_text, 1);
    layout->addLayout(row);
}

QString TextPage::text() const
{
    return m_text->toPlainText();
}

void TextPage::copy()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(copiedShownMs, m_copy, [this] { m_copy->setText(tr("&Copy")); });
}

} // namespace cadastre
