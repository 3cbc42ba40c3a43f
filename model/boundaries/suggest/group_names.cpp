// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "model/boundaries/suggest/group_names.h"

#include <algorithm>

namespace cadastre::suggest {

namespace {

constexpr double mostOfThem = 0.6;

bool isWordEnd(const QString& name, qsizetype at)
{
    if (at == 0 || at == name.size())
        return true;
    const QChar before = name[at - 1];
    const QChar after = name[at];
    return !before.isLetterOrNumber() || !after.isLetterOrNumber() ||
           (before.isLower() && after.isUpper());
}

double worthOf(int shared, int size, std::size_t everywhere)
{
    if (shared < 2)
        return 0;
    return (shared - 1.0) / (size - 1.0) * shared / static_cast<double>(everywhere);
}

/// The feature that most tables of a group have; -1 when none is that common.
int featureOfMost(const QHash<int, int>& counts, int size, const auto& longer)
{
    int best = -1;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        if (it.value() < 2 || it.value() < mostOfThem * size)
            continue;
        if (best < 0 || longer(it.key(), best))
            best = it.key();
    }
    return best;
}

QString cleanName(const QString& text)
{
    QString clean;
    for (const QChar c : text)
        clean += c.isPrint() ? c : QLatin1Char(' ');
    return clean.simplified();
}

} // namespace

GroupNames groupNamesOf(const Facts& facts, const std::vector<int>& group)
{
    GroupNames names;
    names.size = static_cast<int>(group.size());
    for (const int position : group) {
        for (const int beginning : facts.names.beginnings[position])
            ++names.beginnings[beginning];
        const std::vector<int>& words = facts.names.words[position];
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto end = words.begin() + static_cast<std::ptrdiff_t>(i);
            if (std::find(words.begin(), end, words[i]) == end)
                ++names.words[words[i]];
        }
    }
    return names;
}

SharedName sharedBeginning(const Facts& facts, const GroupNames& names, int position)
{
    SharedName best;
    const std::vector<int>& beginnings = facts.names.beginnings[position];
    for (std::size_t i = 0; i < beginnings.size(); ++i) {
        const int shared = names.beginnings.value(beginnings[i]);
        const double worth =
            worthOf(shared, names.size, facts.names.ofBeginnings.tables[beginnings[i]].size());
        if (worth > best.worth)
            best = {beginnings[i], static_cast<int>(i) + 1, shared, worth};
    }
    return best;
}

SharedName sharedWord(const Facts& facts, const GroupNames& names, int position, int from)
{
    SharedName best;
    const std::vector<int>& words = facts.names.words[position];
    for (std::size_t i = from; i < words.size(); ++i) {
        const int shared = names.words.value(words[i]);
        const double worth =
            worthOf(shared, names.size, facts.names.ofWords.tables[words[i]].size());
        if (worth > best.worth)
            best = {words[i], 1, shared, worth};
    }
    return best;
}

QString commonBeginning(const Facts& facts, const std::vector<int>& positions)
{
    if (positions.empty())
        return {};
    QString common = facts.table(positions.front()).name;
    for (const int position : positions) {
        const QString& name = facts.table(position).name;
        const auto [end, other] =
            std::mismatch(common.begin(), common.end(), name.begin(), name.end());
        common.truncate(end - common.begin());
    }
    const bool endsWord = std::ranges::any_of(positions, [&](int position) {
        return isWordEnd(facts.table(position).name, common.size());
    });
    const QString& name = facts.table(positions.front()).name;
    qsizetype end = common.size();
    while (!endsWord && !isWordEnd(name, end))
        --end;
    while (end > 0 && !common[end - 1].isLetterOrNumber())
        --end;
    return common.first(end);
}

QString GroupNaming::withoutFirstWord(int beginning, const QString& text) const
{
    const std::vector<int>& tables = m_facts.names.ofBeginnings.tables[beginning];
    const int first = m_facts.names.beginnings[tables.front()].front();
    if (first == beginning || m_facts.names.ofBeginnings.tables[first].size() <= sharedByMany)
        return {};
    qsizetype at = 1;
    while (at < text.size() && !isWordEnd(text, at))
        ++at;
    while (at < text.size() && !text[at].isLetterOrNumber())
        ++at;
    return text.sliced(at);
}

/// The table at which most links of the group end; the first one by name among equals.
QString GroupNaming::centralTable(const std::vector<int>& group) const
{
    int best = group.front();
    double most = -1;
    for (const int position : group) {
        double ending = 0;
        for (const int index : m_facts.linksOf[position]) {
            const Link& link = m_facts.links[index];
            if (link.to == position && m_facts.groupOf[link.from] == m_facts.groupOf[position])
                ending += 1;
        }
        if (ending > most) {
            most = ending;
            best = position;
        }
    }
    return m_facts.table(best).name;
}

QStringList GroupNaming::choices(const std::vector<int>& group, const GroupNames& names) const
{
    QStringList result;
    if (const Label* label = m_facts.labelOf(group)) {
        result << label->name;
        if (label->kind != LabelKind::Note)
            result << QString(m_facts.catalog->source(label->source).name + QLatin1Char(' ') +
                              label->name);
    }
    const auto& beginnings = m_facts.names.ofBeginnings.tables;
    const int beginning = featureOfMost(names.beginnings, names.size, [&](int a, int b) {
        return std::pair(beginnings[a].size(), a) < std::pair(beginnings[b].size(), b);
    });
    if (beginning >= 0) {
        std::vector<int> having;
        std::ranges::set_intersection(group, beginnings[beginning], std::back_inserter(having));
        const QString text = commonBeginning(m_facts, having);
        if (beginnings[beginning].size() <= sharedByMany)
            result << withoutFirstWord(beginning, text) << text;
    }
    const auto& words = m_facts.names.ofWords.tables;
    const int word = featureOfMost(names.words, names.size, [&](int a, int b) {
        return std::pair(words[a].size(), a) < std::pair(words[b].size(), b);
    });
    if (word >= 0 && words[word].size() <= sharedByMany)
        result << m_facts.names.texts[word];
    result << centralTable(group);
    return result;
}

QString GroupNaming::nameOf(const std::vector<int>& group, const GroupNames& names)
{
    QString fallback;
    for (const QString& choice : choices(group, names)) {
        const QString name = cleanName(choice);
        if (name.isEmpty())
            continue;
        if (!m_taken.contains(name.toCaseFolded())) {
            m_taken.insert(name.toCaseFolded());
            return name;
        }
        fallback = name;
    }
    if (fallback.isEmpty())
        fallback = QStringLiteral("unnamed");
    for (int number = 1;; ++number) {
        const QString name =
            number == 1 ? fallback : QString(fallback + QLatin1Char(' ') + QString::number(number));
        if (m_taken.contains(name.toCaseFolded()))
            continue;
        m_taken.insert(name.toCaseFolded());
        return name;
    }
}

} // namespace cadastre::suggest
