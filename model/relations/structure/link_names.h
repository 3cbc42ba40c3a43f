// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How link tables and their columns are called: the name of the table names two others, the columns
// tell two ends apart. Which of them are candidates is decided in link_tables.cpp.
#pragma once

#include "model/relations/structure/table_names.h"

namespace cadastre {

/// The two tables that a table's name names; equal for a table that links rows of one table.
struct LinkEnds
{
    TableId first;
    TableId second;
    bool byLinkWord = false; ///< category_closure: only one table is named
};

/// What the name of a table says, rather in the words of its module (course_user_roles joins
/// course_users and roles); absent when it names no two tables of the catalog.
std::optional<LinkEnds> linkEnds(const TableNames& names, TableId table);

/// Whether the words of two columns differ in one place only, by the words of two ends: entity 0
/// and entity 1, from and to, parent and child; in this order.
bool areTwoEnds(const QStringList& first, const QStringList& second);

} // namespace cadastre
