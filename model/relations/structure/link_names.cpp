// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Words of link tables; see the header.
#include "model/relations/structure/link_names.h"

#include "model/relations/structure/word_forms.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

template <std::size_t N>
bool isOneOfWords(const QString& word, const std::array<const char*, N>& words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char* candidate) { return word == QLatin1String(candidate); });
}

bool isLinkWord(const QString& word)
{
    static constexpr std::array words{
        "link",  "map",    "mapping",     "xref",      "rel",      "relation",  "relationship",
        "assoc", "bridge", "association", "join",      "closure",  "hierarchy", "tree",
        "path",  "edge",   "graph",       "zuordnung", "relacion", "relacao"};
    return isOneOfWords(singularWord(word), words);
}

bool isMiddleWord(const QString& word)
{
    static constexpr std::array words{"to", "has", "x", "and", "in", "of", "per", "2", "belongs"};
    return isOneOfWords(word, words);
}

/// Pairs of words that tell two ends of one kind apart.
constexpr std::array<std::pair<const char*, const char*>, 13> endWords{{
    {"0", "1"},
    {"1", "2"},
    {"a", "b"},
    {"left", "right"},
    {"first", "second"},
    {"from", "to"},
    {"source", "target"},
    {"src", "dest"},
    {"parent", "child"},
    {"ancestor", "descendant"},
    {"subject", "object"},
    {"superior", "inferior"},
    {"predecessor", "successor"},
}};

/// The table called words[begin..end), rather with the first `prefix` words in front of them.
std::optional<TableId> tableCalled(const TableNames& names, TableId near, const QStringList& words,
                                   qsizetype prefix, qsizetype begin, qsizetype end)
{
    if (begin >= end || words[begin].front().isDigit())
        return std::nullopt;
    std::optional<TableId> found;
    if (prefix > 0)
        found =
            names.named(joinedSingular(words.first(prefix) + words.mid(begin, end - begin)), near);
    if (!found)
        found = names.named(joinedSingular(words, begin, end - begin), near);
    return found && *found != near ? found : std::nullopt;
}

} // namespace

std::optional<LinkEnds> linkEnds(const TableNames& names, TableId table)
{
    QStringList words = names.wordsOf(table);
    if (words.size() < 2)
        return std::nullopt;
    const bool linkWord = isLinkWord(words.back());
    if (linkWord)
        words.removeLast();
    constexpr qsizetype longestPrefix = 2;
    for (qsizetype from = 0; from <= longestPrefix && from + 2 <= words.size(); ++from) {
        for (qsizetype cut = from + 1; cut < words.size(); ++cut) {
            const qsizetype next = isMiddleWord(words[cut]) ? cut + 1 : cut;
            const auto first = tableCalled(names, table, words, from, from, cut);
            const auto second =
                first ? tableCalled(names, table, words, from, next, words.size()) : std::nullopt;
            if (second)
                return LinkEnds{*first, *second, false};
        }
    }
    if (!linkWord)
        return std::nullopt;
    const auto only = names.named(joinedSingular(words), table);
    return only && *only != table ? std::optional(LinkEnds{*only, *only, true}) : std::nullopt;
}

bool areTwoEnds(const QStringList& first, const QStringList& second)
{
    if (first.size() != second.size())
        return false;
    qsizetype different = -1;
    for (qsizetype i = 0; i < first.size(); ++i) {
        if (first[i] == second[i])
            continue;
        if (different >= 0)
            return false;
        different = i;
    }
    return different >= 0 && std::any_of(endWords.begin(), endWords.end(), [&](const auto& words) {
               return first[different] == QLatin1String(words.first) &&
                      second[different] == QLatin1String(words.second);
           });
}

} // namespace cadastre
