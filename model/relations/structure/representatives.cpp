// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Folds families and counts what was left out; see the header.
#include "model/relations/structure/representatives.h"

#include "model/catalog/table_families.h"

#include <map>

namespace cadastre {

namespace {

QString countedThings(int count, const QString& one, const QString& many)
{
    return count == 1 ? QString(QStringLiteral("1 ") + one)
                      : QString(QString::number(count) + QLatin1Char(' ') + many);
}

QString ruleNames(TableFamilyRule rule, int count)
{
    switch (rule) {
    case TableFamilyRule::Partition:
        return countedThings(count, QStringLiteral("partition"), QStringLiteral("partitions"));
    case TableFamilyRule::Shadow:
        return countedThings(count, QStringLiteral("shadow table"),
                             QStringLiteral("shadow tables"));
    case TableFamilyRule::Year:
        return countedThings(count, QStringLiteral("table of another year or day"),
                             QStringLiteral("tables of other years or days"));
    case TableFamilyRule::Backup:
        return countedThings(count, QStringLiteral("backup copy"), QStringLiteral("backup copies"));
    case TableFamilyRule::Migration:
        return countedThings(count, QStringLiteral("table left by a migration"),
                             QStringLiteral("tables left by migrations"));
    case TableFamilyRule::Copy:
        return countedThings(count, QStringLiteral("copy"), QStringLiteral("copies"));
    }
    Q_UNREACHABLE();
}

/// "3 partitions and 1 backup copy of orders were left out; what holds for orders holds for them."
QString familySentence(const Catalog& catalog, const TableFamily& family)
{
    std::map<TableFamilyRule, int> counts;
    for (const FamilyMember& member : family.members)
        ++counts[member.rule];
    QStringList parts;
    for (const auto& [rule, count] : counts)
        parts << ruleNames(rule, count);
    const QString last = parts.takeLast();
    const QString what =
        parts.isEmpty()
            ? last
            : QString(parts.join(QStringLiteral(", ")) + QStringLiteral(" and ") + last);
    const bool single = family.members.size() == 1;
    const QString name = catalog.displayName(family.representative);
    return QStringLiteral("%1 of %2 %3 left out; what is found for %2 holds for %4.")
        .arg(what, name, single ? QStringLiteral("was") : QStringLiteral("were"),
             single ? QStringLiteral("it") : QStringLiteral("them"));
}

QString leftOutSentence(int count, const QString& one, const QString& many, const QString& why)
{
    return QStringLiteral("%1 %2 left out: %3.")
        .arg(countedThings(count, one, many),
             count == 1 ? QStringLiteral("was") : QStringLiteral("were"), why);
}

class ScopeMaker
{
public:
    explicit ScopeMaker(const Catalog& catalog)
        : m_catalog(catalog)
    {
        const std::size_t count = catalog.objects().tables.size();
        m_scope.takesPart.assign(count, true);
        m_scope.representatives.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            m_scope.representatives.push_back(TableId{static_cast<int>(i)});
    }

    InferenceScope make()
    {
        foldFamilies();
        for (std::size_t i = 0; i < m_scope.takesPart.size(); ++i) {
            if (m_scope.takesPart[i])
                m_scope.takesPart[i] = !leaveOut(TableId{static_cast<int>(i)});
        }
        sayWhatElse();
        return std::move(m_scope);
    }

private:
    void foldFamilies()
    {
        for (const TableFamily& family : tableFamilies(m_catalog)) {
            for (const FamilyMember& member : family.members) {
                m_scope.takesPart[member.table.index] = false;
                m_scope.representatives[member.table.index] = family.representative;
            }
            m_scope.skipped << familySentence(m_catalog, family);
        }
    }

    bool leaveOut(TableId id)
    {
        const Table& table = m_catalog.table(id);
        if (isView(table))
            ++m_views;
        else if (table.system || m_catalog.schema(table.schema).system ||
                 !table.extension.isEmpty())
            ++m_system;
        else if (table.kind == TableKind::VirtualTable || table.kind == TableKind::ShadowTable)
            ++m_virtual;
        else if (m_catalog.columnsOf(id).empty())
            ++m_empty;
        else
            return false;
        return true;
    }

    void sayWhatElse()
    {
        const QString table = QStringLiteral("table");
        const QString tables = QStringLiteral("tables");
        if (m_views > 0)
            m_scope.skipped << leftOutSentence(
                m_views, QStringLiteral("view"), QStringLiteral("views"),
                QStringLiteral("views have no keys; the joins in them are read"));
        if (m_system > 0)
            m_scope.skipped << leftOutSentence(
                m_system, table, tables,
                m_system == 1 ? QStringLiteral("it belongs to the engine or to an extension")
                              : QStringLiteral("they belong to the engine or to an extension"));
        if (m_virtual > 0)
            m_scope.skipped << leftOutSentence(
                m_virtual, QStringLiteral("virtual table"), QStringLiteral("virtual tables"),
                m_virtual == 1 ? QStringLiteral("a module makes its rows")
                               : QStringLiteral("a module makes their rows"));
        if (m_empty > 0)
            m_scope.skipped << leftOutSentence(m_empty, table, tables,
                                               QStringLiteral("no columns were read"));
    }

    const Catalog& m_catalog;
    InferenceScope m_scope;
    int m_views = 0;
    int m_system = 0;
    int m_virtual = 0;
    int m_empty = 0;
};

} // namespace

InferenceScope inferenceScope(const Catalog& catalog)
{
    return ScopeMaker(catalog).make();
}

std::optional<ColumnId> columnOfCopy(const Catalog& catalog, ColumnId ofRepresentative,
                                     TableId copy)
{
    const QString& name = catalog.column(ofRepresentative).name;
    const auto columns = catalog.columnsOf(copy);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name.compare(name, Qt::CaseInsensitive) == 0)
            return ColumnId{catalog.firstColumn(copy).index + static_cast<int>(i)};
    }
    return std::nullopt;
}

} // namespace cadastre
