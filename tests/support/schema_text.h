// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Catalogs for tests from a few lines of text, so that a fixture can be read at a glance:
//
//     orders                              a table; "view v", "partition p of orders"
//       id integer pk                     a column; types ending in ? are nullable
//       customer_id integer? > customers.id
//       placed_at timestamp // comment
//       unique id, customer_id            constraints and indexes of several columns
//       index customer_id                 also "unique index"
//       key customer_id, id > customers.a, b [on delete cascade]
//
// Names may be qualified by a schema ("billing.invoices"); the default schema is "public".
#pragma once

#include "model/catalog/catalog.h"

#include <QMap>

namespace cadastre::test {

class SchemaText
{
public:
    static SourceCatalog source(const QString& text, const QString& name = QStringLiteral("shop"))
    {
        SchemaText parser;
        Source source;
        source.name = name;
        source.engine = Engine::PostgreSql;
        source.serverVersion = QStringLiteral("15.1");
        source.versionNumber = 150100;
        source.databaseName = name;
        source.defaultSchema = QStringLiteral("public");
        parser.m_objects.sources = {source};
        for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            parser.read(line);
        parser.resolveKeys();
        return finishSource(std::move(parser.m_objects));
    }

    static std::shared_ptr<const Catalog> catalog(const QString& text)
    {
        auto part = std::make_shared<const SourceCatalog>(source(text));
        return std::make_shared<const Catalog>(mergeSources({part}));
    }

private:
    struct PendingKey
    {
        int constraint;
        QString target; ///< "customers.a, b"
    };

    void read(QString line)
    {
        const bool isMember = line.startsWith(QLatin1Char(' '));
        QString comment;
        if (const qsizetype at = line.indexOf(QStringLiteral(" // ")); at >= 0) {
            comment = line.mid(at + 4);
            line.truncate(at);
        }
        line = line.simplified();
        if (line.isEmpty())
            return;
        isMember ? readMember(line, comment) : readTable(line, comment);
    }

    void readTable(const QString& line, const QString& comment)
    {
        QStringList words = line.split(QLatin1Char(' '));
        Table table;
        if (words.first() == QStringLiteral("view")) {
            table.kind = TableKind::View;
            words.removeFirst();
        } else if (words.first() == QStringLiteral("partition")) {
            table.partitionOf = tableNamed(words.value(3));
            words.removeFirst();
        }
        const QStringList name = qualified(words.first());
        table.name = name.last();
        table.schema = schemaNamed(name.first());
        table.comment.text = comment;
        m_objects.tables.push_back(table);
        m_tables[name.join(QLatin1Char('.'))] = static_cast<int>(m_objects.tables.size()) - 1;
        m_position = 0;
    }

    void readMember(const QString& line, const QString& comment)
    {
        if (line.startsWith(QStringLiteral("unique index ")))
            return addIndex(line.mid(13), true);
        if (line.startsWith(QStringLiteral("index ")))
            return addIndex(line.mid(6), false);
        if (line.startsWith(QStringLiteral("unique ")))
            return addConstraint(ConstraintKind::Unique, line.mid(7));
        if (line.startsWith(QStringLiteral("key ")))
            return addKey(line.mid(4));
        addColumn(line, comment);
    }

    void addColumn(const QString& line, const QString& comment)
    {
        const QStringList words = line.split(QLatin1Char(' '));
        Column column;
        column.table = currentTable();
        column.name = words.first();
        column.type = words.value(1);
        column.nullable = column.type.endsWith(QLatin1Char('?'));
        if (column.nullable)
            column.type.chop(1);
        column.position = ++m_position;
        column.comment.text = comment;
        m_objects.columns.push_back(column);
        if (words.contains(QStringLiteral("pk")))
            addConstraint(ConstraintKind::PrimaryKey, column.name);
        if (words.contains(QStringLiteral("unique")))
            addConstraint(ConstraintKind::Unique, column.name);
        if (const qsizetype arrow = words.indexOf(QStringLiteral(">")); arrow >= 0)
            addKey(QString(column.name + QStringLiteral(" > ") + words.value(arrow + 1)));
    }

