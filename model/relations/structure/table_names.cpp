// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Indexes over the words of table names and the reading of type values; see the header.
#include "model/relations/structure/table_names.h"

#include "model/relations/structure/word_forms.h"
#include "model/search/words.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

/// Words in front of a class name that name no part of a program.
bool isNamespaceFiller(const QString& word)
{
    static constexpr std::array fillers{
        "app", "apps", "model", "models", "entity", "entities", "domain", "domains",
        "com", "org",  "net",   "public", "main",   "core",     "dbo",    "src"};
    return std::any_of(fillers.begin(), fillers.end(),
                       [&](const char* filler) { return word == QLatin1String(filler); });
}

/// Words behind the name of a thing that say only that it is stored.
bool isStorageWord(const QString& word)
{
    static constexpr std::array endings{"model", "entity", "record", "table", "row", "dto"};
    return std::any_of(endings.begin(), endings.end(),
                       [&](const char* ending) { return word == QLatin1String(ending); });
}

/// `Admin::BlogPost` -> (admin) (blog, post).
std::vector<QStringList> segmentsOf(const QString& value)
{
    std::vector<QStringList> segments;
    QString current;
    const auto close = [&] {
        if (const QStringList words = nameWords(current); !words.isEmpty())
            segments.push_back(words);
        current.clear();
    };
    for (const QChar c : value) {
        if (c == QLatin1Char('\\') || c == QLatin1Char(':') || c == QLatin1Char('.') ||
            c == QLatin1Char('/') || c == QLatin1Char('#'))
            close();
        else
            current += c;
    }
    close();
    return segments;
}

bool isSingleColumnKey(const Constraint& constraint)
{
    return constraint.columns.size() == 1 && (constraint.kind == ConstraintKind::PrimaryKey ||
                                              constraint.kind == ConstraintKind::Unique);
}

} // namespace

TableNames::TableNames(const Catalog& catalog, const InferenceScope& scope)
    : m_catalog(catalog)
    , m_words(catalog.objects().tables.size())
{
    for (int i = 0; i < static_cast<int>(m_words.size()); ++i) {
        const TableId id{i};
        m_words[i] = nameWords(catalog.table(id).name);
        if (!scope.includes(id))
            continue;
        m_whole[joinedSingular(m_words[i])].push_back(id);
        for (qsizetype from = 1; from < m_words[i].size(); ++from)
            m_endings[joinedSingular(m_words[i], from, m_words[i].size() - from)].push_back(id);
    }
}

std::optional<TableId> TableNames::nearest(const Index& index, const QString& words,
                                           TableId near) const
{
    const auto found = index.constFind(words);
    if (found == index.constEnd())
        return std::nullopt;
    // ids of one schema follow each other
    const SchemaId schema = m_catalog.table(near).schema;
    const TableId first = m_catalog.firstTable(schema);
    const TableId end{first.index + static_cast<int>(m_catalog.tablesOf(schema).size())};
    const auto here = std::lower_bound(found->begin(), found->end(), first);
    const auto hereEnd = std::lower_bound(here, found->end(), end);
    if (hereEnd - here == 1)
        return *here;
    return here == hereEnd ? onlyOne(*found, near) : ofModule({here, hereEnd}, near);
}

/// Of several in one schema, the one that begins with the same word.
std::optional<TableId> TableNames::ofModule(std::span<const TableId> tables, TableId near) const
{
    std::optional<TableId> result;
    for (TableId id : tables) {
        if (m_words[id.index].value(0) != m_words[near.index].value(0))
            continue;
        if (result)
            return std::nullopt;
        result = id;
    }
    return result;
}

/// The one of the same source; absent when there are several.
std::optional<TableId> TableNames::onlyOne(const std::vector<TableId>& tables, TableId near) const
{
    std::optional<TableId> result;
    for (TableId id : tables) {
        if (m_catalog.sourceOf(id) != m_catalog.sourceOf(near))
            continue;
        if (result)
            return std::nullopt;
        result = id;
    }
    return result;
}

std::optional<TableId> TableNames::named(const QString& joinedWords, TableId near) const
{
    return nearest(m_whole, joinedWords, near);
}

std::optional<TableId> TableNames::endingWith(const QString& joinedWords, TableId near) const
{
    return nearest(m_endings, joinedWords, near);
}

bool TableNames::isAnyNamed(const QString& joinedWords, TableId near) const
{
    const auto inSource = [&](const Index& index) {
        const auto found = index.constFind(joinedWords);
        return found != index.constEnd() &&
               std::any_of(found->begin(), found->end(), [&](TableId id) {
                   return m_catalog.sourceOf(id) == m_catalog.sourceOf(near);
               });
    };
    return inSource(m_whole) || inSource(m_endings);
}

std::optional<TableId> TableNames::meantBy(const QString& value, TableId near) const
{
    std::vector<QStringList> segments = segmentsOf(value);
    if (segments.empty())
        return std::nullopt;
    QStringList words = segments.back();
    segments.pop_back();
    QStringList modules;
    for (const QStringList& segment : segments) {
        for (const QString& word : segment)
            if (!isNamespaceFiller(word))
                modules << word;
    }
    for (int attempt = 0; attempt < 2 && !words.isEmpty(); ++attempt) {
        for (qsizetype from = 0; from <= modules.size(); ++from) {
            if (const auto table = named(joinedSingular(modules.mid(from) + words), near))
                return table;
        }
        if (const auto table = endingWith(joinedSingular(words), near))
            return table;
        if (!isStorageWord(words.back()))
            break;
        words.removeLast();
    }
    return words.isEmpty() ? std::nullopt : abbreviated(words, near);
}

/// kb_article -> KnowledgeArticles: the last word is the same, the words before it begin with the
/// same letter.
std::optional<TableId> TableNames::abbreviated(const QStringList& words, TableId near) const
{
    if (words.size() != 2 || words.front().size() > 4)
        return std::nullopt;
    const auto table = endingWith(singularWord(words.back()), near);
    if (!table || m_words[table->index].front().front() != words.front().front())
        return std::nullopt;
    return table;
}

std::optional<ColumnId> keyFor(const Catalog& catalog, TableId table, ColumnId child)
{
    std::optional<ColumnId> first;
    const QString& type = catalog.column(child).type;
    for (const Constraint& constraint : catalog.constraintsOf(table)) {
        if (!isSingleColumnKey(constraint))
            continue;
        if (catalog.column(constraint.columns.front()).type == type)
            return constraint.columns.front();
        if (!first)
            first = constraint.columns.front();
    }
    for (const Index& index : catalog.indexesOf(table)) {
        if (!index.unique || !index.predicate.isEmpty() || index.parts.size() != 1 ||
            !index.parts.front().column)
            continue;
        if (catalog.column(*index.parts.front().column).type == type)
            return index.parts.front().column;
        if (!first)
            first = index.parts.front().column;
    }
    return first;
}

} // namespace cadastre
