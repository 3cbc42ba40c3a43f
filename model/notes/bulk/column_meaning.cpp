// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Compares columns of one name; see the header.
#include "model/notes/bulk/column_meaning.h"

#include "model/relations/sql/check_lists.h"
#include "model/relations/type_families.h"
#include "model/search/words.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype longestShownList = 60;

QString shownList(const QStringList& parts)
{
    const QString text = parts.join(QLatin1String(", ")).simplified();
    return text.size() <= longestShownList ? text
                                           : QString(text.first(longestShownList) + QChar(0x2026));
}

bool isDigitsAlone(const QString& word)
{
    return std::ranges::all_of(word, [](QChar c) { return c.isDigit(); });
}

QString withoutBlanksAndCase(const QString& expression)
{
    QString text;
    for (QChar c : expression) {
        if (!c.isSpace())
            text += c.toCaseFolded();
    }
    return text;
}

} // namespace

ColumnMeanings::ColumnMeanings(const Catalog& catalog)
    : m_catalog(catalog)
    , m_allowed(allowedValues(catalog))
{
}

QString ColumnMeanings::difference(ColumnId like, ColumnId other) const
{
    using Check = QString (ColumnMeanings::*)(ColumnId, ColumnId) const;
    for (Check check : {&ColumnMeanings::typeDifference, &ColumnMeanings::valuesDifference,
                        &ColumnMeanings::checkDifference, &ColumnMeanings::parentDifference,
                        &ColumnMeanings::keyDifference}) {
        const QString sentence = (this->*check)(like, other);
        if (!sentence.isEmpty())
            return sentence;
    }
    if (saysLittle(m_catalog.column(other).name) && !hasCommonEvidence(like, other))
        return QStringLiteral("Nothing says that it means the same: no enum, CHECK or key in "
                              "common.");
    return {};
}

QString ColumnMeanings::typeDifference(ColumnId like, ColumnId other) const
{
    const Column& a = m_catalog.column(like);
    const Column& b = m_catalog.column(other);
    const bool sameFamily = typeFamily(a, m_catalog) == typeFamily(b, m_catalog);
    if (sameFamily && a.userType == b.userType)
        return {};
    return QStringLiteral("Its type is %1, not %2.").arg(b.type, a.type);
}

QString ColumnMeanings::valuesDifference(ColumnId like, ColumnId other) const
{
    const auto sorted = [](QStringList values) {
        values.sort();
        return values;
    };
    const QStringList mine = m_allowed.value(like);
    const QStringList others = m_allowed.value(other);
    if (sorted(mine) == sorted(others))
        return {};
    if (others.isEmpty())
        return QStringLiteral("It may hold any value, not only %1.").arg(shownList(mine));
    if (mine.isEmpty())
        return QStringLiteral("It may only be one of %1.").arg(shownList(others));
    return QStringLiteral("Its values are %1, not %2.").arg(shownList(others), shownList(mine));
}

QStringList ColumnMeanings::checksOf(ColumnId id) const
{
    QStringList checks;
    for (const Constraint& constraint : m_catalog.constraintsOf(m_catalog.column(id).table)) {
        const bool isOfIt = constraint.kind == ConstraintKind::Check &&
                            constraint.columns.size() == 1 && constraint.columns.front() == id;
        if (isOfIt)
            checks << constraint.expression;
    }
    checks.sort();
    return checks;
}

QString ColumnMeanings::checkDifference(ColumnId like, ColumnId other) const
{
    const QStringList mine = checksOf(like);
    const QStringList others = checksOf(other);
    if (withoutBlanksAndCase(mine.join(QLatin1Char(';'))) ==
        withoutBlanksAndCase(others.join(QLatin1Char(';'))))
        return {};
    if (others.isEmpty())
        return QStringLiteral("It has no CHECK (%1).").arg(shownList(mine));
    if (mine.isEmpty())
        return QStringLiteral("It has a CHECK (%1).").arg(shownList(others));
    return QStringLiteral("Its CHECK is (%1), not (%2).").arg(shownList(others), shownList(mine));
}

std::optional<ColumnId> ColumnMeanings::parentOf(ColumnId id) const
{
    for (const Constraint& constraint : m_catalog.constraintsOf(m_catalog.column(id).table)) {
        if (constraint.kind != ConstraintKind::ForeignKey)
            continue;
        for (std::size_t i = 0; i < constraint.referencedColumns.size(); ++i) {
            if (constraint.columns[i] == id)
                return constraint.referencedColumns[i];
        }
    }
    return std::nullopt;
}

QString ColumnMeanings::parentDifference(ColumnId like, ColumnId other) const
{
    const auto mine = parentOf(like);
    const auto others = parentOf(other);
    if (!mine || !others || *mine == *others)
        return {};
    return QStringLiteral("It refers to %1, not to %2.")
        .arg(m_catalog.displayName(*others), m_catalog.displayName(*mine));
}

bool ColumnMeanings::isOwnKey(ColumnId id) const
{
    const Constraint* key = m_catalog.primaryKeyOf(m_catalog.column(id).table);
    return key != nullptr && key->columns.size() == 1 && key->columns.front() == id &&
           !parentOf(id);
}

QString ColumnMeanings::keyDifference(ColumnId like, ColumnId other) const
{
    if (isOwnKey(other))
        return QStringLiteral("It is the key of a table of its own.");
    return isOwnKey(like) && !parentOf(other)
               ? QStringLiteral("%1 is the key of its table, this one is not.")
                     .arg(m_catalog.displayName(like))
               : QString();
}

bool ColumnMeanings::hasCommonEvidence(ColumnId like, ColumnId other) const
{
    const Column& column = m_catalog.column(like);
    const auto parent = parentOf(like);
    return (column.userType && column.userType == m_catalog.column(other).userType) ||
           !m_allowed.value(like).isEmpty() || !checksOf(like).isEmpty() ||
           (parent && parent == parentOf(other));
}

bool saysLittle(const QString& columnName)
{
    static const QSet<QString> words = [] {
        const QString list = QStringLiteral(
            "action active amount art attribute attributes category class code comment comments "
            "content count custom data date description detail details enabled extra field flag "
            "group info is key kind label level line list memo message meta metadata misc mode "
            "name nbr no note notes num number option options param params payload position "
            "pos priority reason ref reference remark remarks result role score sequence seq sort "
            "source state status step tag tags text time title total type typ user val value "
            "values version");
        const QStringList parts = list.split(QLatin1Char(' '));
        return QSet<QString>(parts.begin(), parts.end());
    }();
    return std::ranges::all_of(nameWords(columnName), [](const QString& word) {
        return word.size() == 1 || isDigitsAlone(word) || words.contains(word);
    });
}

} // namespace cadastre
