// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Connection: one open, read-only connection to a database, the same for all engines. Rows come as
// bytes so that text which is not valid in the database's encoding can be told from text that is.
// What is asked of a database lives in resources/sql, not here.
#pragma once

#include "model/catalog/source.h"
#include "model/result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace cadastre {

/// Why a statement failed, as far as a reader treats it differently.
enum class SqlFailure : std::uint8_t {
    Other,
    PermissionDenied,
    LockTimeout,
    Cancelled,
    StatementTimeout,
    ConnectionLost,
    MissingObject, ///< dropped meanwhile, or a view on a missing table
    Syntax,        ///< the server does not know this text: another version
};

struct SqlError
{
    SqlFailure failure = SqlFailure::Other;
    QString code;    ///< SQLSTATE or native number
    QString message; ///< the server's words, without password
};

/// One cell of a row. Decoding is explicit: text() accepts only valid UTF-8 and falls back to
/// Latin-1.
class Cell
{
public:
    Cell() = default;
    explicit Cell(QByteArrayView bytes)
        : m_bytes(bytes)
        , m_null(false)
    {
    }

    [[nodiscard]] bool isNull() const { return m_null; }
    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }
    [[nodiscard]] bool isDecodable() const; ///< valid UTF-8
    [[nodiscard]] QString text() const;     ///< empty for NULL
    [[nodiscard]] std::optional<QString> optionalText() const;
    [[nodiscard]] qint64 integer() const; ///< 0 for NULL or what is no number
    [[nodiscard]] double real() const;
    [[nodiscard]] bool boolean() const; ///< t, true, 1, y, yes, ON

private:
    QByteArrayView m_bytes;
    bool m_null = true;
};

/// One row of an answer; valid only inside the callback it is given to.
class Row
{
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual int size() const = 0;
    [[nodiscard]] virtual Cell cell(int column) const = 0;
    Cell operator[](int column) const { return cell(column); }
};

using RowHandler = std::function<void(const Row&)>;

/// Asks another thread's running statement to stop, on the server. Safe to call from any thread,
/// any number of times, also when nothing runs.
using CancelFunction = std::function<void()>;

class Connection
{
public:
    virtual ~Connection() = default;

    /// Runs one statement and hands every row to `handler`. `parameters` are bound by the engine's
    /// own mechanism as text. Absent: success.
    [[nodiscard]] virtual std::optional<SqlError>
    run(const QByteArray& sql, const QStringList& parameters, const RowHandler& handler) = 0;
    [[nodiscard]] virtual CancelFunction canceller() = 0;
    [[nodiscard]] virtual Engine engine() const = 0;
    [[nodiscard]] virtual int versionNumber() const = 0; ///< as Source::versionNumber
    [[nodiscard]] virtual QString versionText() const = 0;
    /// "TLSv1.3", or empty for clear text; for local sockets and files "local".
    [[nodiscard]] virtual QString transportSecurity() const = 0;
    /// Statements sent so far, for the tests that count them.
    [[nodiscard]] virtual int statementCount() const = 0;
};

} // namespace cadastre
