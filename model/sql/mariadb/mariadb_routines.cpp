// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Procedures and functions with their parameters, and events, which are routines with a clock.
#include "model/dialect/masking.h"
#include "model/sql/mariadb/mariadb_steps.h"

#include <array>
#include <unordered_map>

namespace cadastre {

namespace {

/// The places of a row of routines.sql.
namespace routine_row {
enum Place {
    Name = 1,
    Type,
    Returns,
    Body,
    Language,
    Deterministic,
    Access,
    Security,
    Words,
    Definer,
    Mode
};
}
/// The places of a row of parameters.sql.
namespace parameter_row {
enum Place { RoutineName = 1, RoutineType, Position, Mode, Name, Type };
}
/// The places of a row of events.sql.
namespace event_row {
enum Place {
    Name = 1,
    Type,
    At,
    Interval,
    Unit,
    Starts,
    Ends,
    Status,
    Completion,
    Body,
    Words,
    Definer,
    Mode
};
}

/// Functions and procedures may share a name: schema, name, type.
using RoutineName = std::array<QString, 3>;

size_t hashOf(const RoutineName& name)
{
    return qHashMulti(0, name[0], name[1], name[2]);
}

struct RoutineHash
{
    std::size_t operator()(const RoutineName& name) const { return hashOf(name); }
};
using RoutineIds = std::unordered_map<RoutineName, RoutineId, RoutineHash>;

RoutineKind kindFrom(const QString& type)
{
    if (type == QLatin1String("FUNCTION"))
        return RoutineKind::Function;
    return type == QLatin1String("PROCEDURE") ? RoutineKind::Procedure : RoutineKind::Unknown;
}

Routine routineFrom(const Row& row, SchemaId schema)
{
    using namespace routine_row;
    Routine routine;
    setName(routine, row[Name]);
    routine.schema = schema;
    routine.kind = kindFrom(row[Type].text());
    if (routine.kind == RoutineKind::Unknown)
        addProperty(routine, QStringLiteral("Kind"), row[Type].text().toLower());
    routine.returns = row[Returns].text();
    routine.body = maskedSql(row[Body].text());
    routine.language = row[Language].isNull() || row[Language].text().isEmpty()
                           ? QStringLiteral("SQL")
                           : row[Language].text();
    routine.securityDefiner = row[Security].text() == QLatin1String("DEFINER");
    setComment(routine, row[Words]);
    if (row[Body].isNull())
        routine.notRead = QStringLiteral("its body is shown only to its owner");
    addProperty(routine, QStringLiteral("Deterministic"), row[Deterministic].text().toLower());
    addProperty(routine, QStringLiteral("Data access"), row[Access].text().toLower());
    addProperty(routine, QStringLiteral("Definer"), row[Definer].text());
    addSqlMode(routine, row[Mode].text());
    return routine;
}

void addParameter(Routine& routine, const Row& row)
{
    using namespace parameter_row;
    const QString mode = row[Mode].text();
    const QString type = row[Type].text();
    const bool isFunction = routine.kind == RoutineKind::Function;
    const QString text = (isFunction ? QString() : QString(mode + QLatin1Char(' '))) +
                         row[parameter_row::Name].text() + QLatin1Char(' ') + type;
    routine.arguments += (routine.arguments.isEmpty() ? QString() : QStringLiteral(", ")) + text;
    if (mode == QLatin1String("OUT"))
        return;
    routine.argumentTypes +=
        (routine.argumentTypes.isEmpty() ? QString() : QStringLiteral(",")) + type;
}

QString scheduleText(const Row& row)
{
    using namespace event_row;
    if (row[Type].text() == QLatin1String("ONE TIME"))
        return QStringLiteral("AT ") + row[At].text();
    QString text =
        QStringLiteral("EVERY ") + row[Interval].text() + QLatin1Char(' ') + row[Unit].text();
    if (!row[Starts].isNull())
        text += QStringLiteral(" STARTS ") + row[Starts].text();
    if (!row[Ends].isNull())
        text += QStringLiteral(" ENDS ") + row[Ends].text();
    return text;
}

OtherObject eventFrom(const Row& row, SchemaId schema)
{
    using namespace event_row;
    OtherObject event;
    setName(event, row[Name]);
    event.kind = CatalogKind::Events;
    event.kindName = QStringLiteral("event");
    event.schema = schema;
    event.definition = maskedSql(row[Body].text());
    setComment(event, row[Words]);
    addProperty(event, QStringLiteral("Schedule"), scheduleText(row));
    addProperty(event, QStringLiteral("Status"), row[Status].text().toLower());
    addProperty(event, QStringLiteral("On completion"), row[Completion].text().toLower());
    addProperty(event, QStringLiteral("Definer"), row[Definer].text());
    addSqlMode(event, row[event_row::Mode].text());
    return event;
}

std::optional<SqlError> readParameters(MariaDbContext& context, const RoutineIds& ids)
{
    return context.ask("parameters", [&](const Row& row) {
        const auto known =
            ids.find({row[0].text(), row[1].text(), row[parameter_row::RoutineType].text()});
        if (known != ids.end())
            addParameter(context.objects.routines[static_cast<std::size_t>(known->second.index)],
                         row);
    });
}

} // namespace

std::optional<SqlError> readRoutines(MariaDbContext& context, StepReport& report)
{
    RoutineIds ids;
    const auto error = context.ask("routines", [&](const Row& row) {
        const std::optional<SchemaId> schema = context.schema(row[0].text());
        if (!schema)
            return;
        Routine routine = routineFrom(row, *schema);
        if (routine.notRead)
            report.addMissing(row[0].text() + QLatin1Char('.') + routine.name, *routine.notRead);
        const RoutineName name{row[0].text(), routine.name, row[routine_row::Type].text()};
        ids.emplace(name, context.addRoutine(std::move(routine)));
        report.addObjects(1);
    });
    if (error)
        return error;
    context.reportWarnings(report);
    return readParameters(context, ids);
}

std::optional<SqlError> readEvents(MariaDbContext& context, StepReport& report)
{
    return context.ask("events", [&](const Row& row) {
        const std::optional<SchemaId> schema = context.schema(row[0].text());
        if (!schema)
            return;
        context.objects.others.push_back(eventFrom(row, *schema));
        report.addObjects(1);
    });
}

} // namespace cadastre
