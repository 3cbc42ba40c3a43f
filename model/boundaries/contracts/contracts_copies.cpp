// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Copies of tables that live elsewhere, compared with them: replicas, and foreign tables whose
// other end is in the workspace. What is not in the workspace is said to be unknown.
#include "model/boundaries/contracts/contracts_parts.h"

#include "model/boundaries/contracts/remote_tables.h"
#include "model/relations/type_families.h"

#include <algorithm>

namespace cadastre {

namespace {

/// How a copy differs from its source; empty lists when it does not.
struct CopyDifferences
{
    QStringList wrong;   ///< what the copy says and the source does not
    QStringList missing; ///< columns that only the source has
};

Engine engineOfTable(const Catalog& catalog, TableId table)
{
    return catalog.source(catalog.sourceOf(table)).engine;
}

bool haveSameType(const Catalog& catalog, ColumnId copy, ColumnId source)
{
    const Column& here = catalog.column(copy);
    const Column& there = catalog.column(source);
    if (engineOfTable(catalog, here.table) != engineOfTable(catalog, there.table)) {
        const TypeFamily family = typeFamily(there, catalog);
        return family == TypeFamily::Unknown || typeFamily(here, catalog) == family;
    }
    if (here.type == there.type)
        return true;
    const bool areOwnTypes = here.userType && there.userType;
    return areOwnTypes && catalog.type(*here.userType).name == catalog.type(*there.userType).name;
}

CopyDifferences differencesOf(const Catalog& catalog, TableId copy, TableId source)
{
    CopyDifferences differences;
    QHash<QString, ColumnId> there;
    int index = catalog.firstColumn(source).index;
    for (const Column& column : catalog.columnsOf(source))
        there.insert(column.name, {index++});
    index = catalog.firstColumn(copy).index;
    for (const Column& column : catalog.columnsOf(copy)) {
        const ColumnId here{index++};
        const QString name = quotedKeyPart(column.name);
        const auto found = there.constFind(remoteColumnName(column));
        if (found == there.constEnd()) {
            differences.wrong << QStringLiteral("%1 is only in the copy").arg(name);
            continue;
        }
        const ColumnId theirs = *found;
        there.erase(found);
        if (!haveSameType(catalog, here, theirs))
            differences.wrong << QStringLiteral("%1 is %2 here and %3 there")
                                     .arg(name, column.type, catalog.column(theirs).type);
        else if (!column.nullable && catalog.column(theirs).nullable)
            differences.wrong
                << QStringLiteral("%1 is NOT NULL here and may be NULL there").arg(name);
    }
    for (const Column& column : catalog.columnsOf(source)) {
        if (there.contains(column.name) && !column.hidden)
            differences.missing << quotedKeyPart(column.name);
    }
    return differences;
}

QString differenceText(const CopyDifferences& differences)
{
    QStringList all = differences.wrong;
    if (!differences.missing.isEmpty())
        all << QStringLiteral("%1 %2 only there")
                   .arg(listedNames(differences.missing), differences.missing.size() == 1
                                                              ? QStringLiteral("is")
                                                              : QStringLiteral("are"));
    return all.join(QLatin1String("; "));
}

void compareCopy(const ContractContext& context, const char* rule, TableId copy, TableId source,
                 BoundarySeverity whenOnlyMissing, std::vector<BoundaryFinding>& findings)
{
    const Catalog& catalog = context.catalog();
    const CopyDifferences differences = differencesOf(catalog, copy, source);
    if (differences.wrong.isEmpty() && differences.missing.isEmpty())
        return;
    BoundaryFinding finding =
        tableFinding(context, rule, copy,
                     differences.wrong.isEmpty() ? whenOnlyMissing : BoundarySeverity::Warning);
    finding.sentence = QStringLiteral("%1 differs from %2, which it stands for: %3.")
                           .arg(titledName(catalog, copy), catalog.displayName(source),
                                differenceText(differences));
    finding.suggestion = QStringLiteral("%1 Bring the copy in line with its source.")
                             .arg(context.whomToAsk(context.ownerOf(source)));
    findings.push_back(std::move(finding));
}

void addNotCompared(const ContractContext& context, const char* rule, TableId copy,
                    const QString& source, std::vector<BoundaryFinding>& findings)
{
    BoundaryFinding finding = tableFinding(context, rule, copy, BoundarySeverity::Unknown);
    finding.sentence =
        QStringLiteral("%1 stands for %2, which is not in this workspace: whether they have the "
                       "same columns is not known.")
            .arg(titledName(context.catalog(), copy), source);
    finding.suggestion = QStringLiteral("Add the database where it lives to the workspace.");
    findings.push_back(std::move(finding));
}

QString remoteText(const RemoteName& name)
{
    QStringList parts;
    for (const QString& part : {name.database, name.schema, name.table}) {
        if (!part.isEmpty())
            parts << quotedKeyPart(part);
    }
    const QString path = parts.join(QLatin1Char('.'));
    return name.host.isEmpty() ? path : path + QStringLiteral(" on ") + name.host;
}

void findDifferingForeignTable(const ContractContext& context, TableId copy,
                               std::vector<BoundaryFinding>& findings)
{
    const Catalog& catalog = context.catalog();
    if (const std::optional<TableId> remote = remoteTableOf(catalog, copy)) {
        compareCopy(context, "foreign-table-differs", copy, *remote, BoundarySeverity::Note,
                    findings);
        return;
    }
    const std::optional<RemoteName> name = remoteNameOf(catalog, copy);
    addNotCompared(context, "foreign-table-differs", copy,
                   name ? remoteText(*name)
                        : QStringLiteral("a table that its options do not name"),
                   findings);
}

/// The table that a replica is a copy of, by key or by a name that means one table.
std::optional<TableId> sourceOfReplica(const Catalog& catalog, TableId replica, const QString& name)
{
    const auto tableOf = [replica](ObjectRef object) {
        const bool isOther = object.kind == ObjectKind::Table && object.index != replica.index;
        return isOther ? std::optional<TableId>(TableId{object.index}) : std::nullopt;
    };
    if (const Result<ObjectKey> key = ObjectKey::fromString(name)) {
        if (const auto found = catalog.find(*key))
            return tableOf(*found);
    }
    const Result<ObjectRef> resolved = catalog.resolve(name);
    return resolved ? tableOf(*resolved) : std::nullopt;
}

/// A key into a source that is here, or a name of two parts: what it names should be here, too.
bool shouldBeHere(const Catalog& catalog, const QString& name)
{
    const Result<ObjectKey> key = ObjectKey::fromString(name);
    if (!key || key->source.isEmpty())
        return false;
    return std::ranges::any_of(catalog.objects().sources,
                               [&key](const Source& source) { return source.name == key->source; });
}

void addReplicaMissing(const ContractContext& context, TableId replica, const QString& name,
                       std::vector<BoundaryFinding>& findings)
{
    if (!shouldBeHere(context.catalog(), name)) {
        addNotCompared(context, "replica-missing", replica, name, findings);
        return;
    }
    BoundaryFinding finding =
        tableFinding(context, "replica-missing", replica, BoundarySeverity::Warning);
    finding.sentence = QStringLiteral("%1 is a replica of %2, which does not exist.")
                           .arg(titledName(context.catalog(), replica), name);
    finding.suggestion = QStringLiteral("Say what it is a copy of, or make it private.");
    findings.push_back(std::move(finding));
}

void findDifferingReplica(const ContractContext& context, TableId replica,
                          std::vector<BoundaryFinding>& findings)
{
    const QString& name = context.ownership().exposures[replica.index].replicaOf;
    const bool isForeign = context.catalog().table(replica).kind == TableKind::ForeignTable;
    if (name.isEmpty() || (isForeign && remoteTableOf(context.catalog(), replica)))
        return;
    if (const auto source = sourceOfReplica(context.catalog(), replica, name))
        compareCopy(context, "replica-differs", replica, *source, BoundarySeverity::Warning,
                    findings);
    else if (!isForeign)
        addReplicaMissing(context, replica, name, findings);
}

} // namespace

void findDifferingCopies(const ContractContext& context, std::vector<BoundaryFinding>& findings)
{
    const Catalog& catalog = context.catalog();
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        if (catalog.table({i}).kind == TableKind::ForeignTable)
            findDifferingForeignTable(context, {i}, findings);
        if (context.ownership().exposures[i].exposure == Exposure::Replica)
            findDifferingReplica(context, {i}, findings);
    }
}

} // namespace cadastre
