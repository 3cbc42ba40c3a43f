// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where the tables of a flow lie, and whether one commit can cover them; see the header. What a
// write to them sets off is followed in flow_check_pulls.cpp.
#include "model/boundaries/crossings/flow_check.h"

#include "model/boundaries/crossings/flow_check_pulls.h"
#include "model/relations/count_text.h"

#include <set>

namespace cadastre {

namespace {

void findFlowTables(const Catalog& catalog, const Flow& flow, FlowCheck& check)
{
    for (const ObjectKey& key : flow.tables) {
        const std::optional<ObjectRef> found = catalog.find(key);
        if (found && found->kind == ObjectKind::Table)
            check.tables.push_back(TableId{found->index});
        else
            check.missing.push_back(key);
    }
    std::ranges::sort(check.tables);
    const auto repeated = std::ranges::unique(check.tables);
    check.tables.erase(repeated.begin(), repeated.end());
}

void placeTables(const BoundaryFacts& facts, FlowCheck& check)
{
    std::set<SourceId> databases;
    std::set<BoundaryIndex> boundaries;
    for (const TableId table : check.tables) {
        databases.insert(facts.catalog.sourceOf(table));
        const BoundaryIndex owner = facts.ownership.ofTables[static_cast<std::size_t>(table.index)];
        if (owner >= 0)
            boundaries.insert(owner);
        else
            ++check.unowned;
    }
    check.databases.assign(databases.begin(), databases.end());
    check.boundaries.assign(boundaries.begin(), boundaries.end());
}

/// Storage of MariaDB and MySQL that does not take part in transactions.
bool keepsNoTransactions(const Table& table)
{
    static const QStringList engines{
        QStringLiteral("MyISAM"), QStringLiteral("Aria"),      QStringLiteral("MEMORY"),
        QStringLiteral("CSV"),    QStringLiteral("ARCHIVE"),   QStringLiteral("BLACKHOLE"),
        QStringLiteral("MERGE"),  QStringLiteral("FEDERATED"), QStringLiteral("CONNECT")};
    return std::ranges::any_of(table.properties, [&](const Property& property) {
        return property.label == QLatin1String("Engine") &&
               engines.contains(property.value, Qt::CaseInsensitive);
    });
}

QStringList namesOfTables(const Catalog& catalog, const std::vector<TableId>& tables,
                          bool (*isMeant)(const Table&))
{
    QStringList names;
    for (const TableId table : tables) {
        if (isMeant(catalog.table(table)))
            names << catalog.displayName(table);
    }
    return names;
}

QString placeSentence(const Catalog& catalog, const FlowCheck& check, const QStringList& foreign)
{
    const qsizetype count = static_cast<qsizetype>(check.tables.size());
    if (count == 0)
        return QStringLiteral("None of its tables is in the catalog.");
    if (check.databases.size() > 1) {
        QStringList names;
        for (const SourceId source : check.databases)
            names << catalog.source(source).name;
        return QStringLiteral("Its tables lie in %1 databases (%2): one commit cannot cover them.")
            .arg(check.databases.size())
            .arg(names.join(QLatin1String(", ")));
    }
    if (!foreign.isEmpty())
        return QStringLiteral("Rows of %1 are in another database: one commit cannot cover them.")
            .arg(foreign.join(QLatin1String(", ")));
    if (count == 1)
        return QStringLiteral("Its only table lies in one database.");
    return QStringLiteral("All %1 tables lie in one database, so that one transaction can commit "
                          "them together; a catalog does not show whether it does.")
        .arg(groupedDigits(count));
}

QString flowSentence(const Catalog& catalog, const FlowCheck& check)
{
    const QStringList foreign = namesOfTables(catalog, check.tables, [](const Table& table) {
        return table.kind == TableKind::ForeignTable;
    });
    QString sentence = placeSentence(catalog, check, foreign);
    const QStringList unsafe = namesOfTables(catalog, check.tables, keepsNoTransactions);
    if (!unsafe.isEmpty())
        sentence += QStringLiteral(" The storage of %1 takes no part in transactions.")
                        .arg(unsafe.join(QLatin1String(", ")));
    if (!check.missing.empty() && !check.tables.empty())
        sentence += QStringLiteral(" %1 not in the catalog.")
                        .arg(countedNoun(static_cast<qint64>(check.missing.size()),
                                         QStringLiteral("table is"), QStringLiteral("tables are")));
    if (check.boundaries.size() > 1)
        sentence +=
            QStringLiteral(" %1 boundaries have to agree on it.").arg(check.boundaries.size());
    return sentence;
}

} // namespace

std::vector<FlowCheck> checkFlows(const BoundaryFacts& facts)
{
    std::vector<FlowCheck> checks;
    for (const auto& [name, flow] : facts.boundaries.flows) {
        FlowCheck check;
        check.flow = name;
        findFlowTables(facts.catalog, flow, check);
        placeTables(facts, check);
        check.pulls = flowPulls(facts, check.tables);
        const bool leadsElsewhere = std::ranges::any_of(check.tables, [&](TableId table) {
            return facts.catalog.table(table).kind == TableKind::ForeignTable;
        });
        check.oneDatabase = check.databases.size() <= 1 && !leadsElsewhere;
        check.sentence = flowSentence(facts.catalog, check);
        checks.push_back(std::move(check));
    }
    return checks;
}

} // namespace cadastre
