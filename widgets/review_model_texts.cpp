// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the lines of the review panel say.
#include "widgets/plain_sentence.h"
#include "widgets/review_model.h"

#include "diagram/relationship_text.h"
#include "model/relations/relationship_names.h"

#include <algorithm>

namespace cadastre {

QString originText(RelationshipOrigin origin)
{
    switch (origin) {
    case RelationshipOrigin::Declared:
        return ReviewModel::tr("declared");
    case RelationshipOrigin::Inferred:
        return ReviewModel::tr("to decide");
    case RelationshipOrigin::Confirmed:
        return ReviewModel::tr("confirmed");
    case RelationshipOrigin::Added:
        return ReviewModel::tr("added by hand");
    case RelationshipOrigin::Rejected:
        return ReviewModel::tr("rejected");
    }
    Q_UNREACHABLE();
}

double ReviewModel::confidenceOf(const QModelIndex& index) const
{
    const std::vector<int> members = membersOf(index);
    double sum = 0;
    for (int member : members)
        sum += relationship(member).confidence;
    return members.empty() ? 0 : sum / static_cast<double>(members.size());
}

RelationshipOrigin ReviewModel::commonOrigin(const QModelIndex& index) const
{
    const std::vector<int> members = membersOf(index);
    const RelationshipOrigin first = originOf(members.front());
    const bool agree =
        std::ranges::all_of(members, [&](int member) { return originOf(member) == first; });
    return agree ? first : RelationshipOrigin::Inferred;
}

QString ReviewModel::titleOf(const QModelIndex& index) const
{
    const Catalog& catalog = *m_facts.catalog;
    const Relationship& first = relationship(membersOf(index).front());
    if (index.parent().isValid())
        return catalog.displayName(first.child); // the columns are the group's
    if (!isGroup(index))
        return arrowText(catalog, first);
    return QStringLiteral("%1 → %2").arg(columnNamesText(catalog, first.childColumns),
                                         targetsText(catalog, first));
}

QString ReviewModel::quietTextOf(const QModelIndex& index) const
{
    const std::vector<int> members = membersOf(index);
    if (isGroup(index)) {
        const QString tables = tr("in %Ln tables", nullptr, static_cast<int>(members.size()));
        const RelationshipOrigin origin = commonOrigin(index);
        return origin == RelationshipOrigin::Inferred
                   ? tables
                   : tr("%1, %2").arg(tables, originText(origin));
    }
    const Relationship& only = relationship(members.front());
    const RelationshipOrigin origin = originOf(members.front());
    if (origin != RelationshipOrigin::Inferred) {
        return only.reason.isEmpty() ? originText(origin)
                                     : tr("%1: %2").arg(originText(origin), only.reason);
    }
    return only.evidence.empty() ? QString() : plainSentence(only.evidence.front().sentence);
}

QString ReviewModel::toolTipOf(const QModelIndex& index) const
{
    QStringList lines{titleOf(index), quietTextOf(index),
                      tr("%1 probable").arg(confidenceText(confidenceOf(index)))};
    lines.removeAll(QString());
    QString text = lines.join(QLatin1Char('\n'));
    if (commonOrigin(index) == RelationshipOrigin::Inferred)
        text += tr("\nY confirms, N rejects, T chooses another target, S skips");
    return text;
}

QString ReviewModel::accessibleTextOf(const QModelIndex& index) const
{
    QStringList words{titleOf(index), originText(commonOrigin(index)), quietTextOf(index),
                      tr("%1 probable").arg(confidenceText(confidenceOf(index)))};
    words.removeAll(QString());
    words.removeDuplicates();
    return words.join(QStringLiteral(", "));
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(index);
    case QuietTextRole:
        return quietTextOf(index);
    case ConfidenceRole:
        return confidenceOf(index);
    case OriginRole:
        return static_cast<int>(commonOrigin(index));
    case CountRole:
        return static_cast<int>(membersOf(index).size());
    case Qt::ToolTipRole:
        return toolTipOf(index);
    case Qt::AccessibleTextRole:
        return accessibleTextOf(index);
    default:
        return {};
    }
}

} // namespace cadastre
