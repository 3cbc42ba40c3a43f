// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// MariaDbStatement: one prepared statement with text parameters, its rows handed over as they
// arrive. All columns are fetched as text; buffers grow to what a row needs.
#pragma once

#include "model/sql/connection.h"

#include <vector>

struct st_mysql;
struct st_mysql_stmt;
struct st_mysql_bind;

namespace cadastre {

class MariaDbStatement
{
public:
    explicit MariaDbStatement(st_mysql* connection);
    ~MariaDbStatement();
    MariaDbStatement(const MariaDbStatement&) = delete;
    MariaDbStatement& operator=(const MariaDbStatement&) = delete;

    /// False: errorNumber() and errorWords() say why; they are valid until the destructor.
    bool run(const QByteArray& sql, const QStringList& parameters, const RowHandler& handler);
    [[nodiscard]] unsigned int errorNumber() const;
    [[nodiscard]] const char* errorWords() const;

private:
    struct Columns;
    bool bindParameters(const QStringList& parameters);
    bool fetchRows(const RowHandler& handler);

    st_mysql_stmt* m_statement = nullptr;
    std::vector<QByteArray> m_parameters;
};

} // namespace cadastre
