// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Every different name of a catalog once, taken apart, so that a word of a query is compared with
// names, not with objects. Which object has which name is known to query_facts.h.
#pragma once

#include <QHash>
#include <QStringList>

#include <vector>

namespace cadastre {

class QueryNames
{
public:
    struct Name
    {
        QString text;
        QString compact;
        QStringList words;
    };

    /// The number of a name, given out in order.
    int add(const QString& text);
    /// Forgets what only add() needs.
    void finish() { m_ids.clear(); }
    [[nodiscard]] const Name& operator[](int id) const { return m_names[id]; }
    [[nodiscard]] std::size_t size() const { return m_names.size(); }

private:
    std::vector<Name> m_names;
    QHash<QString, int> m_ids;
};

/// How a word is compared with names; letter case never matters.
enum class NameMatch : std::uint8_t {
    Similar,  ///< as Spelling, and what is only spelled alike
    Spelling, ///< the words of the name, whatever its convention
    Letters,  ///< these letters in a row
    Exact,    ///< the whole name, whatever its convention
    Whole,    ///< the whole name
};

/// One word of a query against all names; each name is compared once.
class NameTest
{
public:
    /// `*` and `?` in the word stand for any letters of a whole name, unless letters are compared.
    NameTest(const QueryNames& names, const QString& word, NameMatch match);

    [[nodiscard]] bool fits(int name) const;

private:
    [[nodiscard]] bool compare(const QueryNames::Name& name) const;

    const QueryNames* m_names;
    QString m_word; ///< case-folded
    QString m_compact;
    QStringList m_words;
    NameMatch m_match;
    bool m_wildcards;
    mutable std::vector<signed char> m_known; ///< -1: not compared yet
};

} // namespace cadastre
