// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/conventions_dialog.h"

#include "widgets/convention_form.h"
#include "widgets/naming_styles_tree.h"

#include <QDialogButtonBox>
#include <QGroupBox>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace cadastre {

namespace {

QGroupBox* boxAround(const QString& title, QWidget* content, QWidget* parent)
{
    auto* box = new QGroupBox(title, parent);
    auto* layout = new QVBoxLayout(box);
    layout->addWidget(content);
    return box;
}

} // namespace

ConventionsDialog::ConventionsDialog(QWidget* parent)
    : QDialog(parent)
    , m_form(new ConventionForm(this))
    , m_styles(new NamingStylesTree(this))
{
    setWindowTitle(tr("Naming conventions"));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(boxAround(tr("Conventions of this workspace"), m_form, this));
    splitter->addWidget(boxAround(tr("What the names show"), m_styles, this));
    splitter->setChildrenCollapsible(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the style's is black on dark themes
    // Enter in a field is for the field
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    resize(760, 640);
    connect(m_form, &ConventionForm::edited, this, &ConventionsDialog::edited);
    connect(m_form, &ConventionForm::showRequested, this, &ConventionsDialog::showRequested);
    connect(m_form, &ConventionForm::renamed, this, &ConventionsDialog::renamed);
    connect(m_styles, &NamingStylesTree::tagRequested, this, &ConventionsDialog::tagRequested);
}

void ConventionsDialog::setView(const ConventionsView& view)
{
    m_view = view;
    m_form->setView(view);
    m_styles->setView(view);
}

void ConventionsDialog::done(int result)
{
    m_form->commit();
    QDialog::done(result);
}

} // namespace cadastre