    void addConstraint(ConstraintKind kind, const QString& columns)
    {
        Constraint constraint;
        constraint.table = currentTable();
        constraint.kind = kind;
        constraint.columns = columnsNamed(currentTable(), columns);
        const QString suffix = kind == ConstraintKind::PrimaryKey   ? QStringLiteral("_pkey")
                               : kind == ConstraintKind::ForeignKey ? QStringLiteral("_fkey")
                                                                    : QStringLiteral("_key");
        QString middle;
        if (kind != ConstraintKind::PrimaryKey) {
            for (ColumnId id : constraint.columns)
                middle += QLatin1Char('_') + m_objects.columns[id.index].name;
        }
        constraint.name = QString(m_objects.tables[currentTable().index].name + middle + suffix);
        m_objects.constraints.push_back(constraint);
    }

    void addIndex(const QString& columns, bool unique)
    {
        Index index;
        index.table = currentTable();
        index.unique = unique;
        index.method = QStringLiteral("btree");
        index.name = m_objects.tables[currentTable().index].name;
        for (ColumnId id : columnsNamed(currentTable(), columns)) {
            IndexPart part;
            part.column = id;
            index.parts.push_back(part);
            index.name += QLatin1Char('_') + m_objects.columns[id.index].name;
        }
        index.name += QStringLiteral("_idx");
        m_objects.indexes.push_back(index);
    }

    void addKey(const QString& line)
    {
        const QString cascade = QStringLiteral(" on delete cascade");
        QString target = line.section(QStringLiteral(" > "), 1);
        addConstraint(ConstraintKind::ForeignKey, line.section(QStringLiteral(" > "), 0, 0));
        if (target.endsWith(cascade)) {
            target.chop(cascade.size());
            m_objects.constraints.back().onDelete = ReferentialAction::Cascade;
        }
        m_keys.push_back({static_cast<int>(m_objects.constraints.size()) - 1, target});
    }

    void resolveKeys()
    {
        for (const PendingKey& key : m_keys) {
            Constraint& constraint = m_objects.constraints[key.constraint];
            const QString first = key.target.section(QLatin1Char(','), 0, 0);
            const QString table = first.section(QLatin1Char('.'), 0, -2);
            const QString columns = key.target.section(QLatin1Char('.'), -1);
            if (const auto id = tableNamed(table)) {
                constraint.referencedTable = id;
                constraint.referencedColumns = columnsNamed(*id, columns);
            } else {
                constraint.referencedName = table;
            }
        }
    }

    static QStringList qualified(const QString& name)
    {
        const QStringList parts = name.split(QLatin1Char('.'));
        return parts.size() > 1 ? parts : QStringList{QStringLiteral("public"), name};
    }

    std::optional<TableId> tableNamed(const QString& name) const
    {
        const auto found = m_tables.find(qualified(name).join(QLatin1Char('.')));
        return found == m_tables.end() ? std::nullopt : std::optional(TableId{*found});
    }

    SchemaId schemaNamed(const QString& name)
    {
        if (!m_schemas.contains(name)) {
            Schema schema;
            schema.name = name;
            m_schemas[name] = static_cast<int>(m_objects.schemas.size());
            m_objects.schemas.push_back(schema);
        }
        return SchemaId{m_schemas[name]};
    }

    std::vector<ColumnId> columnsNamed(TableId table, const QString& names) const
    {
        std::vector<ColumnId> ids;
        for (const QString& name : names.split(QLatin1Char(','))) {
            for (int i = 0; i < static_cast<int>(m_objects.columns.size()); ++i) {
                const Column& column = m_objects.columns[i];
                if (column.table == table && column.name == name.trimmed())
                    ids.push_back(ColumnId{i});
            }
        }
        return ids;
    }

    TableId currentTable() const { return TableId{static_cast<int>(m_objects.tables.size()) - 1}; }

    CatalogObjects m_objects;
    QMap<QString, int> m_schemas;
    QMap<QString, int> m_tables;
    std::vector<PendingKey> m_keys;
    int m_position = 0;
};

inline std::shared_ptr<const Catalog> catalogFromText(const char* text)
{
    return SchemaText::catalog(QString::fromUtf8(text));
}

} // namespace cadastre::test
