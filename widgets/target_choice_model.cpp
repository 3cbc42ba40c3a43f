// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/target_choice_model.h"

#include "model/relations/relationship_names.h"
#include "widgets/object_icons.h"

#include <QIcon>
#include <QLocale>

namespace cadastre {

namespace {

QString noteOn(const TargetChoice& choice, const Catalog& catalog, const ObjectNames& names)
{
    QStringList notes;
    for (const QString& called :
         {names.meant(choice.target.table), names.meant(choice.target.columns.front())}) {
        if (!called.isEmpty())
            notes << TargetChoiceModel::tr("called %1").arg(called);
    }
    if (choice.confidence)
        notes << TargetChoiceModel::tr("%1 % probable")
                     .arg(QLocale().toString(*choice.confidence * 100, 'f', 0));
    const QString& type = catalog.column(choice.target.columns.front()).type;
    notes << (choice.sameType ? type : TargetChoiceModel::tr("%1, another type").arg(type));
    if (!choice.isKey)
        notes << TargetChoiceModel::tr("not a key");
    return notes.join(QStringLiteral(", "));
}

} // namespace

void TargetChoiceModel::setChoices(std::shared_ptr<const Catalog> catalog,
                                   std::vector<TargetChoice> choices, const ObjectNames& names)
{
    beginResetModel();
    m_catalog = std::move(catalog);
    m_choices = std::move(choices);
    m_names = names;
    endResetModel();
}

int TargetChoiceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant TargetChoiceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TargetChoice& choice = m_choices[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return endText(*m_catalog, choice.target.table, choice.target.columns);
    case Qt::DecorationRole:
        return objectIcon(*m_catalog, choice.target.table);
    case QuietTextRole:
        return noteOn(choice, *m_catalog, m_names);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(endText(*m_catalog, choice.target.table, choice.target.columns),
                                noteOn(choice, *m_catalog, m_names));
    default:
        return {};
    }
}

} // namespace cadastre
