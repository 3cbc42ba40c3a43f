// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The rows of a CSV file as comments of tables and columns that are here.
#include "model/notes/bulk/comment_sources.h"
#include "model/notes/bulk/csv_table.h"

#include <QHash>

namespace cadastre {

namespace {

constexpr int mostRowRemarks = 200;

/// Which field of a row is what; -1 for none.
struct CsvHeader
{
    qsizetype schema = -1;
    qsizetype table = -1;
    qsizetype column = -1;
    qsizetype comment = -1;
    qsizetype count = 0;
};

Result<CsvHeader> headerOf(const CsvRow& row)
{
    static const QStringList schema{QStringLiteral("schema"), QStringLiteral("schema_name"),
                                    QStringLiteral("table_schema"), QStringLiteral("database")};
    static const QStringList table{QStringLiteral("table"), QStringLiteral("table_name")};
    static const QStringList column{QStringLiteral("column"), QStringLiteral("column_name")};
    static const QStringList comment{QStringLiteral("comment"), QStringLiteral("description"),
                                     QStringLiteral("column_comment"), QStringLiteral("remarks")};
    CsvHeader header;
    header.count = row.fields.size();
    for (qsizetype i = 0; i < row.fields.size(); ++i) {
        const QString name =
            row.fields[i].trimmed().toLower().replace(QLatin1Char(' '), QLatin1Char('_'));
        qsizetype* field = schema.contains(name)    ? &header.schema
                           : table.contains(name)   ? &header.table
                           : column.contains(name)  ? &header.column
                           : comment.contains(name) ? &header.comment
                                                    : nullptr;
        if (field == nullptr)
            continue;
        if (*field >= 0)
            return Error{QStringLiteral("Line %1: the header has two fields for the same: \"%2\" "
                                        "and \"%3\".")
                             .arg(row.line)
                             .arg(row.fields[*field].trimmed(), row.fields[i].trimmed()),
                         {}};
        *field = i;
    }
    if (header.table < 0 || header.comment < 0)
        return Error{QStringLiteral("Line %1: the first line must be a header with the fields "
                                    "table, column and comment.")
                         .arg(row.line),
                     {}};
    return header;
}

/// Finds tables by the names that people write.
class TablesByName
{
public:
    TablesByName(const Catalog& catalog, SourceId source)
        : m_catalog(catalog)
    {
        const auto& tables = catalog.objects().tables;
        for (std::size_t i = 0; i < tables.size(); ++i) {
            const TableId id{static_cast<int>(i)};
            if (catalog.sourceOf(id) == source)
                m_tables[tables[i].name].push_back(id);
        }
        m_defaultSchema = catalog.source(source).defaultSchema;
    }

    /// Fails with the end of a sentence.
    [[nodiscard]] Result<TableId> find(const QString& schema, const QString& table) const
    {
        if (auto found = named(schema, table))
            return *std::move(found);
        // schema.table in one field
        for (qsizetype dot = table.indexOf(QLatin1Char('.')); schema.isEmpty() && dot > 0;
             dot = table.indexOf(QLatin1Char('.'), dot + 1)) {
            if (auto found = named(table.first(dot), table.sliced(dot + 1)))
                return *std::move(found);
        }
        return Error{QStringLiteral("there is no table %1.").arg(shown(schema, table)), {}};
    }

private:
    static QString shown(const QString& schema, const QString& table)
    {
        return schema.isEmpty()
                   ? quotedKeyPart(table)
                   : QString(quotedKeyPart(schema) + QLatin1Char('.') + quotedKeyPart(table));
    }

    /// Absent where no table has the name; a failure where several have it.
    [[nodiscard]] std::optional<Result<TableId>> named(const QString& schema,
                                                       const QString& table) const
    {
        const auto found = m_tables.constFind(table);
        if (found == m_tables.constEnd())
            return std::nullopt;
        const QString wanted = schema.isEmpty() ? m_defaultSchema : schema;
        for (TableId id : *found) {
            if (m_catalog.schema(m_catalog.table(id).schema).name == wanted)
                return id;
        }
        if (!schema.isEmpty())
            return std::nullopt;
        if (found->size() == 1)
            return found->front();
        return Error{QStringLiteral("several schemas have a table %1; name the schema.")
                         .arg(quotedKeyPart(table)),
                     {}};
    }

    const Catalog& m_catalog;
    QHash<QString, std::vector<TableId>> m_tables;
    QString m_defaultSchema;
};

class CsvComments
{
public:
    CsvComments(const Catalog& catalog, SourceId source, const CsvHeader& header)
        : m_catalog(catalog)
        , m_tables(catalog, source)
        , m_header(header)
    {
    }

    void add(const CsvRow& row)
    {
        if (row.fields.size() != m_header.count)
            return remark(row.line, QStringLiteral("%1 fields, but the header has %2.")
                                        .arg(row.fields.size())
                                        .arg(m_header.count));
        const Result<ObjectRef> object = objectOf(row);
        if (!object)
            return remark(row.line, object.error().message);
        if (const auto known = m_lines.constFind(*object); known != m_lines.constEnd())
            return remark(row.line, QStringLiteral("%1 stands in line %2 already.")
                                        .arg(m_catalog.displayName(*object))
                                        .arg(*known));
        m_lines.insert(*object, row.line);
        m_found.comments.push_back({*object, row.fields[m_header.comment], std::nullopt, true});
    }

    IncomingComments take()
    {
        if (m_moreRemarks > 0)
            m_found.remarks << QStringLiteral("%1 more lines like these.").arg(m_moreRemarks);
        return std::move(m_found);
    }

private:
    [[nodiscard]] Result<ObjectRef> objectOf(const CsvRow& row) const
    {
        const auto field = [&](qsizetype index) {
            return index < 0 ? QString() : row.fields[index].trimmed();
        };
        const QString column = field(m_header.column);
        if (field(m_header.table).isEmpty())
            return Error{QStringLiteral("the table is missing."), {}};
        const Result<TableId> table = m_tables.find(field(m_header.schema), field(m_header.table));
        if (!table)
            return table.error();
        if (column.isEmpty())
            return ObjectRef(*table);
        int index = m_catalog.firstColumn(*table).index;
        for (const Column& one : m_catalog.columnsOf(*table)) {
            if (one.name == column)
                return ObjectRef(ObjectKind::Column, index);
            ++index;
        }
        return Error{QStringLiteral("%1 has no column %2.")
                         .arg(m_catalog.displayName(*table), quotedKeyPart(column)),
                     {}};
    }

    void remark(int line, const QString& what)
    {
        ++m_found.unusableLines;
        if (m_found.remarks.size() >= mostRowRemarks)
            ++m_moreRemarks;
        else
            m_found.remarks << QStringLiteral("Line %1: %2").arg(line).arg(what);
    }

    const Catalog& m_catalog;
    TablesByName m_tables;
    CsvHeader m_header;
    QHash<ObjectRef, int> m_lines;
    IncomingComments m_found;
    int m_moreRemarks = 0;
};

} // namespace

Result<IncomingComments> commentsOfCsv(const Catalog& here, SourceId source, const QByteArray& data)
{
    const Result<std::vector<CsvRow>> rows = parseCsv(data);
    if (!rows)
        return rows.error();
    if (rows->empty())
        return Error{QStringLiteral("The file is empty."), {}};
    const Result<CsvHeader> header = headerOf(rows->front());
    if (!header)
        return header.error();
    CsvComments comments(here, source, *header);
    for (std::size_t i = 1; i < rows->size(); ++i)
        comments.add((*rows)[i]);
    return comments.take();
}

} // namespace cadastre
