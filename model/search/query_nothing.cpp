// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/query_nothing.h"

#include "model/notes/checks/near_names.h"

#include <QMap>

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype shownTypes = 5;
constexpr qsizetype shownColumns = 3;

bool saysJsonType(const QueryValue& value)
{
    return value.kind == QueryValueKind::Text &&
           value.text.compare(QLatin1String("json"), Qt::CaseInsensitive) == 0;
}

bool asksForJson(const ObjectQuery& query)
{
    return std::ranges::any_of(query.terms, [](const QueryTerm& term) {
        return term.field == QueryField::Type && !term.negated &&
               std::ranges::any_of(term.values, saysJsonType);
    });
}

/// The most frequent first, without lengths: "varchar", not "varchar(80)".
QStringList typesThere(const QueryIndex& index)
{
    QMap<QString, int> counts;
    const auto& columns = index.catalog().objects().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QString type = columns[i].type.section(u'(', 0, 0).trimmed();
        if (!type.isEmpty() && !index.isHidden(ColumnId{static_cast<int>(i)}))
            ++counts[type];
    }
    QStringList types = counts.keys();
    std::ranges::stable_sort(types, std::ranges::greater{},
                             [&](const QString& type) { return counts[type]; });
    return types;
}

bool isTypeThere(const QStringList& types, const QString& wanted)
{
    return std::ranges::any_of(
        types, [&](const QString& type) { return type.contains(wanted, Qt::CaseInsensitive); });
}

QString meantInstead(const QString& wanted, const QStringList& types)
{
    const QString word = wanted.toLower();
    const QStringList kinds = QString(queryField(QueryField::Kind).choices).split(u' ');
    for (const QString& kind : kinds) {
        if (word == kind || word == QString(kind + u's'))
            return QStringLiteral("kind:%1").arg(kind);
    }
    const QStringList families = QString(queryField(QueryField::Type).choices).split(u' ');
    constexpr int farthest = 2;
    QString nearest;
    int least = farthest + 1;
    for (const QString& each : families + types) {
        const int distance = editDistance(word, each.toLower(), farthest);
        if (distance < least && distance < word.size() / 2 + 1) {
            least = distance;
            nearest = each.toLower();
        }
    }
    return nearest.isEmpty() || nearest == word || nearest.contains(u' ')
               ? QString()
               : QStringLiteral("type:%1").arg(nearest);
}

QString whyNoType(const QueryIndex& index, const QString& wanted)
{
    const QStringList types = typesThere(index);
    if (wanted.compare(QLatin1String("json"), Qt::CaseInsensitive) == 0)
        return QStringLiteral("No column here is JSON: neither by its type, nor by a CHECK "
                              "(json_valid), nor by a note @format JSON.");
    if (isTypeThere(types, wanted))
        return {};
    const QString meant = meantInstead(wanted, types);
    if (!meant.isEmpty())
        return QStringLiteral("No column has a type like “%1”; did you mean %2?")
            .arg(wanted, meant);
    if (types.isEmpty())
        return QStringLiteral("No column here declares a type.");
    QStringList some = types.mid(0, shownTypes);
    if (types.size() > shownTypes)
        some << QStringLiteral("…");
    return QStringLiteral("No column has a type like “%1”; types here are %2.")
        .arg(wanted, some.join(QStringLiteral(", ")));
}

} // namespace

QStringList whyNothing(const QueryIndex& index, const ObjectQuery& query)
{
    QStringList sentences;
    const bool onlyWords = std::ranges::all_of(query.terms, [](const QueryTerm& term) {
        return term.field == QueryField::Word && !term.negated;
    });
    if (onlyWords)
        return sentences;
    for (const QueryTerm& term : query.terms) {
        if (term.field != QueryField::Type || term.negated || term.values.size() > 1)
            continue;
        if (const QString why = whyNoType(index, term.values.front().text); !why.isEmpty())
            sentences << why;
    }
    if (sentences.isEmpty() && query.terms.size() > 1)
        sentences << QStringLiteral("All of these must hold at once; fewer find more. The comma "
                                    "is the “or”: type:json,xml.");
    return sentences;
}

QString whyJson(const QueryIndex& index, const ObjectQuery& query,
                const std::vector<ColumnId>& columns)
{
    if (!asksForJson(query))
        return {};
    QStringList parts;
    for (const JsonSign sign : {JsonSign::Check, JsonSign::Note, JsonSign::Comment}) {
        QStringList names;
        qsizetype more = 0;
        for (const ColumnId column : columns) {
            if (index.jsonSignOf(column) != sign)
                continue;
            if (names.size() < shownColumns)
                names << index.catalog().displayName(column);
            else
                ++more;
        }
        if (names.isEmpty())
            continue;
        QString part =
            QStringLiteral("%1: %2").arg(jsonSignText(sign), names.join(QStringLiteral(", ")));
        if (more > 0)
            part += QStringLiteral(" and %1 more").arg(more);
        parts << part;
    }
    return parts.isEmpty() ? QString() : QString(parts.join(QStringLiteral("; ")) + u'.');
}

} // namespace cadastre
