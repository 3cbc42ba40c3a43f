// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What inference says, as text, and the parts of the engine over a catalog of a few lines:
//
//     orders.customer_id > customers.id
//     items(product_id, variant_no) > variants(product_id, variant_no)
//     notes.item_id by item_type > orders.id, carts.id
#pragma once

#include "model/relations/engine/candidates.h"
#include "model/relations/inference.h"
#include "model/relations/structure/representatives.h"
#include "tests/support/schema_text.h"

namespace cadastre::test {

inline ColumnId columnNamed(const Catalog& catalog, const QString& name)
{
    const auto ref = catalog.resolve(name);
    if (!ref || ref->kind != ObjectKind::Column)
        qFatal("no column %s", qPrintable(name));
    return ColumnId{ref->index};
}

inline TableId tableNamed(const Catalog& catalog, const QString& name)
{
    const auto ref = catalog.resolve(name);
    if (!ref || ref->kind != ObjectKind::Table)
        qFatal("no table %s", qPrintable(name));
    return TableId{ref->index};
}

/// "customers.id", without the quotation marks that a dialect may need.
inline QString columnsText(const Catalog& catalog, TableId table,
                           const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (const ColumnId id : columns)
        names << catalog.column(id).name;
    const QString& schema = catalog.schema(catalog.table(table).schema).name;
    QString text = schema == QLatin1String("public") || schema == QLatin1String("main")
                       ? QString()
                       : QString(schema + QLatin1Char('.'));
    text += catalog.table(table).name;
    if (names.size() == 1)
        return QString(text + QLatin1Char('.') + names.first());
    return QStringLiteral("%1(%2)").arg(text, names.join(QStringLiteral(", ")));
}

inline QString relationshipText(const Catalog& catalog, const Relationship& relationship)
{
    QString text = columnsText(catalog, relationship.child, relationship.childColumns);
    if (relationship.typeColumn)
        text += QStringLiteral(" by ") + catalog.column(*relationship.typeColumn).name;
    QStringList targets;
    for (const RelationshipTarget& target : relationship.targets)
        targets << (target.isResolved() ? columnsText(catalog, target.table, target.columns)
                                        : QStringLiteral("?"));
    return QString(text + QStringLiteral(" > ") + targets.join(QStringLiteral(", ")));
}

/// The accepted ones, in the order in which inference gives them.
inline QStringList acceptedTexts(const Catalog& catalog,
                                 const std::vector<Relationship>& relationships,
                                 double atLeast = 0.5)
{
    QStringList texts;
    for (const Relationship& relationship : relationships) {
        if (relationship.confidence >= atLeast)
            texts << relationshipText(catalog, relationship);
    }
    return texts;
}

/// Everything that was found, with its evidence, for the message of a failed test.
inline QString explainedText(const Catalog& catalog, const std::vector<Relationship>& relationships)
{
    QStringList lines{QStringLiteral("found:")};
    for (const Relationship& relationship : relationships) {
        lines << QStringLiteral("%1  %2")
                     .arg(relationship.confidence, 0, 'f', 3)
                     .arg(relationshipText(catalog, relationship));
        for (const Evidence& evidence : relationship.evidence)
            lines << QStringLiteral("       %1  %2: %3")
                         .arg(evidence.weight, 6, 'f', 2)
                         .arg(evidence.signal, evidence.sentence);
    }
    return lines.join(QLatin1Char('\n'));
}

inline QStringList acceptedOf(const Catalog& catalog, const Decisions& decisions = {},
                              const InferenceOptions& options = {})
{
    return acceptedTexts(catalog, inferRelationships(catalog, decisions, options));
}

/// What was inferred or decided for one column; null for nothing.
inline const Relationship* relationshipOf(const Catalog& catalog,
                                          const std::vector<Relationship>& relationships,
                                          const QString& column)
{
    const ColumnId id = columnNamed(catalog, column);
    for (const Relationship& relationship : relationships) {
        if (relationship.childColumns == std::vector{id})
            return &relationship;
    }
    return nullptr;
}

/// A decision about "orders.customer_id > customers.id".
inline void decide(const Catalog& catalog, Decisions& decisions, const QString& text,
                   DecisionKind kind, const QString& reason = {})
{
    Relationship relationship;
    const ColumnId child = columnNamed(catalog, text.section(QStringLiteral(" > "), 0, 0));
    const ColumnId key = columnNamed(catalog, text.section(QStringLiteral(" > "), 1));
    relationship.child = catalog.column(child).table;
    relationship.childColumns = {child};
    relationship.targets = {{catalog.column(key).table, {key}, {}}};
    for (const DecisionKey& one : decisionKeys(catalog, relationship))
        decisions.entries[one] = {kind, reason, {}};
}

/// A catalog and everything that the engine makes of it before it scores.
class EngineFixture
{
public:
    explicit EngineFixture(std::shared_ptr<const Catalog> given)
        : catalog(std::move(given))
        , scope(inferenceScope(*catalog))
        , profile(profileOf(*catalog, scope.takesPart))
        , index(profile)
    {
    }
    explicit EngineFixture(const char* text)
        : EngineFixture(catalogFromText(text))
    {
    }
    explicit EngineFixture(const QString& text)
        : EngineFixture(SchemaText::catalog(text))
    {
    }
    Q_DISABLE_COPY_MOVE(EngineFixture)

    [[nodiscard]] TableId table(const QString& name) const { return tableNamed(*catalog, name); }
    [[nodiscard]] ColumnId column(const QString& name) const { return columnNamed(*catalog, name); }
    [[nodiscard]] const TableProfile& tableProfile(const QString& name) const
    {
        return profile.tables[table(name).index];
    }
    [[nodiscard]] const ColumnProfile& columnProfile(const QString& name) const
    {
        return profile.columns[column(name).index];
    }
    [[nodiscard]] QString wordsText(const std::vector<int>& words) const
    {
        QStringList texts;
        for (const int word : words)
            texts << profile.vocabulary[word].text;
        return texts.join(QLatin1Char(' '));
    }
    [[nodiscard]] QString tableWords(const QString& name) const
    {
        return wordsText(tableProfile(name).words);
    }
    [[nodiscard]] QString columnWords(const QString& name) const
    {
        return wordsText(profile.names[columnProfile(name).name].words);
    }
    [[nodiscard]] QStringList names(const std::vector<TableId>& tables) const
    {
        QStringList texts;
        for (const TableId id : tables)
            texts << catalog->displayName(id);
        return texts;
    }
    [[nodiscard]] QStringList names(const std::vector<ColumnId>& columns) const
    {
        QStringList texts;
        for (const ColumnId id : columns)
            texts << catalog->displayName(id);
        return texts;
    }

    std::shared_ptr<const Catalog> catalog;
    InferenceScope scope;
    SchemaProfile profile;
    NameIndex index;
};

} // namespace cadastre::test
