// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header. Types that do not compare as they are go through model/dialect.
#include "model/export/select_conditions.h"

#include "model/export/select_joins.h"
#include "model/export/single_line.h"
#include "model/paths/path_words.h"
#include "model/relations/compared_values.h"
#include "model/relations/key_types.h"
#include "model/relations/type_families.h"

#include <QRegularExpression>

namespace cadastre {

namespace {

QString doubtOf(const JoinStep& step)
{
    if (step.origin == StepOrigin::Inferred && step.confidence < unmarkedConfidence)
        return QStringLiteral("inferred with confidence %1, not declared")
            .arg(certaintyText(step.confidence));
    return {};
}

QString joinedComments(const QStringList& comments)
{
    QStringList said = comments;
    said.removeAll(QString());
    return said.join(QStringLiteral("; "));
}

/// `parent = child`, converted where the engine would refuse to compare them or compare wrongly.
SelectCondition equality(SelectNames& names, const JoinStep& step, std::size_t column, int child,
                         int parent)
{
    const ColumnId childColumn = step.childColumns()[column];
    const ColumnId parentColumn = step.parentColumns()[column];
    const QString childText = names.column(child, childColumn);
    const QString parentText = names.column(parent, parentColumn);
    const auto equal = [](const QString& left, const QString& right) {
        return QString(left + QStringLiteral(" = ") + right);
    };
    const Catalog& catalog = names.catalog();
    const auto hasType = [&](ColumnId id) { return !catalog.column(id).type.isEmpty(); };
    const bool isDeclared = step.origin == StepOrigin::Declared && !step.throughView;
    if (isDeclared || !hasType(childColumn) || !hasType(parentColumn))
        return {equal(parentText, childText), doubtOf(step)};
    const KeyTypeJudgement judged = judgeKeyTypes(catalog, childColumn, parentColumn);
    if (judged.fit == KeyTypeFit::Declarable)
        return {equal(parentText, childText), doubtOf(step)};
    const QString differs =
        QStringLiteral("types differ: %1 and %2")
            .arg(catalog.column(childColumn).type, catalog.column(parentColumn).type);
    const QString comment = joinedComments({doubtOf(step), differs});
    const auto lookup = valueLookup(names.engine(), comparedValue(catalog, childColumn, childText),
                                    comparedValue(catalog, parentColumn, parentText));
    if (lookup)
        return {equal(lookup->parent, lookup->child), comment};
    return {equal(exactText(names.engine(), parentText), exactText(names.engine(), childText)),
            joinedComments({comment, QStringLiteral("compared as text, may find nothing")})};
}

SelectCondition typeCondition(SelectNames& names, const JoinStep& step, int child)
{
    const ColumnId type = *step.typeColumn;
    const QString column = names.column(child, type);
    if (step.typeValues.isEmpty())
        return {QString(column + QStringLiteral(" IS NOT NULL")),
                QStringLiteral("which value means %1 is not known: put it here")
                    .arg(names.catalog().table(step.parent()).name)};
    static const QRegularExpression number(QStringLiteral("^-?[0-9]{1,18}$"));
    const bool isNumber =
        typeFamily(names.catalog().column(type), names.catalog()) == TypeFamily::Number;
    QStringList values;
    bool areComparable = true;
    for (const QString& value : step.typeValues) {
        values << names.literal(type, value);
        areComparable = areComparable && (!isNumber || number.match(value).hasMatch());
    }
    const QString compared = areComparable ? column : exactText(names.engine(), column);
    if (values.size() == 1)
        return {QString(compared + QStringLiteral(" = ") + values.front()), {}};
    return {QString(compared + QStringLiteral(" IN (") + values.join(QStringLiteral(", ")) +
                    QLatin1Char(')')),
            {}};
}

} // namespace

std::vector<SelectCondition> joinConditions(SelectNames& names, const JoinStep& step, int from,
                                            int to)
{
    const int child = step.towardsParent ? from : to;
    const int parent = step.towardsParent ? to : from;
    std::vector<SelectCondition> conditions;
    for (std::size_t i = 0; i < step.fromColumns.size(); ++i)
        conditions.push_back(equality(names, step, i, child, parent));
    if (step.typeColumn)
        conditions.push_back(typeCondition(names, step, child));
    return conditions;
}

SelectCondition softDeleteCondition(SelectNames& names, const SoftDelete& softDelete, int number)
{
    const QString column = names.column(number, softDelete.column);
    switch (softDelete.test) {
    case SoftDeleteTest::IsNull:
        return {QString(column + QStringLiteral(" IS NULL")), {}};
    case SoftDeleteTest::IsFalse:
        return {QString(QStringLiteral("NOT ") + column), {}};
    case SoftDeleteTest::IsTrue:
        return {column, {}};
    case SoftDeleteTest::Equals:
        return {QString(column + QStringLiteral(" = ") +
                        names.literal(softDelete.column, softDelete.value)),
                {}};
    }
    Q_UNREACHABLE();
}

QString lineComment(const QString& text)
{
    return QString(QStringLiteral("-- ") + asSingleLine(text));
}

QString conditionLines(const std::vector<SelectCondition>& conditions, const QString& first,
                       const QString& more)
{
    QString lines;
    for (const SelectCondition& condition : conditions) {
        lines += (lines.isEmpty() ? first : more) + condition.text;
        if (!condition.comment.isEmpty())
            lines += QLatin1Char(' ') + lineComment(condition.comment);
        lines += QLatin1Char('\n');
    }
    return lines;
}

} // namespace cadastre
