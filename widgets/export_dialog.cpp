// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cadastre {

ExportDialog::ExportDialog(const std::vector<ExportScopeEntry>& scopes,
                           const std::vector<ExportFormatEntry>& formats, const ExportChoice& first,
                           QWidget* parent)
    : QDialog(parent)
    , m_scopes(scopes)
    , m_formats(formats)
    , m_scope(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_scale(new QDoubleSpinBox(this))
    , m_caption(new QCheckBox(tr("&Name and date above the picture"), this))
    , m_hint(new QLabel(this))
{
    setWindowTitle(tr("Export"));
    for (const ExportScopeEntry& scope : scopes)
        m_scope->addItem(scope.title);
    for (const ExportFormatEntry& format : formats)
        m_format->addItem(format.title);
    m_theme->addItems({tr("Light"), tr("Dark")});
    m_scale->setRange(0.1, 8);
    m_scale->setSingleStep(0.5);
    m_scale->setSuffix(tr(" ×"));
    m_scope->setCurrentIndex(first.scope);
    m_format->setCurrentIndex(first.format);
    m_theme->setCurrentIndex(first.dark ? 1 : 0);
    m_scale->setValue(first.scale);
    m_caption->setChecked(first.caption);
    m_caption->setToolTip(tr("Whoever gets the picture sees what it shows and from when it is"));
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scope->setMinimumContentsLength(30);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(m_hint->fontMetrics().lineSpacing() * 4);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    auto* form = new QFormLayout;
    form->addRow(tr("&What:"), m_scope);
    form->addRow(tr("&Format:"), m_format);
    form->addRow(tr("&Theme:"), m_theme);
    form->addRow(tr("&Size:"), m_scale);
    form->addRow(m_caption);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* go = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    go->setDefault(true);
    go->setToolTip(tr("Asks where the file goes (Enter)"));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_hint);
    layout->addWidget(buttons);
    setMinimumWidth(460);

    connect(m_scope, &QComboBox::currentIndexChanged, this, &ExportDialog::showHints);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showHints);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const ExportChoice made = choice();
        accept(); // the next dialog takes its place
        Q_EMIT chosen(made);
    });
    m_scope->setFocus();
    showHints();
}

ExportChoice ExportDialog::choice() const
{
    return {m_scope->currentIndex(), m_format->currentIndex(), m_theme->currentIndex() == 1,
            m_scale->value(), m_caption->isChecked()};
}

void ExportDialog::showHints()
{
    const ExportChoice now = choice();
    const ExportFormatEntry& format = m_formats[static_cast<std::size_t>(now.format)];
    QStringList hints{m_scopes[static_cast<std::size_t>(now.scope)].hint, format.hint};
    hints.removeAll(QString());
    m_hint->setText(hints.join(QLatin1Char(' ')));
    m_scope->setToolTip(m_scope->currentText());
    m_theme->setEnabled(format.hasTheme);
    m_scale->setEnabled(format.hasScale);
    m_caption->setEnabled(format.hasTheme);
}

} // namespace cadastre
