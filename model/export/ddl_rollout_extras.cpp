// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Indexes, owners and rights are PostgreSQL's: MariaDB and MySQL keep the rights on a name, SQLite
// has none. What MariaDB and MySQL say around a view stands in its statement.
#include "model/export/ddl_rollout_extras.h"

#include "model/dialect/quoting.h"
#include "model/export/ddl.h"
#include "model/export/ddl_keys.h"

#include <QRegularExpression>
#include <QStringList>

namespace cadastre {

namespace {

class RolloutExtrasWriter
{
public:
    RolloutExtrasWriter(const Catalog& catalog, ObjectRef object)
        : m_catalog(catalog)
        , m_object(object)
        , m_base(catalog.base(object))
    {
    }

    Result<QString> write()
    {
        if (m_object.kind == ObjectKind::Table)
            addOfView();
        else if (m_object.kind == ObjectKind::Routine)
            addOfRoutine();
        else
            addOfProgram();
        if (m_error)
            return *m_error;
        return m_statements.join(QLatin1Char('\n'));
    }

private:
    void addOfView()
    {
        const TableId id{m_object.index};
        const bool isStored = m_catalog.table(id).kind == TableKind::MaterializedView;
        m_path = path(m_catalog.table(id).schema, m_base.name);
        m_word = isStored ? QStringLiteral("MATERIALIZED VIEW ") : QStringLiteral("VIEW ");
        addOptions();
        addDefaults(id);
        addIndexes(id);
        addGrants(QString());
        addOwner();
    }

    /// Everybody may execute a new routine.
    void addOfRoutine()
    {
        const Routine& routine = m_catalog.routine({m_object.index});
        m_path =
            QStringLiteral("%1(%2)").arg(path(routine.schema, routine.name), routine.argumentTypes);
        m_word = QStringLiteral("ROUTINE ");
        addComment(m_word + m_path);
        const auto isOpen = [this](const Grant& grant) {
            return grant.object == m_object && !grant.grantee;
        };
        if (std::ranges::none_of(m_catalog.objects().grants, isOpen))
            add(QStringLiteral("REVOKE ALL ON ROUTINE %1 FROM PUBLIC;").arg(m_path));
        addGrants(m_word);
        addOwner();
    }

    void addOfProgram()
    {
        const bool isTrigger = m_object.kind == ObjectKind::Trigger;
        std::optional<TableId> table;
        if (isTrigger)
            table = m_catalog.trigger({m_object.index}).table;
        else if (const auto& about = m_catalog.other({m_object.index}).about;
                 about && about->kind == ObjectKind::Table)
            table = TableId{about->index};
        if (!table)
            return;
        addComment(QStringLiteral("%1 %2 ON %3")
                       .arg(isTrigger ? QStringLiteral("TRIGGER") : QStringLiteral("RULE"),
                            name(m_base.name),
                            path(m_catalog.table(*table).schema, m_catalog.table(*table).name)));
    }

    /// Last: who runs it may lose the right to do the rest.
    void addOwner()
    {
        if (!m_base.owner.isEmpty())
            add(QStringLiteral("ALTER %1%2 OWNER TO %3;").arg(m_word, m_path, name(m_base.owner)));
    }

    void addComment(const QString& what)
    {
        if (!m_base.comment.isEmpty())
            add(QStringLiteral("COMMENT ON %1 IS %2;")
                    .arg(what, taken(quotedLiteral(Engine::PostgreSql, m_base.comment.text))));
    }

    void addDefaults(TableId id)
    {
        for (const Column& column : m_catalog.columnsOf(id)) {
            if (column.defaultExpression)
                add(QStringLiteral("ALTER VIEW %1 ALTER COLUMN %2 SET DEFAULT %3;")
                        .arg(m_path, name(column.name), *column.defaultExpression));
        }
    }

    QString path(SchemaId schema, const QString& plain)
    {
        return taken(quotedPath(Engine::PostgreSql, {m_catalog.schema(schema).name, plain}));
    }

    void add(const QString& statement) { m_statements << statement; }

    QString taken(const Result<QString>& quoted)
    {
        if (quoted)
            return *quoted;
        if (!m_error)
            m_error = quoted.error();
        return {};
    }
    QString name(const QString& plain)
    {
        return taken(quotedIdentifier(Engine::PostgreSql, plain));
    }

    /// Written where they are plain words, else shown.
    void addOptions()
    {
        static const QRegularExpression plain(
            QStringLiteral("^[a-z_]+=[a-z0-9_.]+(, ?[a-z_]+=[a-z0-9_.]+)*$"));
        for (const Property& property : m_base.properties) {
            if (property.label != QLatin1String("Options") || property.value.isEmpty())
                continue;
            if (property.value.contains(plain))
                add(QStringLiteral("ALTER %1%2 SET (%3);").arg(m_word, m_path, property.value));
            else
                add(sqlComment(QStringLiteral("Its options were: %1").arg(property.value)));
        }
    }

