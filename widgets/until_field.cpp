// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/until_field.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>

namespace cadastre {

namespace {

constexpr int usualMonths = 6;

}

UntilField::UntilField(QWidget* parent)
    : QWidget(parent)
    , m_box(new QCheckBox(tr("&Until"), this))
    , m_date(new QDateEdit(this))
{
    m_box->setToolTip(tr("The last day on which it holds; afterwards it is to be decided again"));
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_date->setAccessibleName(tr("Last day"));
    m_date->setEnabled(false);
    connect(m_box, &QCheckBox::toggled, m_date, &QWidget::setEnabled);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    layout->addWidget(m_date, 1);
    setUntil(std::nullopt);
}

void UntilField::setUntil(std::optional<QDate> until)
{
    m_box->setChecked(until.has_value());
    m_date->setDate(until.value_or(QDate::currentDate().addMonths(usualMonths)));
}

std::optional<QDate> UntilField::until() const
{
    return m_box->isChecked() ? std::optional(m_date->date()) : std::nullopt;
}

} // namespace cadastre
