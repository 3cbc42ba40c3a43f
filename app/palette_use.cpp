// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/palette_use.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int mostCounted = 999;

} // namespace

PaletteUse::PaletteUse(const QStringList& lines)
{
    for (const QString& line : lines) {
        bool valid = false;
        const int count = line.section(QLatin1Char(' '), 0, 0).toInt(&valid);
        const QString name = line.section(QLatin1Char(' '), 1);
        const bool isNew = std::ranges::find(m_used, name, &Used::name) == m_used.end();
        if (valid && count > 0 && !name.isEmpty() && isNew && m_used.size() < limit)
            m_used.push_back({name, std::min(count, mostCounted)});
    }
}

void PaletteUse::choose(const QString& name)
{
    const auto found = std::ranges::find(m_used, name, &Used::name);
    Used used{name, 1};
    if (found != m_used.end()) {
        used.count = std::min(found->count + 1, mostCounted);
        m_used.erase(found);
    }
    m_used.insert(m_used.begin(), used);
    m_used.resize(std::min(m_used.size(), limit));
}

int PaletteUse::weight(const QString& name) const
{
    const auto found = std::ranges::find(m_used, name, &Used::name);
    if (found == m_used.end())
        return 0;
    const int lately = std::max(10, 60 - 2 * static_cast<int>(found - m_used.begin()));
    return lately + std::min(40, 8 * found->count);
}

QStringList PaletteUse::names() const
{
    QStringList names;
    for (const Used& used : m_used)
        names << used.name;
    return names;
}

QStringList PaletteUse::lines() const
{
    QStringList lines;
    for (const Used& used : m_used)
        lines << QString::number(used.count) + QLatin1Char(' ') + used.name;
    return lines;
}

} // namespace cadastre
