// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre read: a snapshot of a database's catalog.
#include "app/cli/console.h"
#include "app/cli/opened_database.h"
#include "model/catalog/snapshot.h"

#include <QDateTime>

namespace cadastre {

namespace {

const std::vector<OptionSpec>& options()
{
    static const std::vector<OptionSpec> specs{
        {QStringLiteral("-o"), QStringLiteral("FILE"),
         QStringLiteral("where to write the snapshot; - is standard output")},
        {QStringLiteral("--stamp"), QString(), QStringLiteral("note the time of reading in it")},
    };
    return specs;
}

Result<Nothing> readToSnapshot(const Arguments& arguments, Timings& timings)
{
    const QString file = arguments.value(QStringLiteral("-o"));
    if (file.isEmpty())
        return Error{QStringLiteral("-o FILE is missing (- is standard output)."), {}};
    const Result<OpenedDatabase> database = openDatabase(arguments, {}, timings);
    if (!database)
        return database.error();
    if (database->parts.size() > 1)
        return Error{QStringLiteral("A snapshot holds one source, and this workspace has %1: name "
                                    "one database.")
                         .arg(database->parts.size()),
                     {}};
    SnapshotOptions snapshotOptions;
    if (arguments.has(QStringLiteral("--stamp")))
        snapshotOptions.stamp = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    const QByteArray text = snapshotText(*database->parts.front(), snapshotOptions);
    timings.finish(QStringLiteral("snapshot"));
    const Result<Nothing> written = writeOutput(file, text);
    timings.finish(QStringLiteral("write"));
    return written;
}

} // namespace

CliCommand readCommand()
{
    CliCommand command;
    command.name = QStringLiteral("read");
    command.synopsis = QStringLiteral("read DATABASE -o FILE [--stamp]");
    command.summary =
        QStringLiteral("reads the catalog into a snapshot, which opens in place of the database");
    command.help = optionsHelp(options());
    command.run = [](const QStringList& words) {
        return runTimed(words, options(), readToSnapshot);
    };
    return command;
}

} // namespace cadastre
