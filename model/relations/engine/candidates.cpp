// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One function per way of proposing; see the header.
#include "model/relations/engine/candidates.h"

#include "model/relations/engine/candidate_choice.h"

#include <algorithm>

namespace cadastre {

namespace {

bool comparable(ValueFamily a, ValueFamily b)
{
    return a == b || a == ValueFamily::Other || b == ValueFamily::Other;
}

/// The candidates of one column while they are collected.
class Collector
{
public:
    Collector(const SchemaProfile& profile, const NameIndex& index, ColumnId child)
        : m_profile(profile)
        , m_index(index)
        , m_table(profile.catalog->column(child).table)
    {
        m_result.child = child;
        m_result.cores = nameCores(profile, child);
    }

    void addTablesByWords()
    {
        for (const NameCore& core : m_result.cores) {
            for (const TableId table : m_index.tablesWithWordsOf(core, m_table, 14))
                addTable(table, CandidateSource::TableWords);
        }
    }

    void addTablesBySpelling()
    {
        for (const NameCore& core : m_result.cores) {
            QString compact;
            for (const int word : core.words)
                compact += m_profile.vocabulary[word].text;
            if (compact.size() < 3)
                continue;
            for (const TableId table : m_index.tablesSpelled(compact, m_table))
                addTable(table, CandidateSource::Compact);
        }
    }

    void addTablesByShortForms()
    {
        for (const NameCore& core : m_result.cores) {
            for (const int number : core.words) {
                const WordInfo& word = m_profile.vocabulary[number];
                if (word.text.size() < 2 || word.text.size() > 6 ||
                    word.roles & (WordRole::Attribute | WordRole::Filler | WordRole::By |
                                  WordRole::Relative | WordRole::Identifier))
                    continue;
                if (word.text.size() <= 4) {
                    for (const TableId table : m_index.tablesWithInitials(word.text, m_table))
                        addTable(table, CandidateSource::Initials);
                }
                if (core.suffix >= 0 || core.prefix >= 0) {
                    for (const TableId table : m_index.tablesAbbreviated(number, m_table))
                        addTable(table, CandidateSource::ShortForm);
                }
            }
        }
    }

    void addKeysByName()
    {
        const int name = m_profile.columns[m_result.child.index].name;
        const ColumnName& facts = m_profile.names[name];
        if (facts.keyCount > 0 && facts.keyCount <= 12)
            addKeys(m_index.keysNamed(name, m_table, 6), CandidateSource::KeyName);
        for (const std::vector<int>& words : {facts.words, m_result.cores.back().words})
            addKeys(m_index.keysEnding(words, m_table, 6), CandidateSource::KeyName);
    }

    void addPeople()
    {
        const SchemaId schema = m_profile.catalog->table(m_table).schema;
        if (!namesPerson())
            return;
        for (const TableId table : m_index.peopleTables(schema))
            addTable(table, CandidateSource::Person);
    }

    /// A key that does not number its rows itself may be that of the table which it extends.
    void addExtendedTables()
    {
        const ColumnProfile& facts = m_profile.columns[m_result.child.index];
        if (!facts.primaryAlone || facts.numbersItself)
            return;
        for (const TableId table : m_index.tablesExtendedBy(m_table)) {
            const ColumnId key = m_profile.tables[table.index].keys.front();
            if (m_profile.columns[key.index].type.family == facts.type.family)
                addKey(key, CandidateSource::OwnKey);
        }
    }

    void addOwnTable()
    {
        for (const NameCore& core : m_result.cores) {
            for (const int word : core.words) {
                if (m_profile.vocabulary[word].roles & WordRole::Relative)
                    return addTable(m_table, CandidateSource::Relative);
            }
        }
    }

    void addKey(ColumnId key, CandidateSource source)
    {
        addKey(m_profile.catalog->column(key).table, key, source);
    }

    void addKey(TableId parent, ColumnId key, CandidateSource source)
    {
        if (key == m_result.child)
            return;
        const auto known = std::ranges::find(m_keys, key);
        if (known != m_keys.end()) {
            m_result.candidates[static_cast<std::size_t>(known - m_keys.begin())].sources |= source;
            return;
        }
        m_keys.push_back(key);
        m_result.candidates.push_back({parent, key, source, {}});
    }

