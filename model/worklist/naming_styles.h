// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How the names of a database are written: which tables follow snake_case, camelCase, PascalCase
// and so on, with the share of names that agree, and the conventions that this suggests; and how
// often each convention is noted. Names only; whether a table belongs to an era is a person's to
// say.
#pragma once

#include "model/notes/commented_catalog.h"
#include "model/notes/conventions.h"

#include <QStringList>

namespace cadastre {

enum class NamingStyle : std::uint8_t {
    Snake,      ///< order_items
    Camel,      ///< orderNotes
    Pascal,     ///< ReturnRequests
    Upper,      ///< ORDER_ITEMS
    TitleSnake, ///< Order_Items
    Plain,      ///< orders: one word in small letters, which fits several styles
    Mixed,      ///< order_Items, order-items, Order items
};

/// "snake_case", "camelCase", "PascalCase", "UPPER_CASE", "Title_Snake", "plain", "mixed".
QString namingStyleName(NamingStyle style);

NamingStyle namingStyleOf(const QString& name);

struct TableNaming
{
    TableId table;
    NamingStyle style = NamingStyle::Plain; ///< of most of its names, its own counting for three
    double share = 0;                       ///< 0..1: names of that style of those that have one
    QString example;                        ///< the table's name, and a column that shows the style

    bool operator==(const TableNaming&) const = default;
};

/// Tables of one style.
struct NamingGroup
{
    NamingStyle style = NamingStyle::Plain;
    std::vector<TableId> tables; ///< by id
    double share = 0;            ///< 0..1: of the tables that have a style
    QString example;             ///< of its clearest table

    bool operator==(const NamingGroup&) const = default;
};

struct NamingReading
{
    std::vector<TableNaming> tables; ///< by id; without views, system objects and partitions
    std::vector<NamingGroup> groups; ///< most tables first; Plain ones have no style and no group

    bool operator==(const NamingReading&) const = default;
};

NamingReading namingStyles(const Catalog& catalog);

/// "This database has 3 naming conventions: snake_case (38 tables), camelCase (5), PascalCase (6)."
QString namingSentence(const NamingReading& reading);

/// What a group could be called in the workspace, with its meaning and an example; the period is a
/// person's to say. Notes that its tables have already decide the name.
struct ConventionProposal
{
    QString name; ///< "legacy-2014" where its tables say so; else "camel-case"
    Convention convention;
    NamingStyle style = NamingStyle::Plain;
    std::vector<TableId> tables;   ///< that follow it
    std::vector<TableId> untagged; ///< of these, those without a @convention note

    bool operator==(const ConventionProposal&) const = default;
};
std::vector<ConventionProposal> conventionProposals(const CommentedCatalog& commented,
                                                    const NamingReading& reading,
                                                    const Conventions& conventions);

/// How often a convention is noted.
struct ConventionUse
{
    QString name;
    int tables = 0;
    int columns = 0;
    int others = 0;
    bool listed = false; ///< in the workspace

    bool operator==(const ConventionUse&) const = default;
};

/// Listed ones and noted ones, by name; with what is staged.
std::vector<ConventionUse> conventionUses(const CommentedCatalog& commented,
                                          const Conventions& conventions);

/// The convention of a table's or column's own note; empty for none.
QString notedConvention(const CommentedCatalog& commented, ObjectRef object);

/// Edits that tag these objects: their comment with this convention's note instead of another.
/// Objects that have it already, and undecodable comments, are left out.
std::vector<CommentEdit> conventionEdits(const CommentedCatalog& commented,
                                         const std::vector<ObjectRef>& objects,
                                         const QString& convention);

/// Edits that follow a convention to another name.
std::vector<CommentEdit> conventionRenameEdits(const CommentedCatalog& commented,
                                               const QString& from, const QString& to);

} // namespace cadastre
