// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/rule_dialog.h"

#include "widgets/muted_text.h"
#include "widgets/until_field.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace cadastre {

namespace {

constexpr int everyKindData = -1;

QComboBox* boundaryChoice(const Boundaries& boundaries, const QString& any, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(24);
    box->setPlaceholderText(RuleDialog::tr("choose a boundary"));
    box->addItem(any, QStringLiteral("*"));
    for (const auto& [name, boundary] : boundaries.entries)
        box->addItem(name, name);
    return box;
}

} // namespace

RuleDialog::RuleDialog(const Boundaries& boundaries, QWidget* parent)
    : QDialog(parent)
    , m_from(boundaryChoice(boundaries, tr("any boundary"), this))
    , m_into(boundaryChoice(boundaries, tr("any boundary"), this))
    , m_kind(new QComboBox(this))
    , m_allow(new QRadioButton(tr("&Allow"), this))
    , m_forbid(new QRadioButton(tr("&Forbid"), this))
    , m_reason(new QLineEdit(this))
    , m_until(new UntilField(this))
    , m_hint(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rule between boundaries"));
    setUpForm();
}

void RuleDialog::setUpForm()
{
    m_from->setAccessibleName(tr("From"));
    m_into->setAccessibleName(tr("Into"));
    m_kind->setAccessibleName(tr("Kind of crossing"));
    m_kind->addItem(tr("every kind"), everyKindData);
    for (int i = 0; i < crossingKindCount; ++i)
        m_kind->addItem(crossingKindTitle(static_cast<CrossingKind>(i)), i);
    m_allow->setChecked(true);
    m_allow->setToolTip(tr("It is no violation any more"));
    m_forbid->setToolTip(tr("It stays a violation, whatever is decided about single crossings"));
    m_reason->setAccessibleName(tr("Reason of the rule"));
    auto* effects = new QHBoxLayout;
    effects->addWidget(m_allow);
    effects->addWidget(m_forbid);
    effects->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_set = buttons->button(QDialogButtonBox::Ok);
    m_set->setText(tr("&Set the rule"));
    m_hint->setTextFormat(Qt::PlainText);
    keepMuted(m_hint);
    connect(buttons, &QDialogButtonBox::accepted, this, &RuleDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* form = new QFormLayout(this);
    form->addRow(tr("F&rom"), m_from);
    form->addRow(tr("&Into"), m_into);
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(QString(), effects);
    form->addRow(tr("R&eason"), m_reason);
    form->addRow(QString(), m_until);
    form->addRow(QString(), m_hint);
    form->addRow(buttons);
    for (QComboBox* box : {m_from, m_into})
        connect(box, &QComboBox::currentIndexChanged, this, &RuleDialog::showHint);
    connect(m_allow, &QRadioButton::toggled, this, &RuleDialog::showHint);
    connect(m_reason, &QLineEdit::textChanged, this, &RuleDialog::showHint);
    showHint();
}

void RuleDialog::showHint()
{
    const bool chosen = m_from->currentIndex() >= 0 && m_into->currentIndex() >= 0;
    const bool explained = m_forbid->isChecked() || !m_reason->text().trimmed().isEmpty();
    m_set->setEnabled(chosen && explained);
    m_hint->setText(!chosen      ? tr("Choose from where and into what it goes.")
                    : !explained ? tr("Say why it is allowed.")
                                 : QString());
    m_reason->setPlaceholderText(m_forbid->isChecked() ? tr("Why") : tr("Why (required)"));
}

QString RuleDialog::hintText() const
{
    return m_hint->text();
}

void RuleDialog::setRule(const RuleKey& key, const Rule& rule, bool existing)
{
    m_before = existing ? std::optional(key) : std::nullopt;
    for (const auto& [box, name] : {std::pair(m_from, key.from), std::pair(m_into, key.to)}) {
        if (!name.isEmpty() && box->findData(name) < 0)
            box->addItem(tr("%1 (not there)").arg(name), name);
        box->setCurrentIndex(box->findData(name));
    }
    m_kind->setCurrentIndex(
        m_kind->findData(key.kind ? static_cast<int>(*key.kind) : everyKindData));
    (rule.effect == RuleEffect::Allow ? m_allow : m_forbid)->setChecked(true);
    m_reason->setText(rule.reason);
    m_until->setUntil(rule.until);
    (m_from->currentIndex() < 0 ? static_cast<QWidget*>(m_from) : m_reason)->setFocus();
    showHint();
}

RuleKey RuleDialog::key() const
{
    RuleKey key{m_from->currentData().toString(), m_into->currentData().toString(), {}};
    if (const int kind = m_kind->currentData().toInt(); kind >= 0)
        key.kind = static_cast<CrossingKind>(kind);
    return key;
}

Rule RuleDialog::rule() const
{
    return {m_forbid->isChecked() ? RuleEffect::Forbid : RuleEffect::Allow,
            m_reason->text().trimmed(), m_until->until()};
}

void RuleDialog::take()
{
    if (!m_set->isEnabled())
        return;
    Q_EMIT editRequested(setRuleEdit(m_before, key(), rule()));
    accept();
}

} // namespace cadastre
