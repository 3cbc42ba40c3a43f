// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// NameIndex: finds tables by runs of words of their names and keys by their names, without
// comparing all pairs. What is found is a proposal only.
#pragma once

#include "model/relations/engine/candidate.h"
#include "model/relations/engine/near_tables.h"

namespace cadastre {

class NameIndex
{
public:
    explicit NameIndex(const SchemaProfile& profile);

    /// Tables in whose names a run of the core's words stands, best runs first, at most `limit`.
    /// Where many share the run, those of the child's schema and module come first.
    [[nodiscard]] std::vector<TableId> tablesWithWordsOf(const NameCore& core, TableId child,
                                                         int limit) const;
    /// Tables whose whole name is how the child's name begins or ends, at most three, longest
    /// first.
    [[nodiscard]] std::vector<TableId> tablesExtendedBy(TableId child) const;
    /// Tables whose whole name, or what is left of it behind its module prefix, has these letters;
    /// of many the nearest.
    [[nodiscard]] std::vector<TableId> tablesSpelled(const QString& compact, TableId child) const;
    /// Tables whose own words begin with these letters (`ds` and `distribution_set`), nearest
    /// first.
    [[nodiscard]] std::vector<TableId> tablesWithInitials(const QString& letters,
                                                          TableId child) const;
    /// Tables with a first or last own word of which the word is an abbreviation, nearest first.
    [[nodiscard]] std::vector<TableId> tablesAbbreviated(int word, TableId child) const;
    /// Keys with exactly this (case-folded) name, at most `limit`, nearest to the child first.
    [[nodiscard]] std::vector<ColumnId> keysNamed(int name, TableId child, int limit) const;
    /// Keys in whose names, the table's column prefix aside, the words end: `bill_hdemo_sk`.
    [[nodiscard]] std::vector<ColumnId> keysEnding(const std::vector<int>& words, TableId child,
                                                   int limit) const;
    /// Tables of people, most likely first: by name, and by how many columns name them.
    [[nodiscard]] const std::vector<TableId>& peopleTables(SchemaId schema) const;

private:
    /// Keys and, parallel, their tables.
    struct KeyList
    {
        std::vector<ColumnId> keys;
        std::vector<TableId> tables;
    };

    void indexTable(TableId id);
    void indexShortForms(TableId id);
    void indexKeys(TableId id);
    void findAbbreviated();
    void rememberLongLists();
    [[nodiscard]] std::vector<TableId> nearestOf(const std::vector<TableId>& tables, TableId child,
                                                 std::size_t limit) const;

    const SchemaProfile& m_profile;
    NearTables m_near;
    QHash<quint64, std::vector<TableId>> m_byRun;   ///< loose stems, any run of words
    QHash<quint64, std::vector<TableId>> m_byWhole; ///< of them, runs that are all words
    QHash<QString, std::vector<TableId>> m_bySpelling;
    QHash<QString, std::vector<TableId>> m_byInitials;
    QHash<QString, std::vector<TableId>> m_byBeginning; ///< two letters of own words
    std::vector<std::vector<TableId>> m_abbreviated;    ///< by word: tables it may stand for
    QHash<int, KeyList> m_keysByName;
    QHash<quint64, KeyList> m_keysByWords; ///< loose stems of the whole key name
    QHash<SchemaId, std::vector<TableId>> m_people;
};

} // namespace cadastre
