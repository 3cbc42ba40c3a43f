// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts the script together: a part for each run of steps in one database. What is lost with a view
// and has to be given again is written in ddl_rollout_extras.cpp.
#include "model/export/ddl_rollout.h"

#include "model/boundaries/crossings/crossing_places.h"
#include "model/boundaries/impact/impact_words.h"
#include "model/dialect/quoting.h"
#include "model/export/ddl.h"
#include "model/export/ddl_keys.h"
#include "model/export/ddl_rollout_extras.h"
#include "model/export/single_line.h"
#include "model/notes/keep_note.h"

namespace cadastre {

namespace {

using ScriptAction = RolloutStep::Action;

class RolloutWriter
{
public:
    RolloutWriter(const Catalog& catalog, const Impact& impact, const CommentedCatalog* staged)
        : m_catalog(catalog)
        , m_staged(staged)
        , m_impact(impact)
    {
    }

    Result<QString> write()
    {
        comment(QStringLiteral("What has to be done around a change of %1, to be reviewed and "
                               "filled in. Nothing is dropped with CASCADE: where something else "
                               "depends, a statement fails and nothing is lost.")
                    .arg(impactSubject(m_catalog, m_impact.object)));
        for (const RolloutStep& step : m_impact.rollout) {
            if (step.action == ScriptAction::Tell)
                comment(step.sentence);
        }
        for (const UnknownUse& unknown : m_impact.unknown)
            comment(QStringLiteral("Not wholly read: %1. %2")
                        .arg(impactSubject(m_catalog, unknown.user), unknown.why));
        for (const RolloutStep& step : m_impact.rollout) {
            if (step.action != ScriptAction::Tell)
                add(step);
        }
        if (m_error)
            return *m_error;
        return m_text;
    }

private:
    [[nodiscard]] Engine engineOf(ObjectRef object) const
    {
        return m_catalog.source(m_catalog.sourceOf(object)).engine;
    }

    void comment(const QString& sentence)
    {
        m_text += sqlComment(asSingleLine(sentence)) + QLatin1Char('\n');
    }

    void statement(const QString& text)
    {
        if (!text.isEmpty())
            m_text += text + QLatin1Char('\n');
    }

    QString taken(const Result<QString>& quoted)
    {
        if (quoted)
            return *quoted;
        if (!m_error)
            m_error = quoted.error();
        return {};
    }

    QString path(SchemaId schema, const QString& name)
    {
        const Engine engine = m_catalog.source(m_catalog.schema(schema).source).engine;
        const QString before = engine == Engine::Sqlite ? QString() : m_catalog.schema(schema).name;
        return taken(quotedPath(engine, {before, name}));
    }

    QString tablePath(TableId id)
    {
        return path(m_catalog.table(id).schema, m_catalog.table(id).name);
    }

    /// A head where the database is another one than that of the step before.
    void add(const RolloutStep& step)
    {
        const SourceId source = m_catalog.sourceOf(step.object);
        const QString database = databaseName(m_catalog, step.object);
        if (m_source != source || m_database != database) {
            m_source = source;
            m_database = database;
            addHead(source, database);
        }
        m_text += QLatin1Char('\n');
        comment(step.sentence);
        switch (step.action) {
        case ScriptAction::Drop:
            return addDrop(step.object);
        case ScriptAction::Change:
            return comment(QStringLiteral("Put the change here."));
        case ScriptAction::Recreate:
            return addRecreate(step.object);
        case ScriptAction::Adapt:
        case ScriptAction::Tell:
            return;
        }
    }

    void addHead(SourceId source, const QString& database)
    {
        m_text += QLatin1Char('\n');
        const Engine engine = m_catalog.source(source).engine;
        comment(QStringLiteral("---- Database %1 (%2)").arg(database, engineName(engine)));
        if (engine == Engine::PostgreSql || engine == Engine::Sqlite)
            comment(QStringLiteral("Run this part in one transaction."));
        const KindReport* grants = m_catalog.kindReport(source, CatalogKind::Grants);
        if (engine == Engine::PostgreSql && grants != nullptr && grants->state != ReadState::Read)
            comment(QStringLiteral("Not all rights were read: what is missing has to be given "
                                   "again by hand."));
        if (engine == Engine::MariaDb || engine == Engine::MySql)
            comment(QStringLiteral("Each statement commits at once: run this part when nobody "
                                   "works."));
    }

