// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The index behind search: every different word and name once, so that a keystroke compares words,
// not objects. How words compare lives in words.h.
#include "model/search/search.h"

#include "model/search/fuzzy.h"
#include "model/search/qualified_name.h"
#include "model/search/search_scores.h"
#include "model/search/words.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int maximumQueryWords = 8;
constexpr int commentScore = 25;
constexpr int mistypedScore = 25;
constexpr int fullNameScore = 1000; ///< above whatever is only similar

/// A name that one or many objects have.
struct Name
{
    QString compact;
    std::vector<int> words;
};

struct Entry
{
    ObjectRef object;
    int name = 0;
    int owner = -1;       ///< name of the table or schema it stands in
    int called = -1;      ///< name that the object should have
    int ownerCalled = -1; ///< the same of what it stands in
    int comment = -1;
    int weight = 0; ///< tables before columns before everything else
    bool system = false;
};

/// A query taken apart, with what its words are worth for every word and name of the index.
struct Query
{
    QStringList words;
    QStringList fullName; ///< its parts, where it can be a qualified name
    QString compact;
    std::vector<std::vector<quint8>> wordScores; ///< [query word][dictionary word]
    std::vector<quint8> nameScores;              ///< [name * words + query word]
    std::vector<quint8> compactScores;           ///< [name]
};

} // namespace

struct SearchIndex::Data
{
    explicit Data(std::shared_ptr<const Catalog> theCatalog, ObjectNames theNames = {})
        : catalog(std::move(theCatalog))
        , objectNames(std::move(theNames))
    {
        const CatalogObjects& o = catalog->objects();
        add<Schema>(ObjectKind::Schema, o.schemas, [](const Schema&) { return -1; });
        std::vector<int> schemaNames;
        for (const Entry& entry : entries)
            schemaNames.push_back(entry.name);
        const auto ofSchema = [&](const auto& object) { return schemaNames[object.schema.index]; };
        const std::size_t firstTable = entries.size();
        add<Table>(ObjectKind::Table, o.tables, ofSchema);
        std::vector<int> tableNames;
        for (std::size_t i = firstTable; i < entries.size(); ++i)
            tableNames.push_back(entries[i].name);
        const auto ofTable = [&](const auto& object) { return tableNames[object.table.index]; };
        const std::size_t firstColumn = entries.size();
        add<Column>(ObjectKind::Column, o.columns, ofTable);
        for (std::size_t i = firstColumn; i < entries.size(); ++i) {
            const TableId table = o.columns[i - firstColumn].table;
            entries[i].ownerCalled = entries[firstTable + table.index].called;
        }
        add<Constraint>(ObjectKind::Constraint, o.constraints, ofTable);
        add<Index>(ObjectKind::Index, o.indexes, ofTable);
        add<Trigger>(ObjectKind::Trigger, o.triggers, ofTable);
        add<Routine>(ObjectKind::Routine, o.routines, ofSchema);
        add<UserType>(ObjectKind::Type, o.types, ofSchema);
        add<Role>(ObjectKind::Role, o.roles, [](const Role&) { return -1; });
        add<OtherObject>(ObjectKind::Other, o.others, [](const OtherObject&) { return -1; });
        nameIds.clear();
        wordIds.clear();
    }

    template <typename T, typename Owner>
    void add(ObjectKind kind, const std::vector<T>& objects, Owner owner)
    {
        for (int i = 0; i < static_cast<int>(objects.size()); ++i) {
            Entry entry{{kind, i}, nameId(objects[i].name), owner(objects[i])};
            entry.weight = weightOf(kind);
            entry.system = objects[i].system;
            if (const QString called = objectNames.meant(entry.object); !called.isEmpty())
                entry.called = nameId(called);
            if (const QString comment = commentOf(entry.object); !comment.isEmpty()) {
                entry.comment = static_cast<int>(comments.size());
                comments.push_back(comment.toCaseFolded());
            }
            entries.push_back(entry);
        }
    }

    int nameId(const QString& text)
    {
        if (const auto known = nameIds.constFind(text); known != nameIds.constEnd())
            return *known;
        Name name{compactName(text), {}};
        for (const QString& word : nameWords(text))
            name.words.push_back(wordId(word));
        names.push_back(std::move(name));
        return *nameIds.insert(text, static_cast<int>(names.size()) - 1);
    }

    int wordId(const QString& word)
    {
        const auto known = wordIds.constFind(word);
        if (known != wordIds.constEnd())
            return *known;
        words.push_back(word);
        return *wordIds.insert(word, static_cast<int>(words.size()) - 1);
    }

    [[nodiscard]] QString commentOf(ObjectRef object) const
    {
        return objectNames.comments ? objectNames.comments->comment(object)
                                    : catalog->base(object).comment.text;
    }

    [[nodiscard]] Query prepare(QStringView text, bool similar) const;
    [[nodiscard]] int nameScore(const Query& query, const Entry& entry) const;
    [[nodiscard]] int nameScore(const Query& query, int name, int owner, int ownerCalled) const;
    [[nodiscard]] bool commentHas(const Query& query, const Entry& entry) const;
    [[nodiscard]] SearchHit hit(const Query& query, const Entry& entry, int score,
                                SearchField field) const;

    std::shared_ptr<const Catalog> catalog;
    ObjectNames objectNames;
    std::vector<QString> words;
    std::vector<Name> names;
    std::vector<Entry> entries;
    std::vector<QString> comments; ///< case-folded
    QHash<QString, int> nameIds;   ///< while building
    QHash<QString, int> wordIds;   ///< while building
};

