// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

namespace cadastre::postgresql {

Outcome readOtherObjects(Reading& reading, StepReport& report)
{
    return reading.ask("other_objects", {reading.wantsSystemObjects()}, [&](const Row& row) {
        OtherObject object;
        const Oid catalogOid = oidOf(row[0]);
        const Oid oid = oidOf(row[1]);
        const Oid schemaOid = oidOf(row[2]);
        const auto schema = reading.schema(schemaOid);
        if ((schemaOid && !schema) ||
            !reading.describe(object, catalogOid, oid, row[5], oidOf(row[3])))
            return;
        object.kind = CatalogKind::Unknown;
        object.kindName = row[4].text();
        object.schema = schema;
        reading.remember(catalogOid, oid, OtherId{static_cast<int>(reading.objects.others.size())});
        reading.objects.others.push_back(std::move(object));
        report.addObjects(1);
    });
}

} // namespace cadastre::postgresql
