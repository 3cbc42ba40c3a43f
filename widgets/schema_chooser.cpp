// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/schema_chooser.h"

#include "widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace cadastre {

SchemaChooser::SchemaChooser(QWidget* parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_count(new QLabel(this))
{
    auto* title =
        new QLabel(tr("This database has many schemas. Which ones do you want to see?"), this);
    title->setWordWrap(true);
    m_filter->setPlaceholderText(tr("Filter schemas"));
    m_filter->setAccessibleName(tr("Filter of the schemas"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_list->setAccessibleName(tr("Schemas"));
    m_list->setToolTip(tr("Space ticks and unticks"));
    auto* all = new QPushButton(tr("Choose &all"), this);
    auto* none = new QPushButton(tr("Choose &none"), this);
    all->setToolTip(tr("Ticks every schema that the filter shows"));
    none->setToolTip(tr("Unticks every schema that the filter shows"));
    auto* row = new QHBoxLayout;
    row->addWidget(all);
    row->addWidget(none);
    row->addStretch(1);
    row->addWidget(m_count);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(title);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    connect(m_filter, &QLineEdit::textChanged, this, &SchemaChooser::applyFilter);
    connect(all, &QPushButton::clicked, this, [this] { checkVisible(Qt::Checked); });
    connect(none, &QPushButton::clicked, this, [this] { checkVisible(Qt::Unchecked); });
    connect(m_list, &QListWidget::itemChanged, this, &SchemaChooser::countChosen);
}

void SchemaChooser::setSchemas(const QStringList& schemas)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const QString& schema : schemas) {
        auto* item = new QListWidgetItem(themedIcon(QStringLiteral("schema")), schema, m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_filter->clear();
    if (!schemas.isEmpty())
        m_list->setCurrentRow(0);
    countChosen();
}

QStringList SchemaChooser::chosen() const
{
    QStringList names;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            names << m_list->item(row)->text();
    }
    return names.size() == m_list->count() ? QStringList() : names;
}

bool SchemaChooser::isAnyChosen() const
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            return true;
    }
    return false;
}

void SchemaChooser::applyFilter()
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        item->setHidden(!item->text().contains(m_filter->text(), Qt::CaseInsensitive));
    }
}

void SchemaChooser::checkVisible(Qt::CheckState state)
{
    {
        const QSignalBlocker blocker(m_list);
        for (int row = 0; row < m_list->count(); ++row) {
            if (!m_list->item(row)->isHidden())
                m_list->item(row)->setCheckState(state);
        }
    }
    countChosen();
}

void SchemaChooser::countChosen()
{
    const auto chosenCount =
        chosen().isEmpty() && isAnyChosen() ? m_list->count() : chosen().size();
    m_count->setText(tr("%L1 of %L2 chosen").arg(chosenCount).arg(m_list->count()));
    Q_EMIT changed();
}

} // namespace cadastre
