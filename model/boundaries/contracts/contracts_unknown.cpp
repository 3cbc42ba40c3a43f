// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Definitions that could not be read, one by one: what crosses through them is unknown, which is
// never the same as none. Kinds that were not read as a whole are in boundary_check_unread.cpp.
#include "model/boundaries/contracts/contracts_parts.h"

#include <set>

namespace cadastre {

namespace {

void addUnreadable(const ContractContext& context, ObjectRef object, const QString& why,
                   std::vector<BoundaryFinding>& findings)
{
    BoundaryFinding finding;
    finding.rule = QStringLiteral("definition-unreadable");
    finding.object = object;
    if (const BoundaryIndex owner = context.ownerOf(object); owner >= 0)
        finding.boundary = owner;
    finding.severity = BoundarySeverity::Unknown;
    finding.sentence = QStringLiteral("What %1 uses is not (fully) known: %2%3")
                           .arg(readerName(context.catalog(), object), why,
                                why.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral("."));
    finding.suggestion = QStringLiteral("Read it yourself: what it crosses is not in these lists.");
    findings.push_back(std::move(finding));
}

} // namespace

void findUnreadable(const ContractContext& context, std::vector<BoundaryFinding>& findings)
{
    const Catalog& catalog = context.catalog();
    std::set<ObjectRef> said;
    for (const UnknownUse& unknown : context.facts.uses.unknown) {
        if (said.insert(unknown.user).second)
            addUnreadable(context, unknown.user, unknown.why, findings);
    }
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        const Table& table = catalog.table({i});
        if (isView(table) && table.notRead && !table.system && said.insert(TableId{i}).second)
            addUnreadable(context, TableId{i}, *table.notRead, findings);
    }
}

} // namespace cadastre
