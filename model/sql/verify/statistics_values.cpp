// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads texts; see the header.
#include "model/sql/verify/statistics_values.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

void includeValue(ColumnStatistics& column, double value)
{
    column.minimum = std::min(column.minimum.value_or(value), value);
    column.maximum = std::max(column.maximum.value_or(value), value);
}

std::optional<double> jsonValue(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : statisticsValue(value.toString());
}

} // namespace

std::optional<double> statisticsValue(QStringView text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber)
        return std::isfinite(number) ? std::optional(number) : std::nullopt;
    static const QRegularExpression moment(QStringLiteral(
        "^(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)?(?:\\+00(?::?00)?)?)?$"));
    const QRegularExpressionMatch match = moment.match(text.toString());
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    const QTime time = QTime::fromString(match.captured(2), Qt::ISODate);
    const QDateTime utc(date, time.isValid() ? time : QTime(0, 0), Qt::UTC);
    return static_cast<double>(utc.toSecsSinceEpoch());
}

QStringList arrayElements(const QString& array)
{
    if (array.size() < 3)
        return {};
    QStringList elements = array.mid(1, array.size() - 2).split(QLatin1Char(','));
    for (QString& element : elements)
        element.remove(QLatin1Char('"'));
    return elements;
}

void addPostgresValues(ColumnStatistics& column, const QString& histogramBounds,
                       const QString& commonValues, const QString& commonShares)
{
    for (const QString& bound : arrayElements(histogramBounds)) {
        if (const auto value = statisticsValue(bound))
            includeValue(column, *value);
    }
    const QStringList values = arrayElements(commonValues);
    const QStringList shares = arrayElements(commonShares);
    for (qsizetype i = 0; i < values.size() && i < shares.size(); ++i) {
        const auto value = statisticsValue(values[i]);
        if (!value)
            continue;
        includeValue(column, *value);
        column.common.push_back({*value, shares[i].toDouble()});
    }
}

void addMySqlHistogram(ColumnStatistics& column, const QByteArray& json)
{
    const QJsonObject histogram = QJsonDocument::fromJson(json).object();
    const bool isSingleton =
        histogram.value(QLatin1String("histogram-type")).toString() == QLatin1String("singleton");
    double before = 0;
    double distinct = 0;
    const QJsonArray buckets = histogram.value(QLatin1String("buckets")).toArray();
    for (const QJsonValue& one : buckets) {
        const QJsonArray bucket = one.toArray();
        const auto low = jsonValue(bucket.at(0));
        const auto high = isSingleton ? low : jsonValue(bucket.at(1));
        if (!low || !high)
            continue;
        includeValue(column, *low);
        includeValue(column, *high);
        distinct += isSingleton ? 1 : bucket.at(3).toDouble();
        const double upTo = bucket.at(isSingleton ? 1 : 2).toDouble();
        if (isSingleton)
            column.common.push_back({*low, upTo - before});
        before = upTo;
    }
    std::ranges::stable_sort(column.common, std::ranges::greater{}, &CommonValue::share);
    if (distinct > 0)
        column.distinctCount = distinct;
}

} // namespace cadastre
