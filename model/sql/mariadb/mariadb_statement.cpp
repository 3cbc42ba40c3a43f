// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/mariadb/mariadb_statement.h"

#include <mysql.h>

namespace cadastre {

namespace {

constexpr std::size_t firstBufferBytes = 512;

struct Buffer
{
    std::vector<char> bytes = std::vector<char>(firstBufferBytes);
    unsigned long length = 0;
    my_bool isNull = 0;
    my_bool isTruncated = 0;
};

class BoundRow : public Row
{
public:
    explicit BoundRow(const std::vector<Buffer>& buffers)
        : m_buffers(buffers)
    {
    }
    int size() const override { return static_cast<int>(m_buffers.size()); }
    Cell cell(int column) const override
    {
        const Buffer& buffer = m_buffers[static_cast<std::size_t>(column)];
        if (buffer.isNull)
            return {};
        return Cell(QByteArrayView(buffer.bytes.data(), static_cast<qsizetype>(buffer.length)));
    }

private:
    const std::vector<Buffer>& m_buffers;
};

} // namespace

struct MariaDbStatement::Columns
{
    explicit Columns(std::size_t count)
        : buffers(count)
        , binds(count)
    {
        for (std::size_t i = 0; i < count; ++i)
            bind(i);
    }

    void bind(std::size_t i)
    {
        binds[i].buffer_type = MYSQL_TYPE_STRING;
        binds[i].buffer = buffers[i].bytes.data();
        binds[i].buffer_length = static_cast<unsigned long>(buffers[i].bytes.size());
        binds[i].length = &buffers[i].length;
        binds[i].is_null = &buffers[i].isNull;
        binds[i].error = &buffers[i].isTruncated;
    }

    /// Fetches the columns again that did not fit, into buffers that are large enough.
    bool fetchTruncated(MYSQL_STMT* statement)
    {
        for (std::size_t i = 0; i < buffers.size(); ++i) {
            if (buffers[i].length <= buffers[i].bytes.size())
                continue;
            buffers[i].bytes.resize(buffers[i].length * 2);
            bind(i);
            if (mysql_stmt_fetch_column(statement, &binds[i], static_cast<unsigned int>(i), 0) != 0)
                return false;
        }
        return true;
    }

    std::vector<Buffer> buffers;
    std::vector<MYSQL_BIND> binds;
};

MariaDbStatement::MariaDbStatement(st_mysql* connection)
    : m_statement(mysql_stmt_init(connection))
{
}

MariaDbStatement::~MariaDbStatement()
{
    mysql_stmt_close(m_statement);
}

bool MariaDbStatement::run(const QByteArray& sql, const QStringList& parameters,
                           const RowHandler& handler)
{
    if (mysql_stmt_prepare(m_statement, sql.constData(), static_cast<unsigned long>(sql.size())) !=
        0)
        return false;
    Q_ASSERT(mysql_stmt_param_count(m_statement) == static_cast<unsigned long>(parameters.size()));
    if (!bindParameters(parameters) || mysql_stmt_execute(m_statement) != 0)
        return false;
    return mysql_stmt_field_count(m_statement) == 0 || fetchRows(handler);
}

bool MariaDbStatement::bindParameters(const QStringList& parameters)
{
    std::vector<MYSQL_BIND> binds(static_cast<std::size_t>(parameters.size()));
    for (const QString& parameter : parameters)
        m_parameters.push_back(parameter.toUtf8());
    for (std::size_t i = 0; i < binds.size(); ++i) {
        binds[i].buffer_type = MYSQL_TYPE_STRING;
        binds[i].buffer = m_parameters[i].data();
        binds[i].buffer_length = static_cast<unsigned long>(m_parameters[i].size());
    }
    return mysql_stmt_bind_param(m_statement, binds.data()) == 0;
}

bool MariaDbStatement::fetchRows(const RowHandler& handler)
{
    Columns columns(mysql_stmt_field_count(m_statement));
    if (mysql_stmt_bind_result(m_statement, columns.binds.data()) != 0)
        return false;
    while (true) {
        const int outcome = mysql_stmt_fetch(m_statement);
        if (outcome == MYSQL_NO_DATA)
            return true;
        const bool truncated = outcome == MYSQL_DATA_TRUNCATED;
        if (truncated && !columns.fetchTruncated(m_statement))
            return false;
        if (outcome != 0 && !truncated)
            return false;
        handler(BoundRow(columns.buffers));
        // only now: before 10.11.19 binding forgets the lengths of the row at hand
        if (truncated && mysql_stmt_bind_result(m_statement, columns.binds.data()) != 0)
            return false;
    }
}

unsigned int MariaDbStatement::errorNumber() const
{
    return mysql_stmt_errno(m_statement);
}

const char* MariaDbStatement::errorWords() const
{
    return mysql_stmt_error(m_statement);
}

} // namespace cadastre
