// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a table has beside columns and relationships: indexes, constraints, triggers, who uses it,
// and the statement that makes it.
#include "model/describe/facts.h"
#include "model/export/ddl.h"
#include "model/export/documentation/documentation_parts.h"

namespace cadastre {

namespace {

/// A part with its heading, where there is something in it.
void documentedAddRows(Document& document, const QString& heading, const QStringList& columns,
                       std::vector<std::vector<DocumentText>> rows)
{
    if (rows.empty())
        return;
    document.heading(4, heading);
    document.table(columns, std::move(rows));
}

/// One row per constraint that is no key of the columns' table above.
void documentedAddConstraints(Document& document, const DocumentationFacts& facts, TableId table)
{
    std::vector<std::vector<DocumentText>> rows;
    for (const Constraint& constraint : facts.catalog.constraintsOf(table))
        rows.push_back({{constraint.name},
                        {constraintSummary(facts.catalog, constraint)},
                        {constraint.comment.text}});
    documentedAddRows(document, QStringLiteral("Constraints"),
                      {QStringLiteral("Name"), QStringLiteral("Rule"), QStringLiteral("Comment")},
                      std::move(rows));
}

void documentedAddIndexes(Document& document, const DocumentationFacts& facts, TableId table)
{
    std::vector<std::vector<DocumentText>> rows;
    for (const Index& index : facts.catalog.indexesOf(table))
        if (!index.backsConstraint && !index.primary)
            rows.push_back(
                {{index.name}, {indexSummary(facts.catalog, index)}, {index.comment.text}});
    documentedAddRows(
        document, QStringLiteral("Indexes"),
        {QStringLiteral("Name"), QStringLiteral("What it holds"), QStringLiteral("Comment")},
        std::move(rows));
}

void documentedAddTriggers(Document& document, const DocumentationFacts& facts, TableId table)
{
    std::vector<std::vector<DocumentText>> rows;
    const int first = facts.catalog.firstTrigger(table).index;
    const auto triggers = facts.catalog.triggersOf(table);
    for (int i = 0; i < static_cast<int>(triggers.size()); ++i) {
        const Trigger& trigger = triggers[static_cast<std::size_t>(i)];
        rows.push_back({{trigger.name},
                        {triggerSummary(facts.catalog, TriggerId{first + i})},
                        {trigger.comment.text}});
    }
    documentedAddRows(
        document, QStringLiteral("Triggers"),
        {QStringLiteral("Name"), QStringLiteral("What it does"), QStringLiteral("Comment")},
        std::move(rows));
}

void documentedAddUsers(Document& document, const DocumentationFacts& facts, const QString& heading,
                        const std::vector<DocumentationFacts::User>& users, bool forward)
{
    std::vector<std::vector<DocumentText>> rows;
    for (const DocumentationFacts::User& user : users) {
        const bool isTable = user.object.kind == ObjectKind::Table;
        rows.push_back({{dependencyWord(user.kind, forward)},
                        isTable ? facts.tableLink(TableId{user.object.index})
                                : DocumentText{facts.catalog.displayName(user.object)}});
    }
    documentedAddRows(document, heading, {QStringLiteral("How"), QStringLiteral("What")},
                      std::move(rows));
}

} // namespace

void addTableParts(Document& document, const DocumentationFacts& facts, TableId table)
{
    const auto at = static_cast<std::size_t>(table.index);
    documentedAddUsers(document, facts, QStringLiteral("Reads"), facts.uses[at], true);
    documentedAddUsers(document, facts, QStringLiteral("Used by"), facts.usedBy[at], false);
    documentedAddConstraints(document, facts, table);
    documentedAddIndexes(document, facts, table);
    documentedAddTriggers(document, facts, table);
    if (!facts.input.withStatements)
        return;
    const Result<Ddl> ddl = ddlOf(facts.catalog, table);
    if (!ddl)
        document.paragraph(ddl.error().message);
    else
        document.code(ddl->reconstructed ? QStringLiteral("Statement, put together from the "
                                                          "catalog")
                                         : QStringLiteral("Statement"),
                      ddl->text);
}

} // namespace cadastre
