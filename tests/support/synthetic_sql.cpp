// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Composes the CREATE statements of a synthetic catalog for the three engines.
#include "tests/support/synthetic_sql.h"

namespace cadastre::test {

namespace {

class Script
{
public:
    Script(const Catalog& catalog, Engine engine)
        : m_catalog(catalog)
        , m_engine(engine)
    {
    }

    QByteArray text()
    {
        addSchemas();
        for (int i = 0; i < count(); ++i) {
            if (!isView(m_catalog.table({i})))
                addTable({i});
        }
        if (m_engine != Engine::Sqlite)
            addForeignKeys();
        for (int i = 0; i < count(); ++i) {
            if (isView(m_catalog.table({i})))
                addView({i});
        }
        if (m_engine == Engine::PostgreSql)
            addComments();
        return m_text.toUtf8();
    }

private:
    [[nodiscard]] int count() const { return static_cast<int>(m_catalog.objects().tables.size()); }
    [[nodiscard]] bool isMariaDb() const
    {
        return m_engine == Engine::MariaDb || m_engine == Engine::MySql;
    }

    [[nodiscard]] QString quoted(const QString& name) const
    {
        const QChar quote = isMariaDb() ? QLatin1Char('`') : QLatin1Char('"');
        return quote + name + quote;
    }

    [[nodiscard]] QString tableName(TableId id) const
    {
        const Table& table = m_catalog.table(id);
        const QString& schema = m_catalog.schema(table.schema).name;
        if (m_engine == Engine::Sqlite)
            return quoted(schema == QLatin1String("public")
                              ? table.name
                              : schema + QLatin1Char('_') + table.name);
        return quoted(schema) + QLatin1Char('.') + quoted(table.name);
    }

    [[nodiscard]] QString typeName(const QString& type) const
    {
        if (!isMariaDb())
            return type;
        if (type == QLatin1String("jsonb"))
            return QStringLiteral("json");
        if (type == QLatin1String("timestamp with time zone"))
            return QStringLiteral("datetime");
        return QString(type).replace(QLatin1String("character varying"), QLatin1String("varchar"));
    }

    [[nodiscard]] QString columnList(const std::vector<ColumnId>& columns) const
    {
        QStringList names;
        for (ColumnId id : columns)
            names << quoted(m_catalog.column(id).name);
        return names.join(QLatin1String(", "));
    }

    [[nodiscard]] QString reference(const Constraint& key) const
    {
        return QStringLiteral("FOREIGN KEY (%1) REFERENCES %2 (%3)")
            .arg(columnList(key.columns), tableName(*key.referencedTable),
                 columnList(key.referencedColumns));
    }

    void addSchemas()
    {
        for (const Schema& schema : m_catalog.objects().schemas) {
            if (isMariaDb())
                m_text += QStringLiteral("CREATE DATABASE %1;\n").arg(quoted(schema.name));
            else if (m_engine == Engine::PostgreSql && schema.name != QLatin1String("public"))
                m_text += QStringLiteral("CREATE SCHEMA %1;\n").arg(quoted(schema.name));
        }
    }

    void addTable(TableId id)
    {
        QStringList lines;
        for (const Column& column : m_catalog.columnsOf(id)) {
            QString line = quoted(column.name) + QLatin1Char(' ') + typeName(column.type);
            if (!column.nullable)
                line += QLatin1String(" NOT NULL");
            if (isMariaDb() && !column.comment.isEmpty())
                line += QStringLiteral(" COMMENT '%1'").arg(column.comment.text);
            lines << line;
        }
        for (const Constraint& constraint : m_catalog.constraintsOf(id)) {
            if (constraint.kind == ConstraintKind::PrimaryKey)
                lines << QStringLiteral("PRIMARY KEY (%1)").arg(columnList(constraint.columns));
            else if (m_engine == Engine::Sqlite && constraint.referencedTable)
                lines << reference(constraint);
        }
        m_text += QStringLiteral("CREATE TABLE %1 (\n  %2\n)")
                      .arg(tableName(id), lines.join(QLatin1String(",\n  ")));
        const Comment& comment = m_catalog.table(id).comment;
        if (isMariaDb() && !comment.isEmpty())
            m_text += QStringLiteral(" COMMENT = '%1'").arg(comment.text);
        m_text += QLatin1String(";\n");
    }

    void addForeignKeys()
    {
        int number = 0;
        for (const Constraint& constraint : m_catalog.objects().constraints) {
            if (!constraint.referencedTable)
                continue;
            m_text +=
                QStringLiteral("ALTER TABLE %1 ADD CONSTRAINT %2 %3;\n")
                    .arg(tableName(constraint.table), quoted(QStringLiteral("fk_%1").arg(++number)),
                         reference(constraint));
        }
    }

    void addView(TableId id)
    {
        TableId first = id;
        for (const Dependency& dependency : m_catalog.objects().dependencies) {
            if (dependency.dependent == ObjectRef(id)) {
                first = TableId{dependency.on.index};
                break;
            }
        }
        const bool stored = m_engine == Engine::PostgreSql &&
                            m_catalog.table(id).kind == TableKind::MaterializedView;
        m_text += QStringLiteral("CREATE %1 %2 AS SELECT * FROM %3;\n")
                      .arg(stored ? QStringLiteral("MATERIALIZED VIEW") : QStringLiteral("VIEW"),
                           tableName(id), tableName(first));
    }

    void addComments()
    {
        for (int i = 0; i < count(); ++i) {
            const TableId id{i};
            const Table& table = m_catalog.table(id);
            if (!isView(table) && !table.comment.isEmpty())
                m_text += QStringLiteral("COMMENT ON TABLE %1 IS '%2';\n")
                              .arg(tableName(id), table.comment.text);
            for (const Column& column : m_catalog.columnsOf(id)) {
                if (!isView(table) && !column.comment.isEmpty())
                    m_text += QStringLiteral("COMMENT ON COLUMN %1.%2 IS '%3';\n")
                                  .arg(tableName(id), quoted(column.name), column.comment.text);
            }
        }
    }

    const Catalog& m_catalog;
    Engine m_engine;
    QString m_text;
};

} // namespace

QByteArray syntheticSql(const Catalog& catalog, Engine engine)
{
    return Script(catalog, engine).text();
}

} // namespace cadastre::test
