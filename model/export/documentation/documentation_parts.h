// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of a documentation as blocks, whatever it is printed as. Private to these files.
#pragma once

#include "model/export/documentation/documentation.h"

namespace cadastre {

/// What every table section looks up, worked out once; linear in everything.
class DocumentationFacts
{
public:
    explicit DocumentationFacts(const DocumentationInput& input);

    struct User
    {
        ObjectRef object;
        DependencyKind kind;
    };

    const DocumentationInput& input;
    const Catalog& catalog;
    ColumnRoles roles;
    /// Links by table, as indexes into the schema's.
    std::vector<std::vector<std::size_t>> asChild;
    std::vector<std::vector<std::size_t>> asParent;
    std::vector<std::vector<User>> usedBy; ///< by table: views, routines, triggers of others
    std::vector<std::vector<User>> uses;   ///< by table: what a view reads

    [[nodiscard]] DocumentText tableLink(TableId table) const
    {
        return {catalog.displayName(table), input.anchors.ofTable(table)};
    }
    /// Groups, or one of everything where the schema has none.
    [[nodiscard]] const std::vector<SchemaGroup>& groups() const { return m_groups; }

private:
    void takeDependencies();

    std::vector<SchemaGroup> m_groups;
};

/// Title, figures, how to read it, groups, what was not read, conventions.
Document documentationOverview(const DocumentationFacts& facts);
/// All tables by name.
Document documentationIndex(const DocumentationFacts& facts);
/// Heading and words of a group; its picture and tables come behind.
Document documentationGroup(const DocumentationFacts& facts, std::size_t group);
/// What stands in the place of a picture that was not made.
inline const QString withoutPictureText = QStringLiteral(
    "No diagram of this group: one of so many tables would not be readable, or would make this "
    "document too large. Cadastre draws it: File > Export, or cadastre diagram.");
Document documentationTable(const DocumentationFacts& facts, TableId table);
/// The parts below the columns: indexes, constraints, triggers, users, statement.
void addTableParts(Document& document, const DocumentationFacts& facts, TableId table);

/// "12,345": the same in every locale.
QString documentationNumber(double number);

} // namespace cadastre
