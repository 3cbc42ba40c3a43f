// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What terms ask of tables and columns: relationships, keys, indexes, types, numbers.
#include "model/search/query_terms.h"

#include "model/relations/type_families.h"

#include <algorithm>

namespace cadastre {

namespace {

QueryFit asFit(bool fits)
{
    return fits ? QueryFit::Yes : QueryFit::No;
}

bool isTextValue(const QueryValue& value)
{
    return value.kind == QueryValueKind::Text || value.kind == QueryValueKind::Quoted;
}

/// Whatever the engine calls the type.
bool wantsJson(const QueryValue& value)
{
    return value.kind == QueryValueKind::Text &&
           value.text.compare(QLatin1String("json"), Qt::CaseInsensitive) == 0;
}

/// `integer` for "int", `varchar` for "character varying(80)", "json" for jsonb.
bool isOfType(const QueryValue& value, const QString& type, const TypeShape& shape)
{
    const QString wanted = value.text.toLower();
    const QString text = type.toLower();
    if (value.kind == QueryValueKind::Quoted)
        return text == wanted || shape.name == wanted;
    if (text.startsWith(wanted) || shape.name.startsWith(wanted) ||
        text.contains(QString(QLatin1Char(' ') + wanted)))
        return true;
    const bool isInt = wanted == QLatin1String("int") && shape.name.endsWith(wanted) &&
                       !shape.name.endsWith(QLatin1String("point"));
    return isInt || (!wantsJson(value) && typeFamilyName(shape.family) == wanted);
}

} // namespace

QueryFit QueryTermTest::fitAnyColumn(TableId table) const
{
    const int first = m_index->catalog().firstColumn(table).index;
    const int count = static_cast<int>(m_index->catalog().columnsOf(table).size());
    QueryFit best = QueryFit::No;
    for (int i = 0; i < count && best != QueryFit::Yes; ++i) {
        const QueryFit one = fit(ColumnId{first + i});
        best = one == QueryFit::No ? best : one;
    }
    return best;
}

QueryFit QueryTermTest::fitColumn(ColumnId column) const
{
    const Column& facts = m_index->catalog().column(column);
    switch (m_term.field) {
    case QueryField::Column:
        return asFit(hasName(m_index->nameOf(column)) || hasName(m_index->calledNameOf(column)));
    case QueryField::Type:
        return fitType(column);
    case QueryField::Nullable:
        return absence(facts.nullable);
    case QueryField::PrimaryKey:
        return unlessUnread(absence(m_index->isInKey(column)), column, CatalogKind::Constraints);
    case QueryField::ForeignKey:
        return fitOrigins(m_index->originsOf(column));
    case QueryField::References:
        return m_index->facts().relationships == nullptr ? QueryFit::Unknown
                                                         : fitNumber(m_index->referencesTo(column));
    case QueryField::Index:
        return fitIndexes(facts.table, column);
    default:
        return fitTable(facts.table);
    }
}

QueryFit QueryTermTest::fitTable(TableId table) const
{
    const Catalog& catalog = m_index->catalog();
    const Table& facts = catalog.table(table);
    switch (m_term.field) {
    case QueryField::Table:
        return asFit(hasName(m_index->nameOf(table)) || hasName(m_index->calledNameOf(table)));
    case QueryField::Rows:
        return fitNumber(facts.rowEstimate);
    case QueryField::Size:
        return fitNumber(facts.sizeBytes ? std::optional(static_cast<double>(*facts.sizeBytes))
                                         : std::nullopt);
    case QueryField::Columns:
        return unlessUnread(fitNumber(static_cast<double>(catalog.columnsOf(table).size())), table,
                            CatalogKind::Columns);
    case QueryField::ForeignKey:
        return fitOrigins(m_index->originsOf(table));
    case QueryField::References:
        return m_index->facts().relationships == nullptr ? QueryFit::Unknown
                                                         : fitNumber(m_index->referencesTo(table));
    case QueryField::PrimaryKey:
        if (isView(facts)) // has none, and nobody misses it
            return m_term.negated ? QueryFit::Yes : QueryFit::No;
        return unlessUnread(absence(catalog.primaryKeyOf(table) != nullptr), table,
                            CatalogKind::Constraints);
    case QueryField::Index:
        return fitIndexes(table, std::nullopt);
    default:
        return fitAnyColumn(table);
    }
}

QueryFit QueryTermTest::fitOrigins(OriginBits origins) const
{
    if (m_index->facts().relationships == nullptr)
        return QueryFit::Unknown;
    constexpr auto rejected =
        static_cast<OriginBits>(1U << static_cast<unsigned>(RelationshipOrigin::Rejected));
    static const QStringList names{QStringLiteral("declared"), QStringLiteral("inferred"),
                                   QStringLiteral("confirmed"), QStringLiteral("added"),
                                   QStringLiteral("rejected")};
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (m_chosen.contains(names[i]) && (origins & (1U << i)) != 0)
            return QueryFit::Yes;
    }
    return absence((origins & ~rejected) != 0);
}

QueryFit QueryTermTest::fitIndexes(TableId table, std::optional<ColumnId> column) const
{
    const Catalog& catalog = m_index->catalog();
    const Table& facts = catalog.table(table);
    if (isView(facts) && facts.kind != TableKind::MaterializedView)
        return m_term.negated ? QueryFit::Yes : QueryFit::No;
    const bool wantsUnique = std::ranges::any_of(m_term.values, [](const QueryValue& value) {
        return value.kind == QueryValueKind::Text &&
               value.text.compare(QLatin1String("unique"), Qt::CaseInsensitive) == 0;
    });
    int id = catalog.firstIndex(table).index;
    for (const Index& index : catalog.indexesOf(table)) {
        const IndexId each{id++};
        const bool about = !column || std::ranges::any_of(index.parts, [&](const IndexPart& part) {
            return part.column == column;
        });
        if (about && ((wantsUnique && index.unique) || hasName(m_index->nameOf(each))))
            return QueryFit::Yes;
    }
    const bool present = column ? m_index->isIndexed(*column) : !catalog.indexesOf(table).empty();
    return unlessUnread(absence(present), table, CatalogKind::Indexes);
}

QueryFit QueryTermTest::fitType(ColumnId column) const
{
    const Catalog& catalog = m_index->catalog();
    const Column& facts = catalog.column(column);
    const bool json = std::ranges::any_of(m_term.values, wantsJson);
    if (json && m_index->jsonSignOf(column) != JsonSign::None)
        return QueryFit::Yes;
    const QString key =
        facts.type +
        (facts.userType ? QLatin1Char('/') + QString::number(facts.userType->index) : QString());
    const auto known = m_types.constFind(key);
    // a CHECK that was not read could say so
    const auto judged = [&](QueryFit fit) {
        return json && fit == QueryFit::No ? unlessUnread(fit, column, CatalogKind::Constraints)
                                           : fit;
    };
    if (known != m_types.cend())
        return judged(*known);
    const TypeShape shape = typeShape(catalog, column);
    const bool fits = std::ranges::any_of(m_term.values, [&](const QueryValue& value) {
        return isTextValue(value) && isOfType(value, facts.type, shape);
    });
    return judged(*m_types.insert(key, asFit(fits)));
}

QueryFit QueryTermTest::fitNumber(std::optional<double> number) const
{
    if (!number)
        return QueryFit::Unknown;
    const bool fits = std::ranges::any_of(m_term.values, [&](const QueryValue& value) {
        return value.kind == QueryValueKind::Range && value.range.least <= *number &&
               *number <= value.range.most;
    });
    return fits ? QueryFit::Yes : absence(*number > 0);
}

} // namespace cadastre
