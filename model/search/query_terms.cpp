// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a term asks of each kind of objects. Numbers, types and indexes of tables are judged in
// query_table_terms.cpp, values that mean names in query_values.cpp.
#include "model/search/query_terms.h"

#include "model/notes/comment_text.h"
#include "model/search/words.h"

#include <algorithm>

namespace cadastre {

QueryScope queryScope(QueryField field)
{
    switch (field) {
    case QueryField::Word:
        return QueryScope::Words;
    case QueryField::Column:
    case QueryField::Type:
    case QueryField::Nullable:
    case QueryField::ForeignKey:
    case QueryField::PrimaryKey:
        return QueryScope::Columns;
    default:
        return QueryScope::Table;
    }
}

QueryTermTest::QueryTermTest(const QueryIndex& index, const QueryTerm& term, QStringList& remarks,
                             NameMatch reach)
    : m_index(&index)
    , m_term(term)
{
    prepare(remarks, reach);
}

bool QueryTermTest::lets(ObjectRef object) const
{
    const QueryFit judged = fit(object);
    if (judged == QueryFit::Unknown)
        m_sawUnknown = true;
    return judged == (m_term.negated ? QueryFit::No : QueryFit::Yes);
}

bool QueryTermTest::hasName(int name) const
{
    return name >= 0 &&
           std::ranges::any_of(m_names, [&](const NameTest& test) { return test.fits(name); });
}

bool QueryTermTest::fitsOwnName(ObjectRef object) const
{
    const int name = m_index->nameOf(object);
    const int called = m_index->calledNameOf(object);
    if (hasName(name) || hasName(called))
        return true;
    if (!m_ownerPart || !fitsOwnersName(object))
        return false;
    return !m_lastPart || m_lastPart->fits(name) || (called >= 0 && m_lastPart->fits(called));
}

bool QueryTermTest::fitsOwnersName(ObjectRef object) const
{
    const Catalog& catalog = m_index->catalog();
    std::optional<ObjectRef> owner;
    if (object.kind != ObjectKind::Table) {
        if (const auto table = queryTableOf(catalog, object))
            owner = *table;
    }
    if (!owner && object.kind != ObjectKind::Schema) {
        if (const auto schema = querySchemaOf(catalog, object))
            owner = *schema;
    }
    if (!owner)
        return false;
    const int name = m_index->nameOf(*owner);
    const int called = m_index->calledNameOf(*owner);
    const auto has = [&](int each) {
        return each >= 0 && (m_ownerPart ? m_ownerPart->fits(each) : hasName(each));
    };
    return has(name) || has(called);
}

bool QueryTermTest::fitsComment(ObjectRef object) const
{
    const QString& comment = m_index->foldedComment(object);
    return !comment.isEmpty() && hasOneOf(comment);
}

/// Whether a folded text has all words of one of the values.
bool QueryTermTest::hasOneOf(const QString& text) const
{
    return std::ranges::any_of(m_term.values, [&](const QueryValue& value) {
        if (value.kind != QueryValueKind::Text && value.kind != QueryValueKind::Quoted)
            return false;
        if (text.contains(value.text, Qt::CaseInsensitive))
            return true;
        const QStringList words = nameWords(value.text);
        return value.kind == QueryValueKind::Text && !words.isEmpty() &&
               std::ranges::all_of(words, [&](const QString& w) { return text.contains(w); });
    });
}

QueryFit QueryTermTest::absence(bool present) const
{
    const bool fits = std::ranges::any_of(m_term.values, [&](const QueryValue& value) {
        return (value.kind == QueryValueKind::None && !present) ||
               (value.kind == QueryValueKind::Any && present);
    });
    return fits ? QueryFit::Yes : QueryFit::No;
}

/// What was not read is not absent.
QueryFit QueryTermTest::unlessUnread(QueryFit fit, ObjectRef object, CatalogKind kind) const
{
    const Catalog& catalog = m_index->catalog();
    const bool known = m_index->isRead(catalog.sourceOf(object), kind);
    return known ? fit : QueryFit::Unknown;
}

QueryFit QueryTermTest::fit(ObjectRef object) const
{
    const Catalog& catalog = m_index->catalog();
    switch (m_term.field) {
    case QueryField::Word: {
        const bool inTable = object.kind == ObjectKind::Column && m_term.negated;
        return fitsOwnName(object) || (inTable && fitsOwnersName(object)) ? QueryFit::Yes
                                                                          : QueryFit::No;
    }
    case QueryField::Name:
    case QueryField::Comment:
    case QueryField::Called:
        return fitText(object);
    case QueryField::Note:
    case QueryField::Convention:
        return fitNote(object);
    case QueryField::Staged:
        return absence(m_index->isStaged(object));
    case QueryField::Kind:
        return fitKind(object);
    case QueryField::Schema:
    case QueryField::Source:
        return fitPlace(object);
    case QueryField::Owner:
        return fitOwner(object);
    case QueryField::Boundary:
        return fitBoundary(object);
    default:
        break;
    }
    if (object.kind == ObjectKind::Column)
        return fitColumn(ColumnId{object.index});
    const auto table = queryTableOf(catalog, object);
    const bool ofTable = m_term.field == QueryField::Table || m_term.field == QueryField::Rows ||
                         m_term.field == QueryField::Size || m_term.field == QueryField::Columns;
    if (!table || (object.kind != ObjectKind::Table && !ofTable))
        return m_term.negated ? QueryFit::Yes : QueryFit::No; // makes no sense: never let through
    return fitTable(*table);
}

QueryFit QueryTermTest::fitText(ObjectRef object) const
{
    if (m_term.field == QueryField::Name)
        return hasName(m_index->nameOf(object)) ? QueryFit::Yes : QueryFit::No;
    if (m_term.field == QueryField::Called) {
        const int called = m_index->calledNameOf(object);
        return hasName(called) ? QueryFit::Yes : absence(called >= 0);
    }
    const QString& comment = m_index->foldedComment(object);
    if (!comment.isEmpty())
        return hasOneOf(comment) ? QueryFit::Yes : absence(true);
    return unlessUnread(absence(false), object, CatalogKind::Comments);
}

/// "pii", "pii=email"; of conventions the value alone.
QueryFit QueryTermTest::fitNote(ObjectRef object) const
{
    const QString text =
        m_index->foldedComment(object).contains(u'@') ? m_index->comment(object) : QString();
    const std::vector<TagLine> notes =
        text.isEmpty() ? std::vector<TagLine>() : parseCommentText(text).notes;
    const bool conventions = m_term.field == QueryField::Convention;
    bool present = false;
    for (const TagLine& note : notes) {
        if (conventions && note.name != QLatin1String("convention"))
            continue;
        present = true;
        const bool says = std::ranges::any_of(m_term.values, [&](const QueryValue& value) {
            if (value.kind != QueryValueKind::Text && value.kind != QueryValueKind::Quoted)
                return false;
            if (conventions)
                return m_chosen.contains(note.value);
            const QString wanted = value.text.startsWith(u'@') ? value.text.mid(1) : value.text;
            const QString name = wanted.section(u'=', 0, 0);
            return note.name.compare(name, Qt::CaseInsensitive) == 0 &&
                   note.value.contains(wanted.section(u'=', 1), Qt::CaseInsensitive);
        });
        if (says)
            return QueryFit::Yes;
    }
    if (absence(present) == QueryFit::Yes && present)
        return QueryFit::Yes;
    if (conventions && object.kind == ObjectKind::Table) {
        if (const QueryFit columns = fitAnyColumn(TableId{object.index});
            columns == QueryFit::Yes &&
            std::ranges::none_of(m_term.values, [](const QueryValue& value) {
                return value.kind == QueryValueKind::None;
            }))
            return columns;
    }
    if (present || !m_index->foldedComment(object).isEmpty())
        return absence(present);
    return unlessUnread(absence(false), object, CatalogKind::Comments);
}

QueryFit QueryTermTest::fitKind(ObjectRef object) const
{
    const QStringList words = queryKindWords(m_index->catalog(), object);
    return std::ranges::any_of(words, [&](const QString& word) { return m_chosen.contains(word); })
               ? QueryFit::Yes
               : QueryFit::No;
}

QueryFit QueryTermTest::fitPlace(ObjectRef object) const
{
    const Catalog& catalog = m_index->catalog();
    bool fits = false;
    if (m_term.field == QueryField::Source) {
        const Source& source = catalog.source(catalog.sourceOf(object));
        fits = m_chosen.contains(source.name) || m_chosen.contains(source.databaseName);
    } else if (const auto schema = querySchemaOf(catalog, object)) {
        fits = m_chosen.contains(catalog.schema(*schema).name);
    }
    return fits ? QueryFit::Yes : QueryFit::No;
}

} // namespace cadastre
