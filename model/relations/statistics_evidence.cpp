// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Each comparison adds its part; see the header.
#include "model/relations/statistics_evidence.h"

#include "model/relations/cardinality.h"
#include "model/relations/count_text.h"

#include <QStringList>

#include <algorithm>

namespace cadastre {

namespace {

constexpr double leastStatisticsWeight = -2;
constexpr double greatestStatisticsWeight = 1.5;
/// Fewer distinct values lie in nearly every key.
constexpr double fewDistinct = 20;

/// "None" in so many schemas that it says nothing of a range.
bool isStatisticsSentinel(double value)
{
    return value == 0 || value == -1;
}

struct ValueRange
{
    double low = 0;
    double high = 0;

    [[nodiscard]] double width() const { return high - low; }
    [[nodiscard]] bool contains(double value) const { return low <= value && value <= high; }
};

/// The parent's range as it is.
std::optional<ValueRange> statisticsRange(const ColumnStatistics& column)
{
    if (!column.minimum || !column.maximum || *column.minimum > *column.maximum)
        return std::nullopt;
    return ValueRange{*column.minimum, *column.maximum};
}

/// The child's range; where it begins with a sentinel the true beginning is not known, so nothing
/// is held against it.
std::optional<ValueRange> rangeWithoutSentinels(const ColumnStatistics& column,
                                                const ValueRange& parent)
{
    std::optional<ValueRange> range = statisticsRange(column);
    if (!range || !isStatisticsSentinel(range->low))
        return range;
    if (isStatisticsSentinel(range->high))
        return std::nullopt;
    range->low = std::min(parent.low, range->high);
    return range;
}

class StatisticsComparison
{
public:
    StatisticsComparison(const ColumnStatistics& child, const ColumnStatistics& parent)
        : m_child(child)
        , m_parent(parent)
    {
    }

    void compareRanges()
    {
        const auto parent = statisticsRange(m_parent);
        const auto child = parent ? rangeWithoutSentinels(m_child, *parent) : std::nullopt;
        if (!child)
            return;
        const double low = std::max(child->low, parent->low);
        const double high = std::min(child->high, parent->high);
        if (high < low) {
            add(-1.5, QStringLiteral("no value lies within the parent's range"));
        } else if (parent->contains(child->low) && parent->contains(child->high)) {
            const bool saysMuch = m_child.distinctCount.value_or(fewDistinct) >= fewDistinct &&
                                  child->width() >= parent->width() / 4;
            add(saysMuch ? 0.9 : 0.2, QStringLiteral("all values lie within the parent's range"));
        } else {
            const double inside = child->width() > 0 ? (high - low) / child->width() : 1;
            add(inside >= 0.8 ? 0.2 : -1.2 * (1 - inside),
                QStringLiteral("%1 of the range of values lies within the parent's")
                    .arg(percentText(qRound64(inside * 1000), 1000)));
        }
    }

    void compareCommonValues()
    {
        const auto parent = statisticsRange(m_parent);
        if (!parent)
            return;
        double all = 0;
        double inside = 0;
        for (const CommonValue& common : m_child.common) {
            if (isStatisticsSentinel(common.value) && !parent->contains(common.value))
                continue;
            all += common.share;
            inside += parent->contains(common.value) ? common.share : 0;
        }
        if (all <= 0)
            return;
        const double share = inside / all;
        add(share >= 0.95 ? 0.3 : -0.8 * (1 - share),
            QStringLiteral("%1 of the most frequent values lie within the parent's range")
                .arg(percentText(qRound64(share * 1000), 1000)));
    }

    void compareCounts(std::optional<double> parentRows)
    {
        if (!m_child.distinctCount || !parentRows || *parentRows < 1)
            return;
        // an estimate on both sides
        if (*m_child.distinctCount > *parentRows * 1.5 + 10) {
            add(-1.5,
                QStringLiteral("about %1 distinct values, but the parent has about %2 rows")
                    .arg(approximateCount(*m_child.distinctCount), approximateCount(*parentRows)));
        } else if (*m_child.distinctCount >= fewDistinct) {
            add(0.3,
                QStringLiteral("about %1 distinct values for about %2 rows of the parent")
                    .arg(approximateCount(*m_child.distinctCount), approximateCount(*parentRows)));
        }
    }

    void compareNulls()
    {
        if (m_child.nullShare && *m_child.nullShare >= 0.999)
            add(-0.3, QStringLiteral("hardly any row has a value"));
    }

    [[nodiscard]] std::optional<Evidence> evidence() const
    {
        if (m_sentences.isEmpty())
            return std::nullopt;
        return Evidence{QStringLiteral("statistics"),
                        std::clamp(m_weight, leastStatisticsWeight, greatestStatisticsWeight),
                        QStringLiteral("the server's statistics: ") +
                            m_sentences.join(QStringLiteral("; "))};
    }

private:
    void add(double weight, const QString& sentence)
    {
        m_weight += weight;
        m_sentences << sentence;
    }

    const ColumnStatistics& m_child;
    const ColumnStatistics& m_parent;
    double m_weight = 0;
    QStringList m_sentences;
};

/// Rows of a parent whose column is a key by itself; else its distinct values.
std::optional<double> parentValues(const Catalog& catalog, const ColumnStatistics& parent,
                                   ColumnId parentColumn)
{
    const TableId table = catalog.column(parentColumn).table;
    const std::vector<ColumnId> column{parentColumn};
    const std::optional<double> rows = catalog.table(table).rowEstimate;
    if (rows && areUniqueTogether(catalog, table, column))
        return rows;
    return parent.distinctCount;
}

} // namespace

std::optional<Evidence> statisticsEvidence(const Catalog& catalog,
                                           const StatisticsByColumn& statistics,
                                           ColumnId childColumn, ColumnId parentColumn)
{
    const auto child = statistics.constFind(childColumn);
    if (child == statistics.constEnd())
        return std::nullopt;
    const ColumnStatistics parent = statistics.value(parentColumn);
    StatisticsComparison comparison(*child, parent);
    comparison.compareRanges();
    comparison.compareCommonValues();
    comparison.compareCounts(parentValues(catalog, parent, parentColumn));
    comparison.compareNulls();
    return comparison.evidence();
}

} // namespace cadastre
