// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Writing 5,000 comments of columns to real servers, beside plain statements through the same
// client library, which compare nothing, read nothing back and keep no trail.
#include "app/audit_book.h"
#include "tests/bench/bench.h"
#include "tests/server/comment_writing.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int commentCount = 5000;
constexpr int runCount = 3;

/// Tables that have 5,000 columns together.
struct Shape
{
    int tables = 0;
    [[nodiscard]] int columns() const { return commentCount / tables; }
};

QByteArray nameOf(char kind, int number)
{
    return kind + QByteArray::number(number);
}

QByteArray commentOf(int table, int column)
{
    return "what column " + QByteArray::number(column) + " of table " + QByteArray::number(table) +
           " means, in a sentence";
}

QByteArray tablesOf(const Shape& shape)
{
    QByteArray script;
    for (int table = 0; table < shape.tables; ++table) {
        QByteArrayList lines;
        for (int column = 0; column < shape.columns(); ++column)
            lines << nameOf('c', column) + " integer";
        script += "CREATE TABLE " + nameOf('t', table) + " (" + lines.join(',') + ");";
    }
    return script;
}

/// What somebody would send who knows the schema: a statement for each column.
QByteArrayList postgreSqlStatements(const Shape& shape)
{
    QByteArrayList statements;
    for (int table = 0; table < shape.tables; ++table) {
        for (int column = 0; column < shape.columns(); ++column)
            statements << "COMMENT ON COLUMN " + nameOf('t', table) + '.' + nameOf('c', column) +
                              " IS '" + commentOf(table, column) + '\'';
    }
    return statements;
}

/// `perStatement`: how many columns of a table one ALTER changes.
QByteArrayList mariaDbStatements(const Shape& shape, int perStatement)
{
    QByteArrayList statements;
    for (int table = 0; table < shape.tables; ++table) {
        for (int from = 0; from < shape.columns(); from += perStatement) {
            QByteArrayList parts;
            for (int column = from; column < std::min(from + perStatement, shape.columns());
                 ++column)
                parts << "MODIFY " + nameOf('c', column) + " integer COMMENT '" +
                             commentOf(table, column) + '\'';
            statements << "ALTER TABLE " + nameOf('t', table) + ' ' + parts.join(',') +
                              ", ALGORITHM=INSTANT";
        }
    }
    return statements;
}

/// Milliseconds of the fastest of some runs, each in a database of its own; absent when one failed.
template <typename Database>
std::optional<double> measured(const Shape& shape,
                               const std::function<QString(Database&, QElapsedTimer&)>& work)
{
    double best = 0;
    for (int run = 0; run < runCount; ++run) {
        Database database(QStringLiteral("bench"));
        QString problem = database.error();
        if (problem.isEmpty())
            problem = database.execute(tablesOf(shape));
        QElapsedTimer timer;
        timer.start();
        if (problem.isEmpty())
            problem = work(database, timer);
        const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (!problem.isEmpty()) {
            bench::print(problem);
            return std::nullopt;
        }
        best = run == 0 ? milliseconds : std::min(best, milliseconds);
    }
    return best;
}

template <typename Database> QString sendPlain(Database& database, const QByteArrayList& statements)
{
    for (const QByteArray& statement : statements) {
        if (const QString problem = database.execute(statement); !problem.isEmpty())
            return problem;
    }
    return {};
}

/// As the window does it; what is prepared before is not counted.
template <typename Database>
QString sendCarefully(Database& database, QElapsedTimer& timer, bool withTrail)
{
    const auto catalog = test::catalogAt(database.url());
    std::vector<CommentEdit> edits;
    for (int i = 0; i < static_cast<int>(catalog->objects().columns.size()); ++i) {
        const Column& column = catalog->column(ColumnId{i});
        const QString& table = catalog->table(column.table).name;
        edits.push_back(commentEditOf(
            *catalog, ColumnId{i},
            QString::fromUtf8(commentOf(table.mid(1).toInt(), column.name.mid(1).toInt()))));
    }
    const QTemporaryDir folder;
    AuditBook book(folder.filePath(QStringLiteral("trail")), {}, QStringLiteral("bench"), {});
    CommentWriteRequest request = test::writeRequest(catalog, edits);
    if (withTrail) {
        request.onSending = [&book](std::span<const PlannedComment> comments) {
            return book.sending(comments);
        };
        request.onResults = [&book](std::span<const CommentWrite> writes) { book.results(writes); };
    }
    timer.restart();
    const auto report = test::writeTo(database.url(), request);
    if (!report)
        return report.error().message;
    const QString counts = test::countsOf(*report);
    return counts == QStringLiteral("written %1").arg(commentCount) ? QString() : counts;
}

template <typename Database>
void printMeasured(Engine engine, const Shape& shape, const std::optional<double>& single,
                   const std::optional<double>& together)
{
    const auto careful = [&](bool withTrail) {
        return measured<Database>(shape, [&](Database& database, QElapsedTimer& timer) {
            return sendCarefully(database, timer, withTrail);
        });
    };
    const auto untold = careful(false);
    const auto told = careful(true);
    const auto cell = [](const std::optional<double>& value) {
        return value ? bench::number(*value) : QStringLiteral("-");
    };
    const QString ratio =
        told && together ? QString::number(*told / *together, 'f', 2) : QStringLiteral("-");
    bench::printRow({engineName(engine), QString::number(shape.tables), cell(single),
                     cell(together), cell(untold), cell(told), ratio});
}

void measurePostgreSql(const Shape& shape)
{
    const QByteArrayList single = postgreSqlStatements(shape);
    const QByteArrayList together = QByteArrayList{"BEGIN"} + single + QByteArrayList{"COMMIT"};
    const auto plain = [&](const QByteArrayList& statements) {
        return measured<test::PostgresTestDatabase>(
            shape, [&](test::PostgresTestDatabase& database, QElapsedTimer&) {
                return sendPlain(database, statements);
            });
    };
    printMeasured<test::PostgresTestDatabase>(Engine::PostgreSql, shape, plain(single),
                                              plain(together));
}

void measureMariaDb(const Shape& shape)
{
    const auto plain = [&](int perStatement) {
        return measured<test::MariaDbTestDatabase>(
            shape, [&](test::MariaDbTestDatabase& database, QElapsedTimer&) {
                return sendPlain(database, mariaDbStatements(shape, perStatement));
            });
    };
    printMeasured<test::MariaDbTestDatabase>(Engine::MariaDb, shape, plain(1),
                                             plain(shape.columns()));
}

/// "3.10": the machine's load of the last minute.
QString loadOfMachine()
{
    QFile file(QStringLiteral("/proc/loadavg"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().split(' ').first())
                                          : QStringLiteral("not known");
}

void run(const bench::BenchOptions&)
{
    bench::print(QStringLiteral("load of the machine: %1\n").arg(loadOfMachine()));
    bench::printHead({QStringLiteral("engine"), QStringLiteral("tables"),
                      QStringLiteral("plain, each for itself ms"),
                      QStringLiteral("plain, together ms"), QStringLiteral("careful ms"),
                      QStringLiteral("careful with audit trail ms"),
                      QStringLiteral("ratio to together")});
    for (const int tables : {100, 500}) {
        measurePostgreSql({tables});
        measureMariaDb({tables});
    }
    bench::print(QStringLiteral("\nload of the machine: %1").arg(loadOfMachine()));
}

} // namespace

BenchSection commentsSection()
{
    return {QStringLiteral("comments"),
            QStringLiteral("writing 5,000 comments of columns, fastest of three; together: one "
                           "transaction, on MariaDB one ALTER per table"),
            run};
}

} // namespace cadastre
