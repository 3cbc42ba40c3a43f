// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The program itself, started as a person does: when the window is first painted, when the diagram
// is, and how much memory it takes then. The last column is the peak with everything open.
#include "model/catalog/snapshot.h"
#include "tests/bench/bench.h"
#include "tests/support/synthetic_catalog.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace cadastre {

namespace {

/// The number behind a word on a line of its own: "first_paint 81.0".
QString phase(const QByteArray& output, const QByteArray& word)
{
    const QByteArray prefix = word + ' ';
    for (const QByteArray& line : output.split('\n')) {
        if (line.startsWith(prefix))
            return QString::fromLatin1(line.mid(word.size() + 1).trimmed());
    }
    return QStringLiteral("-");
}

void measure(const QString& what, const QString& database, const QString& home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(name), home);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CADASTRE_BINARY_DIR "/bin/cadastre"),
                  {QStringLiteral("--timings"), database});
    process.setReadChannel(QProcess::StandardError);
    QByteArray output;
    while (!output.contains("peak_mib") && process.waitForReadyRead(60000))
        output += process.readAllStandardError();
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished(5000);
    bench::printRow({what, phase(output, "first_paint"), phase(output, "first_diagram"),
                     phase(output, "peak_mib")});
}

void run(const bench::BenchOptions& options)
{
    QTemporaryDir folder;
    bench::printHead({QStringLiteral("opened"), QStringLiteral("first paint ms"),
                      QStringLiteral("first diagram ms"), QStringLiteral("peak MiB")});
    const QString sample = QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
    measure(QStringLiteral("sample, cold"), sample, folder.path());
    measure(QStringLiteral("sample"), sample, folder.path());
    for (int size : options.sizes) {
        test::SyntheticOptions synthetic;
        synthetic.tables = size;
        const QString path = folder.filePath(QStringLiteral("%1.catalog.json").arg(size));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return;
        file.write(snapshotText(test::syntheticSource(synthetic)));
        file.close();
        measure(QStringLiteral("%1 tables (snapshot)").arg(size), path, folder.path());
    }
}

} // namespace

BenchSection windowSection()
{
    return {QStringLiteral("window"), QStringLiteral("start of the program to its first pictures"),
            run};
}

} // namespace cadastre
