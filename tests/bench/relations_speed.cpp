// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Steps are measured by calling them as inference does; what is left of the whole are features,
// habits, composite keys and the sentences of evidence. Time is that of the processor, so that
// other work on the machine does not count; memory is read from /proc.
#include "tests/bench/relations_speed.h"

#include "model/relations/engine/outside_evidence.h"
#include "model/relations/inference.h"
#include "model/relations/sql/check_lists.h"
#include "model/relations/structure/polymorphic.h"
#include "tests/support/synthetic_catalog.h"
#include "tests/support/synthetic_undeclared.h"

#include <QFile>

#include <ctime>
#include <limits>

namespace cadastre::bench {

namespace {

constexpr int manyColumns = 200000;

double statusInMiB(const char* field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

/// What memory grows by while `work` runs, at its largest.
double growthInMiB(const std::function<void()>& work)
{
    QFile peak(QStringLiteral("/proc/self/clear_refs"));
    if (peak.open(QIODevice::WriteOnly))
        peak.write("5"); // the largest so far is forgotten
    peak.close();
    const double before = statusInMiB("VmRSS:");
    work();
    return statusInMiB("VmHWM:") - before;
}

/// Milliseconds of processor time of the fastest of `runs` runs.
double fastestOnProcessor(int runs, const std::function<void()>& work)
{
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < runs; ++i) {
        const std::clock_t start = std::clock();
        work();
        best = std::min(best, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return best;
}

struct Steps
{
    double scope = 0;
    double comments = 0;
    double checks = 0;
    double polymorphic = 0;
    double profile = 0;
    double index = 0;
    double candidates = 0;
    double whole = 0;
    double memory = 0;
};

Steps stepsOf(const Catalog& catalog)
{
    const int runs = catalog.objects().tables.size() > 5000 ? 2 : 3;
    Steps steps;
    steps.memory = growthInMiB([&] { inferRelationships(catalog, {}, {}); });
    steps.whole = fastestOnProcessor(runs, [&] { inferRelationships(catalog, {}, {}); });
    const InferenceScope scope = inferenceScope(catalog);
    steps.scope = fastestOnProcessor(runs, [&] { inferenceScope(catalog); });
    const CommentReading comments = commentReferences(catalog);
    steps.comments = fastestOnProcessor(runs, [&] { commentReferences(catalog); });
    const QHash<ColumnId, QStringList> allowed = allowedValues(catalog);
    steps.checks = fastestOnProcessor(runs, [&] { allowedValues(catalog); });
    PolymorphicOptions polymorphic;
    polymorphic.allowed = &allowed;
    polymorphic.comments = &comments;
    polymorphic.scope = &scope;
    steps.polymorphic =
        fastestOnProcessor(runs, [&] { polymorphicReferences(catalog, polymorphic); });
    const SchemaProfile profile = profileOf(catalog, scope.takesPart);
    steps.profile = fastestOnProcessor(runs, [&] { profileOf(catalog, scope.takesPart); });
    const NameIndex index(profile);
    steps.index = fastestOnProcessor(runs, [&] { NameIndex again(profile); });
    const CandidateMaker maker(profile, index, {});
    steps.candidates = fastestOnProcessor(runs, [&] { static_cast<void>(maker.make(nullptr)); });
    return steps;
}

void printSteps(const QString& name, const Catalog& catalog)
{
    const Steps steps = stepsOf(catalog);
    printRow({name, QString::number(catalog.objects().columns.size()), number(steps.whole),
              number(steps.scope), number(steps.comments), number(steps.checks),
              number(steps.polymorphic), number(steps.profile), number(steps.index),
              number(steps.candidates), number(steps.memory)});
}

std::shared_ptr<const Catalog> withManyColumns()
{
    test::SyntheticOptions options;
    const auto sample = test::syntheticCatalog(options);
    options.tables = static_cast<int>(static_cast<double>(options.tables) * manyColumns /
                                      static_cast<double>(sample->objects().columns.size()));
    return test::syntheticCatalog(options);
}

} // namespace

void printSpeed(const BenchOptions& options)
{
    printHead({QStringLiteral("tables"), QStringLiteral("columns"), QStringLiteral("whole"),
               QStringLiteral("scope"), QStringLiteral("comments"), QStringLiteral("checks"),
               QStringLiteral("polymorphic"), QStringLiteral("profile"), QStringLiteral("index"),
               QStringLiteral("candidates"), QStringLiteral("MiB")});
    for (const int size : options.sizes) {
        test::UndeclaredOptions undeclared;
        undeclared.tables = size;
        printSteps(QStringLiteral("%1, no key declared").arg(size),
                   *test::syntheticUndeclared(undeclared).catalog);
        printSteps(QStringLiteral("%1, keys declared").arg(size), *test::syntheticCatalog(size));
    }
    const auto many = withManyColumns();
    printSteps(QStringLiteral("%1, keys declared").arg(many->objects().tables.size()), *many);
}

} // namespace cadastre::bench