    void addIndexes(TableId id)
    {
        const int first = m_catalog.firstIndex(id).index;
        const auto count = static_cast<int>(m_catalog.indexesOf(id).size());
        for (int i = first; i < first + count; ++i) {
            const Result<Ddl> ddl = ddlOf(m_catalog, IndexId{i});
            if (ddl)
                add(ddl->text);
            else if (!m_error)
                m_error = ddl.error();
        }
    }

    /// Of the object and its columns, but for what its owner has anyway.
    void addGrants(const QString& word)
    {
        for (const Grant& grant : m_catalog.objects().grants) {
            const bool isColumn = grant.object.kind == ObjectKind::Column;
            const bool isOf =
                grant.object == m_object ||
                (isColumn && m_object == ObjectRef(m_catalog.column({grant.object.index}).table));
            const bool isOwners =
                grant.grantee && m_catalog.role(*grant.grantee).name == m_base.owner;
            if (!isOf || isOwners || grant.ownerDefault)
                continue;
            const QString column =
                isColumn ? name(m_catalog.column({grant.object.index}).name) : QString();
            addGrant(grant, grant.grantable, {word, column}, QStringLiteral(" WITH GRANT OPTION"));
            addGrant(grant, grant.privileges & ~grant.grantable, {word, column}, {});
        }
    }

    struct GrantTarget
    {
        QString word;   ///< "ROUTINE ", or empty
        QString column; ///< quoted, or empty
    };

    void addGrant(const Grant& grant, Privileges privileges, const GrantTarget& target,
                  const QString& option)
    {
        if (!privileges)
            return;
        QStringList words;
        for (const QString& word : privilegesText(privileges).split(QStringLiteral(", ")))
            words << (target.column.isEmpty() ? word
                                              : QStringLiteral("%1 (%2)").arg(word, target.column));
        const QString grantee =
            grant.grantee ? name(m_catalog.role(*grant.grantee).name) : QStringLiteral("PUBLIC");
        add(QString(
            QStringLiteral("GRANT %1 ON %2 TO %3")
                .arg(words.join(QLatin1String(", ")), QString(target.word + m_path), grantee) +
            option + QLatin1Char(';')));
    }

    const Catalog& m_catalog;
    ObjectRef m_object;
    const ObjectBase& m_base;
    QString m_path;
    QString m_word;
    QStringList m_statements;
    std::optional<Error> m_error;
};

QString extraOf(const Table& view, const char* label)
{
    for (const Property& property : view.properties) {
        if (property.label == QLatin1String(label))
            return property.value;
    }
    return {};
}

/// `user`@`host`, or the name of a role.
Result<QString> quotedDefiner(Engine engine, const QString& definer)
{
    const qsizetype at = definer.lastIndexOf(QLatin1Char('@'));
    const Result<QString> user = quotedIdentifier(engine, at < 0 ? definer : definer.left(at));
    if (!user || at < 0)
        return user;
    const Result<QString> host = quotedIdentifier(engine, definer.mid(at + 1));
    return host ? Result<QString>(QString(*user + QLatin1Char('@') + *host)) : host;
}

} // namespace

Result<QString> rolloutView(const Catalog& catalog, TableId id, const QString& ddl)
{
    const Table& view = catalog.table(id);
    const Engine engine = catalog.source(catalog.sourceOf(id)).engine;
    const QString plain = QStringLiteral("CREATE VIEW ");
    if ((engine != Engine::MariaDb && engine != Engine::MySql) || !ddl.startsWith(plain))
        return ddl;
    QString head = QStringLiteral("CREATE ");
    const QString algorithm = extraOf(view, "Algorithm");
    if (!algorithm.isEmpty())
        head += QStringLiteral("ALGORITHM=%1 ").arg(algorithm.toUpper());
    const QString definer = extraOf(view, "Definer");
    if (!definer.isEmpty()) {
        const Result<QString> quoted = quotedDefiner(engine, definer);
        if (!quoted)
            return quoted.error();
        head += QStringLiteral("DEFINER=") + *quoted + QLatin1Char(' ');
    }
    const QString security = extraOf(view, "SQL security");
    if (!security.isEmpty())
        head += QStringLiteral("SQL SECURITY %1 ").arg(security.toUpper());
    QString text = QString(head + QStringLiteral("VIEW ") + ddl.mid(plain.size())).trimmed();
    const QString check = extraOf(view, "Check option");
    if (check.isEmpty())
        return text;
    text.chop(text.endsWith(QLatin1Char(';')) ? 1 : 0);
    return QString(text + QStringLiteral(" WITH %1 CHECK OPTION;").arg(check.toUpper()));
}

Result<QString> rolloutExtras(const Catalog& catalog, ObjectRef object)
{
    if (catalog.source(catalog.sourceOf(object)).engine != Engine::PostgreSql)
        return QString();
    return RolloutExtrasWriter(catalog, object).write();
}

} // namespace cadastre
