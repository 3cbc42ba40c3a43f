// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Writes relationships as conditions; see the header.
#include "model/orientation/context_joins.h"

#include "model/dialect/quoting.h"
#include "model/orientation/context_text.h"
#include "model/relations/key_types.h"
#include "model/relations/verdict.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

QString certaintyText(const Relationship& one)
{
    switch (one.origin) {
    case RelationshipOrigin::Declared:
        return QStringLiteral("declared");
    case RelationshipOrigin::Confirmed:
        return QStringLiteral("confirmed by a person");
    case RelationshipOrigin::Added:
        return QStringLiteral("added by a person");
    case RelationshipOrigin::Inferred:
    case RelationshipOrigin::Rejected:
        break;
    }
    // cut, not rounded: no guess is certain
    const double shown = std::min(0.99, std::floor(one.confidence * 100 + 1e-9) / 100);
    return QStringLiteral("inferred %1").arg(shown, 0, 'f', 2);
}

class JoinWriter
{
public:
    JoinWriter(const Catalog& catalog, const Relationship& relationship)
        : m_catalog(catalog)
        , m_one(relationship)
        , m_engine(catalog.source(catalog.sourceOf(relationship.child)).engine)
        , m_child(contextName(catalog, relationship.child))
    {
    }

    [[nodiscard]] QString line(const RelationshipTarget& target) const
    {
        const QString condition = typeCondition(target);
        if (!target.isResolved())
            return condition.isEmpty() ? chosenLine()
                                       : QStringLiteral("no-table when %1").arg(condition);
        const bool isSelf = target.table == m_one.child;
        const QString parent =
            isSelf ? QStringLiteral("parent") : contextName(m_catalog, target.table);
        QStringList terms;
        for (std::size_t i = 0; i < target.columns.size(); ++i)
            terms << QStringLiteral("%1.%2 = %3.%4")
                         .arg(m_child, nameOf(m_one.childColumns[i]), parent,
                              nameOf(target.columns[i]));
        if (!condition.isEmpty())
            terms << condition;
        QString text = QStringLiteral("join %1 on %2 ; %3")
                           .arg(isSelf ? QString(m_child + QStringLiteral(" as parent")) : parent,
                                terms.join(QLatin1String(" and ")), certaintyText(m_one));
        if (m_one.typeColumn)
            text += QStringLiteral(" ; polymorphic");
        return QString(text + typesText(target));
    }

private:
    [[nodiscard]] QString nameOf(ColumnId column) const
    {
        return contextName(m_engine, m_catalog.column(column).name);
    }

    /// A type chooses the table, and nothing says which values it has.
    [[nodiscard]] QString chosenLine() const
    {
        return QStringLiteral("chosen %1 ; the table is named by %2, whose values are not known")
            .arg(nameOf(m_one.childColumns.front()),
                 m_one.typeColumn ? nameOf(*m_one.typeColumn) : QStringLiteral("another column"));
    }

    /// `notes.item_type = 'Order'`; empty where no type chooses.
    [[nodiscard]] QString typeCondition(const RelationshipTarget& target) const
    {
        if (!m_one.typeColumn || target.typeValue.isEmpty())
            return {};
        const Result<QString> literal = quotedLiteral(m_engine, target.typeValue);
        return QStringLiteral("%1.%2 = %3")
            .arg(m_child, nameOf(*m_one.typeColumn),
                 literal && !hasActingCharacters(*literal) ? *literal
                                                           : quotedData(target.typeValue));
    }

    /// Where values of the two types do not compare as they are.
    [[nodiscard]] QString typesText(const RelationshipTarget& target) const
    {
        const ColumnId child = m_one.childColumns.front();
        const bool differ = m_one.typeColumn
                                ? judgeKeyTypes(m_catalog, child, target.columns.front()).fit ==
                                      KeyTypeFit::TypesDiffer
                                : verdictOf(m_catalog, m_one) == Verdict::TypesDiffer;
        if (!differ)
            return {};
        return QStringLiteral(" ; types differ (%1 against %2), cast before comparing")
            .arg(contextType(m_catalog.column(child), false),
                 contextType(m_catalog.column(target.columns.front()), false));
    }

    const Catalog& m_catalog;
    const Relationship& m_one;
    Engine m_engine;
    QString m_child;
};

} // namespace

QStringList joinLines(const Catalog& catalog, const Relationship& relationship)
{
    const JoinWriter writer(catalog, relationship);
    QStringList lines;
    for (const RelationshipTarget& target : relationship.targets)
        lines << writer.line(target);
    return lines;
}

} // namespace cadastre
