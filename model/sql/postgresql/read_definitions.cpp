// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include "model/dialect/masking.h"

#include "model/sql/postgresql/definitions.h"

namespace cadastre::postgresql {

namespace {

constexpr std::size_t lockingSetSize = 1000;

/// Where the text closes the parenthesis that it starts with, quoted text skipped; -1 for nowhere.
qsizetype closingOf(const QString& text)
{
    int depth = 0;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == QLatin1Char('\'') || c == QLatin1Char('"'))
            quote = c;
        else if (c == QLatin1Char('('))
            ++depth;
        else if (c == QLatin1Char(')') && --depth == 0)
            return i;
    }
    return -1;
}

/// (price > 0) -> price > 0: the server wraps whole expressions once.
QString unwrapped(const QString& expression)
{
    const bool wrapped =
        expression.startsWith(QLatin1Char('(')) && closingOf(expression) == expression.size() - 1;
    return wrapped ? expression.mid(1, expression.size() - 2) : expression;
}

/// CHECK ((price > 0)) NOT VALID -> price > 0
QString checkExpression(const QString& definition)
{
    const qsizetype start = definition.indexOf(QLatin1String("CHECK ("));
    if (start < 0)
        return definition;
    const QString rest = definition.mid(start + 6);
    return unwrapped(rest.mid(1, closingOf(rest) - 1));
}

/// The text between WHEN ( ) and EXECUTE of a trigger.
QString conditionOf(const QString& definition)
{
    const qsizetype start = definition.indexOf(QLatin1String(" WHEN ("));
    const qsizetype end = definition.lastIndexOf(QLatin1String(") EXECUTE "));
    if (start < 0 || end < start)
        return {};
    return unwrapped(definition.mid(start + 7, end - start - 7));
}

auto objectIn(Reading& reading, Oid catalogOid)
{
    return [&reading, catalogOid](Oid oid) { return reading.find(catalogOid, oid); };
}

void takeConstraint(Reading& reading, const Row& row)
{
    const Oid oid = oidOf(row[0]);
    const QString definition = maskedSql(row[1].text());
    const auto domain = reading.domainChecks.constFind(oid);
    if (domain != reading.domainChecks.constEnd()) {
        reading.objects.types[domain->type.index].checks.push_back(checkExpression(definition));
        return;
    }
    const auto ref = reading.find(catalog::constraints, oid);
    if (!ref)
        return;
    Constraint& constraint = reading.objects.constraints[ref->index];
    constraint.definition = definition;
    if (constraint.kind == ConstraintKind::Check)
        constraint.expression = checkExpression(definition);
}

void takeIndex(Reading& reading, const Row& row)
{
    const auto ref = reading.find(catalog::relations, oidOf(row[0]));
    if (!ref)
        return;
    Index& index = reading.objects.indexes[ref->index];
    index.definition = maskedSql(row[1].text());
    index.predicate = unwrapped(maskedSql(row[2].text()));
    const auto part = static_cast<std::size_t>(row[3].integer());
    if (part > 0 && part <= index.parts.size())
        index.parts[part - 1].expression = unwrapped(maskedSql(row[4].text()));
}

void takePolicy(Reading& reading, const Row& row)
{
    const auto ref = reading.find(catalog::policies, oidOf(row[0]));
    if (!ref)
        return;
    OtherObject& policy = reading.objects.others[ref->index];
    addProperty(policy, QStringLiteral("Using"), unwrapped(maskedSql(row[1].text())));
    addProperty(policy, QStringLiteral("With check"), unwrapped(maskedSql(row[2].text())));
}

/// A view that is there but cannot be written down refers to something that is gone.
void markBroken(Reading& reading, Oid oid, const SqlError& error)
{
    const auto table = reading.table(oid);
    if (table && error.failure == SqlFailure::MissingObject)
        reading.objects.tables[table->index].broken = error.message;
}

} // namespace

Outcome readPartitionKeys(Reading& reading, StepReport& report)
{
    const auto take = [&](const Row& row) {
        if (const auto table = reading.table(oidOf(row[0])))
            reading.objects.tables[table->index].partitionKey = row[1].text();
        return !row[1].isNull();
    };
    return readDefinitions(reading, report,
                           {"partition_keys", reading.pending.partitionedTables, take,
                            objectIn(reading, catalog::relations)});
}

