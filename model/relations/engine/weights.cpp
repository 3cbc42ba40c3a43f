// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads the table of weights; see the header.
#include "model/relations/engine/weights.h"

#include <cmath>

namespace cadastre {

namespace {

std::optional<double> numberIn(const QByteArray& field)
{
    bool isNumber = false;
    const double value = field.toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

class WeightsReader
{
public:
    WeightsReader()
    {
        for (const QString& name : featureNames())
            m_numbers.insert(name.toUtf8(), static_cast<int>(m_numbers.size()));
        const auto count = static_cast<std::size_t>(featureNames().size());
        for (PassWeights* pass : {&m_weights.firstPass, &m_weights.secondPass}) {
            pass->single.resize(count);
            pass->together.resize(count);
        }
    }

    Result<Weights> read(QByteArrayView text)
    {
        int lineNumber = 0;
        for (const QByteArray& line : text.toByteArray().split('\n')) {
            ++lineNumber;
            if (!line.isEmpty() && !line.startsWith('#') && !readLine(line.split('\t')))
                return Error{
                    QStringLiteral("Line %1 of the table of weights is no weight of a feature.")
                        .arg(lineNumber),
                    QString::fromUtf8(line)};
        }
        return std::move(m_weights);
    }

private:
    /// First pass, second pass, feature, and another one where they count together.
    bool readLine(const QList<QByteArray>& fields)
    {
        const auto first = numberIn(fields.value(0));
        const auto second = numberIn(fields.value(1));
        if (fields.size() < 3 || fields.size() > 4 || !first || !second)
            return false;
        if (fields[2] == "always") {
            m_weights.firstPass.base = *first;
            m_weights.secondPass.base = *second;
            return true;
        }
        const auto one = m_numbers.constFind(fields[2]);
        if (one == m_numbers.constEnd())
            return false;
        const auto feature = static_cast<std::size_t>(*one);
        if (fields.size() == 3) {
            m_weights.firstPass.single[feature] = *first;
            m_weights.secondPass.single[feature] = *second;
            return true;
        }
        const auto other = m_numbers.constFind(fields[3]);
        if (other == m_numbers.constEnd() || *other <= *one)
            return false;
        if (*first != 0)
            m_weights.firstPass.together[feature].push_back({*other, *first});
        if (*second != 0)
            m_weights.secondPass.together[feature].push_back({*other, *second});
        return true;
    }

    QHash<QByteArray, int> m_numbers;
    Weights m_weights;
};

} // namespace

const QStringList& featureNames()
{
    static const QStringList names = [] {
        QStringList all;
        for (const Signal& signal : allSignals()) {
            for (const QString& feature : signal.features)
                all << QString(signal.name + QLatin1String(": ") + feature);
        }
        return all;
    }();
    return names;
}

double PassWeights::sumOf(const std::vector<int>& features) const
{
    double sum = base;
    for (auto one = features.begin(); one != features.end(); ++one) {
        sum += single[static_cast<std::size_t>(*one)];
        const auto& partners = together[static_cast<std::size_t>(*one)];
        auto other = one + 1;
        for (const Partner& partner : partners) {
            while (other != features.end() && *other < partner.feature)
                ++other;
            if (other == features.end())
                break;
            if (*other == partner.feature)
                sum += partner.weight;
        }
    }
    return sum;
}

Result<Weights> weightsFromText(QByteArrayView text)
{
    return WeightsReader().read(text);
}

const Weights& fittedWeights()
{
    static const Weights weights = [] {
        const Result<Weights> read = weightsFromText(weightsText());
        Q_ASSERT(read.has_value());
        return read ? *read : Weights{};
    }();
    return weights;
}

} // namespace cadastre
