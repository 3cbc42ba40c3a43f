// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/pages_dialog.h"

#include "widgets/fact_list_page.h"
#include "widgets/text_page.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace cadastre {

PagesDialog::PagesDialog(const QString& title, const QString& headline, QWidget* parent)
    : QDialog(parent)
    , m_headline(new QLabel(headline, this))
    , m_tabs(new QTabWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_headline->setVisible(!headline.isEmpty());
    m_tabs->setDocumentMode(true);
    m_tabs->setTabBarAutoHide(true);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_headline);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_buttons);
    resize(720, 520);
}

TextPage* PagesDialog::addText(const QString& title, const QString& text, const QString& fileName)
{
    auto* page = new TextPage(text, fileName, m_tabs);
    connect(page, &TextPage::saveRequested, this, &PagesDialog::saveRequested);
    m_tabs->addTab(page, title);
    return page;
}

FactListPage* PagesDialog::addList(const QString& title)
{
    auto* page = new FactListPage(title, m_tabs);
    connect(page, &FactListPage::objectActivated, this, &PagesDialog::objectActivated);
    m_tabs->addTab(page, title);
    return page;
}

void PagesDialog::setAcceptText(const QString& text)
{
    m_buttons->addButton(text, QDialogButtonBox::AcceptRole);
}

QString PagesDialog::headline() const
{
    return m_headline->text();
}

} // namespace cadastre
