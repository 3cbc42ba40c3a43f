// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/orientation/live_conditions.h"

#include "model/dialect/quoting.h"
#include "model/orientation/context_text.h"
#include "model/paths/soft_deletes.h"

#include <algorithm>

namespace cadastre {

namespace {

/// A number as it is, a text as a literal; what cannot be written as quoted data.
QString liveValue(Engine engine, const QString& value)
{
    const bool isNumber = !value.isEmpty() && std::ranges::all_of(value, [](QChar c) {
        return c >= u'0' && c <= u'9';
    });
    if (isNumber)
        return value;
    const Result<QString> literal = quotedLiteral(engine, value);
    return literal && !hasActingCharacters(*literal) ? *literal : quotedData(value);
}

QString liveText(Engine engine, const QString& column, const SoftDelete& one)
{
    switch (one.test) {
    case SoftDeleteTest::IsNull:
        return QString(column + QStringLiteral(" is null"));
    case SoftDeleteTest::IsFalse:
        return QString(QStringLiteral("not ") + column);
    case SoftDeleteTest::IsTrue:
        return column;
    case SoftDeleteTest::Equals:
        return QString(column + QStringLiteral(" = ") + liveValue(engine, one.value));
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<LiveCondition> liveConditions(const Catalog& catalog, const std::atomic_bool& cancelled)
{
    std::vector<LiveCondition> conditions;
    for (const SoftDelete& one : softDeletes(catalog, cancelled)) {
        const Engine engine = catalog.source(catalog.sourceOf(one.table)).engine;
        conditions.push_back(
            {one.table, liveText(engine, contextName(engine, catalog.column(one.column).name), one),
             one.views});
    }
    return conditions;
}

} // namespace cadastre
