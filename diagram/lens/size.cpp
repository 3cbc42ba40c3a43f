// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The size lens: from few to many rows, by the server's own estimate; a table without one is
// neutral and says so, because unknown is not empty.
#include "diagram/lens.h"

#include <array>

namespace cadastre {

namespace {

struct Step
{
    double below; ///< rows
    QString text;
};

std::array<Step, rampCount> steps()
{
    return {{{100, QStringLiteral("fewer than 100 rows")},
             {10'000, QStringLiteral("100 to 10 thousand")},
             {1'000'000, QStringLiteral("10 thousand to 1 million")},
             {100'000'000, QStringLiteral("1 to 100 million")},
             {1e300, QStringLiteral("100 million and more")}}};
}

int stepOf(double rows)
{
    int step = 0;
    for (const Step& candidate : steps()) {
        if (rows < candidate.below)
            return step;
        ++step;
    }
    return rampCount - 1;
}

QString badgeText(double rows)
{
    static constexpr std::array<const char*, 4> units{"", "k", "M", "G"};
    std::size_t unit = 0;
    while (rows >= 1000 && unit + 1 < units.size()) {
        rows /= 1000;
        ++unit;
    }
    return QString::number(rows, 'f', unit > 0 && rows < 10 ? 1 : 0) + QLatin1String(units[unit]);
}

LensResult applySize(const DiagramGraph& graph)
{
    LensResult result;
    for (const DiagramNode& node : graph.nodes) {
        const auto rows = graph.catalog->table(node.table).rowEstimate;
        result.marks.push_back(rows ? LensMark{rampInk(stepOf(*rows)), badgeText(*rows)}
                                    : LensMark{Ink::Header, QStringLiteral("?")});
    }
    for (int step = 0; step < rampCount; ++step)
        result.legend.push_back({rampInk(step), steps()[step].text});
    result.legend.push_back({Ink::Header, QStringLiteral("? no estimate")});
    return result;
}

} // namespace

Lens sizeLens()
{
    return {QStringLiteral("size"), QStringLiteral("Size"), applySize};
}

} // namespace cadastre
