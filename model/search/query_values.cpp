// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Values that mean names which the catalog has: schemas, owners, boundaries, conventions, kinds.
// What is typed is the whole name, else its beginning, else a part of it.
#include "model/search/query_terms.h"

#include "model/boundaries/ownership/patterns.h"
#include "model/notes/comment_text.h"
#include "model/search/query_candidates.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype shownCandidates = 4;

bool isQueryText(const QueryValue& value)
{
    return value.kind == QueryValueKind::Text || value.kind == QueryValueKind::Quoted;
}

QStringList candidatesMeant(const QStringList& candidates, const QueryValue& value)
{
    const auto pick = [&](auto fits) {
        QStringList picked;
        std::ranges::copy_if(candidates, std::back_inserter(picked), fits);
        return picked;
    };
    const bool typed = value.kind == QueryValueKind::Text;
    if (typed && (value.text.contains(u'*') || value.text.contains(u'?'))) {
        return pick([&](const QString& name) {
            return matchesWildcards(value.text.toCaseFolded(), name.toCaseFolded());
        });
    }
    QStringList meant = pick(
        [&](const QString& name) { return name.compare(value.text, Qt::CaseInsensitive) == 0; });
    if (meant.isEmpty() && typed)
        meant = pick(
            [&](const QString& name) { return name.startsWith(value.text, Qt::CaseInsensitive); });
    if (meant.isEmpty() && typed)
        meant = pick(
            [&](const QString& name) { return name.contains(value.text, Qt::CaseInsensitive); });
    return meant;
}

} // namespace

void QueryTermTest::chooseAmong(const QStringList& candidates, const QString& what,
                                QStringList& remarks)
{
    for (const QueryValue& value : m_term.values) {
        if (!isQueryText(value))
            continue;
        const QStringList meant = candidatesMeant(candidates, value);
        m_chosen += meant;
        if (!meant.isEmpty())
            continue;
        if (candidates.isEmpty()) {
            remarks << QStringLiteral("There is no %1 here.").arg(what);
            continue;
        }
        QStringList some = candidates.mid(0, shownCandidates);
        if (candidates.size() > shownCandidates)
            some << QStringLiteral("…");
        remarks << QStringLiteral("No %1 is called “%2”; there are %3.")
                       .arg(what, value.text, some.join(QStringLiteral(", ")));
    }
}

void QueryTermTest::prepare(QStringList& remarks, NameMatch reach)
{
    const QueryField field = m_term.field;
    switch (field) {
    case QueryField::Schema:
    case QueryField::Source:
    case QueryField::Owner:
    case QueryField::Boundary:
    case QueryField::Convention:
    case QueryField::Kind:
    case QueryField::ForeignKey:
        chooseAmong(queryCandidates(*m_index, field), queryCandidateWord(field), remarks);
        return;
    case QueryField::Word:
    case QueryField::Name:
    case QueryField::Table:
    case QueryField::Column:
    case QueryField::Called:
    case QueryField::Index:
        break;
    default:
        return;
    }
    const NameMatch quoted = field == QueryField::Word ? NameMatch::Letters : NameMatch::Whole;
    for (const QueryValue& value : m_term.values) {
        if (!isQueryText(value))
            continue;
        if (value.kind == QueryValueKind::Text && field != QueryField::Word) {
            NameTest exact(m_index->names(), value.text, NameMatch::Exact);
            if (isNameOf(field, exact)) {
                m_names.push_back(std::move(exact)); // then what is only like it is not meant
                continue;
            }
        }
        m_names.emplace_back(m_index->names(), value.text,
                             value.kind == QueryValueKind::Quoted ? quoted : reach);
    }
    const QueryValue& first = m_term.values.front();
    const qsizetype dot = first.text.lastIndexOf(u'.');
    if (field != QueryField::Word || first.kind == QueryValueKind::Quoted || dot <= 0)
        return;
    const QString owner = first.text.first(dot).section(u'.', -1);
    const QString last = first.text.sliced(dot + 1);
    if (owner.isEmpty())
        return;
    m_ownerPart.emplace(m_index->names(), owner, reach);
    if (!last.isEmpty())
        m_lastPart.emplace(m_index->names(), last, reach);
}

/// Whether something that the field is about is called exactly so.
bool QueryTermTest::isNameOf(QueryField field, const NameTest& exact) const
{
    const CatalogObjects& objects = m_index->catalog().objects();
    const auto one = [&](ObjectKind kind, std::size_t count) {
        for (int i = 0; i < static_cast<int>(count); ++i) {
            const ObjectRef object(kind, i);
            const int called = field == QueryField::Name ? -1 : m_index->calledNameOf(object);
            const bool named = field != QueryField::Called && exact.fits(m_index->nameOf(object));
            const bool fits = named || (called >= 0 && exact.fits(called));
            if (fits && !m_index->isHidden(object))
                return true;
        }
        return false;
    };
    switch (field) {
    case QueryField::Column:
        return one(ObjectKind::Column, objects.columns.size());
    case QueryField::Index:
        return one(ObjectKind::Index, objects.indexes.size());
    case QueryField::Table:
        return one(ObjectKind::Table, objects.tables.size());
    default:
        return one(ObjectKind::Table, objects.tables.size()) ||
               one(ObjectKind::Column, objects.columns.size()) ||
               one(ObjectKind::Routine, objects.routines.size()) ||
               one(ObjectKind::Index, objects.indexes.size()) ||
               one(ObjectKind::Trigger, objects.triggers.size()) ||
               one(ObjectKind::Type, objects.types.size());
    }
}

QueryFit QueryTermTest::fitOwner(ObjectRef object) const
{
    const QStringList owners = queryOwnersOf(*m_index, object);
    const bool one =
        std::ranges::any_of(owners, [&](const QString& owner) { return m_chosen.contains(owner); });
    return one ? QueryFit::Yes : absence(!owners.isEmpty());
}

QueryFit QueryTermTest::fitBoundary(ObjectRef object) const
{
    const QStringList names = queryBoundariesOf(*m_index, object);
    const bool one =
        std::ranges::any_of(names, [&](const QString& name) { return m_chosen.contains(name); });
    return one ? QueryFit::Yes : absence(!names.isEmpty());
}

} // namespace cadastre
