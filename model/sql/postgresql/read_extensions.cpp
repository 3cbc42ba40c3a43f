// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include <map>

namespace cadastre::postgresql {

namespace {

Outcome readMembers(Reading& reading, std::map<Oid, int>& counts)
{
    return reading.ask("extension_members", {}, [&](const Row& row) {
        const Oid extension = oidOf(row[0]);
        ++counts[extension];
        reading.extensionOf.insert(oidKey(oidOf(row[1]), oidOf(row[2])),
                                   reading.extensionNames.value(extension));
    });
}

} // namespace

Outcome readExtensions(Reading& reading, StepReport& report)
{
    const auto first = reading.objects.others.size();
    const auto error = reading.ask("extensions", {}, [&](const Row& row) {
        OtherObject extension;
        const Oid oid = oidOf(row[0]);
        extension.kind = CatalogKind::Extensions;
        extension.kindName = QStringLiteral("extension");
        reading.describe(extension, catalog::extensions, oid, row[1], oidOf(row[2]));
        addProperty(extension, QStringLiteral("Version"), row[3].text());
        addProperty(extension, QStringLiteral("Schema"), row[4].text());
        reading.extensionNames.insert(oid, extension.name);
        reading.remember(catalog::extensions, oid,
                         OtherId{static_cast<int>(reading.objects.others.size())});
        reading.objects.others.push_back(std::move(extension));
        report.addObjects(1);
    });
    if (error)
        return error;
    std::map<Oid, int> members;
    if (const auto membersError = readMembers(reading, members))
        return membersError;
    for (auto i = first; i < reading.objects.others.size(); ++i) {
        OtherObject& extension = reading.objects.others[i];
        addProperty(extension, QStringLiteral("Members"),
                    QString::number(members[extension.identity->objectOid]));
    }
    return std::nullopt;
}

} // namespace cadastre::postgresql
