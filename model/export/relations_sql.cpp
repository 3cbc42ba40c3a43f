// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as statements that declare them, source by source: which of them can be, and the
// names of what is made. The statements themselves are in ddl_keys.cpp.
#include "model/dialect/quoting.h"
#include "model/export/ddl_keys.h"
#include "model/export/free_names.h"
#include "model/export/key_plan.h"
#include "model/export/relation_formats.h"
#include "model/relations/decision_text.h"

#include <set>

namespace cadastre {

namespace {

/// One pass over the relationships of one source.
class KeyScript
{
public:
    KeyScript(const RelationExport& relations, SourceId source)
        : m_relations(relations)
        , m_catalog(relations.catalog)
        , m_source(source)
        , m_engine(relations.catalog.source(source).engine)
        , m_names(relations.catalog)
    {
    }

    void add(std::size_t number)
    {
        const Relationship& relationship = m_relations.relationships[number];
        m_text += QLatin1Char('\n') +
                  sqlComment(relationshipTitle(m_catalog, relationship) + QStringLiteral(" (") +
                             relationRemark(relationship) + QLatin1Char(')'));
        if (relationship.typeColumn)
            m_text += notPossible(
                QStringLiteral("%1 chooses the table of each row, and a key has one table")
                    .arg(m_catalog.displayName(*relationship.typeColumn)));
        else if (!relationship.targets.front().isResolved())
            m_text += notPossible(QStringLiteral("there is no such table"));
        else
            m_text +=
                statements(keyPlan(m_catalog, relationship, m_relations.verificationOf(number)));
    }

    [[nodiscard]] QString text() const
    {
        return m_text.isEmpty() ? QString() : QString(header() + m_text);
    }

private:
    static QString notPossible(const QString& why)
    {
        return sqlComment(QString(QStringLiteral("No key is written: ") + why + QLatin1Char('.')));
    }

    [[nodiscard]] QString header() const
    {
        const Source& source = m_catalog.source(m_source);
        QString text = QStringLiteral("Foreign keys of %1 (%2) that nobody declared.\n")
                           .arg(source.name, engineName(m_engine));
        if (m_engine == Engine::PostgreSql)
            text += QStringLiteral("To be run outside of a transaction: an index is made "
                                   "concurrently, and a check of old rows that fails leaves the "
                                   "key for new ones.\n");
        if (m_engine == Engine::Sqlite)
            text += QStringLiteral("SQLite adds no key to a table that exists. Make a new table "
                                   "with the clause, copy the rows, put it in the place of the old "
                                   "one.\n");
        const KindReport* indexes = m_catalog.kindReport(m_source, CatalogKind::Indexes);
        if (indexes && indexes->state != ReadState::Read)
            text += QStringLiteral("The indexes were not all read: one that is made here may exist "
                                   "under another name.\n");
        return sqlComment(text);
    }

    QString statements(const KeyPlan& plan)
    {
        if (!plan.obstacle.isEmpty())
            return notPossible(plan.obstacle);
        const Result<NewKey> key = newKey(plan);
        if (!key)
            return notPossible(key.error().message);
        QString text;
        if (plan.rowsInTheWay > 0)
            text = sqlComment(QStringLiteral("%1 of %2 rows that were looked at have no parent; "
                                             "they have to be repaired before all rows can be "
                                             "checked.")
                                  .arg(plan.rowsInTheWay)
                                  .arg(plan.rowsLookedAt));
        switch (m_engine) {
        case Engine::PostgreSql:
            return text + postgresqlKeyStatements(*key);
        case Engine::MariaDb:
        case Engine::MySql:
            return text + mariadbKeyStatements(*key);
        case Engine::Sqlite:
            return text + sqliteKeyStatements(*key);
        }
        Q_UNREACHABLE();
    }

    Result<NewKey> newKey(const KeyPlan& plan)
    {
        m_error.reset();
        NewKey key;
        key.childTable = tableName(plan.child);
        key.childColumns = columnNames(plan.childColumns);
        key.parentTable = tableName(plan.parent);
        key.parentColumns = columnNames(plan.parentColumns);
        key.childPartitioned = m_catalog.table(plan.child).kind == TableKind::PartitionedTable;
        key.rowsInTheWay = plan.rowsInTheWay > 0;
        if (m_error)
            return *m_error;
        if (plan.needsIndex && !isIndexedHere(plan))
            key.index = name(m_names.take(plan.child, plan.childColumns, QStringLiteral("_idx")));
        const QString suffix =
            m_engine == Engine::PostgreSql ? QStringLiteral("_fkey") : QStringLiteral("_fk");
        key.constraint = name(m_names.take(plan.child, plan.childColumns, suffix));
        if (m_error)
            return *m_error;
        return key;
    }

    /// Whether an earlier statement makes the index of these columns.
    bool isIndexedHere(const KeyPlan& plan) { return !m_indexed.insert(plan.childColumns).second; }

    QString take(const Result<QString>& quoted)
    {
        if (quoted)
            return *quoted;
        if (!m_error)
            m_error = quoted.error();
        return {};
    }

    QString name(const QString& plain) { return take(quotedIdentifier(m_engine, plain)); }

    QString columnNames(const std::vector<ColumnId>& columns)
    {
        QStringList names;
        for (ColumnId id : columns)
            names << name(m_catalog.column(id).name);
        return names.join(QLatin1String(", "));
    }

    /// SQLite's schema `main` is where everything goes anyway.
    QString tableName(TableId id)
    {
        const Table& table = m_catalog.table(id);
        const QString schema =
            m_engine == Engine::Sqlite ? QString() : m_catalog.schema(table.schema).name;
        return take(quotedPath(m_engine, {schema, table.name}));
    }

    const RelationExport& m_relations;
    const Catalog& m_catalog;
    SourceId m_source;
    Engine m_engine;
    FreeNames m_names;
    std::set<std::vector<ColumnId>> m_indexed;
    std::optional<Error> m_error;
    QString m_text;
};

} // namespace

QByteArray relationsSql(const RelationExport& relations)
{
    const std::vector<std::size_t> order = relationOrder(relations);
    QStringList scripts;
    for (int i = 0; i < static_cast<int>(relations.catalog.objects().sources.size()); ++i) {
        KeyScript script(relations, SourceId{i});
        for (std::size_t number : order) {
            const Relationship& relationship = relations.relationships[number];
            if (relationship.origin != RelationshipOrigin::Declared &&
                relations.catalog.sourceOf(relationship.child) == SourceId{i})
                script.add(number);
        }
        if (!script.text().isEmpty())
            scripts << script.text();
    }
    if (scripts.isEmpty())
        return "-- Nothing was decided that is not declared.\n";
    return scripts.join(QLatin1Char('\n')).toUtf8();
}

} // namespace cadastre
