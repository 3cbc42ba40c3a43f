// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the names of a group's tables have in common, and what the group is called after it.
#pragma once

#include "model/boundaries/suggest/facts.h"

#include <QSet>

namespace cadastre::suggest {

/// How many tables of a group have each beginning and each word.
struct GroupNames
{
    QHash<int, int> beginnings;
    QHash<int, int> words;
    int size = 0;
};

GroupNames groupNamesOf(const Facts& facts, const std::vector<int>& group);

/// A beginning or word that tables of a group share, and how far it tells them from others.
struct SharedName
{
    int feature = -1; ///< of NameWords; -1: none
    int length = 0;   ///< of a beginning, in words
    int shared = 0;   ///< tables of the group that have it
    double worth = 0; ///< 0..1: share of the group times share of all tables that have it
};

/// The beginning that says most about a table's group, of those that others in it have, too.
SharedName sharedBeginning(const Facts& facts, const GroupNames& names, int position);
/// The same of its words behind the first `from`.
SharedName sharedWord(const Facts& facts, const GroupNames& names, int position, int from);

/// The text with which the names of these tables begin, up to the end of a word; empty for none.
QString commonBeginning(const Facts& facts, const std::vector<int>& positions);

/// Names for groups, each once.
class GroupNaming
{
public:
    explicit GroupNaming(const Facts& facts)
        : m_facts(facts)
    {
    }

    /// The label; else what most names begin with, a word that most have, the table at which most
    /// links of the group end.
    QString nameOf(const std::vector<int>& group, const GroupNames& names);

private:
    [[nodiscard]] QStringList choices(const std::vector<int>& group, const GroupNames& names) const;
    [[nodiscard]] QString withoutFirstWord(int beginning, const QString& text) const;
    [[nodiscard]] QString centralTable(const std::vector<int>& group) const;

    const Facts& m_facts;
    QSet<QString> m_taken; ///< case-folded
};

} // namespace cadastre::suggest
