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
    RolloutExtrasWriter(const Catalog& catalog, TableId view)
        : m_catalog(catalog)
        , m_id(view)
        , m_view(catalog.table(view))
    {
    }

    Result<QString> write()
    {
        m_path = taken(
            quotedPath(Engine::PostgreSql, {m_catalog.schema(m_view.schema).name, m_view.name}));
        m_word = m_view.kind == TableKind::MaterializedView ? QStringLiteral("MATERIALIZED VIEW ")
                                                            : QStringLiteral("VIEW ");
        addOptions();
        addIndexes();
        addGrants();
        if (!m_view.owner.isEmpty()) // last: who runs it may lose the right to do the rest
            add(QStringLiteral("ALTER %1%2 OWNER TO %3;").arg(m_word, m_path, name(m_view.owner)));
        if (m_error)
            return *m_error;
        return m_statements.join(QLatin1Char('\n'));
    }

private:
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
        for (const Property& property : m_view.properties) {
            if (property.label != QLatin1String("Options") || property.value.isEmpty())
                continue;
            if (property.value.contains(plain))
                add(QStringLiteral("ALTER %1%2 SET (%3);").arg(m_word, m_path, property.value));
            else
                add(sqlComment(QStringLiteral("Its options were: %1").arg(property.value)));
        }
    }

    void addIndexes()
    {
        const int first = m_catalog.firstIndex(m_id).index;
        const auto count = static_cast<int>(m_catalog.indexesOf(m_id).size());
        for (int i = first; i < first + count; ++i) {
            const Result<Ddl> ddl = ddlOf(m_catalog, IndexId{i});
            if (ddl)
                add(ddl->text);
            else if (!m_error)
                m_error = ddl.error();
        }
    }

    /// Of the view and its columns, but for what its owner has anyway.
    void addGrants()
    {
        for (const Grant& grant : m_catalog.objects().grants) {
            const bool isColumn = grant.object.kind == ObjectKind::Column;
            const bool isOfView =
                grant.object == ObjectRef(m_id) ||
                (isColumn && m_catalog.column({grant.object.index}).table == m_id);
            const bool isOwners =
                grant.grantee && m_catalog.role(*grant.grantee).name == m_view.owner;
            if (!isOfView || isOwners || grant.ownerDefault)
                continue;
            const QString column =
                isColumn ? name(m_catalog.column({grant.object.index}).name) : QString();
            addGrant(grant, grant.grantable, column, QStringLiteral(" WITH GRANT OPTION"));
            addGrant(grant, grant.privileges & ~grant.grantable, column, {});
        }
    }

    void addGrant(const Grant& grant, Privileges privileges, const QString& column,
                  const QString& option)
    {
        if (!privileges)
            return;
        QStringList words;
        for (const QString& word : privilegesText(privileges).split(QStringLiteral(", ")))
            words << (column.isEmpty() ? word : QStringLiteral("%1 (%2)").arg(word, column));
        const QString grantee =
            grant.grantee ? name(m_catalog.role(*grant.grantee).name) : QStringLiteral("PUBLIC");
        add(QString(QStringLiteral("GRANT %1 ON %2 TO %3")
                        .arg(words.join(QLatin1String(", ")), m_path, grantee) +
                    option + QLatin1Char(';')));
    }

    const Catalog& m_catalog;
    TableId m_id;
    const Table& m_view;
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

Result<QString> rolloutExtras(const Catalog& catalog, TableId view)
{
    if (catalog.source(catalog.sourceOf(view)).engine != Engine::PostgreSql)
        return QString();
    return RolloutExtrasWriter(catalog, view).write();
}

} // namespace cadastre
