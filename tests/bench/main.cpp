// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre_bench [SECTION...] [--sizes 100,1000,10000] [--corpus FOLDER --snapshots FOLDER]: runs
// the chosen sections, all by default.
#include "tests/bench/bench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSysInfo>

#include <thread>

using namespace cadastre;

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("sections"), QStringLiteral("What to measure."));
    const QCommandLineOption sizes(QStringLiteral("sizes"), QStringLiteral("Numbers of tables."),
                                   QStringLiteral("list"), QStringLiteral("100,1000,10000"));
    const QCommandLineOption corpus(QStringLiteral("corpus"),
                                    QStringLiteral("Schemas with known truth."),
                                    QStringLiteral("folder"));
    const QCommandLineOption snapshots(QStringLiteral("snapshots"),
                                       QStringLiteral("Snapshots of the corpus."),
                                       QStringLiteral("folder"));
    parser.addOptions({sizes, corpus, snapshots});
    parser.process(application);

    bench::BenchOptions options;
    options.corpus = parser.value(corpus);
    options.snapshots = parser.value(snapshots);
    options.sizes.clear();
    for (const QString& size : parser.value(sizes).split(QLatin1Char(',')))
        options.sizes.push_back(size.toInt());
    bench::print(QStringLiteral("%1, %2 cores, Qt %3")
                     .arg(QSysInfo::prettyProductName())
                     .arg(std::thread::hardware_concurrency())
                     .arg(QLatin1String(qVersion())));
    const QStringList chosen = parser.positionalArguments();
    for (const BenchSection& section : allBenchSections()) {
        if (!chosen.isEmpty() && !chosen.contains(section.name))
            continue;
        bench::print(QStringLiteral("\n## %1: %2\n").arg(section.name, section.summary));
        section.run(options);
    }
    return 0;
}
