// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The likelihood, its gradient, and steps along it; see the header.
#include "tests/fit/trainer.h"

#include <cmath>
#include <deque>
#include <numeric>

namespace cadastre::fit {

namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

class Likelihood
{
public:
    Likelihood(const std::vector<SchemaExamples>& schemas, double ridge)
        : m_schemas(schemas)
        , m_ridge(ridge)
    {
    }

    /// The penalised mean of -log P(right), and its gradient.
    double operator()(const Vector& weights, Vector& gradient) const
    {
        gradient.assign(weights.size(), 0.0);
        PassWeights model;
        model.single = weights;
        model.together.resize(weights.size());
        double loss = 0;
        int taken = 0;
        for (int i = 0; i < static_cast<int>(m_schemas.size()); ++i) {
            if (m_schemas[i].examples.empty())
                continue;
            ++taken;
            const double say = 1.0 / static_cast<double>(m_schemas[i].examples.size());
            for (const Example& example : m_schemas[i].examples) {
                if (example.counts)
                    loss +=
                        addExample(example, model,
                                   example.right < 0 ? say * m_schemas[i].silence : say, gradient);
            }
        }
        for (double& one : gradient)
            one /= taken;
        loss /= taken;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            loss += m_ridge * weights[i] * weights[i];
            gradient[i] += 2 * m_ridge * weights[i];
        }
        return loss;
    }

private:
    static double addExample(const Example& example, const PassWeights& weights, double say,
                             Vector& gradient)
    {
        const Vector likely = candidateProbabilities(example.features, weights);
        double right = 1;
        for (std::size_t i = 0; i < likely.size(); ++i) {
            right -= likely[i];
            const double pull = say * (likely[i] - (static_cast<int>(i) == example.right ? 1 : 0));
            for (const int feature : example.features[i])
                gradient[static_cast<std::size_t>(feature)] += pull;
        }
        if (example.right >= 0)
            right = likely[static_cast<std::size_t>(example.right)];
        return -say * std::log(std::max(right, 1e-12));
    }

    const std::vector<SchemaExamples>& m_schemas;
    double m_ridge;
};

struct Step
{
    Vector moved;
    Vector changed; ///< of the gradient
};

/// The direction in which to go down, from the last few steps.
Vector directionFrom(const Vector& gradient, const std::deque<Step>& steps)
{
    Vector direction = gradient;
    std::vector<double> alphas;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        const double alpha = dot(step->moved, direction) / dot(step->moved, step->changed);
        alphas.push_back(alpha);
        for (std::size_t i = 0; i < direction.size(); ++i)
            direction[i] -= alpha * step->changed[i];
    }
    if (!steps.empty()) {
        const Step& last = steps.back();
        const double scale = dot(last.moved, last.changed) / dot(last.changed, last.changed);
        for (double& one : direction)
            one *= scale;
    }
    auto alpha = alphas.rbegin();
    for (const Step& step : steps) {
        const double beta = dot(step.changed, direction) / dot(step.moved, step.changed);
        for (std::size_t i = 0; i < direction.size(); ++i)
            direction[i] += step.moved[i] * (*alpha - beta);
        ++alpha;
    }
    for (double& one : direction)
        one = -one;
    return direction;
}

} // namespace

PassWeights trainSingle(const std::vector<SchemaExamples>& schemas, const PassWeights* start,
                        const TrainingOptions& options)
{
    const auto count = static_cast<std::size_t>(featureNames().size());
    Vector weights = start ? start->single : Vector(count, 0.0);
    const Likelihood likelihood(schemas, options.ridge);
    Vector gradient;
    double loss = likelihood(weights, gradient);
    std::deque<Step> steps;
    for (int i = 0; i < options.iterations; ++i) {
        const Vector direction = directionFrom(gradient, steps);
        const double slope = dot(direction, gradient);
        double length = steps.empty() ? 1.0 / std::sqrt(dot(gradient, gradient) + 1e-12) : 1.0;
        Vector next(count);
        Vector nextGradient;
        double nextLoss = loss;
        for (int tries = 0; tries < 25; ++tries, length /= 2) {
            for (std::size_t j = 0; j < count; ++j)
                next[j] = weights[j] + length * direction[j];
            nextLoss = likelihood(next, nextGradient);
            if (nextLoss <= loss + 1e-4 * length * slope)
                break;
        }
        Step step{Vector(count), Vector(count)};
        for (std::size_t j = 0; j < count; ++j) {
            step.moved[j] = next[j] - weights[j];
            step.changed[j] = nextGradient[j] - gradient[j];
        }
        const double gain = loss - nextLoss;
        if (gain <= 0)
            break;
        if (dot(step.moved, step.changed) > 1e-12)
            steps.push_back(std::move(step));
        if (steps.size() > 12)
            steps.pop_front();
        weights = next;
        gradient = nextGradient;
        loss = nextLoss;
        if (gain < 1e-7)
            break;
    }
    PassWeights model;
    model.single = std::move(weights);
    model.together.resize(count);
    return model;
}

} // namespace cadastre::fit
