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

constexpr std::size_t longestList = 4000;    ///< a run that more tables share says nothing
constexpr std::size_t mostOfBeginning = 400; ///< more words that begin alike are not abbreviated
constexpr quint64 listOfKeys = 0x5bd1e995;   ///< keeps lists of keys apart from those of tables

bool canBeAbbreviation(const WordInfo& word)
{
    return word.text.size() >= 2 && word.text.size() <= 6 &&
           !(word.roles & (WordRole::Attribute | WordRole::Filler | WordRole::By |
                           WordRole::Relative | WordRole::Identifier));
}

} // namespace

NameIndex::NameIndex(const SchemaProfile& profile)
    : m_profile(profile)
    , m_near(profile)
{
    for (int i = 0; i < static_cast<int>(profile.tables.size()); ++i) {
        if (profile.tables[i].takesPart && !profile.tables[i].keys.empty()) {
            indexTable({i});
            indexShortForms({i});
            indexKeys({i});
        }
    }
    findAbbreviated();
    m_people = peopleTablesBySchema(profile);
    rememberLongLists();
}

void NameIndex::rememberLongLists()
{
    for (auto run = m_byRun.cbegin(); run != m_byRun.cend(); ++run)
        m_near.remember(run.key(), *run);
    for (auto words = m_keysByWords.cbegin(); words != m_keysByWords.cend(); ++words)
        m_near.remember(words.key() ^ listOfKeys, words->tables);
}

void NameIndex::indexTable(TableId id)
{
    const TableProfile& table = m_profile.tables[id.index];
    const auto count = table.words.size();
    for (std::size_t from = 0; from < count; ++from) {
        for (std::size_t to = from + 1; to <= count; ++to) {
            const quint64 run =
                runHash(m_profile.vocabulary, std::span(table.words).subspan(from, to - from));
            auto& tables = m_byRun[run];
            if (tables.size() < longestList && (tables.empty() || tables.back() != id))
                tables.push_back(id);
            if (to - from == count && tables.back() == id)
                m_byWhole[run].push_back(id);
        }
    }
    QString own;
    for (const int word :
         std::span(table.words).subspan(static_cast<std::size_t>(table.modulePrefix)))
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
    const auto add = [&](KeyList& list, ColumnId key) {
        list.keys.push_back(key);
        list.tables.push_back(id);
    };
    for (const ColumnId key : table.keys) {
        const int name = m_profile.columns[key.index].name;
        add(m_keysByName[name], key);
        std::span<const int> words(m_profile.names[name].words);
        add(m_keysByWords[runHash(m_profile.vocabulary, words)], key);
        if (words.size() > 1 && words.front() == table.columnPrefix)
            add(m_keysByWords[runHash(m_profile.vocabulary, words.subspan(1))], key);
    }
}

/// For every word once, however many columns have it.
void NameIndex::findAbbreviated()
{
    m_abbreviated.resize(static_cast<std::size_t>(m_profile.vocabulary.size()));
    for (int number = 0; number < m_profile.vocabulary.size(); ++number) {
        const WordInfo& word = m_profile.vocabulary[number];
        if (!canBeAbbreviation(word))
            continue;
        const auto found = m_byBeginning.constFind(word.text.first(2));
        if (found == m_byBeginning.constEnd() || found->size() > mostOfBeginning)
            continue;
        for (const TableId id : *found) {
            const TableProfile& table = m_profile.tables[id.index];
            const auto own =
                std::span(table.words).subspan(static_cast<std::size_t>(table.modulePrefix));
            if (!own.empty() &&
                (isAbbreviation(word.text, m_profile.vocabulary[own.front()].text) ||
                 isAbbreviation(word.text, m_profile.vocabulary[own.back()].text)))
                m_abbreviated[static_cast<std::size_t>(number)].push_back(id);
        }
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

std::vector<TableId> NameIndex::nearestOf(const std::vector<TableId>& tables, TableId child,
                                          std::size_t limit) const
{
    if (tables.size() <= limit)
        return tables;
    std::vector<TableId> near;
    for (const int position : m_near.nearest(tables, child, limit))
        near.push_back(tables[static_cast<std::size_t>(position)]);
    return near;
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
            const quint64 list = runHash(m_profile.vocabulary, run);
            const auto tables = m_byRun.constFind(list);
            if (tables == m_byRun.constEnd())
                continue;
            const auto add = [&](TableId table) {
                if (std::ranges::find(found, table) == found.end())
                    found.push_back(table);
            };
            const std::size_t most = length == count ? 12 : 6;
            if (tables->size() <= most) {
                std::ranges::for_each(*tables, add);
            } else {
                for (const int position : m_near.nearest(list, *tables, child, most))
                    add((*tables)[static_cast<std::size_t>(position)]);
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
            const auto tables = m_byWhole.constFind(runHash(m_profile.vocabulary, run));
            if (tables == m_byWhole.constEnd())
                continue;
            for (const TableId table : *tables) {
                if (found.size() == 3)
                    return found;
                if (std::ranges::find(found, table) == found.end())
                    found.push_back(table);
            }
        }
    }
    return found;
}

std::vector<TableId> NameIndex::tablesSpelled(const QString& compact, TableId child) const
{
    return nearestOf(m_bySpelling.value(withoutPluralEnd(compact)), child, 12);
}

std::vector<TableId> NameIndex::tablesWithInitials(const QString& letters, TableId child) const
{
    const auto found = m_byInitials.constFind(letters);
    return found == m_byInitials.constEnd() ? std::vector<TableId>() : nearestOf(*found, child, 3);
}

std::vector<TableId> NameIndex::tablesAbbreviated(int word, TableId child) const
{
    return nearestOf(m_abbreviated[static_cast<std::size_t>(word)], child, 5);
}

std::vector<ColumnId> NameIndex::keysNamed(int name, TableId child, int limit) const
{
    const auto found = m_keysByName.constFind(name);
    if (found == m_keysByName.constEnd())
        return {};
    const auto most = static_cast<std::size_t>(limit);
    if (found->keys.size() <= most)
        return found->keys;
    std::vector<ColumnId> keys;
    for (const int position : m_near.nearest(found->tables, child, most))
        keys.push_back(found->keys[static_cast<std::size_t>(position)]);
    return keys;
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
        const quint64 list = runHash(m_profile.vocabulary, run);
        const auto keys = m_keysByWords.constFind(list);
        if (keys == m_keysByWords.constEnd())
            continue;
        // as many again as may have been found already
        const std::size_t most = found.size() + static_cast<std::size_t>(limit);
        for (const int position : m_near.nearest(list ^ listOfKeys, keys->tables, child, most)) {
            if (static_cast<int>(found.size()) >= limit)
                return found;
            const ColumnId key = keys->keys[static_cast<std::size_t>(position)];
            if (std::ranges::find(found, key) == found.end())
                found.push_back(key);
        }
    }
    return found;
}

} // namespace cadastre
