// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Finds and judges pairs of one table at a time; see the header.
#include "model/relations/structure/polymorphic_pairs.h"

#include "model/relations/structure/value_kinds.h"
#include "model/relations/structure/word_forms.h"
#include "model/search/words.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

/// Whether the two columns follow each other in `columns`, in either order.
template <typename Columns, typename Projection>
bool followEachOther(const Columns& columns, ColumnId a, ColumnId b, Projection columnOf)
{
    for (std::size_t i = 1; i < columns.size(); ++i) {
        const auto before = columnOf(columns[i - 1]);
        const auto here = columnOf(columns[i]);
        if ((before == a && here == b) || (before == b && here == a))
            return true;
    }
    return false;
}

bool areIndexedTogether(const Catalog& catalog, TableId table, ColumnId a, ColumnId b)
{
    const auto plain = [](ColumnId id) { return std::optional(id); };
    const auto ofPart = [](const IndexPart& part) { return part.column; };
    const auto constraints = catalog.constraintsOf(table);
    const auto indexes = catalog.indexesOf(table);
    return std::any_of(constraints.begin(), constraints.end(),
                       [&](const Constraint& constraint) {
                           return (constraint.kind == ConstraintKind::PrimaryKey ||
                                   constraint.kind == ConstraintKind::Unique) &&
                                  followEachOther(constraint.columns, a, b, plain);
                       }) ||
           std::any_of(indexes.begin(), indexes.end(), [&](const Index& index) {
               return followEachOther(index.parts, a, b, ofPart);
           });
}

bool isUniqueAlone(const Catalog& catalog, TableId table, ColumnId column)
{
    const auto constraints = catalog.constraintsOf(table);
    const auto indexes = catalog.indexesOf(table);
    return std::any_of(constraints.begin(), constraints.end(),
                       [&](const Constraint& constraint) {
                           return (constraint.kind == ConstraintKind::PrimaryKey ||
                                   constraint.kind == ConstraintKind::Unique) &&
                                  constraint.columns == std::vector{column};
                       }) ||
           std::any_of(indexes.begin(), indexes.end(), [&](const Index& index) {
               return index.unique && index.predicate.isEmpty() && index.parts.size() == 1 &&
                      index.parts.front().column == column;
           });
}

bool canChooseTable(ValueKind kind, TypeColumnForm form)
{
    if (kind == ValueKind::Number)
        return form != TypeColumnForm::Table;
    return kind == ValueKind::Text || kind == ValueKind::Enumeration ||
           (kind == ValueKind::Uuid && form == TypeColumnForm::Registry);
}

/// An id with a type of its own name is not also chosen by the `type` of its table.
void dropSecondChoices(std::vector<PolymorphicPair>& pairs)
{
    QSet<ColumnId> named;
    for (const PolymorphicPair& pair : pairs) {
        if (pair.facts.form == PairForm::SameStem || pair.facts.form == PairForm::ContentType)
            named.insert(pair.id);
    }
    std::erase_if(pairs, [&](const PolymorphicPair& pair) {
        return named.contains(pair.id) && pair.facts.form != PairForm::SameStem &&
               pair.facts.form != PairForm::ContentType;
    });
}

} // namespace

PolymorphicPairs::PolymorphicPairs(const Catalog& catalog, const TableNames& names)
    : m_catalog(catalog)
    , m_names(names)
    , m_keyKinds(catalog.objects().sources.size())
{
    QSet<std::pair<int, QString>> seen; // types repeat
    const auto add = [&](ColumnId key) {
        const Column& column = catalog.column(key);
        const int source = catalog.sourceOf(column.table).index;
        const auto size = seen.size();
        seen.insert({source, column.type});
        if (seen.size() > size)
            m_keyKinds[source] |= 1U << static_cast<unsigned>(valueKind(catalog, key));
    };
    for (const Constraint& constraint : catalog.objects().constraints) {
        if (constraint.columns.size() == 1 && (constraint.kind == ConstraintKind::PrimaryKey ||
                                               constraint.kind == ConstraintKind::Unique))
            add(constraint.columns.front());
    }
    for (const Index& index : catalog.objects().indexes) {
        if (index.unique && index.parts.size() == 1 && index.parts.front().column)
            add(*index.parts.front().column);
    }
}

std::optional<TypeReading> PolymorphicPairs::typeReading(const QString& name)
{
    const auto known = m_types.constFind(name);
    if (known != m_types.constEnd())
        return *known;
    return *m_types.insert(name, readTypeName(nameWords(name)));
}

IdReading PolymorphicPairs::idReading(const QString& name)
{
    const auto known = m_ids.constFind(name);
    if (known != m_ids.constEnd())
        return *known;
    return *m_ids.insert(name, readIdName(nameWords(name)));
}

