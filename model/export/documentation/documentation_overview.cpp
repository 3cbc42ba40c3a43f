// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The first page, the pages of groups, and the index of tables.
#include "model/catalog/table_counts.h"
#include "model/export/documentation/documentation_parts.h"

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

/// In a list of many tables only the most are told; their index has all.
QString documentedCounted(std::size_t count, const QString& one, const QString& many)
{
    return QString(documentationNumber(static_cast<double>(count)) + QLatin1Char(' ') +
                   (count == 1 ? one : many));
}

/// Whether a relationship counts that no line can be drawn of: what it points at is any table.
bool pointsAnywhere(const DocumentationFacts& facts, const Relationship& relationship)
{
    const bool weak = relationship.origin == RelationshipOrigin::Inferred &&
                      relationship.confidence < facts.input.minimumConfidence;
    return !weak && relationship.origin != RelationshipOrigin::Rejected &&
           std::ranges::binary_search(facts.input.schema.tables, relationship.child) &&
           std::ranges::none_of(relationship.targets, &RelationshipTarget::isResolved);
}

/// A relationship with several targets is one.
std::pair<std::size_t, std::size_t> documentedRelationships(const DocumentationFacts& facts)
{
    std::set<int> declared;
    std::set<int> others;
    for (const SchemaLink& link : facts.input.schema.links) {
        const bool isDeclared =
            facts.input.schema.relationshipOf(link).origin == RelationshipOrigin::Declared;
        (isDeclared ? declared : others).insert(link.relationship);
    }
    const auto anywhere =
        std::ranges::count_if(*facts.input.schema.relationships,
                              [&](const Relationship& one) { return pointsAnywhere(facts, one); });
    return {declared.size(), others.size() + static_cast<std::size_t>(anywhere)};
}

QString documentedFigures(const DocumentationFacts& facts)
{
    const TableCounts counts = countTables(facts.catalog, facts.input.schema.tables);
    const auto described =
        std::ranges::count_if(facts.input.schema.tables, [&](const TableId table) {
            const CountedAs counted = countedAs(facts.catalog, table);
            return (counted == CountedAs::Table || counted == CountedAs::View) &&
                   !facts.catalog.table(table).comment.isEmpty();
        });
    const auto [declared, others] = documentedRelationships(facts);
    const QString apart = tablesApartText(counts);
    return QStringLiteral("%1, %2. %3 are declared by foreign keys, %4 are inferred or were "
                          "confirmed by a person. %5 of the tables and views have a comment.%6")
        .arg(tablesText(counts),
             documentedCounted(static_cast<std::size_t>(counts.columns), QStringLiteral("column"),
                               QStringLiteral("columns")),
             documentedCounted(declared, QStringLiteral("relationship"),
                               QStringLiteral("relationships")),
             documentationNumber(static_cast<double>(others)),
             documentationNumber(static_cast<double>(described)),
             apart.isEmpty() ? apart : QString(QLatin1Char(' ') + apart));
}

void documentedAddSources(Document& document, const DocumentationFacts& facts)
{
    std::vector<std::vector<DocumentText>> rows;
    for (const Source& source : facts.catalog.objects().sources)
        rows.push_back(
            {{source.name},
             {QString(engineName(source.engine) + QLatin1Char(' ') + source.serverVersion)},
             {source.databaseName},
             {source.comment.text}});
    document.table({QStringLiteral("Database"), QStringLiteral("Engine"), QStringLiteral("Name"),
                    QStringLiteral("Comment")},
                   std::move(rows));
}

/// Not read is never none: whoever reads the documentation has to know.
void documentedAddUnread(Document& document, const DocumentationFacts& facts)
{
    std::vector<DocumentText> items;
    for (const Source& source : facts.catalog.objects().sources) {
        for (const KindReport& report : source.kinds) {
            if (report.state == ReadState::Read || report.state == ReadState::EngineHasNone)
                continue;
            const QString how = report.state == ReadState::NotRead ? QStringLiteral("were not read")
                                                                   : QStringLiteral("were read in "
                                                                                    "part");
            items.push_back(
                {QStringLiteral("%1 of %2 %3: %4")
                     .arg(catalogKindName(report.kind), source.name, how, report.reason)});
        }
        for (const Omission& omission : source.omissions)
            items.push_back(
                {QStringLiteral("%1 of %2 were left out: %3")
                     .arg(documentationNumber(omission.count), source.name, omission.what)});
    }
    if (items.empty())
        return;
    document.heading(2, QStringLiteral("What is not in here"), QStringLiteral("not-read"));
    document.list(std::move(items));
}

