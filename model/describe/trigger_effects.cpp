// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Looks for assignments in the text of triggers; see the header.
#include "model/describe/trigger_effects.h"

#include <QRegularExpression>
#include <QSet>

namespace cadastre {

namespace {

constexpr const char* namePattern =
    R"re((?:"((?:[^"]|"")+)"|`((?:[^`]|``)+)`|\[([^\]]+)\]|(\w+)))re";

QString capturedName(const QRegularExpressionMatch& match, int first)
{
    for (int i = first; i < first + 4; ++i) {
        if (!match.captured(i).isEmpty())
            return match.captured(i).toCaseFolded();
    }
    return {};
}

/// Text of strings and comments is no statement.
QString withoutStringsAndComments(QString sql)
{
    static const QRegularExpression noise(
        QStringLiteral(R"re('(?:[^']|'')*'|--[^\n]*|/\*.*?\*/)re"),
        QRegularExpression::DotMatchesEverythingOption);
    return sql.replace(noise, QStringLiteral(" "));
}

void addAssignedToNew(const QString& sql, QSet<QString>& names)
{
    static const QRegularExpression assignment(QStringLiteral(R"re(\bNEW\s*\.\s*)re") +
                                                   QLatin1String(namePattern) +
                                                   QStringLiteral(R"re(\s*(:?=))re"),
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression comparison(
        QStringLiteral(R"re(\b(?:IF|WHEN|WHERE|AND|OR|ON|ELSIF|ELSEIF|NOT)\s*\(*\s*$)re"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto it = assignment.globalMatch(sql); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const bool isComparison = match.captured(5) == QLatin1String("=") &&
                                  comparison.match(sql.first(match.capturedStart())).hasMatch();
        if (!isComparison)
            names.insert(capturedName(match, 1));
    }
}

void addUpdated(const QString& sql, const QString& table, QSet<QString>& names)
{
    static const QRegularExpression update(
        QStringLiteral(R"re(\bUPDATE\s+(?:\w+\s*\.\s*)?)re") + QLatin1String(namePattern) +
            QStringLiteral(R"re(\s+SET\s+(.*?)(?:\bWHERE\b|;|$))re"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression assigned(QStringLiteral("(?:^|,)\\s*") +
                                             QLatin1String(namePattern) + QStringLiteral("\\s*="));
    for (auto it = update.globalMatch(sql); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (capturedName(match, 1) != table.toCaseFolded())
            continue;
        for (auto columns = assigned.globalMatch(match.captured(5)); columns.hasNext();)
            names.insert(capturedName(columns.next(), 1));
    }
}

} // namespace

std::vector<ColumnId> columnsSetBy(const Catalog& catalog, TriggerId id)
{
    const Trigger& trigger = catalog.trigger(id);
    QString body = trigger.body.isEmpty() ? trigger.definition : trigger.body;
    if (trigger.routine)
        body += QLatin1Char('\n') + catalog.routine(*trigger.routine).body;
    body = withoutStringsAndComments(body);
    QSet<QString> names;
    addAssignedToNew(body, names);
    addUpdated(body, catalog.table(trigger.table).name, names);
    std::vector<ColumnId> columns;
    const auto all = catalog.columnsOf(trigger.table);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (names.contains(all[i].name.toCaseFolded()))
            columns.push_back({catalog.firstColumn(trigger.table).index + static_cast<int>(i)});
    }
    return columns;
}

} // namespace cadastre