std::vector<PolymorphicPair> PolymorphicPairs::ofTable(TableId table)
{
    const auto columns = m_catalog.columnsOf(table);
    const ColumnId first = m_catalog.firstColumn(table);
    const Constraint* key = m_catalog.primaryKeyOf(table);
    std::vector<PolymorphicPair> pairs;
    std::vector<IdReading> ids; // of all columns, once one of them may choose a table
    for (int t = 0; t < static_cast<int>(columns.size()); ++t) {
        const auto type = typeReading(columns[t].name);
        if (!type)
            continue;
        const ColumnId typeId{first.index + t};
        const ValueKind kind = valueKind(m_catalog, typeId);
        if (!canChooseTable(kind, type->name.form) || isUniqueAlone(m_catalog, table, typeId))
            continue;
        if (ids.empty()) {
            for (const Column& column : columns)
                ids.push_back(idReading(column.name));
        }
        for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
            if (i == t)
                continue;
            const auto match = matchNames(*type, ids[i]);
            const ColumnId id{first.index + i};
            if (!match || !canHoldIds(m_catalog, id) || (key && key->columns == std::vector{id}))
                continue;
            pairs.push_back(judged(id, typeId, *match));
        }
    }
    dropSecondChoices(pairs);
    return pairs;
}

PolymorphicPair PolymorphicPairs::pairOf(ColumnId id, ColumnId type)
{
    const auto typeName = typeReading(m_catalog.column(type).name);
    const IdReading idName = idReading(m_catalog.column(id).name);
    std::optional<PairMatch> match;
    if (typeName)
        match = matchNames(*typeName, idName);
    return judged(id, type, match.value_or(PairMatch{PairForm::NoStem, idName.name.stem}));
}

PolymorphicPair PolymorphicPairs::judged(ColumnId id, ColumnId type, const PairMatch& match) const
{
    PolymorphicPair pair{id, type, {}, match.stem.join(QLatin1Char(' '))};
    pair.facts.form = match.form;
    pair.facts.stem = stemKind(match.stem);
    judgeTables(pair, match.stem);
    judgeShape(pair);
    return pair;
}

void PolymorphicPairs::judgeTables(PolymorphicPair& pair, const QStringList& stem) const
{
    const TableId table = m_catalog.column(pair.id).table;
    const QString own = joinedSingular(m_names.wordsOf(table));
    for (qsizetype from = 0; from < stem.size(); ++from) {
        const QString words = joinedSingular(stem, from, stem.size() - from);
        if (words == own) {
            pair.facts.namesOwnTable = true;
        } else if (from == 0 && own.endsWith(words) && words.size() >= 4) {
            pair.facts.endsOwnTable = true;
        } else if (m_names.named(words, table)) {
            pair.facts.namesTable = true;
            if (from == 0 && stem.size() > 1)
                pair.facts.stem = PairStem::Thing; // whatever its last word is
        } else if (m_names.isAnyNamed(words, table)) {
            pair.facts.endsLikeTable = true;
        }
    }
    const QStringList typeWords = nameWords(m_catalog.column(pair.type).name);
    pair.facts.registryExists =
        (pair.facts.form == PairForm::Registry || pair.facts.form == PairForm::ContentType) &&
        m_names.isAnyNamed(joinedSingular(typeWords, 0, typeWords.size() - 1), table);
}

void PolymorphicPairs::judgeShape(PolymorphicPair& pair) const
{
    const Column& id = m_catalog.column(pair.id);
    const Column& type = m_catalog.column(pair.type);
    PairFacts& facts = pair.facts;
    facts.indexedTogether = areIndexedTogether(m_catalog, id.table, pair.id, pair.type);
    facts.adjacent = std::abs(pair.id.index - pair.type.index) == 1;
    facts.idAloneUnique = isUniqueAlone(m_catalog, id.table, pair.id);
    const ValueKind typeKind = valueKind(m_catalog, pair.type);
    facts.typeIsNumber = typeKind == ValueKind::Number && facts.form != PairForm::Registry &&
                         facts.form != PairForm::ContentType;
    const auto length = declaredLength(type.type);
    facts.typeIsShortCode = typeKind == ValueKind::Text && length && *length <= 3;
    facts.idIsOnlyNumber = idColumnName(nameWords(id.name)).word == IdWord::Number;
    const unsigned keys = m_keyKinds[m_catalog.sourceOf(id.table).index];
    const auto has = [&](ValueKind kind) { return (keys >> static_cast<unsigned>(kind)) & 1U; };
    const ValueKind idKind = valueKind(m_catalog, pair.id);
    facts.idFitsNoKey = keys != 0 && !has(idKind);
    facts.idIsText = idKind == ValueKind::Text;
}

} // namespace cadastre
