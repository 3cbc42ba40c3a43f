// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One term of a query against one object, for query_answer.h and query_hits.h. What is not known is
// neither yes nor no: `comment:none` does not list what was not read.
#pragma once

#include "model/search/object_query.h"
#include "model/search/query_facts.h"

namespace cadastre {

enum class QueryFit : std::uint8_t { No, Yes, Unknown };

/// What a term is about where a table is asked.
enum class QueryScope : std::uint8_t {
    Words,   ///< names, of the table or of its columns
    Table,   ///< the table itself; its columns follow it
    Columns, ///< one of its columns
};
QueryScope queryScope(QueryField field);

class QueryTermTest
{
public:
    /// `index` must outlive the test. Values that nothing in the catalog has become remarks.
    QueryTermTest(const QueryIndex& index, const QueryTerm& term, QStringList& remarks,
                  NameMatch reach = NameMatch::Spelling);

    [[nodiscard]] QueryScope scope() const { return queryScope(m_term.field); }
    [[nodiscard]] const QueryTerm& term() const { return m_term; }
    /// With negation. A term about columns fits a table when it fits one of its columns; one that
    /// makes no sense for a kind of objects fits none of it.
    [[nodiscard]] bool lets(ObjectRef object) const;
    /// Whether it fits the name of the object itself, negation aside; for words.
    [[nodiscard]] bool fitsOwnName(ObjectRef object) const;
    /// Whether it fits the name of what the object stands in.
    [[nodiscard]] bool fitsOwnersName(ObjectRef object) const;
    [[nodiscard]] bool fitsComment(ObjectRef object) const;
    /// Whether something could not be judged because it was not read.
    [[nodiscard]] bool sawUnknown() const { return m_sawUnknown; }

private:
    [[nodiscard]] QueryFit fit(ObjectRef object) const;
    [[nodiscard]] QueryFit fitTable(TableId table) const;
    [[nodiscard]] QueryFit fitColumn(ColumnId column) const;
    [[nodiscard]] QueryFit fitAnyColumn(TableId table) const;
    [[nodiscard]] QueryFit fitText(ObjectRef object) const;
    [[nodiscard]] QueryFit fitNote(ObjectRef object) const;
    [[nodiscard]] QueryFit fitOwner(ObjectRef object) const;
    [[nodiscard]] QueryFit fitBoundary(ObjectRef object) const;
    [[nodiscard]] QueryFit fitKind(ObjectRef object) const;
    [[nodiscard]] QueryFit fitPlace(ObjectRef object) const;
    [[nodiscard]] QueryFit fitOrigins(OriginBits origins) const;
    [[nodiscard]] QueryFit fitIndexes(TableId table, std::optional<ColumnId> column) const;
    [[nodiscard]] QueryFit fitType(ColumnId column) const;
    [[nodiscard]] QueryFit fitNumber(std::optional<double> number) const;
    [[nodiscard]] QueryFit absence(bool present) const;
    [[nodiscard]] QueryFit unlessUnread(QueryFit fit, ObjectRef object, CatalogKind kind) const;
    [[nodiscard]] bool hasName(int name) const;
    [[nodiscard]] bool hasOneOf(const QString& text) const;
    void prepare(QStringList& remarks, NameMatch reach);
    [[nodiscard]] bool isNameOf(QueryField field, const NameTest& exact) const;
    void chooseAmong(const QStringList& candidates, const QString& what, QStringList& remarks);

    const QueryIndex* m_index;
    QueryTerm m_term;
    std::vector<NameTest> m_names; ///< of fields of names, one per value that is text
    /// Of a word with dots: what its last part and the one before it say.
    std::optional<NameTest> m_lastPart;
    std::optional<NameTest> m_ownerPart;
    QStringList m_chosen; ///< of places and owners: the names that the values mean
    mutable QHash<QString, QueryFit> m_types; ///< by type text
    mutable bool m_sawUnknown = false;
};

/// The table that an object is or stands in; absent for others.
std::optional<TableId> queryTableOf(const Catalog& catalog, ObjectRef object);
/// The schema that an object is or stands in.
std::optional<SchemaId> querySchemaOf(const Catalog& catalog, ObjectRef object);
/// The words that `kind:` understands for an object, the most particular first: "partition",
/// "table".
QStringList queryKindWords(const Catalog& catalog, ObjectRef object);

} // namespace cadastre