void documentedAddGroups(Document& document, const DocumentationFacts& facts)
{
    std::vector<std::vector<DocumentText>> rows;
    for (std::size_t i = 0; i < facts.groups().size(); ++i) {
        const SchemaGroup& group = facts.groups()[i];
        rows.push_back({{group.name, facts.input.anchors.ofGroup(i)},
                        {documentationNumber(static_cast<double>(group.tables.size()))},
                        {group.owner},
                        {shortComment(group.note)}});
    }
    document.heading(2, QStringLiteral("Sections"), QStringLiteral("groups"));
    document.table({QStringLiteral("Group"), QStringLiteral("Tables"), QStringLiteral("Owner"),
                    QStringLiteral("Note")},
                   std::move(rows));
}

void documentedAddConventions(Document& document, const DocumentationFacts& facts)
{
    std::vector<std::vector<DocumentText>> rows;
    for (const auto& [name, convention] : facts.input.conventions)
        rows.push_back({{name}, {convention.meaning}, {convention.period}, {convention.example}});
    if (rows.empty())
        return;
    document.heading(2, QStringLiteral("Naming conventions"), QStringLiteral("conventions"));
    document.table({QStringLiteral("Convention"), QStringLiteral("Meaning"),
                    QStringLiteral("Period"), QStringLiteral("Example")},
                   std::move(rows));
}

} // namespace

Document documentationOverview(const DocumentationFacts& facts)
{
    Document document;
    document.heading(1, facts.input.schema.title, QStringLiteral("top"));
    if (!facts.input.introduction.isEmpty())
        document.paragraph(facts.input.introduction);
    document.paragraph(documentedFigures(facts));
    documentedAddSources(document, facts);
    for (const DocumentBlock& block : facts.input.overview.blocks())
        document.add(block);
    documentedAddGroups(document, facts);
    documentedAddConventions(document, facts);
    documentedAddUnread(document, facts);
    document.heading(2, QStringLiteral("How to read this"), QStringLiteral("how-to-read"));
    document.list(
        {{QStringLiteral("A relationship is declared where the database has a foreign key for it. "
                         "One that is inferred comes with how likely it is, from 0 to 1; one that "
                         "is confirmed or added was decided by a person.")},
         {QStringLiteral("In pictures, dashed lines are inferred. A crow's foot stands where many "
                         "rows may be, a ring where there may be none.")},
         {QStringLiteral("PK is the primary key; FK a column that refers to another table, "
                         "declared or not.")}});
    return document;
}

Document documentationGroup(const DocumentationFacts& facts, std::size_t index)
{
    const SchemaGroup& group = facts.groups()[index];
    Document document;
    document.heading(2, group.name, facts.input.anchors.ofGroup(index));
    QStringList words;
    if (!group.owner.isEmpty())
        words << QStringLiteral("Owner: %1").arg(group.owner);
    words << documentedCounted(group.tables.size(), QStringLiteral("table or view"),
                               QStringLiteral("tables and views"));
    document.paragraph(words.join(QStringLiteral(" · ")));
    if (!group.note.isEmpty())
        document.paragraph(group.note);
    return document;
}

Document documentationIndex(const DocumentationFacts& facts)
{
    std::vector<TableId> tables = facts.input.schema.tables;
    std::vector<std::pair<QString, TableId>> sorted;
    for (const TableId table : tables)
        sorted.emplace_back(facts.catalog.displayName(table), table);
    std::ranges::sort(sorted, [](const auto& first, const auto& second) {
        const int order = first.first.compare(second.first, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : first.second < second.second;
    });
    std::vector<std::vector<DocumentText>> rows;
    for (const auto& [name, table] : sorted)
        rows.push_back({facts.tableLink(table),
                        {tableKindName(facts.catalog.table(table).kind)},
                        {shortComment(facts.catalog.table(table).comment.text)}});
    Document document;
    document.heading(2, QStringLiteral("Index of tables"), QStringLiteral("index"));
    document.table({QStringLiteral("Table"), QStringLiteral("Kind"), QStringLiteral("Comment")},
                   std::move(rows));
    return document;
}

} // namespace cadastre
