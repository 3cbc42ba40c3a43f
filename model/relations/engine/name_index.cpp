// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Hashes of runs of words; see the header.
#include "model/relations/engine/name_index.h"

#include "model/relations/engine/people_tables.h"
#include "model/relations/names/word_forms.h"

#include <algorithm>

namespace cadastre {

namespace {

quint64 runHash(const Vocabulary& vocabulary, std::span<const int> words)
{
    quint64 hash = 1469598103934665603ULL;
    for (const int word : words)
        hash = (hash ^ static_cast<quint64>(vocabulary[word].loose + 1)) * 1099511628211ULL;
    return hash;
}

QString withoutPluralEnd(QString compact)
{
    while (compact.size() > 3 &&
           (compact.endsWith(QLatin1Char('s')) || compact.endsWith(QLatin1Char('e'))))
        compact.chop(1);
    return compact;
}

constexpr std::size_t longestList = 4000; ///< a run that more tables share says nothing

} // namespace

NameIndex::NameIndex(const SchemaProfile& profile)
    : m_profile(profile)
    , m_people(findPeopleTables(profile))
{
    for (int i = 0; i < static_cast<int>(profile.tables.size()); ++i) {
        if (profile.tables[i].takesPart && !profile.tables[i].keys.empty()) {
            indexTable({i});
            indexShortForms({i});
            indexKeys({i});
        }
    }
}

void NameIndex::indexTable(TableId id)
{
    const TableProfile& table = m_profile.tables[id.index];
    const auto count = table.words.size();
    for (std::size_t from = 0; from < count; ++from) {
        for (std::size_t to = from + 1; to <= count; ++to) {
            auto& tables = m_byRun[runHash(m_profile.vocabulary,
                                           std::span(table.words).subspan(from, to - from))];
            if (tables.size() < longestList && (tables.empty() || tables.back() != id))
                tables.push_back(id);
        }
    }
    QString own;
    for (const int word : std::span(table.words).subspan(table.modulePrefix))
        own += m_profile.vocabulary[word].text;
    for (const QString& spelling : {withoutPluralEnd(table.compact), withoutPluralEnd(own)}) {
        auto& tables = m_bySpelling[spelling];
        if (tables.empty() || tables.back() != id)
            tables.push_back(id);
    }
}

void NameIndex::indexShortForms(TableId id)
{
    const TableProfile& table = m_profile.tables[id.index];
    const auto words = std::span(table.words);
    for (std::size_t from = 0; from <= static_cast<std::size_t>(table.modulePrefix); ++from) {
        QString initials;
        for (const int word : words.subspan(std::min(from, words.size())))
            initials += m_profile.vocabulary[word].text.front();
        if (initials.size() >= 2)
            m_byInitials[initials].push_back(id);
    }
    for (const int word : words.subspan(static_cast<std::size_t>(table.modulePrefix))) {
        const QString& text = m_profile.vocabulary[word].text;
        auto& tables = m_byBeginning[text.first(std::min<qsizetype>(2, text.size()))];
        if (tables.empty() || tables.back() != id)
            tables.push_back(id);
    }
}

void NameIndex::indexKeys(TableId id)
{
    const TableProfile& table = m_profile.tables[id.index];
    for (const ColumnId key : table.keys) {
        const int name = m_profile.columns[key.index].name;
        m_keysByName[name].push_back(key);
        std::span<const int> words(m_profile.names[name].words);
        m_keysByWords[runHash(m_profile.vocabulary, words)].push_back(key);
        if (words.size() > 1 && words.front() == table.columnPrefix)
            m_keysByWords[runHash(m_profile.vocabulary, words.subspan(1))].push_back(key);
    }
}

const std::vector<TableId>& NameIndex::peopleTables(SchemaId schema) const
{
    static const std::vector<TableId> none;
    const auto found = m_people.constFind(schema);
    if (found != m_people.constEnd())
        return *found;
    // a schema without people refers to those of another one, where there is only one such
    return m_people.size() == 1 ? *m_people.cbegin() : none;
}

int NameIndex::nearness(TableId child, TableId table) const
{
    const TableProfile& ours = m_profile.tables[child.index];
    const TableProfile& theirs = m_profile.tables[table.index];
    int near =
        m_profile.catalog->table(child).schema == m_profile.catalog->table(table).schema ? 8 : 0;
    const std::size_t shared = std::min(ours.words.size(), theirs.words.size());
    for (std::size_t i = 0; i < shared && ours.words[i] == theirs.words[i]; ++i)
        near += 4;
    return near * 4 - static_cast<int>(theirs.words.size());
}

void NameIndex::nearestFirst(std::vector<TableId>& tables, TableId child, std::size_t limit) const
{
    if (tables.size() <= limit)
        return;
    std::vector<std::pair<int, TableId>> ranked;
    ranked.reserve(tables.size());
    for (const TableId table : tables)
        ranked.push_back({-nearness(child, table), table});
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<qsizetype>(limit), ranked.end());
    tables.clear();
    for (std::size_t i = 0; i < limit; ++i)
        tables.push_back(ranked[i].second);
}

