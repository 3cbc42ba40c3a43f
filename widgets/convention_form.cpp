// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/convention_form.h"

#include "widgets/icons.h"
#include "widgets/muted_text.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeWidget>

#include <algorithm>

namespace cadastre {

namespace {

/// A name that notes can carry: one line, no blanks around it.
QString cleanName(const QString& typed)
{
    return typed.simplified();
}

} // namespace

QString conventionUseText(const ConventionUse& use)
{
    QStringList parts;
    if (use.tables > 0)
        parts << ConventionForm::tr("%Ln tables", nullptr, use.tables);
    if (use.columns > 0)
        parts << ConventionForm::tr("%Ln columns", nullptr, use.columns);
    if (use.others > 0)
        parts << ConventionForm::tr("%Ln other objects", nullptr, use.others);
    return parts.isEmpty() ? ConventionForm::tr("not used") : parts.join(QLatin1String(", "));
}

ConventionForm::ConventionForm(QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_name(new QLineEdit(this))
    , m_meaning(new QLineEdit(this))
    , m_period(new QLineEdit(this))
    , m_example(new QLineEdit(this))
    , m_add(new QPushButton(themedIcon(QStringLiteral("add")), tr("&Add"), this))
    , m_none(new QLabel(tr("No convention is listed yet. Add one, or tag the tables of a style "
                           "below."),
                        m_list->viewport()))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_show(new QPushButton(tr("&Show in diagram"), this))
{
    m_list->setHeaderLabels({tr("Convention"), tr("Meaning"), tr("Period"), tr("Used by")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Naming conventions of the workspace"));
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(3, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    setUpFields();
    auto* form = new QFormLayout;
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Meaning:"), m_meaning);
    form->addRow(tr("&Period:"), m_period);
    form->addRow(tr("&Example:"), m_example);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(m_show);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    layout->addLayout(form);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        if (m_filling)
            return;
        const QString selected = selectedConvention();
        commit();
        if (selectedConvention() != selected) // the list was filled anew
            selectConvention(selected);
        showSelected();
    });
    connect(m_add, &QPushButton::clicked, this, &ConventionForm::add);
    connect(m_remove, &QPushButton::clicked, this, &ConventionForm::remove);
    m_show->setToolTip(tr("Its tables stand out, all others fade"));
    connect(m_show, &QPushButton::clicked, this, [this] {
        commit();
        Q_EMIT showRequested(m_shown);
    });
}

/// Examples, only where something can be typed.
void ConventionForm::showHints()
{
    const bool none = m_list->topLevelItemCount() == 0;
    const auto hint = [&](const QString& text) { return none ? QString() : text; };
    m_name->setPlaceholderText(hint(tr("legacy-2014, as @convention says it")));
    m_meaning->setPlaceholderText(hint(tr("camelCase columns, no foreign keys")));
    m_period->setPlaceholderText(hint(tr("2014 to 2019")));
    m_example->setPlaceholderText(hint(tr("orderNotes.createdDate")));
    m_none->setVisible(none);
}

void ConventionForm::setUpFields()
{
    m_none->setTextFormat(Qt::PlainText);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setAttribute(Qt::WA_TransparentForMouseEvents);
    keepMuted(m_none);
    auto* over = new QVBoxLayout(m_list->viewport());
    over->addWidget(m_none);
    for (QLineEdit* field : {m_name, m_meaning, m_period, m_example})
        connect(field, &QLineEdit::editingFinished, this, &ConventionForm::commit);
}

void ConventionForm::setView(const ConventionsView& view)
{
    const QScopedValueRollback filling(m_filling, true);
    const QString selected = m_shown;
    m_conventions = view.conventions;
    m_uses = view.uses;
    m_list->clear();
    for (const ConventionUse& use : m_uses) {
        auto* item = new QTreeWidgetItem(m_list);
        const auto listed = m_conventions.find(use.name);
        const Convention convention = listed == m_conventions.end() ? Convention() : listed->second;
        item->setText(0, use.name);
        item->setText(1, use.listed ? convention.meaning
                                    : tr("noted in comments, not listed here yet"));
        item->setText(2, convention.period);
        item->setText(3, conventionUseText(use));
        if (!use.listed)
            item->setIcon(0, themedIcon(QStringLiteral("question"), IconTone::Accent));
        for (int column = 0; column < m_list->columnCount(); ++column)
            item->setToolTip(column, item->text(column).toHtmlEscaped());
    }
    selectConvention(selected);
    const bool isTyping = hasTyped();
    if (m_list->currentItem() == nullptr && m_list->topLevelItemCount() > 0 && !isTyping)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    // one that is gone while somebody types in it stays in the fields until it is handed out
    if (m_list->currentItem() != nullptr || !isTyping)
        showSelected();
}

void ConventionForm::selectConvention(const QString& name)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->text(0) == name)
            m_list->setCurrentItem(m_list->topLevelItem(i));
    }
}

