// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Counts who uses which table and column; see worklist_parts.h.
#include "model/worklist/coverage.h"
#include "model/worklist/worklist_parts.h"

#include "model/catalog/table_families.h"
#include "model/relations/count_text.h"
#include "model/relations/sql/check_lists.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

/// "2.1 M", "950".
QString shortCount(double count)
{
    QString text = approximateCount(count);
    text.replace(QLatin1String(" million"), QLatin1String(" M"));
    return text.replace(QLatin1String(" billion"), QLatin1String(" G"));
}

} // namespace

double TableFigures::importance() const
{
    const double used = references + 0.7 * views + 0.5 * programs + 0.4 * writers + 0.1 * indexes;
    const double size = rows && *rows > 1 ? std::log10(*rows) / 6 : 0;
    return (1 + std::log2(1 + used) / 1.6 + size) * (isCopy ? 0.4 : 1);
}

QString TableFigures::sentencePart() const
{
    QStringList parts;
    const auto add = [&](int count, const char* one, const char* many) {
        if (count > 0)
            parts << countedNoun(count, QString::fromLatin1(one), QString::fromLatin1(many));
    };
    add(references, "reference", "references");
    add(views, "view", "views");
    add(programs, "routine or trigger", "routines and triggers");
    if (rows && *rows >= 1)
        parts << QString(shortCount(*rows) +
                         (*rows < 1.5 ? QLatin1String(" row") : QLatin1String(" rows")));
    add(writers, "writing role", "writing roles");
    return parts.join(QLatin1String(", "));
}

WorklistFigures::WorklistFigures(const WorklistFacts& facts)
    : m_facts(facts)
    , m_catalog(*facts.commented.catalog())
    , m_tables(m_catalog.objects().tables.size())
    , m_references(m_catalog.objects().columns.size(), -1)
    , m_allowed(cadastre::allowedValues(m_catalog))
{
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        const TableId id{static_cast<int>(i)};
        m_tables[i].rows = m_catalog.table(id).rowEstimate;
        m_tables[i].indexes = static_cast<int>(m_catalog.indexesOf(id).size());
    }
    for (std::size_t i = 0; i < m_catalog.objects().sources.size(); ++i) {
        const KindReport* report =
            m_catalog.kindReport({static_cast<int>(i)}, CatalogKind::Comments);
        m_readsComments.push_back(report == nullptr || report->state == ReadState::Read ||
                                  report->state == ReadState::EngineHasNone);
    }
    countRelationships();
    countUses();
    countGrants();
    countFamilies();
    countMeanings();
}

void WorklistFigures::countRelationships()
{
    const auto& relationships = m_facts.relationships;
    for (std::size_t i = 0; i < relationships.size(); ++i) {
        const Relationship& one = relationships[i];
        if (one.origin == RelationshipOrigin::Rejected ||
            (one.origin == RelationshipOrigin::Inferred &&
             one.confidence < m_facts.minimumConfidence))
            continue;
        QSet<TableId> counted;
        for (const RelationshipTarget& target : one.targets) {
            if (target.isResolved() && !counted.contains(target.table)) {
                ++m_tables[target.table.index].references;
                counted.insert(target.table);
            }
        }
        for (ColumnId column : one.childColumns) {
            int& known = m_references[column.index];
            // of several, the one of this column alone
            if (known < 0 || relationships[known].childColumns.size() > one.childColumns.size())
                known = static_cast<int>(i);
        }
    }
}

void WorklistFigures::countUses()
{
    for (const ObjectUse& use : m_facts.uses.uses) {
        if (use.used.kind != ObjectKind::Table)
            continue;
        TableFigures& figures = m_tables[use.used.index];
        if (use.user.kind != ObjectKind::Table) {
            ++figures.programs;
            continue;
        }
        ++figures.views;
        for (ColumnId column : use.columns)
            m_viewsOf[column].push_back({use.user.index});
    }
}

void WorklistFigures::countGrants()
{
    const Privileges write =
        Privilege::Insert | Privilege::Update | Privilege::Delete | Privilege::Truncate;
    QSet<std::pair<int, int>> counted;
    for (const Grant& grant : m_catalog.objects().grants) {
        if (!(grant.privileges & write) || grant.ownerDefault)
            continue;
        std::optional<TableId> table;
        if (grant.object.kind == ObjectKind::Table)
            table = TableId{grant.object.index};
        else if (grant.object.kind == ObjectKind::Column)
            table = m_catalog.column({grant.object.index}).table;
        if (!table)
            continue;
        const bool isOwner =
            grant.grantee && m_catalog.role(*grant.grantee).name == m_catalog.table(*table).owner;
        const std::pair<int, int> key{table->index, grant.grantee ? grant.grantee->index : -1};
        if (!isOwner && !counted.contains(key)) {
            counted.insert(key);
            ++m_tables[table->index].writers;
        }
    }
}

void WorklistFigures::countFamilies()
{
    for (const TableFamily& family : tableFamilies(m_catalog)) {
        for (const FamilyMember& member : family.members)
            m_tables[member.table.index].isCopy = true;
    }
}

void WorklistFigures::countMeanings()
{
    QHash<QString, QSet<QString>> sets;
    for (auto it = m_allowed.constBegin(); it != m_allowed.constEnd(); ++it) {
        const Column& column = m_catalog.column(it.key());
        if (m_tables[column.table.index].isCopy || isView(m_catalog.table(column.table)))
            continue;
        QStringList values = it.value();
        values.sort();
        sets[column.name.toCaseFolded()].insert(values.join(QChar(0)));
    }
    for (auto it = sets.constBegin(); it != sets.constEnd(); ++it)
        m_meanings[it.key()] = static_cast<int>(it.value().size());
}

const Relationship* WorklistFigures::referenceOf(ColumnId column) const
{
    const int known = m_references[column.index];
    return known < 0 ? nullptr : &m_facts.relationships[known];
}

std::vector<TableId> WorklistFigures::viewsOf(ColumnId column) const
{
    return m_viewsOf.value(column);
}

const QStringList* WorklistFigures::allowedValues(ColumnId column) const
{
    const auto found = m_allowed.constFind(column);
    return found == m_allowed.constEnd() ? nullptr : &*found;
}

int WorklistFigures::otherMeanings(ColumnId column) const
{
    const int sets = m_meanings.value(m_catalog.column(column).name.toCaseFolded());
    return std::max(0, allowedValues(column) != nullptr ? sets - 1 : sets);
}

const ColumnNameHint& WorklistFigures::nameHint(const QString& columnName) const
{
    auto found = m_hints.find(columnName);
    if (found == m_hints.end())
        found = m_hints.insert(columnName, columnNameHint(columnName));
    return *found;
}

bool WorklistFigures::isUndocumented(ObjectRef object) const
{
    return m_readsComments[m_catalog.sourceOf(object).index] &&
           !isDocumented(m_facts.commented.comment(object));
}

bool WorklistFigures::isOurs(TableId id) const
{
    const Table& table = m_catalog.table(id);
    return !table.system && table.extension.isEmpty() && !table.partitionOf &&
           table.kind != TableKind::ShadowTable;
}

} // namespace cadastre
