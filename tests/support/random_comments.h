// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// RandomComments: texts and names from a seed that are as hostile as a database allows: quotes,
// backslashes, newlines, `$$`, `*/`, statement text, every plane of Unicode. Same seed, same texts.
#pragma once

#include <QRandomGenerator>
#include <QString>

namespace cadastre::test {

struct RandomTextRules
{
    int longest = 400;           ///< characters (code points)
    bool basicPlaneOnly = false; ///< no emoji, for utf8mb3
    bool mayBeEmpty = true;

    bool operator==(const RandomTextRules&) const = default;
};

struct RandomNameRules
{
    int longestBytes = 63; ///< of UTF-8, the number included
    bool basicPlaneOnly = false;
    bool newlines = true;
};

class RandomComments
{
public:
    explicit RandomComments(quint32 seed)
        : m_random(seed)
    {
    }

    /// Any Unicode except NUL and lone surrogates; one in twelve has notes at its end.
    QString text(const RandomTextRules& rules = {});
    /// Exactly this many code points.
    QString textOfLength(int codePoints, const RandomTextRules& rules = {});
    /// A name that this generator has not given before; never empty, never blank at its end.
    QString name(const RandomNameRules& rules = {});
    /// 0 .. below - 1
    int number(int below) { return static_cast<int>(m_random.bounded(below)); }

private:
    QString piece(bool basicPlaneOnly);
    QString codePoint(bool basicPlaneOnly);

    QRandomGenerator m_random;
    int m_names = 0;
};

} // namespace cadastre::test
