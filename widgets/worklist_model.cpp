// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/worklist_model.h"

#include "widgets/icons.h"
#include "widgets/object_icons.h"
#include "widgets/plain_sentence.h"

namespace cadastre {

void WorklistModel::setState(WorklistStatePointer state)
{
    beginResetModel();
    m_state = std::move(state);
    fill();
    endResetModel();
}

void WorklistModel::setFilter(const WorklistFilter& filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    fill();
    endResetModel();
}

void WorklistModel::setNames(const ObjectNames& names)
{
    m_names = names;
    if (!m_filter.text.isEmpty()) { // other names, other rows
        beginResetModel();
        fill();
        endResetModel();
        return;
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void WorklistModel::fill()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_state->entries.size(); ++i) {
        if (isShown(m_state->entries[i]))
            m_rows.push_back(static_cast<int>(i));
    }
}

bool WorklistModel::isShown(const WorklistEntry& entry) const
{
    const bool isKind =
        m_filter.kind == WorklistFilterKind::All ||
        (m_filter.kind == WorklistFilterKind::Undocumented && !entry.problem) ||
        (m_filter.kind == WorklistFilterKind::NoLongerTrue && entry.problem) ||
        (m_filter.kind == WorklistFilterKind::Tables && entry.object.kind == ObjectKind::Table) ||
        (m_filter.kind == WorklistFilterKind::Columns && entry.object.kind == ObjectKind::Column);
    return isKind &&
           (m_filter.text.isEmpty() || nameOf(entry).contains(m_filter.text, Qt::CaseInsensitive) ||
            entry.reason.contains(m_filter.text, Qt::CaseInsensitive));
}

int WorklistModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const WorklistEntry& WorklistModel::entry(int row) const
{
    return m_state->entries[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)])];
}

ObjectKey WorklistModel::keyAt(int row) const
{
    return m_state->commented.catalog()->keyOf(entry(row).object);
}

QString WorklistModel::nameOf(const WorklistEntry& entry) const
{
    const auto& catalog = m_state->commented.catalog();
    return m_names.areOf(catalog.get()) ? m_names.displayName(entry.object)
                                        : catalog->displayName(entry.object);
}

QString WorklistModel::toolTipOf(const WorklistEntry& entry) const
{
    const Catalog& catalog = *m_state->commented.catalog();
    QStringList lines{QStringLiteral("%1 (%2)").arg(nameOf(entry).toHtmlEscaped(),
                                                    objectKindText(catalog, entry.object)),
                      plainSentence(entry.reason).toHtmlEscaped()};
    if (entry.problem && !entry.problem->suggestion.isEmpty())
        lines << tr("Instead: %1").arg(entry.problem->suggestion.toHtmlEscaped());
    if (!entry.draft.isEmpty())
        lines << tr("To begin with: %1")
                     .arg(entry.draft.toHtmlEscaped().replace(QLatin1Char('\n'),
                                                              QLatin1String("<br>")));
    return QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("</p><p>")));
}

QVariant WorklistModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const WorklistEntry& one = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(one);
    case Qt::DecorationRole:
        return one.problem ? themedIcon(QStringLiteral("warning"), IconTone::Warning)
                           : objectIcon(*m_state->commented.catalog(), one.object);
    case Qt::ToolTipRole:
        return toolTipOf(one);
    case Qt::AccessibleTextRole:
        return one.problem
                   ? tr("%1, no longer true: %2").arg(nameOf(one), plainSentence(one.reason))
                   : tr("%1: %2").arg(nameOf(one), plainSentence(one.reason));
    case ReasonRole:
        return plainSentence(one.reason);
    case ProblemRole:
        return one.problem.has_value();
    default:
        return {};
    }
}

int WorklistModel::rowOf(const ObjectKey& key, std::optional<CommentProblemKind> problem) const
{
    if (m_state->commented.catalog() == nullptr)
        return -1;
    const auto object = m_state->commented.catalog()->find(key);
    for (int row = 0; object && row < rowCount(); ++row) {
        const WorklistEntry& one = entry(row);
        const auto kind =
            one.problem ? std::optional(one.problem->kind) : std::optional<CommentProblemKind>();
        if (kind == problem && one.object == *object)
            return row;
    }
    return -1;
}

int WorklistModel::rowOf(const ObjectKey& key) const
{
    if (m_state->commented.catalog() == nullptr)
        return -1;
    const auto object = m_state->commented.catalog()->find(key);
    for (int row = 0; object && row < rowCount(); ++row) {
        if (entry(row).object == *object)
            return row;
    }
    return -1;
}

} // namespace cadastre
