// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/new_boundary_dialog.h"

#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace cadastre {

namespace {

constexpr int newBoundaryWidth = 420;

}

NewBoundaryDialog::NewBoundaryDialog(const QString& what, const QString& proposedName,
                                     const QStringList& owners, QWidget* parent)
    : QDialog(parent)
    , m_name(new QLineEdit(proposedName, this))
    , m_owner(new QLineEdit(this))
{
    setWindowTitle(tr("Make a boundary"));
    auto* sentence = new QLabel(what, this);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    m_name->selectAll();
    m_name->setAccessibleDescription(what);
    m_owner->setPlaceholderText(tr("Team or person; may be empty"));
    auto* completer = new QCompleter(owners, m_owner);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_owner->setCompleter(completer);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton* make = buttons->button(QDialogButtonBox::Ok);
    make->setText(tr("&Make"));
    make->setEnabled(!proposedName.trimmed().isEmpty());
    auto* form = new QFormLayout(this);
    form->addRow(sentence);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Owner:"), m_owner);
    form->addRow(buttons);
    resize(newBoundaryWidth, sizeHint().height());
    connect(m_name, &QLineEdit::textChanged, make,
            [make](const QString& text) { make->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] {
        if (const QString name = m_name->text().trimmed(); !name.isEmpty())
            Q_EMIT chosen(name, m_owner->text().trimmed());
    });
}

} // namespace cadastre
