// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/diagnostics_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr QSize diagnosticsSize(680, 520);

} // namespace

DiagnosticsDialog::DiagnosticsDialog(const QString& withoutNames, const QString& withNames,
                                     QWidget* parent)
    : QDialog(parent)
    , m_withoutNames(withoutNames)
    , m_withNames(withNames)
    , m_text(new QPlainTextEdit(this))
    , m_names(new QCheckBox(tr("With &names of databases and texts of messages"), this))
{
    setWindowTitle(tr("Diagnostics"));
    auto* intro =
        new QLabel(tr("For a report about the program. Nothing is sent anywhere; passwords "
                      "are never in it."),
                   this);
    intro->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Diagnostics"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setToolTip(tr("Copy what is shown"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_names);
    layout->addWidget(buttons);
    connect(m_names, &QCheckBox::toggled, this, &DiagnosticsDialog::showText);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(shownText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showText();
    resize(diagnosticsSize);
}

QString DiagnosticsDialog::shownText() const
{
    return m_text->toPlainText();
}

void DiagnosticsDialog::showText()
{
    m_text->setPlainText(m_names->isChecked() ? m_withNames : m_withoutNames);
}

} // namespace cadastre