std::vector<TableId> NameIndex::tablesWithWordsOf(const NameCore& core, TableId child,
                                                  int limit) const
{
    std::vector<TableId> found;
    const auto count = core.words.size();
    for (std::size_t length = count; length >= 1; --length) {
        for (std::size_t from = 0; from + length <= count; ++from) {
            const std::span<const int> run = std::span(core.words).subspan(from, length);
            if (length == 1 &&
                m_profile.vocabulary[run.front()].roles & (WordRole::Filler | WordRole::By))
                continue;
            const auto tables = m_byRun.constFind(runHash(m_profile.vocabulary, run));
            if (tables == m_byRun.constEnd())
                continue;
            std::vector<TableId> near = *tables;
            nearestFirst(near, child, length == count ? 12 : 6);
            for (const TableId table : near) {
                if (std::ranges::find(found, table) == found.end())
                    found.push_back(table);
            }
            if (static_cast<int>(found.size()) >= limit)
                return found;
        }
    }
    return found;
}

std::vector<TableId> NameIndex::tablesExtendedBy(TableId child) const
{
    std::vector<TableId> found;
    const auto words = std::span(m_profile.tables[child.index].words);
    for (std::size_t length = words.size(); length-- > 1;) {
        for (const auto& run : {words.first(length), words.last(length)}) {
            const auto tables = m_byRun.constFind(runHash(m_profile.vocabulary, run));
            if (tables == m_byRun.constEnd())
                continue;
            for (const TableId table : *tables) {
                const bool whole = m_profile.tables[table.index].words.size() == length;
                if (whole && std::ranges::find(found, table) == found.end() && found.size() < 3)
                    found.push_back(table);
            }
        }
    }
    return found;
}

std::vector<TableId> NameIndex::tablesSpelled(const QString& compact, TableId child) const
{
    std::vector<TableId> tables = m_bySpelling.value(withoutPluralEnd(compact));
    nearestFirst(tables, child, 12);
    return tables;
}

std::vector<TableId> NameIndex::tablesWithInitials(const QString& letters, TableId child) const
{
    std::vector<TableId> tables = m_byInitials.value(letters);
    nearestFirst(tables, child, 3);
    return tables;
}

std::vector<TableId> NameIndex::tablesAbbreviated(const QString& word, TableId child) const
{
    std::vector<TableId> tables;
    const auto found = m_byBeginning.constFind(word.first(std::min<qsizetype>(2, word.size())));
    if (found == m_byBeginning.constEnd() || found->size() > 400)
        return tables;
    for (const TableId id : *found) {
        const auto& words = m_profile.tables[id.index].words;
        const auto own = std::span(words).subspan(
            static_cast<std::size_t>(m_profile.tables[id.index].modulePrefix));
        if (!own.empty() && (isAbbreviation(word, m_profile.vocabulary[own.front()].text) ||
                             isAbbreviation(word, m_profile.vocabulary[own.back()].text)))
            tables.push_back(id);
    }
    nearestFirst(tables, child, 5);
    return tables;
}

std::vector<ColumnId> NameIndex::keysNamed(int name, TableId child, int limit) const
{
    const auto found = m_keysByName.constFind(name);
    if (found == m_keysByName.constEnd())
        return {};
    std::vector<ColumnId> keys = *found;
    const auto tableOf = [&](ColumnId key) { return m_profile.catalog->column(key).table; };
    if (static_cast<int>(keys.size()) > limit) {
        std::ranges::stable_sort(keys, [&](ColumnId a, ColumnId b) {
            return nearness(child, tableOf(a)) > nearness(child, tableOf(b));
        });
        keys.resize(static_cast<std::size_t>(limit));
    }
    return keys;
}

std::vector<ColumnId> NameIndex::nearestKeys(const std::vector<ColumnId>& keys, TableId child,
                                             std::size_t limit) const
{
    std::vector<std::tuple<int, std::size_t, ColumnId>> ranked;
    ranked.reserve(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        ranked.push_back({-nearness(child, m_profile.catalog->column(keys[i]).table), i, keys[i]});
    const auto count = std::min(limit, keys.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<qsizetype>(count), ranked.end());
    std::vector<ColumnId> nearest;
    for (std::size_t i = 0; i < count; ++i)
        nearest.push_back(std::get<ColumnId>(ranked[i]));
    return nearest;
}

std::vector<ColumnId> NameIndex::keysEnding(const std::vector<int>& words, TableId child,
                                            int limit) const
{
    std::vector<ColumnId> found;
    for (std::size_t from = 0; from < words.size(); ++from) {
        const std::span<const int> run = std::span(words).subspan(from);
        if (run.size() == 1 && m_profile.vocabulary[run.front()].roles &
                                   (WordRole::Identifier | WordRole::WeakIdentifier))
            continue;
        const auto keys = m_keysByWords.constFind(runHash(m_profile.vocabulary, run));
        if (keys == m_keysByWords.constEnd())
            continue;
        for (const ColumnId key : nearestKeys(*keys, child, limit + found.size())) {
            if (static_cast<int>(found.size()) >= limit)
                return found;
            if (std::ranges::find(found, key) == found.end())
                found.push_back(key);
        }
    }
    return found;
}

} // namespace cadastre
