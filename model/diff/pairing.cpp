// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/diff/pairing.h"

#include "model/diff/paired_names.h"

#include <QRegularExpression>

#include <algorithm>

namespace cadastre {

namespace {

std::size_t at(ObjectKind kind)
{
    return static_cast<std::size_t>(kind);
}

/// The number of an old column in the new catalog, or a number that no other column has.
class ColumnNumbers
{
public:
    ColumnNumbers(const Pairing& pairing, bool isBefore)
        : m_pairing(pairing)
        , m_isBefore(isBefore)
    {
    }

    [[nodiscard]] QString of(ObjectRef column) const
    {
        const auto after = m_isBefore ? m_pairing.afterOf(column) : std::optional(column);
        return after ? QString::number(after->index) : QStringLiteral("gone%1").arg(column.index);
    }

    [[nodiscard]] QString of(const std::vector<ColumnId>& columns) const
    {
        QStringList numbers;
        for (const ColumnId column : columns)
            numbers << of(ObjectRef(column));
        return numbers.join(QLatin1Char(','));
    }

private:
    const Pairing& m_pairing;
    bool m_isBefore;
};

/// What a constraint says, apart from its name.
QString constraintMeaning(const Constraint& constraint, const ColumnNumbers& numbers)
{
    if (constraint.kind == ConstraintKind::PrimaryKey)
        return QStringLiteral("primary"); // a table has one
    QString meaning = QString::number(static_cast<int>(constraint.kind)) + QLatin1Char('|') +
                      numbers.of(constraint.columns);
    if (constraint.kind == ConstraintKind::ForeignKey)
        meaning += QLatin1Char('>') + (constraint.referencedColumns.empty()
                                           ? constraint.referencedName
                                           : numbers.of(constraint.referencedColumns));
    else if (constraint.kind != ConstraintKind::Unique)
        meaning += QLatin1Char('|') + constraint.expression + constraint.definition;
    return meaning;
}

QString indexMeaning(const Index& index, const ColumnNumbers& numbers)
{
    QStringList parts{index.unique ? QStringLiteral("unique") : QString(), index.predicate};
    for (const IndexPart& part : index.parts)
        parts << QString((part.column ? numbers.of(ObjectRef(*part.column)) : part.expression) +
                         (part.descending ? QStringLiteral("d") : QString()));
    return parts.join(QLatin1Char('|'));
}

QString meaningOf(const Catalog& catalog, ObjectRef object, const ColumnNumbers& numbers)
{
    return object.kind == ObjectKind::Constraint
               ? constraintMeaning(catalog.constraint({object.index}), numbers)
               : indexMeaning(catalog.index({object.index}), numbers);
}

} // namespace

Pairing::Pairing(const Catalog& before, const Catalog& after, const DifferenceOptions& options)
    : m_before(before)
    , m_after(after)
{
    for (const ObjectKind kind : objectKinds) {
        m_forward[at(kind)].assign(objectCount(before.objects(), kind), unpaired);
        m_backward[at(kind)].assign(objectCount(after.objects(), kind), unpaired);
    }
    const PairedNames names = pairedNames(before, after, options.schemas);
    m_schemaNames = names.schemas;
    const Catalog& old = names.before ? *names.before : before;
    const Catalog& now = names.after ? *names.after : after;
    const CatalogMatch match = matchCatalogs(old, now);
    pairMergedSchemas(match, names);
    take(match, old, now, options);
    pairUnnamed(ObjectKind::Constraint);
    pairUnnamed(ObjectKind::Index);
}

void Pairing::pair(ObjectRef before, ObjectRef after, std::optional<MatchReason> renamed)
{
    m_forward[at(before.kind)][before.index] = after.index;
    m_backward[at(after.kind)][after.index] = before.index;
    if (renamed)
        m_renamed.insert(before, *renamed);
}

/// Every schema of a side that has several is the one schema of the other side.
void Pairing::pairMergedSchemas(const CatalogMatch& match, const PairedNames& names)
{
    if (!names.isBeforeMerged && !names.isAfterMerged)
        return;
    const auto schema = std::ranges::find_if(
        match.kept, [](const ObjectMatch& one) { return one.before.kind == ObjectKind::Schema; });
    if (schema == match.kept.end())
        return;
    if (names.isBeforeMerged)
        std::ranges::fill(m_forward[at(ObjectKind::Schema)], schema->after.index);
    else
        std::ranges::fill(m_backward[at(ObjectKind::Schema)], schema->before.index);
}

/// Owners come before what they hold: what stands in something that is not the same is not the
/// same.
void Pairing::take(const CatalogMatch& match, const Catalog& before, const Catalog& after,
                   const DifferenceOptions& options)
{
    const auto takeOne = [&](const ObjectMatch& one) {
        const ObjectRef owner = parentOf(m_before, one.before);
        if (owner != one.before && one.reason != MatchReason::Identity && !afterOf(owner))
            return;
        const bool isRenamed = before.base(one.before).name != after.base(one.after).name;
        if (isRenamed && !options.notTheSame.isEmpty() &&
            options.notTheSame.contains({m_before.keyOf(one.before), m_after.keyOf(one.after)}))
            return;
        pair(one.before, one.after,
             isRenamed && one.before.kind != ObjectKind::Source ? std::optional(one.reason)
                                                                : std::nullopt);
    };
    // kept and renamed are sorted by kind: merged so that every owner is there first
    std::vector<ObjectMatch> all = match.kept;
    all.insert(all.end(), match.renamed.begin(), match.renamed.end());
    std::ranges::sort(all, {}, &ObjectMatch::before);
    for (const ObjectMatch& one : all)
        takeOne(one);
}

std::optional<ObjectRef> Pairing::afterOf(ObjectRef before) const
{
    const int index = m_forward[at(before.kind)][before.index];
    return index == unpaired ? std::nullopt : std::optional(ObjectRef(before.kind, index));
}

std::optional<ObjectRef> Pairing::beforeOf(ObjectRef after) const
{
    const int index = m_backward[at(after.kind)][after.index];
    return index == unpaired ? std::nullopt : std::optional(ObjectRef(after.kind, index));
}

std::optional<MatchReason> Pairing::renamed(ObjectRef before) const
{
    const auto found = m_renamed.constFind(before);
    return found == m_renamed.constEnd() ? std::nullopt : std::optional(*found);
}

bool Pairing::speakTheSame(ObjectRef before) const
{
    const SourceId source = m_before.sourceOf(before);
    const auto counterpart = afterOf(source);
    return counterpart &&
           m_before.source(source).engine == m_after.source(SourceId{counterpart->index}).engine;
}

/// Constraints and indexes of one table that say the same under other names.
void Pairing::pairUnnamed(ObjectKind kind)
{
    using InTable = std::pair<int, QString>;
    QHash<InTable, QList<int>> byMeaning;
    const ColumnNumbers now(*this, false);
    for (int i = 0; i < objectCount(m_after.objects(), kind); ++i) {
        const ObjectRef ref(kind, i);
        const int table = parentOf(m_after, ref).index;
        if (!beforeOf(ref) && beforeOf(ObjectRef(ObjectKind::Table, table)))
            byMeaning[{table, meaningOf(m_after, ref, now)}].push_back(i);
    }
    if (byMeaning.isEmpty())
        return;
    const ColumnNumbers old(*this, true);
    for (int i = 0; i < objectCount(m_before.objects(), kind); ++i) {
        const ObjectRef ref(kind, i);
        const auto table = afterOf(parentOf(m_before, ref));
        if (afterOf(ref) || !table)
            continue;
        const auto found = byMeaning.find({table->index, meaningOf(m_before, ref, old)});
        if (found == byMeaning.end() || found->isEmpty())
            continue;
        const ObjectRef counterpart(kind, found->takeFirst());
        const bool isRenamed =
            m_before.base(ref).name != m_after.base(counterpart).name && speakTheSame(ref);
        pair(ref, counterpart, isRenamed ? std::optional(MatchReason::Proposal) : std::nullopt);
    }
}

QString Pairing::withNewSchemaNames(const QString& text) const
{
    QString renamed = text;
    for (auto [from, to] : m_schemaNames.asKeyValueRange()) {
        const QRegularExpression qualifier(QStringLiteral("(?<![\\w\"`.])([\"`]?)%1([\"`]?\\.)")
                                               .arg(QRegularExpression::escape(from)));
        renamed.replace(qualifier, QString(QStringLiteral("\\1") + to + QStringLiteral("\\2")));
    }
    return renamed;
}

} // namespace cadastre
