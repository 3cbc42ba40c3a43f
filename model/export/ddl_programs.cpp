// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Triggers, routines, types, roles and schemas as statements.
#include "model/export/ddl_writer.h"

#include "model/dialect/quoting.h"

namespace cadastre {

namespace {

QString timingWords(TriggerTiming timing)
{
    switch (timing) {
    case TriggerTiming::Before:
        return QStringLiteral("BEFORE");
    case TriggerTiming::After:
        return QStringLiteral("AFTER");
    case TriggerTiming::InsteadOf:
        return QStringLiteral("INSTEAD OF");
    }
    Q_UNREACHABLE();
}

} // namespace

QString DdlWriter::trigger(TriggerId id)
{
    const Trigger& trigger = m_catalog.trigger(id);
    QString text = QStringLiteral("CREATE TRIGGER ") + name(trigger.name) +
                   QStringLiteral("\n    ") + timingWords(trigger.timing) + QLatin1Char(' ') +
                   trigger.events + QStringLiteral(" ON ") + tableName(trigger.table);
    if (!trigger.level.isEmpty())
        text += QStringLiteral("\n    FOR EACH ") + trigger.level;
    if (!trigger.condition.isEmpty())
        text += QStringLiteral("\n    WHEN (%1)").arg(trigger.condition);
    if (!trigger.calls.isEmpty())
        text += QStringLiteral("\n    EXECUTE FUNCTION ") + trigger.calls;
    else if (!trigger.body.isEmpty())
        text += QLatin1Char('\n') + trigger.body.trimmed();
    return text + QLatin1Char(';');
}

QString DdlWriter::routine(RoutineId id)
{
    const Routine& routine = m_catalog.routine(id);
    if (routine.body.isEmpty())
        return {};
    const bool isProcedure = routine.kind == RoutineKind::Procedure;
    QString text =
        (isProcedure ? QStringLiteral("CREATE PROCEDURE ") : QStringLiteral("CREATE FUNCTION ")) +
        path(m_catalog.schema(routine.schema).name, routine.name) +
        QStringLiteral("(%1)").arg(routine.arguments);
    if (!routine.returns.isEmpty())
        text += QStringLiteral("\n    RETURNS ") + routine.returns;
    if (m_engine != Engine::PostgreSql)
        return text + QLatin1Char('\n') + routine.body.trimmed() + QLatin1Char(';');
    text += QStringLiteral("\n    LANGUAGE ") + routine.language;
    if (routine.securityDefiner)
        text += QStringLiteral(" SECURITY DEFINER");
    return text + QStringLiteral("\n    AS ") + take(quotedLiteral(m_engine, routine.body)) +
           QLatin1Char(';');
}

QString DdlWriter::type(TypeId id)
{
    const UserType& type = m_catalog.type(id);
    const QString typeName = path(m_catalog.schema(type.schema).name, type.name);
    QStringList parts;
    switch (type.kind) {
    case TypeKind::Enum:
        for (const QString& label : type.labels)
            parts << take(quotedLiteral(m_engine, label));
        return QStringLiteral("CREATE TYPE ") + typeName + QStringLiteral(" AS ENUM (") +
               parts.join(QLatin1String(", ")) + QStringLiteral(");");
    case TypeKind::Composite:
        for (const Property& attribute : type.attributes)
            parts << QString(name(attribute.label) + QLatin1Char(' ') + attribute.value);
        return QStringLiteral("CREATE TYPE ") + typeName + QStringLiteral(" AS (") +
               parts.join(QLatin1String(", ")) + QStringLiteral(");");
    case TypeKind::Range:
        return QStringLiteral("CREATE TYPE ") + typeName + QStringLiteral(" AS RANGE (SUBTYPE = ") +
               type.baseType + QStringLiteral(");");
    case TypeKind::Domain: {
        QString text =
            QStringLiteral("CREATE DOMAIN ") + typeName + QStringLiteral(" AS ") + type.baseType;
        if (type.defaultExpression)
            text += QStringLiteral(" DEFAULT ") + *type.defaultExpression;
        if (type.notNull)
            text += QStringLiteral(" NOT NULL");
        for (const QString& check : type.checks)
            text += QLatin1Char(' ') + (check.startsWith(QLatin1String("CHECK"))
                                            ? check
                                            : QStringLiteral("CHECK (%1)").arg(check));
        return text + QLatin1Char(';');
    }
    case TypeKind::Base:
    case TypeKind::Unknown:
        break;
    }
    return {};
}

/// Never with a password: the catalog has none.
QString DdlWriter::role(RoleId id)
{
    const Role& role = m_catalog.role(id);
    QString text = QStringLiteral("CREATE ROLE ") + name(role.name);
    if (m_engine == Engine::PostgreSql) {
        text += role.canLogin ? QStringLiteral(" LOGIN") : QString();
        text += role.superuser ? QStringLiteral(" SUPERUSER") : QString();
        text += role.bypassesRowSecurity ? QStringLiteral(" BYPASSRLS") : QString();
    }
    text += QLatin1Char(';');
    for (RoleId group : role.memberOf)
        text += QStringLiteral("\nGRANT ") + name(m_catalog.role(group).name) +
                QStringLiteral(" TO ") + name(role.name) + QLatin1Char(';');
    return text;
}

QString DdlWriter::schema(SchemaId id)
{
    const Schema& schema = m_catalog.schema(id);
    if (m_engine == Engine::Sqlite)
        return {};
    if (m_engine == Engine::PostgreSql)
        return QStringLiteral("CREATE SCHEMA ") + name(schema.name) + QLatin1Char(';');
    return QStringLiteral("CREATE DATABASE ") + name(schema.name) + QLatin1Char(';');
}

} // namespace cadastre
