// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "tests/fit/weights_file.h"

#include <QHash>

#include <cmath>
#include <map>

namespace cadastre::fit {

namespace {

constexpr double leastWritten = 0.004;

struct HandSet
{
    const char* feature;
    double weight;
};

/// Log odds that no corpus teaches, because hardly any of its schemas has such things: few columns
/// are joined with a key that they do not mean, a tag is made for saying so, and a person's no
/// holds.
constexpr HandSet handSet[] = {
    {"sql-joins: one view, routine, trigger or file joins them", 2.5},
    {"sql-joins: two or more views, routines, triggers or files join them", 4.0},
    {"sql-joins: statements of programs join them", 2.5},
    {"comments: a tag says so: @references", 9.0},
    {"comments: words say so: references, FK to", 5.0},
    {"schema-habits: a person rejected this for another column of this name", -4.0},
};

QByteArray number(double value)
{
    return std::abs(value) < leastWritten / 2 ? QByteArray("0") : QByteArray::number(value, 'f', 3);
}

QByteArray line(double first, double second, const QByteArray& names)
{
    return number(first) + '\t' + number(second) + '\t' + names + '\n';
}

std::map<std::pair<int, int>, double> pairsOf(const PassWeights& weights)
{
    std::map<std::pair<int, int>, double> pairs;
    for (std::size_t i = 0; i < weights.together.size(); ++i) {
        for (const PassWeights::Partner& partner : weights.together[i])
            pairs[{static_cast<int>(i), partner.feature}] = partner.weight;
    }
    return pairs;
}

} // namespace

QByteArray weightsFileText(const Weights& weights, const QString& source)
{
    QByteArray text =
        "# SPDX-License-Identifier: MIT\n"
        "# SPDX-FileCopyrightText: Cadastre contributors\n"
        "# How much each feature of each signal counts, in log odds against \"points at "
        "nothing\".\n"
        "# Columns: in the first pass (names alone), in the second (with the schema's habits), "
        "the\n"
        "# feature, and a second feature where the line counts only when both are present.\n"
        "# " +
        source.toUtf8() + '\n';
    const QStringList& names = featureNames();
    text += line(weights.firstPass.base, weights.secondPass.base, "always");
    QHash<QByteArray, double> byHand;
    for (const HandSet& one : handSet)
        byHand.insert(one.feature, one.weight);
    for (int i = 0; i < names.size(); ++i) {
        const QByteArray name = names[i].toUtf8();
        const auto hand = byHand.constFind(name);
        const auto feature = static_cast<std::size_t>(i);
        const double first = hand == byHand.constEnd() ? weights.firstPass.single[feature] : *hand;
        const double second =
            hand == byHand.constEnd() ? weights.secondPass.single[feature] : *hand;
        if (std::abs(first) >= leastWritten || std::abs(second) >= leastWritten)
            text += line(first, second, name);
    }
    const auto first = pairsOf(weights.firstPass);
    std::map<std::pair<int, int>, double> second = pairsOf(weights.secondPass);
    for (const auto& [pair, weight] : first)
        second.try_emplace(pair, 0);
    for (const auto& [pair, weight] : second) {
        const auto other = first.find(pair);
        const double ofFirst = other == first.end() ? 0 : other->second;
        if (std::abs(ofFirst) >= leastWritten || std::abs(weight) >= leastWritten)
            text += line(ofFirst, weight,
                         names[pair.first].toUtf8() + '\t' + names[pair.second].toUtf8());
    }
    return text;
}

} // namespace cadastre::fit
