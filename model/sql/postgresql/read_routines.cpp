// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include "model/dialect/masking.h"

namespace cadastre::postgresql {

namespace {

RoutineKind kindOf(const QString& code)
{
    if (code == QLatin1String("f"))
        return RoutineKind::Function;
    if (code == QLatin1String("p"))
        return RoutineKind::Procedure;
    if (code == QLatin1String("a"))
        return RoutineKind::Aggregate;
    if (code == QLatin1String("w"))
        return RoutineKind::Window;
    return RoutineKind::Unknown;
}

QString volatilityOf(const QString& code)
{
    if (code == QLatin1String("i"))
        return QStringLiteral("IMMUTABLE");
    return code == QLatin1String("s") ? QStringLiteral("STABLE") : QString();
}

QString parallelOf(const QString& code)
{
    if (code == QLatin1String("s"))
        return QStringLiteral("SAFE");
    return code == QLatin1String("r") ? QStringLiteral("RESTRICTED") : QString();
}

void takeProperties(Routine& routine, const Row& row)
{
    addProperty(routine, QStringLiteral("Volatility"), volatilityOf(row[7].text()));
    if (row[8].boolean())
        addProperty(routine, QStringLiteral("On NULL input"), QStringLiteral("STRICT"));
    addProperty(routine, QStringLiteral("Parallel"), parallelOf(row[9].text()));
    addProperty(routine, QStringLiteral("Settings"), maskedOptions(row[10].text()));
    if (routine.kind == RoutineKind::Unknown)
        addProperty(routine, QStringLiteral("Routine code"), row[3].text());
}

void addRoutine(Reading& reading, const Row& row, std::vector<std::vector<TypeUse>>& arguments)
{
    Routine routine;
    const Oid oid = oidOf(row[0]);
    const auto schema = reading.schema(oidOf(row[1]));
    if (!schema || !reading.describe(routine, catalog::routines, oid, row[2], oidOf(row[4])))
        return;
    routine.schema = *schema;
    routine.system = reading.objects.schemas[schema->index].system;
    routine.kind = kindOf(row[3].text());
    routine.language = row[5].text();
    routine.securityDefiner = row[6].boolean();
    routine.arguments = maskedSql(row[12].text());
    routine.returns = row[13].text();
    routine.body = maskedSql(row[14].text());
    takeProperties(routine, row);
    std::vector<TypeUse>& types = arguments.emplace_back();
    for (const Oid type : oidsOf(row[11]))
        types.push_back({type, -1});
    if (routine.kind != RoutineKind::Aggregate)
        reading.pending.routines.push_back(oid);
    reading.remember(catalog::routines, oid,
                     RoutineId{static_cast<int>(reading.objects.routines.size())});
    reading.objects.routines.push_back(std::move(routine));
}

} // namespace

Outcome readRoutines(Reading& reading, StepReport& report)
{
    std::vector<std::vector<TypeUse>> arguments; // parallel to the routines
    if (const auto error = reading.ask("routines", {reading.schemaOids}, [&](const Row& row) {
            addRoutine(reading, row, arguments);
            report.addObjects(1);
        }))
        return error;
    std::vector<TypeUse> uses;
    for (const auto& types : arguments)
        uses.insert(uses.end(), types.begin(), types.end());
    const auto error = reading.readTypeNames(uses);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        QStringList texts;
        for (const TypeUse& use : arguments[i])
            texts << reading.typeText(use);
        reading.objects.routines[i].argumentTypes = texts.join(QLatin1Char(','));
    }
    return error;
}

} // namespace cadastre::postgresql