    /// Nothing is written that drops what somebody wants kept.
    bool isKept(ObjectRef object)
    {
        const auto reason = keepReason(m_catalog, object, m_staged);
        if (!reason)
            return false;
        comment(reason->isEmpty()
                    ? QStringLiteral("It carries @keep: no statement is written for it.")
                    : QStringLiteral("It carries @keep (%1): no statement is written for it.")
                          .arg(*reason));
        return true;
    }

    void addDrop(ObjectRef object)
    {
        if (isKept(object))
            return;
        if (object.kind == ObjectKind::Table) {
            const TableId id{object.index};
            const bool isStored = m_catalog.table(id).kind == TableKind::MaterializedView;
            statement(QString(isStored ? QStringLiteral("DROP MATERIALIZED VIEW ")
                                       : QStringLiteral("DROP VIEW ")) +
                      tablePath(id) + QLatin1Char(';'));
        } else if (object.kind == ObjectKind::Routine) {
            const Routine& routine = m_catalog.routine({object.index});
            statement(QStringLiteral("DROP ROUTINE %1(%2);")
                          .arg(path(routine.schema, routine.name), routine.argumentTypes));
        } else if (object.kind == ObjectKind::Other) {
            addDropOther(m_catalog.other({object.index}));
        } else if (object.kind == ObjectKind::Constraint) {
            addDropKey(m_catalog.constraint({object.index}));
        }
    }

    void addDropOther(const OtherObject& rule)
    {
        if (rule.kind != CatalogKind::Rules || !rule.about || rule.about->kind != ObjectKind::Table)
            return comment(QStringLiteral("Has to be written by hand."));
        const Engine engine = m_catalog.source(rule.source).engine;
        statement(QStringLiteral("DROP RULE %1 ON %2;")
                      .arg(taken(quotedIdentifier(engine, rule.name)),
                           tablePath(TableId{rule.about->index})));
    }

    /// Not every change needs it, so it is a comment.
    void addDropKey(const Constraint& key)
    {
        const Engine engine = m_catalog.source(m_catalog.sourceOf(key.table)).engine;
        if (engine == Engine::Sqlite || key.name.isEmpty())
            return comment(QStringLiteral("The table has to be made anew without the key."));
        const QString word = engine == Engine::PostgreSql ? QStringLiteral("CONSTRAINT")
                                                          : QStringLiteral("FOREIGN KEY");
        comment(QStringLiteral("ALTER TABLE %1 DROP %2 %3;")
                    .arg(tablePath(key.table), word, taken(quotedIdentifier(engine, key.name))));
    }

    void addRecreate(ObjectRef object)
    {
        if (isKept(object))
            return;
        const Result<Ddl> ddl = ddlOf(m_catalog, object);
        if (!ddl) {
            if (!m_error)
                m_error = ddl.error();
            return;
        }
        if (ddl->text.isEmpty())
            return comment(QStringLiteral("Its definition was not read: it has to be written by "
                                          "hand."));
        if (object.kind == ObjectKind::Constraint)
            return statement(sqlComment(ddl->text));
        const bool isView = object.kind == ObjectKind::Table;
        statement(isView ? taken(rolloutView(m_catalog, TableId{object.index}, ddl->text))
                         : ddl->text);
        statement(taken(rolloutExtras(m_catalog, object)));
    }

    const Catalog& m_catalog;
    const CommentedCatalog* m_staged;
    const Impact& m_impact;
    std::optional<SourceId> m_source;
    QString m_database;
    QString m_text;
    std::optional<Error> m_error;
};

} // namespace

Result<QString> rolloutScript(const Catalog& catalog, const Impact& impact,
                              const CommentedCatalog* staged)
{
    return RolloutWriter(catalog, impact, staged).write();
}

} // namespace cadastre
