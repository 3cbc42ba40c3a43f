// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/query_completion.h"

#include "model/search/object_query.h"
#include "model/search/query_candidates.h"

#include <algorithm>

namespace cadastre {

namespace {

QStringList fieldsBeginning(QStringView typed)
{
    QStringList fields;
    for (const QueryFieldInfo& field : queryFields()) {
        if (QString(field.name).startsWith(typed, Qt::CaseInsensitive))
            fields << QString(field.name) + QLatin1Char(':');
    }
    return fields;
}

QStringList completionValues(const QueryIndex* index, const QueryFieldInfo& field)
{
    QStringList values = QString(field.choices).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const bool listed = field.values == QueryFieldValues::Text;
    if (index != nullptr && listed) {
        for (const QString& name : queryCandidates(*index, field.field))
            values << printQueryValue(name);
    }
    values.removeDuplicates();
    return values;
}

} // namespace

QueryCompletion completeQuery(const QueryIndex* index, const QString& text, qsizetype cursor,
                              int limit)
{
    constexpr qsizetype enough = 2;
    cursor = std::clamp<qsizetype>(cursor, 0, text.size());
    qsizetype start = cursor;
    while (start > 0 && !text[start - 1].isSpace())
        --start;
    const bool isNegated = start < cursor && (text[start] == u'!' || text[start] == u'-');
    if (isNegated)
        ++start;
    const QString typed = text.mid(start, cursor - start);
    QueryCompletion completion{start, typed.size(), {}};
    if (typed.contains(u'"') || (isNegated && queryField(typed) != nullptr)) // "!comment" is all
        return completion;
    const qsizetype colon = typed.indexOf(u':');
    if (colon < 0) {
        if (typed.size() >= enough)
            completion.choices = fieldsBeginning(typed).mid(0, limit);
        return completion;
    }
    const QueryFieldInfo* field = queryField(QStringView(typed).first(colon));
    if (field == nullptr)
        return completion;
    const qsizetype comma = typed.lastIndexOf(u',');
    const QString head = typed.first(std::max(colon, comma) + 1);
    const QString value = typed.sliced(head.size());
    const QStringList values = completionValues(index, *field);
    const auto add = [&](bool begins) {
        for (const QString& each : values) {
            const QString name = each.startsWith(u'"') ? each.mid(1) : each;
            const bool fits = name.startsWith(value, Qt::CaseInsensitive);
            const bool inside = !fits && name.contains(value, Qt::CaseInsensitive);
            if ((begins ? fits : inside) && each.compare(value, Qt::CaseInsensitive) != 0 &&
                completion.choices.size() < limit)
                completion.choices << head + each;
        }
    };
    add(true);
    add(false);
    return completion;
}

} // namespace cadastre
