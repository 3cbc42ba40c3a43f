// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/scope.h"

#include <algorithm>

namespace cadastre {

namespace {

/// `*` is any text, `?` any character, everything else itself.
QRegularExpression patternExpression(const QString& pattern)
{
    QString expression;
    for (const QChar c : pattern) {
        if (c == QLatin1Char('*'))
            expression += QStringLiteral(".*");
        else if (c == QLatin1Char('?'))
            expression += QLatin1Char('.');
        else
            expression += QRegularExpression::escape(c);
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                              QRegularExpression::DotMatchesEverythingOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
}

std::vector<QRegularExpression> expressions(const QStringList& patterns)
{
    std::vector<QRegularExpression> result;
    for (const QString& pattern : patterns) {
        if (!pattern.isEmpty())
            result.push_back(patternExpression(pattern));
    }
    return result;
}

bool anyMatches(const std::vector<QRegularExpression>& patterns, const QString& text)
{
    return std::ranges::any_of(patterns, [&text](const QRegularExpression& pattern) {
        return pattern.match(text).hasMatch();
    });
}

} // namespace

Scope::Scope(const ReadOptions& options)
    : m_schemas(expressions(options.schemas))
    , m_tables(expressions(options.tables))
{
}

bool Scope::includesSchema(const QString& schema) const
{
    return m_schemas.empty() || anyMatches(m_schemas, schema);
}

bool Scope::includesTable(const QString& schema, const QString& table) const
{
    if (!includesSchema(schema))
        return false;
    return m_tables.empty() || anyMatches(m_tables, table) ||
           anyMatches(m_tables, schema + QLatin1Char('.') + table);
}

void Scope::countOmitted(const QString& what, int count)
{
    if (count > 0)
        m_omitted[what] += count;
}

std::vector<Omission> Scope::omissions() const
{
    std::vector<Omission> result;
    for (const auto& [what, count] : m_omitted)
        result.push_back({what, count});
    return result;
}

QString Scope::outsideChosenScope()
{
    return QStringLiteral("outside the chosen scope");
}

} // namespace cadastre
