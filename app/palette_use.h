// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person chose in the palette: how often and how lately, by name. Where it is kept between
// runs is settings.h.
#pragma once

#include <QStringList>

#include <vector>

namespace cadastre {

class PaletteUse
{
public:
    PaletteUse() = default;
    /// Lines as lines() gives them; what cannot be read is left out.
    explicit PaletteUse(const QStringList& lines);

    void choose(const QString& name);
    /// 0: never; up to 100: often and just now.
    [[nodiscard]] int weight(const QString& name) const;
    /// The latest first.
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QStringList lines() const;

    static constexpr std::size_t limit = 40;

private:
    struct Used
    {
        QString name;
        int count = 1;
    };
    std::vector<Used> m_used; ///< the latest first
};

} // namespace cadastre
