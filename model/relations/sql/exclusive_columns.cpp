// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/exclusive_columns.h"

#include "model/relations/sql/check_lists.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isCheckNumber(const CheckTerm& term, qsizetype number)
{
    return term.is(CheckTermKind::Literal) && term.text == QString::number(number);
}

QString columnOfTest(const CheckTerm& term, CheckTermKind test)
{
    return term.is(test) && term.parts.front().is(CheckTermKind::Column) ? term.parts.front().text
                                                                         : QString();
}

/// The column for which the term is 1 when it is set and 0 otherwise: `(a IS NOT NULL)`, CASE, IF.
QString countedColumn(const CheckTerm& term)
{
    const QString plain = columnOfTest(term, CheckTermKind::IsNotNull);
    const bool isCall = term.is(CheckTermKind::Call) &&
                        (term.text == QLatin1String("if") || term.text == QLatin1String("iif"));
    if (!plain.isEmpty() || (!term.is(CheckTermKind::Case) && !isCall) || term.parts.size() != 3)
        return plain;
    if (isCheckNumber(term.parts[1], 1) && isCheckNumber(term.parts[2], 0))
        return columnOfTest(term.parts[0], CheckTermKind::IsNotNull);
    if (isCheckNumber(term.parts[1], 0) && isCheckNumber(term.parts[2], 1))
        return columnOfTest(term.parts[0], CheckTermKind::IsNull);
    return {};
}

/// `(a IS NOT NULL)::int + (b IS NOT NULL)::int`
QStringList countedColumns(const CheckTerm& sum)
{
    QStringList columns;
    for (const CheckTerm& part : sum.parts) {
        const QStringList some =
            part.is(CheckTermKind::Sum) ? countedColumns(part) : QStringList(countedColumn(part));
        if (some.contains(QString()) || some.isEmpty())
            return {};
        columns += some;
    }
    return columns;
}

QStringList argumentsOf(const CheckTerm& call)
{
    QStringList columns;
    for (const CheckTerm& part : call.parts) {
        if (!part.is(CheckTermKind::Column))
            return {};
        columns << part.text;
    }
    return columns;
}

/// Something that counts columns, and the count that means "one is set".
QStringList countIsOne(const CheckTerm& counter, const CheckTerm& count)
{
    if (counter.is(CheckTermKind::Sum) && isCheckNumber(count, 1))
        return countedColumns(counter);
    if (!counter.is(CheckTermKind::Call))
        return {};
    const QStringList columns = argumentsOf(counter);
    const bool one = counter.text == QLatin1String("num_nonnulls") && isCheckNumber(count, 1);
    const bool allButOne =
        counter.text == QLatin1String("num_nulls") && isCheckNumber(count, columns.size() - 1);
    return one || allButOne ? columns : QStringList();
}

/// `(a IS NULL) <> (b IS NULL)`; with `=` one of the tests is turned round.
QStringList oppositeTests(const CheckTerm& term)
{
    const auto testOf = [](const CheckTerm& part) {
        return part.is(CheckTermKind::IsNull) || part.is(CheckTermKind::IsNotNull)
                   ? columnOfTest(part, part.kind)
                   : QString();
    };
    const QStringList columns{testOf(term.parts.front()), testOf(term.parts.back())};
    const bool same = term.parts.front().kind == term.parts.back().kind;
    const bool opposite = term.is(CheckTermKind::Differs) ? same : !same;
    return opposite && !columns.contains(QString()) ? columns : QStringList();
}

struct NullTests
{
    QStringList set;
    QStringList unset;
};

void addTests(const CheckTerm& term, NullTests& tests)
{
    if (term.is(CheckTermKind::And)) {
        for (const CheckTerm& part : term.parts)
            addTests(part, tests);
    }
    const QString set = columnOfTest(term, CheckTermKind::IsNotNull);
    const QString unset = columnOfTest(term, CheckTermKind::IsNull);
    if (!set.isEmpty())
        tests.set << set;
    if (!unset.isEmpty())
        tests.unset << unset;
}

/// `(a IS NOT NULL AND b IS NULL) OR (a IS NULL AND b IS NOT NULL)`, whatever else the branches
/// say.
QStringList oneOfBranches(const CheckTerm& term)
{
    QStringList columns;
    std::vector<NullTests> branches;
    for (const CheckTerm& part : term.parts) {
        NullTests tests;
        addTests(part, tests);
        if (tests.set.size() != 1 || columns.contains(tests.set.first()))
            return {};
        columns << tests.set.first();
        branches.push_back(std::move(tests));
    }
    for (const NullTests& tests : branches) {
        for (const QString& column : columns) {
            if (column != tests.set.first() && !tests.unset.contains(column))
                return {};
        }
    }
    return columns;
}

} // namespace

QStringList exclusiveColumns(const CheckTerm& check)
{
    QStringList found;
    if (check.is(CheckTermKind::And)) {
        for (const CheckTerm& part : check.parts) {
            if (found.size() < 2)
                found = exclusiveColumns(part);
        }
    } else if (check.is(CheckTermKind::Or)) {
        found = oneOfBranches(check);
    } else if (check.is(CheckTermKind::Equals)) {
        found = countIsOne(check.parts.front(), check.parts.back());
        if (found.isEmpty())
            found = countIsOne(check.parts.back(), check.parts.front());
    }
    if (found.isEmpty() && (check.is(CheckTermKind::Equals) || check.is(CheckTermKind::Differs)))
        found = oppositeTests(check);
    found.removeDuplicates();
    return found.size() < 2 ? QStringList() : found;
}

std::optional<ColumnId> checkedColumn(const Catalog& catalog, TableId table, const QString& name)
{
    const Engine engine = catalog.source(catalog.sourceOf(table)).engine;
    const auto columns = catalog.columnsOf(table);
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const auto found = std::ranges::find_if(columns, [&](const Column& column) {
            return column.name.compare(name, sensitivity) == 0;
        });
        if (found != columns.end())
            return ColumnId{catalog.firstColumn(table).index +
                            static_cast<int>(found - columns.begin())};
        // unquoted words of PostgreSQL's own texts are in lower case, as the columns are
        if (engine == Engine::PostgreSql)
            break;
    }
    return std::nullopt;
}

std::vector<std::vector<ColumnId>> exclusiveSets(const Catalog& catalog)
{
    std::vector<std::vector<ColumnId>> sets;
    for (const Constraint& constraint : catalog.objects().constraints) {
        if (constraint.kind != ConstraintKind::Check || !constraint.enforced ||
            !constraint.expression.contains(QLatin1String("null"), Qt::CaseInsensitive))
            continue;
        const Engine engine = catalog.source(catalog.sourceOf(constraint.table)).engine;
        std::vector<ColumnId> set;
        for (const QString& name : exclusiveColumns(parseCheck(constraint.expression, engine))) {
            if (const auto column = checkedColumn(catalog, constraint.table, name))
                set.push_back(*column);
        }
        if (set.size() > 1)
            sets.push_back(std::move(set));
    }
    std::ranges::sort(sets);
    sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
    return sets;
}

} // namespace cadastre