    ColumnCandidates take()
    {
        for (Candidate& candidate : m_result.candidates)
            candidate.match = matchTable(m_profile, m_result.cores, m_table, candidate.parent);
        return std::move(m_result);
    }

private:
    void addKeys(const std::vector<ColumnId>& keys, CandidateSource source)
    {
        for (const ColumnId key : keys)
            addKey(key, source);
    }

    /// The keys of a table that values of the column could be compared with; its first key anyway.
    void addTable(TableId table, CandidateSource source)
    {
        const auto& keys = m_profile.tables[table.index].keys;
        const ColumnType& ours = m_profile.columns[m_result.child.index].type;
        for (std::size_t i = 0; i < keys.size() && i < 4; ++i) {
            if (i == 0 || isLike(ours, keys[i]))
                addKey(table, keys[i], source);
        }
    }

    [[nodiscard]] bool isLike(const ColumnType& ours, ColumnId key) const
    {
        const ColumnType& theirs = m_profile.columns[key.index].type;
        return comparable(ours.family, theirs.family) &&
               (ours.width == theirs.width || nameEndsAlike(key));
    }

    [[nodiscard]] bool nameEndsAlike(ColumnId key) const
    {
        const auto& ours = m_profile.names[m_profile.columns[m_result.child.index].name].words;
        const auto& theirs = m_profile.names[m_profile.columns[key.index].name].words;
        return !ours.empty() && !theirs.empty() && ours.back() == theirs.back();
    }

    [[nodiscard]] bool namesPerson() const
    {
        bool action = false;
        for (const NameCore& core : m_result.cores) {
            for (const int word : core.words) {
                const WordRoles roles = m_profile.vocabulary[word].roles;
                if (roles & (WordRole::PersonRole | WordRole::PersonTable))
                    return true;
                action = action || (roles & WordRole::Action);
                if (roles & WordRole::By && core.words.size() > 1)
                    return true;
            }
        }
        return action && m_result.cores.front().suffix >= 0;
    }

    const SchemaProfile& m_profile;
    const NameIndex& m_index;
    TableId m_table;
    ColumnCandidates m_result;
    std::vector<ColumnId> m_keys; ///< parallel to the candidates
};

} // namespace

CandidateMaker::CandidateMaker(const SchemaProfile& profile, const NameIndex& index,
                               const std::vector<OutsideCandidate>& outside)
    : m_profile(profile)
    , m_index(index)
{
    for (const OutsideCandidate& candidate : outside)
        m_outside[candidate.child].push_back(candidate);
}

bool CandidateMaker::canPoint(ColumnId column) const
{
    const ColumnProfile& facts = m_profile.columns[column.index];
    if (facts.name < 0 || m_profile.catalog->column(column).generated != Generated::No)
        return false;
    switch (facts.type.family) {
    case ValueFamily::Boolean:
    case ValueFamily::Time:
    case ValueFamily::Float:
    case ValueFamily::Document:
        return false;
    default:
        return true;
    }
}

ColumnCandidates CandidateMaker::proposalsFor(ColumnId column) const
{
    Collector collector(m_profile, m_index, column);
    const auto outside = m_outside.constFind(column);
    if (outside != m_outside.constEnd()) {
        for (const OutsideCandidate& candidate : *outside)
            collector.addKey(candidate.key, candidate.source);
    }
    collector.addTablesByWords();
    collector.addTablesBySpelling();
    collector.addTablesByShortForms();
    collector.addKeysByName();
    collector.addPeople();
    collector.addOwnTable();
    collector.addExtendedTables();
    return collector.take();
}

std::vector<ColumnCandidates> CandidateMaker::proposals() const
{
    std::vector<ColumnCandidates> all;
    for (int i = 0; i < static_cast<int>(m_profile.columns.size()); ++i) {
        if (canPoint({i}))
            all.push_back(proposalsFor({i}));
    }
    return all;
}

std::vector<ColumnCandidates> CandidateMaker::make(const Habits* habits) const
{
    std::vector<ColumnCandidates> all;
    for (ColumnCandidates& column : proposals()) {
        ColumnCandidates chosen = chosenCandidates(m_profile, std::move(column), habits);
        if (!chosen.candidates.empty())
            all.push_back(std::move(chosen));
    }
    return all;
}

std::vector<ColumnId> CandidateMaker::columnsThatCanPoint() const
{
    std::vector<ColumnId> columns;
    for (int i = 0; i < static_cast<int>(m_profile.columns.size()); ++i) {
        if (canPoint({i}))
            columns.push_back({i});
    }
    return columns;
}

} // namespace cadastre