Outcome readGeneratedColumns(Reading& reading, StepReport& report)
{
    const auto take = [&](const Row& row) {
        const auto table = reading.table(oidOf(row[0]));
        const auto column =
            table ? reading.column(*table, static_cast<int>(row[1].integer())) : std::nullopt;
        if (column)
            reading.objects.columns[column->index].generationExpression = maskedSql(row[2].text());
        return !row[2].isNull();
    };
    return readDefinitions(reading, report,
                           {"generated_columns", reading.pending.generatedTables, take,
                            objectIn(reading, catalog::relations)});
}

Outcome readConstraintDefinitions(Reading& reading, StepReport& report)
{
    const auto take = [&](const Row& row) {
        takeConstraint(reading, row);
        return !row[1].isNull();
    };
    const auto objectOf = [&](Oid oid) -> std::optional<ObjectRef> {
        const auto domain = reading.domainChecks.constFind(oid);
        if (domain != reading.domainChecks.constEnd())
            return domain->type;
        return reading.find(catalog::constraints, oid);
    };
    return readDefinitions(reading, report,
                           {"constraint_definitions", reading.pending.constraints, take, objectOf});
}

Outcome readIndexDefinitions(Reading& reading, StepReport& report)
{
    const auto take = [&](const Row& row) {
        takeIndex(reading, row);
        return !row[1].isNull();
    };
    return readDefinitions(reading, report,
                           {"index_definitions", reading.pending.indexes, take,
                            objectIn(reading, catalog::relations)});
}

Outcome readViewDefinitions(Reading& reading, StepReport& report)
{
    const auto take = [&](const Row& row) {
        if (const auto table = reading.table(oidOf(row[0])))
            reading.objects.tables[table->index].viewDefinition = maskedSql(row[1].text());
        return !row[1].isNull();
    };
    const auto onGuilty = [&](Oid oid, const SqlError& error) { markBroken(reading, oid, error); };
    return readDefinitions(reading, report,
                           {"view_definitions", reading.pending.views, take,
                            objectIn(reading, catalog::relations), lockingSetSize, onGuilty});
}

Outcome readTriggerDefinitions(Reading& reading, StepReport& report)
{
    const auto take = [&](const Row& row) {
        if (const auto ref = reading.find(catalog::triggers, oidOf(row[0]))) {
            Trigger& trigger = reading.objects.triggers[ref->index];
            trigger.definition = maskedSql(row[1].text());
            trigger.condition = conditionOf(trigger.definition);
        }
        return !row[1].isNull();
    };
    return readDefinitions(reading, report,
                           {"trigger_definitions", reading.pending.triggers, take,
                            objectIn(reading, catalog::triggers)});
}

Outcome readRuleDefinitions(Reading& reading, StepReport& report)
{
    const auto take = [&](const Row& row) {
        if (const auto ref = reading.find(catalog::rules, oidOf(row[0])))
            reading.objects.others[ref->index].definition = maskedSql(row[1].text());
        return !row[1].isNull();
    };
    return readDefinitions(reading, report,
                           {"rule_definitions", reading.pending.rules, take,
                            objectIn(reading, catalog::rules), lockingSetSize});
}

Outcome readPolicyExpressions(Reading& reading, StepReport& report)
{
    const auto take = [&](const Row& row) {
        takePolicy(reading, row);
        return true;
    };
    return readDefinitions(reading, report,
                           {"policy_expressions", reading.pending.policies, take,
                            objectIn(reading, catalog::policies)});
}

Outcome readRoutineDefinitions(Reading& reading, StepReport& report)
{
    const auto take = [&](const Row& row) {
        if (const auto ref = reading.find(catalog::routines, oidOf(row[0])))
            reading.objects.routines[ref->index].definition = maskedSql(row[1].text());
        return !row[1].isNull();
    };
    return readDefinitions(reading, report,
                           {"routine_definitions", reading.pending.routines, take,
                            objectIn(reading, catalog::routines)});
}

} // namespace cadastre::postgresql
