// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SchemaProfile: a catalog as inference sees it: tables and columns with the words of their names,
// their keys, their types, and what names have in common. Facts only; no candidate is made here.
#pragma once

#include "model/catalog/catalog.h"
#include "model/relations/profile/column_type.h"
#include "model/relations/profile/vocabulary.h"

namespace cadastre {

/// A distinct name of columns (case-folded) and who has it.
struct ColumnName
{
    QString folded;
    QString compact;        ///< letters and digits only
    std::vector<int> words; ///< of the vocabulary; glued words taken apart where that is known
    std::vector<ColumnId> columns; ///< of tables that take part, by id
    QHash<int, int> keyOwners;     ///< by schema: tables whose single key it is
    QHash<int, int> tables;        ///< by schema: tables that have such a column
    int keyCount = 0;              ///< tables of all schemas whose single key it is
};

struct TableProfile
{
    bool takesPart = false;
    std::vector<int> words;
    int modulePrefix = 0; ///< leading words that at least three tables of the schema share
    QString compact;
    /// Columns that identify a row alone: the primary key first, then unique ones, by id. Where
    /// there is none, a column that looks like it.
    std::vector<ColumnId> keys;
    bool keyDeclared = false;
    int columnPrefix = -1; ///< word that nearly all its columns begin with; -1 for none
    int nameTwins = 1;     ///< tables of this name in the source
};

struct ColumnProfile
{
    int name = -1; ///< index into names; -1: does not take part
    ColumnType type;
    bool singleKey = false;   ///< identifies a row alone
    bool primaryPart = false; ///< one of several columns of the primary key
    bool primaryAlone = false;
    bool uniqueAlone = false;
    bool indexed = false;       ///< first column of an index that is not its key
    bool numbersItself = false; ///< identity, serial, auto increment
};

struct SchemaProfile
{
    const Catalog* catalog = nullptr;
    Vocabulary vocabulary;
    std::vector<TableProfile> tables;   ///< by TableId
    std::vector<ColumnProfile> columns; ///< by ColumnId
    std::vector<ColumnName> names;
    QHash<QString, int> nameNumbers; ///< by folded name
    int tablesTakingPart = 0;
};

/// `takesPart` is by TableId: representatives that hold rows.
SchemaProfile profileOf(const Catalog& catalog, const std::vector<bool>& takesPart);

} // namespace cadastre