QString ConventionForm::selectedConvention() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    return item == nullptr ? QString() : item->text(0);
}

std::array<ConventionForm::Field, 4> ConventionForm::fieldsOf(const QString& name,
                                                              const Convention& convention) const
{
    return {Field{m_name, name}, Field{m_meaning, convention.meaning},
            Field{m_period, convention.period}, Field{m_example, convention.example}};
}

bool ConventionForm::hasTyped() const
{
    return std::ranges::any_of(fieldsOf(m_shown, m_filled), [](const Field& field) {
        return field.edit->text().trimmed() != field.value;
    });
}

/// Another convention fills all fields; the same one only those in which nothing was typed since,
/// and it leaves cursor and selection alone where the text is the same.
void ConventionForm::showSelected()
{
    const QScopedValueRollback filling(m_filling, true);
    const QString selected = selectedConvention();
    const bool isSame = selected == m_shown;
    const auto found = m_conventions.find(selected);
    const Convention convention = found == m_conventions.end() ? Convention() : found->second;
    const auto before = fieldsOf(m_shown, m_filled);
    const auto after = fieldsOf(selected, convention);
    for (std::size_t i = 0; i < after.size(); ++i) {
        QLineEdit* edit = after[i].edit;
        const bool isTyped = isSame && edit->text().trimmed() != before[i].value;
        if (!isTyped && !(isSame && edit->text().trimmed() == after[i].value)) {
            edit->setText(after[i].value);
            edit->setCursorPosition(0);
        }
        edit->setEnabled(!selected.isEmpty());
    }
    m_shown = selected;
    m_filled = convention;
    showHints();
    m_remove->setEnabled(found != m_conventions.end());
    const auto use = std::ranges::find(m_uses, m_shown, &ConventionUse::name);
    m_show->setEnabled(use != m_uses.end() && use->tables + use->columns > 0);
}

void ConventionForm::commit()
{
    if (m_filling || m_shown.isEmpty())
        return;
    const auto found = m_conventions.find(m_shown);
    const Convention before = found == m_conventions.end() ? Convention() : found->second;
    const Convention typed{m_meaning->text().trimmed(), m_period->text().trimmed(),
                           m_example->text().trimmed()};
    const QString name = cleanName(m_name->text());
    Conventions after = m_conventions;
    const bool isRenamed = !name.isEmpty() && name != m_shown && !after.contains(name);
    if (!isRenamed)
        m_name->setText(m_shown); // one that there is already, or none, is no name for it
    m_filled = typed;             // what is told may fill the fields again
    if (isRenamed) {
        const QString from = std::exchange(m_shown, name);
        after.erase(from);
        after[name] = typed;
        m_conventions = after;
        Q_EMIT renamed(from, name, after);
    } else if (typed != before) {
        after[m_shown] = typed;
        m_conventions = after;
        Q_EMIT edited(after);
    }
}

void ConventionForm::add()
{
    commit();
    Conventions after = m_conventions;
    QString name = tr("convention");
    for (int number = 2; after.contains(name); ++number)
        name = tr("convention-%1").arg(number);
    // one that comments name already comes first
    const auto noted = std::ranges::find(m_uses, false, &ConventionUse::listed);
    if (noted != m_uses.end())
        name = noted->name;
    after[name] = {};
    m_shown = name;
    m_filled = {};
    for (const Field& field : fieldsOf(m_shown, m_filled))
        field.edit->setText(field.value);
    m_conventions = after;
    Q_EMIT edited(after);
    selectConvention(name);
    m_name->setFocus();
    m_name->selectAll();
}

void ConventionForm::remove()
{
    Conventions after = m_conventions;
    after.erase(m_shown);
    m_conventions = after;
    Q_EMIT edited(after);
}

} // namespace cadastre
