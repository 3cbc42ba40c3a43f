// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/workspace/production_name.h"

#include <QRegularExpression>

#include <algorithm>

namespace cadastre {

namespace {

/// Runs of letters; an upper case letter after a lower case one begins another ("shopProd").
QStringList wordsOf(const QString& name)
{
    QStringList words;
    QString word;
    for (const QChar c : name) {
        const bool begins = !word.isEmpty() && c.isUpper() && word.back().isLower();
        if ((!c.isLetter() || begins) && !word.isEmpty()) {
            words << word;
            word.clear();
        }
        if (c.isLetter())
            word += c;
    }
    if (!word.isEmpty())
        words << word;
    return words;
}

bool matchesPattern(const QString& name, const QString& pattern)
{
    if (pattern.contains(QLatin1Char('*')) || pattern.contains(QLatin1Char('?'))) {
        QString expression = QRegularExpression::escape(pattern);
        expression.replace(QStringLiteral("\\*"), QStringLiteral(".*"));
        expression.replace(QStringLiteral("\\?"), QStringLiteral("."));
        return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                  QRegularExpression::CaseInsensitiveOption)
            .match(name)
            .hasMatch();
    }
    return wordsOf(name).contains(pattern, Qt::CaseInsensitive);
}

} // namespace

QStringList defaultProductionPatterns()
{
    return {QStringLiteral("prod"), QStringLiteral("production"), QStringLiteral("live")};
}

std::optional<QString> productionName(const QStringList& names, const QStringList& patterns)
{
    for (const QString& name : names) {
        const bool matched = std::ranges::any_of(patterns, [&](const QString& pattern) {
            return !pattern.isEmpty() && matchesPattern(name, pattern);
        });
        if (matched)
            return name;
    }
    return std::nullopt;
}

} // namespace cadastre
