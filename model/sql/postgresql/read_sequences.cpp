// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

namespace cadastre::postgresql {

namespace {

void takeOwner(Reading& reading, const Row& row, OtherObject& sequence)
{
    const auto table = reading.table(oidOf(row[11]));
    const auto column =
        table ? reading.column(*table, static_cast<int>(row[12].integer())) : std::nullopt;
    if (!column)
        return;
    sequence.about = *column;
    if (row[13].text() == QLatin1String("i"))
        addProperty(sequence, QStringLiteral("Made for"), QStringLiteral("identity column"));
}

void takeProperties(OtherObject& sequence, const Row& row)
{
    addProperty(sequence, QStringLiteral("Start"), row[5].text());
    addProperty(sequence, QStringLiteral("Increment"), row[6].text());
    addProperty(sequence, QStringLiteral("Minimum"), row[7].text());
    addProperty(sequence, QStringLiteral("Maximum"), row[8].text());
    addProperty(sequence, QStringLiteral("Cache"), row[9].text());
    if (row[10].boolean())
        addProperty(sequence, QStringLiteral("Cycles"), QStringLiteral("yes"));
}

} // namespace

Outcome readSequences(Reading& reading, StepReport& report)
{
    std::vector<std::pair<OtherId, TypeUse>> types;
    const auto error = reading.ask("sequences", {reading.schemaOids}, [&](const Row& row) {
        OtherObject sequence;
        const Oid oid = oidOf(row[0]);
        const auto schema = reading.schema(oidOf(row[1]));
        if (!schema || !reading.describe(sequence, catalog::relations, oid, row[2], oidOf(row[3])))
            return;
        sequence.kind = CatalogKind::Sequences;
        sequence.kindName = QStringLiteral("sequence");
        sequence.schema = schema;
        sequence.system = reading.objects.schemas[schema->index].system;
        takeProperties(sequence, row);
        takeOwner(reading, row, sequence);
        const OtherId id{static_cast<int>(reading.objects.others.size())};
        types.push_back({id, {oidOf(row[4]), -1}});
        reading.remember(catalog::relations, oid, id);
        reading.objects.others.push_back(std::move(sequence));
        report.addObjects(1);
    });
    if (error)
        return error;
    std::vector<TypeUse> uses;
    for (const auto& [id, use] : types)
        uses.push_back(use);
    const auto typeError = reading.readTypeNames(uses);
    for (const auto& [id, use] : types) {
        auto& properties = reading.objects.others[id.index].properties;
        properties.insert(properties.begin(), {QStringLiteral("Type"), reading.typeText(use)});
    }
    return typeError;
}

} // namespace cadastre::postgresql
