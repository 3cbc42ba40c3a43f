// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/check_lists.h"

#include "model/relations/sql/check_expression.h"
#include "model/relations/sql/exclusive_columns.h"
#include "model/relations/sql/token_script.h"

#include <algorithm>

namespace cadastre {

namespace {

/// A column by its name in an expression, and the values that it may have.
struct NamedValues
{
    QString column;
    QStringList values;
};

/// `c IN (..)`, `c = 'a'`, chains of them with OR; null may be among them.
std::optional<NamedValues> valuesOfTerm(const CheckTerm& term)
{
    if ((term.is(CheckTermKind::In) || term.is(CheckTermKind::Equals)) && term.parts.size() > 1) {
        const bool swapped =
            term.is(CheckTermKind::Equals) && term.parts.front().is(CheckTermKind::Literal);
        const CheckTerm& column = swapped ? term.parts.back() : term.parts.front();
        NamedValues found{column.text, {}};
        for (const CheckTerm& part : term.parts) {
            if (part.is(CheckTermKind::Literal))
                found.values << part.text;
            else if (!part.is(CheckTermKind::Null) && &part != &column)
                return std::nullopt;
        }
        return column.is(CheckTermKind::Column) && !found.values.isEmpty() ? std::optional(found)
                                                                           : std::nullopt;
    }
    if (!term.is(CheckTermKind::Or))
        return std::nullopt;
    NamedValues all;
    for (const CheckTerm& part : term.parts) {
        const bool isNull =
            part.is(CheckTermKind::IsNull) && part.parts.front().is(CheckTermKind::Column);
        const auto some = isNull ? NamedValues{part.parts.front().text, {}} : valuesOfTerm(part);
        if (!some || (!all.column.isEmpty() && all.column != some->column))
            return std::nullopt;
        all.column = some->column;
        all.values += some->values;
    }
    return all.values.isEmpty() ? std::nullopt : std::optional(all);
}

std::vector<NamedValues> valuesOfCheck(const CheckTerm& check)
{
    std::vector<NamedValues> found;
    if (check.is(CheckTermKind::And)) {
        for (const CheckTerm& part : check.parts) {
            const std::vector<NamedValues> some = valuesOfCheck(part);
            found.insert(found.end(), some.begin(), some.end());
        }
    } else if (auto values = valuesOfTerm(check)) {
        values->values.removeDuplicates();
        found.push_back(std::move(*values));
    }
    return found;
}

/// The words of ENUM('a','b') and SET('a','b') of MariaDB and MySQL.
QStringList wordsOfType(const QString& type, Engine engine)
{
    QStringList words;
    const bool hasWords = type.startsWith(QLatin1String("enum("), Qt::CaseInsensitive) ||
                          type.startsWith(QLatin1String("set("), Qt::CaseInsensitive);
    if (engine == Engine::PostgreSql || engine == Engine::Sqlite || !hasWords)
        return words;
    // information_schema doubles quotes and leaves backslashes alone
    for (const mariadb::Token& token : sqlTokens(type, engine, {mariadb::BackslashMode::Plain})) {
        if (token.kind == mariadb::TokenKind::String)
            words << token.text;
    }
    return words;
}

/// Collects the lists of a catalog, the narrowest per column.
class AllowedValuesReader
{
public:
    explicit AllowedValuesReader(const Catalog& catalog)
        : m_catalog(catalog)
    {
    }

    QHash<ColumnId, QStringList> read()
    {
        const auto& columns = m_catalog.objects().columns;
        for (std::size_t i = 0; i < columns.size(); ++i)
            readType({static_cast<int>(i)}, columns[i]);
        for (const Constraint& constraint : m_catalog.objects().constraints) {
            if (constraint.kind == ConstraintKind::Check && constraint.enforced)
                readCheck(constraint);
        }
        return std::move(m_found);
    }

private:
    void readType(ColumnId id, const Column& column)
    {
        const Engine engine = m_catalog.source(m_catalog.sourceOf(column.table)).engine;
        restrict(id, wordsOfType(column.type, engine));
        if (!column.userType || column.type.endsWith(QLatin1String("[]")))
            return;
        const UserType& type = m_catalog.type(*column.userType);
        if (type.kind == TypeKind::Enum)
            restrict(id, QStringList(type.labels.begin(), type.labels.end()));
        for (const QString& check : type.checks) {
            for (const NamedValues& values : valuesOfCheck(parseCheck(check, engine)))
                restrict(id, values.values); // of VALUE, which a domain's check speaks of
        }
    }

    void readCheck(const Constraint& constraint)
    {
        const Engine engine = m_catalog.source(m_catalog.sourceOf(constraint.table)).engine;
        for (const NamedValues& values : valuesOfCheck(parseCheck(constraint.expression, engine))) {
            if (const auto column = checkedColumn(m_catalog, constraint.table, values.column))
                restrict(*column, values.values);
        }
    }

    void restrict(ColumnId id, const QStringList& values)
    {
        if (values.isEmpty())
            return;
        QStringList& known = m_found[id];
        QStringList common;
        std::ranges::copy_if(known, std::back_inserter(common),
                             [&](const QString& value) { return values.contains(value); });
        known = common.isEmpty() ? values : common;
    }

    const Catalog& m_catalog;
    QHash<ColumnId, QStringList> m_found;
};

} // namespace

QHash<ColumnId, QStringList> allowedValues(const Catalog& catalog)
{
    return AllowedValuesReader(catalog).read();
}

} // namespace cadastre
