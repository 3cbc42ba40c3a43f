// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/boundaries/uses/uses_texts.h"

#include "model/relations/sql/postgresql_script.h"
#include "model/relations/sql/token_script.h"

#include <algorithm>

namespace cadastre {

namespace {

QString noDefinition()
{
    return QStringLiteral("The server does not give its definition.");
}

QString propertyText(const ObjectBase& object, const char* label)
{
    const auto found = std::ranges::find_if(object.properties, [label](const Property& property) {
        return property.label == QLatin1String(label);
    });
    return found == object.properties.end() ? QString() : found->value;
}

/// An expression as a statement of its own.
QString expressionStatement(const QString& expression)
{
    return QString(QStringLiteral("SELECT ") + expression);
}

} // namespace

TextUses UseTexts::read(ObjectRef user)
{
    TextUses found;
    switch (user.kind) {
    case ObjectKind::Table:
        readView(TableId{user.index}, found);
        break;
    case ObjectKind::Trigger:
        readTrigger(TriggerId{user.index}, found);
        break;
    case ObjectKind::Routine:
        readRoutine(RoutineId{user.index}, found);
        break;
    case ObjectKind::Other:
        readOther(OtherId{user.index}, found);
        break;
    default:
        break;
    }
    found.unknown.removeDuplicates();
    return found;
}

void UseTexts::readView(TableId id, TextUses& found)
{
    const SqlBody body = viewSql(m_catalog, id);
    if (!body.text.isEmpty())
        return readBody(body, found);
    const Table& view = m_catalog.table(id);
    if (view.broken || view.notRead)
        found.unknown << noDefinition();
}

void UseTexts::readTrigger(TriggerId id, TextUses& found)
{
    const Trigger& trigger = m_catalog.trigger(id);
    SqlBody body = triggerSql(m_catalog, id);
    if (!body.text.isEmpty())
        readBody(body, found);
    else if (!trigger.routine && (trigger.notRead || trigger.calls.isEmpty()))
        found.unknown << noDefinition();
    else if (!trigger.routine)
        found.unknown << QStringLiteral("It calls %1, which was not read.").arg(trigger.calls);
    if (trigger.condition.isEmpty())
        return;
    body.text = expressionStatement(trigger.condition);
    readBody(body, found);
}

void UseTexts::readRoutine(RoutineId id, TextUses& found)
{
    const Routine& routine = m_catalog.routine(id);
    const QString language = routine.language.toLower();
    if (language == QLatin1String("internal") || routine.kind == RoutineKind::Aggregate)
        return;
    const SqlBody body = routineSql(m_catalog, id);
    if (language == QLatin1String("c"))
        found.unknown << QStringLiteral("It is written in C, which is not read.");
    else if (body.text.isEmpty())
        found.unknown << noDefinition();
    else
        readBody(body, found);
}

void UseTexts::readOther(OtherId id, TextUses& found)
{
    const OtherObject& other = m_catalog.other(id);
    if (other.kind == CatalogKind::Rules || other.kind == CatalogKind::Events) {
        if (other.definition.isEmpty())
            found.unknown << noDefinition();
        else
            readBody(otherSql(m_catalog, id, other.definition), found);
    } else if (other.kind == CatalogKind::Policies) {
        std::optional<TableId> own;
        if (other.about && other.about->kind == ObjectKind::Table)
            own = TableId{other.about->index};
        for (const char* label : {"Using", "With check"}) {
            const QString expression = propertyText(other, label);
            if (!expression.isEmpty())
                readBody(otherSql(m_catalog, id, expressionStatement(expression)), found, own);
        }
    }
}

void UseTexts::readBody(const SqlBody& body, TextUses& found, std::optional<TableId> ownTable)
{
    const Engine engine = m_catalog.source(body.source).engine;
    const SqlScript script = engine == Engine::PostgreSql
                                 ? readPostgreSqlScript(body.text)
                                 : readTokenScript(body.text, engine, body.mode);
    found.unknown << script.skipped;
    found.ownTables << script.ownTables;
    const SourceNames& known = namesOf(body.source);
    const UseNames names{known.tables, known.routines, body.context.path,
                         body.context.path.size() > 1, script.ownTables};
    for (const SqlQuery& statement : script.statements)
        UseCollector(m_catalog, names, found.facts, ownTable).collect(statement);
}

const UseTexts::SourceNames& UseTexts::namesOf(SourceId source)
{
    auto& names = m_names[source];
    if (names == nullptr)
        names = std::make_shared<const SourceNames>(
            SourceNames{CatalogNames(m_catalog, source), RoutineNames(m_catalog, source)});
    return *names;
}

} // namespace cadastre
