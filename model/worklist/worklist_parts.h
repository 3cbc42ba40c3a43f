// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the parts of the worklist share: figures of tables, which columns refer to what, and where
// entries go. Each kind of object has its own file beside this one.
#pragma once

#include "model/worklist/name_hints.h"
#include "model/worklist/worklist.h"

#include <QSet>

namespace cadastre {

/// How much a table is used, counted once for all.
struct TableFigures
{
    int references = 0; ///< of other tables and itself, declared or likely
    int views = 0;
    int programs = 0; ///< routines, triggers, rules, events
    int writers = 0;  ///< roles that may write it because somebody granted that
    int indexes = 0;
    std::optional<double> rows; ///< as the server's statistics have it
    bool isCopy = false;        ///< a partition, year table, backup or left-over copy

    /// What speaks against a name that says "not for long".
    [[nodiscard]] int dependents() const { return references + views + programs; }
    /// 1 for a table that nothing uses; about 4 for the most central ones.
    [[nodiscard]] double importance() const;
    /// "42 references, 6 views, 2.1 M rows, 3 writing roles"; what is none is left out.
    [[nodiscard]] QString sentencePart() const;
};

class WorklistFigures
{
public:
    explicit WorklistFigures(const WorklistFacts& facts);

    [[nodiscard]] const WorklistFacts& facts() const { return m_facts; }
    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }
    [[nodiscard]] const TableFigures& of(TableId table) const { return m_tables[table.index]; }
    /// The likely or declared relationship whose child this column is; null for none.
    [[nodiscard]] const Relationship* referenceOf(ColumnId column) const;
    /// Views that read the column, by id of view.
    [[nodiscard]] std::vector<TableId> viewsOf(ColumnId column) const;
    [[nodiscard]] const QStringList* allowedValues(ColumnId column) const;
    /// In how many other tables a column of this name allows other values.
    [[nodiscard]] int otherMeanings(ColumnId column) const;
    [[nodiscard]] const ColumnNameHint& nameHint(const QString& columnName) const;
    /// No comment, and that is known: comments of its source were read.
    [[nodiscard]] bool isUndocumented(ObjectRef object) const;
    /// Whether objects of this table are anybody's to document: not the engine's, no extension's,
    /// no shadow table or partition.
    [[nodiscard]] bool isOurs(TableId table) const;
    [[nodiscard]] Engine engineOf(TableId table) const
    {
        return m_catalog.source(m_catalog.sourceOf(table)).engine;
    }

private:
    void countRelationships();
    void countUses();
    void countGrants();
    void countFamilies();
    void countMeanings();

    const WorklistFacts& m_facts;
    const Catalog& m_catalog;
    std::vector<TableFigures> m_tables;
    std::vector<int> m_references; ///< by column: relationship or -1
    QHash<ColumnId, std::vector<TableId>> m_viewsOf;
    QHash<ColumnId, QStringList> m_allowed;
    QHash<QString, int> m_meanings; ///< by folded column name: distinct sets of values
    mutable QHash<QString, ColumnNameHint> m_hints;
    std::vector<bool> m_readsComments; ///< by source
};

struct WeighedReason
{
    double weight = 0; ///< before the table's importance; 0: there is none
    QString reason;    ///< without the full stop
};
/// Why the child column of a relationship needs words.
WeighedReason referenceReason(const Catalog& catalog, const Relationship& relationship,
                              ColumnId column);

using WorklistEntries = std::vector<WorklistEntry>;

void addTableEntry(const WorklistFigures& figures, TableId table, WorklistEntries& entries);
void addColumnEntry(const WorklistFigures& figures, ColumnId column, WorklistEntries& entries);
void addRoutineEntry(const WorklistFigures& figures, RoutineId routine, WorklistEntries& entries);
void addProblemEntries(const WorklistFigures& figures, WorklistEntries& entries);

} // namespace cadastre
