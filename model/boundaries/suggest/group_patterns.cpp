// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header. Only beginnings of letters, digits, `_` and `-` become patterns: other characters
// mean something in a pattern.
#include "model/boundaries/suggest/group_patterns.h"

#include <QSet>

#include <algorithm>

namespace cadastre::suggest {

namespace {

constexpr qsizetype shortestBeginning = 2;

bool isPlain(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-');
}

bool endsPatternWord(const QString& name, qsizetype at)
{
    const QChar before = name[at - 1];
    return at == name.size() || !before.isLetterOrNumber() || !name[at].isLetterOrNumber() ||
           (before.isLower() && name[at].isUpper());
}

} // namespace

PatternFinder::PatternFinder(const Facts& facts)
    : m_facts(facts)
    , m_names(facts.catalog->objects().schemas.size())
{
    const std::vector<Table>& tables = facts.catalog->objects().tables;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        if (facts.scope.positions[i] >= 0)
            m_names[tables[i].schema.index].push_back({tables[i].name, facts.scope.positions[i]});
    }
    for (std::vector<Named>& names : m_names) {
        std::ranges::sort(names, {}, &Named::name);
        m_schemas += names.empty() ? 0 : 1;
    }
}

std::pair<std::size_t, std::size_t> PatternFinder::beginningWith(SchemaId schema,
                                                                 const QString& text) const
{
    const std::vector<Named>& names = m_names[schema.index];
    const auto first = std::ranges::lower_bound(names, text, {}, &Named::name);
    const auto last = std::ranges::partition_point(
        first, names.end(), [&](const Named& named) { return named.name.startsWith(text); });
    return {first - names.begin(), last - names.begin()};
}

bool PatternFinder::areAllOf(int group, SchemaId schema, std::size_t from, std::size_t to) const
{
    for (std::size_t i = from; i < to; ++i) {
        if (m_facts.groupOf[m_names[schema.index][i].position] != group)
            return false;
    }
    return true;
}

/// The shortest beginning of a name that only tables of the group have, and more than one; empty
/// for none.
QString PatternFinder::beginningOf(int group, SchemaId schema, const QString& name) const
{
    for (qsizetype at = 1; at <= name.size() && isPlain(name[at - 1]); ++at) {
        if (at < shortestBeginning || !endsPatternWord(name, at))
            continue;
        const auto [from, to] = beginningWith(schema, name.first(at));
        if (to - from < 2)
            return {};
        if (areAllOf(group, schema, from, to))
            return name.first(at);
    }
    return {};
}

/// What stands before the name so that no other schema is meant.
QString PatternFinder::placeOf(SchemaId id, bool always) const
{
    const Schema& schema = m_facts.catalog->schema(id);
    if (m_schemas < 2 && !always)
        return {};
    QString place;
    if (m_facts.catalog->objects().sources.size() > 1)
        place = m_facts.catalog->source(schema.source).name + QLatin1Char('/');
    return QString(place + quotedKeyPart(schema.name) + QLatin1Char('.'));
}

QStringList PatternFinder::patternsOf(const std::vector<int>& group) const
{
    const int number = m_facts.groupOf[group.front()];
    QSet<QString> patterns;
    QSet<SchemaId> whole;
    for (const int position : group) {
        const SchemaId schema = m_facts.table(position).schema;
        if (whole.contains(schema))
            continue;
        if (areAllOf(number, schema, 0, m_names[schema.index].size())) {
            whole.insert(schema);
            patterns.insert(QString(placeOf(schema, true) + QLatin1Char('*')));
            continue;
        }
        const QString beginning = beginningOf(number, schema, m_facts.table(position).name);
        if (!beginning.isEmpty())
            patterns.insert(QString(placeOf(schema, false) + beginning + QLatin1Char('*')));
    }
    QStringList result(patterns.begin(), patterns.end());
    result.sort();
    for (qsizetype i = 1; i < result.size();) { // `inv_*` says what `inv_line_*` says
        if (result[i].startsWith(QStringView(result[i - 1]).chopped(1)))
            result.removeAt(i);
        else
            ++i;
    }
    return result;
}

} // namespace cadastre::suggest