Query SearchIndex::Data::prepare(QStringView text, bool similar) const
{
    Query query;
    query.words = nameWords(text).mid(0, maximumQueryWords);
    query.words.removeDuplicates();
    query.compact = compactName(text);
    query.fullName = qualifiedNameParts(text);
    const std::size_t count = query.words.size();
    for (const QString& wanted : query.words) {
        std::vector<quint8>& scores = query.wordScores.emplace_back();
        scores.reserve(words.size());
        for (const QString& word : words) {
            const int score = wordSimilarity(wanted, word);
            const bool mistyped = score == 0 && similar && isMistyped(wanted, word);
            scores.push_back(static_cast<quint8>(mistyped ? mistypedScore : score));
        }
    }
    query.nameScores.assign(names.size() * count, 0);
    query.compactScores.reserve(names.size());
    for (std::size_t n = 0; n < names.size(); ++n) {
        const int glued = compactScore(query.compact, names[n].compact);
        const bool alike = glued == 0 && similar && query.compact.size() > 1;
        query.compactScores.push_back(static_cast<quint8>(
            alike ? similarScore(query.compact, names[n].words, words) : glued));
        for (std::size_t q = 0; q < count; ++q) {
            quint8& best = query.nameScores[n * count + q];
            for (int word : names[n].words)
                best = std::max(best, query.wordScores[q][word]);
        }
    }
    return query;
}

/// 0 when a word is missing. Words found only in the owner's name count half; a name that says
/// more than was asked for comes behind one that says just that.
int SearchIndex::Data::nameScore(const Query& query, int name, int owner, int ownerCalled) const
{
    const int count = static_cast<int>(query.words.size());
    const int glued = query.compactScores[name];
    int sum = 0;
    int own = 0;
    for (int q = 0; q < count; ++q) {
        const auto scoreIn = [&](int other) {
            return other < 0 ? 0 : static_cast<int>(query.nameScores[other * count + q]);
        };
        const int inName = scoreIn(name);
        const int inOwner = std::max(scoreIn(owner), scoreIn(ownerCalled)) / 2;
        if (inName == 0 && inOwner == 0)
            return glued;
        own += inName > 0 ? 1 : 0;
        sum += std::max(inName, inOwner);
    }
    if (own == 0)
        return glued;
    const int wordCount = std::max<int>(1, static_cast<int>(names[name].words.size()));
    return std::max(glued, sum * 7 / (count * 10) + 30 * std::min(own, wordCount) / wordCount);
}

/// By its name, or by what it should be called.
int SearchIndex::Data::nameScore(const Query& query, const Entry& entry) const
{
    const int named = nameScore(query, entry.name, entry.owner, entry.ownerCalled);
    return entry.called < 0
               ? named
               : std::max(named, nameScore(query, entry.called, entry.owner, entry.ownerCalled));
}

bool SearchIndex::Data::commentHas(const Query& query, const Entry& entry) const
{
    if (entry.comment < 0)
        return false;
    const QString& comment = comments[entry.comment];
    return std::ranges::all_of(query.words, [&](const QString& word) {
        return word.size() < 3 && query.words.size() > 1 ? true : comment.contains(word);
    });
}

SearchHit SearchIndex::Data::hit(const Query& query, const Entry& entry, int score,
                                 SearchField field) const
{
    SearchHit hit{entry.object,
                  field,
                  score,
                  objectNames.comments ? objectNames.displayName(entry.object)
                                       : catalog->displayName(entry.object),
                  {}};
    if (field == SearchField::Comment) {
        const auto longest = std::ranges::max_element(query.words, {}, &QString::size);
        hit.excerpt = excerptAround(commentOf(entry.object), *longest);
    }
    return hit;
}

SearchIndex::SearchIndex(std::shared_ptr<const Catalog> catalog)
    : m_data(std::make_unique<const Data>(std::move(catalog)))
{
}

SearchIndex::SearchIndex(const ObjectNames& names)
    : m_data(std::make_unique<const Data>(names.comments->catalog(), names))
{
}

SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

std::vector<SearchHit> SearchIndex::search(QStringView text, const SearchOptions& options) const
{
    struct Candidate
    {
        int score;
        int entry;
        SearchField field;
    };
    const Query query = m_data->prepare(text, options.similar);
    if (query.words.isEmpty())
        return {};
    std::vector<Candidate> candidates;
    for (int i = 0; i < static_cast<int>(m_data->entries.size()); ++i) {
        const Entry& entry = m_data->entries[i];
        if (entry.system && !options.systemObjects)
            continue;
        const auto add = [&](int score, SearchField field) {
            if (!options.accepts || options.accepts(entry.object))
                candidates.push_back(
                    {score + entry.weight + (options.bonus ? options.bonus(entry.object) : 0), i,
                     field});
        };
        const int full = qualifiedNameMatch(*m_data->catalog, entry.object, query.fullName);
        if (const int score = m_data->nameScore(query, entry) + full * fullNameScore; score > 0)
            add(score, SearchField::Name);
        else if (m_data->commentHas(query, entry))
            add(commentScore, SearchField::Comment);
    }
    if (options.total != nullptr)
        *options.total = candidates.size();
    const auto count =
        std::min(candidates.size(), static_cast<std::size_t>(std::max(0, options.limit)));
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<qsizetype>(count),
                      candidates.end(), [](const Candidate& a, const Candidate& b) {
                          return a.score != b.score ? a.score > b.score : a.entry < b.entry;
                      });
    std::vector<SearchHit> hits;
    for (std::size_t i = 0; i < count; ++i)
        hits.push_back(m_data->hit(query, m_data->entries[candidates[i].entry], candidates[i].score,
                                   candidates[i].field));
    return hits;
}

} // namespace cadastre
