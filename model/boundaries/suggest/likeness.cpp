// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One table after the other with arrays over all positions, so that no pair is looked up.
#include "model/boundaries/suggest/likeness.h"

#include <algorithm>
#include <cmath>

namespace cadastre::suggest {

namespace {

constexpr double halfWorth = 40; ///< tables
constexpr double worthPower = 1.5;
constexpr double wordWorth = 0.4;  ///< of a word that is a first one in either name
constexpr double innerWorth = 0.2; ///< of a word that is a first one in neither
constexpr double writerWorth = 0.4;
constexpr qsizetype shortestWord = 3;

class LikenessCollector
{
public:
    LikenessCollector(const NameWords& names, const Writers& writers, const Labels& labels)
        : m_names(names)
        , m_writers(writers)
        , m_labels(labels)
        , m_beginning(names.words.size(), -1)
        , m_other(names.words.size(), 0)
    {
    }

    std::vector<Likeness> run()
    {
        for (int i = 0; i < static_cast<int>(m_names.words.size()); ++i) {
            if (isClosed(i))
                continue;
            addBeginnings(i);
            addWords(i);
            addWriters(i);
            emitPairs(i);
        }
        return std::move(m_result);
    }

private:
    bool isClosed(int position) const
    {
        const int label = m_labels.ofPositions[position];
        return label >= 0 && m_labels.labels[label].isClosed();
    }

    /// The longest beginning of two names decides.
    void addBeginnings(int position)
    {
        const std::vector<int>& beginnings = m_names.beginnings[position];
        for (auto it = beginnings.rbegin(); it != beginnings.rend(); ++it) {
            const std::vector<int>& tables = m_names.ofBeginnings.tables[*it];
            if (tables.size() > sharedByMany)
                return;
            const double value = worthOfFeature(tables.size()) * m_names.ofBeginnings.trust[*it];
            for (auto other = std::ranges::upper_bound(tables, position); other != tables.end();
                 ++other) {
                touch(*other);
                if (m_beginning[*other] < 0)
                    m_beginning[*other] = value;
            }
        }
    }

    void addWords(int position)
    {
        const std::vector<int>& words = m_names.words[position];
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::vector<int>& tables = m_names.ofWords.tables[words[i]];
            if (tables.size() > sharedByMany || m_names.texts[words[i]].size() < shortestWord)
                continue;
            const double value = worthOfFeature(tables.size()) * m_names.ofWords.trust[words[i]];
            for (auto other = std::ranges::upper_bound(tables, position); other != tables.end();
                 ++other) {
                const bool isFirst = i == 0 || m_names.words[*other].front() == words[i];
                raise(*other, value * (isFirst ? wordWorth : innerWorth));
            }
        }
    }

    void addWriters(int position)
    {
        const int group = m_writers.groups[position];
        if (group < 0 || m_writers.tables[group].size() > sharedByMany)
            return;
        const std::vector<int>& tables = m_writers.tables[group];
        const double value = writerWorth * worthOfFeature(tables.size());
        for (auto other = std::ranges::upper_bound(tables, position); other != tables.end();
             ++other)
            raise(*other, value);
    }

    void raise(int other, double value)
    {
        touch(other);
        m_other[other] = std::max(m_other[other], value);
    }

    void touch(int other)
    {
        if (m_beginning[other] < 0 && m_other[other] <= 0)
            m_touched.push_back(other);
    }

    void emitPairs(int position)
    {
        std::ranges::sort(m_touched);
        m_touched.erase(std::ranges::unique(m_touched).begin(), m_touched.end());
        for (const int other : m_touched) {
            const double value = 1 - (1 - std::max(0.0, m_beginning[other])) * (1 - m_other[other]);
            if (value > 0 && !isClosed(other))
                m_result.push_back({position, other, value});
            m_beginning[other] = -1;
            m_other[other] = 0;
        }
        m_touched.clear();
    }

    const NameWords& m_names;
    const Writers& m_writers;
    const Labels& m_labels;
    std::vector<double> m_beginning; ///< of the pair with the table at hand; -1: none
    std::vector<double> m_other;
    std::vector<int> m_touched;
    std::vector<Likeness> m_result;
};

} // namespace

double worthOfFeature(std::size_t tables)
{
    return 1 / (1 + std::pow(static_cast<double>(tables) / halfWorth, worthPower));
}

std::vector<Likeness> likenessesOf(const NameWords& names, const Writers& writers,
                                   const Labels& labels)
{
    return LikenessCollector(names, writers, labels).run();
}

} // namespace cadastre::suggest
