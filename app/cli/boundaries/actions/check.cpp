// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre boundaries check: everything that crosses, judged; for people and for CI.
#include "app/catalog_facts.h"
#include "app/catalog_loader.h"
#include "app/cli/boundaries/action.h"
#include "app/cli/console.h"
#include "model/export/boundary_check_formats.h"
#include "model/workspace/workspace_file.h"

#include <QFileInfo>

#include <algorithm>

namespace cadastre {

namespace {

std::vector<OptionSpec> checkOptions()
{
    return boundariesOptions(
        {{QStringLiteral("--format"), QStringLiteral("FORMAT"),
          QStringLiteral("text (default), json or sarif")},
         {QStringLiteral("--write-baseline"), QString(),
          QStringLiteral("remember today's crossings in the workspace: from then on only new ones "
                         "fail; an existing baseline only shrinks")},
         {QStringLiteral("--since"), QStringLiteral("SNAPSHOT"),
          QStringLiteral("also say how contracts changed since this snapshot")},
         {QStringLiteral("--strict"), QString(),
          QStringLiteral("fail for warnings and for what does not fit, too")}});
}

/// The catalog of --since under the names of today's sources.
Result<std::vector<ContractChange>> changesSince(const Arguments& arguments,
                                                 const BoundariesInput& input)
{
    const QString path = arguments.value(QStringLiteral("--since"));
    if (path.isEmpty())
        return std::vector<ContractChange>{};
    const Result<DatabaseAddress> address = parseDatabaseAddress(path);
    if (!address)
        return address.error();
    if (address->kind != AddressKind::Snapshot)
        return Error{
            QStringLiteral("--since takes a snapshot (cadastre read), and %1 is none.").arg(path),
            {}};
    SourceRequest request{*address, {}, {}, {}};
    ReadControl control;
    const Result<ReadResult> before = loadSource(request, control);
    if (!before)
        return before.error();
    const QString name = input.database.parts.size() == 1
                             ? input.database.parts.front()->source().name
                             : before->catalog->source().name;
    const Catalog old = mergeSources({renamedSource(before->catalog, name)});
    return contractChanges(old, input.catalog(), input.boundaries);
}

/// Writes the baseline into the workspace; says what became of it.
Result<Nothing> writeBaseline(const BoundariesInput& input, const BoundaryCheck& check)
{
    const QString& path = input.database.workspacePath;
    if (path.isEmpty())
        return Error{QStringLiteral("--write-baseline needs a workspace to write it into "
                                    "(--workspace FILE)."),
                     {}};
    Result<Workspace> workspace = loadWorkspace(path);
    if (!workspace)
        return workspace.error();
    const bool isFirst = !input.boundaries.baseline.has_value();
    const BaselineUpdate update = updatedBaseline(input.boundaries, check);
    workspace->boundaries.baseline = update.baseline;
    const Result<WorkspaceSave> saved = saveWorkspace(path, *workspace, CollisionChoice::TakeMine);
    if (!saved)
        return saved.error();
    printPlain(isFirst ? QStringLiteral("The baseline of %1 has %2 crossings.\n")
                             .arg(path)
                             .arg(update.baseline.size())
                       : QStringLiteral("The baseline of %1 has %2 crossings, %3 fewer; %4 new "
                                        "crossings are not in it.\n")
                             .arg(path)
                             .arg(update.baseline.size())
                             .arg(update.removed.size())
                             .arg(update.grown.size()));
    return Nothing{};
}

bool failsStrictly(const BoundaryCheck& check)
{
    const auto isWarning = [](const BoundaryFinding& finding) {
        return finding.severity != BoundarySeverity::Note;
    };
    return !check.ownership.problems.empty() || std::ranges::any_of(check.findings, isWarning) ||
           !check.gone.empty();
}

/// Whether CI should stop: new crossings, flows that cannot commit together, broken contracts.
bool failsCheck(const BoundaryCheckExport& result, bool strict)
{
    const auto isSplit = [](const FlowCheck& flow) { return !flow.oneDatabase; };
    const auto breaks = [](const ContractChange& change) { return !change.compatible; };
    return result.check.violations > 0 || std::ranges::any_of(result.check.flows, isSplit) ||
           std::ranges::any_of(result.changes, breaks) || (strict && failsStrictly(result.check));
}

QByteArray printedCheck(const QString& format, const BoundaryCheckExport& result)
{
    if (format == QLatin1String("json"))
        return boundaryCheckJson(result);
    return format == QLatin1String("sarif") ? boundaryCheckSarif(result)
                                            : boundaryCheckText(result);
}

Result<ExitStatus> checkAll(const Arguments& arguments, Timings& timings)
{
    const Result<QString> format = boundariesFormat(
        arguments, {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("sarif")});
    if (!format)
        return format.error();
    Result<BoundariesInput> input = boundariesInput(arguments, timings);
    if (!input)
        return input.error();
    if (const Result<Nothing> usable = requireBoundaries(*input); !usable)
        return usable.error();
    const Result<std::vector<ContractChange>> changes = changesSince(arguments, *input);
    if (!changes)
        return changes.error();
    BoundaryCheck check =
        checkBoundaries(input->catalog(), input->relationships, input->uses, input->boundaries,
                        input->today, input->minimumConfidence);
    timings.finish(QStringLiteral("check"));
    if (arguments.has(QStringLiteral("--write-baseline"))) {
        if (const Result<Nothing> written = writeBaseline(*input, check); !written)
            return written.error();
        input->boundaries.baseline = updatedBaseline(input->boundaries, check).baseline;
        check = checkBoundaries(input->catalog(), input->relationships, input->uses,
                                input->boundaries, input->today, input->minimumConfidence);
    }
    const BoundaryCheckExport result{input->catalog(),
                                     input->boundaries,
                                     check,
                                     placedVerdictSummary(input->catalog(), check.ownership,
                                                          input->relationships,
                                                          input->minimumConfidence),
                                     *changes,
                                     QFileInfo(input->database.workspacePath).fileName()};
    const Result<Nothing> written =
        writeOutput(boundariesFile(arguments), printedCheck(*format, result));
    timings.finish(QStringLiteral("write"));
    if (!written)
        return written.error();
    return failsCheck(result, arguments.has(QStringLiteral("--strict"))) ? ExitStatus::Findings
                                                                         : ExitStatus::Done;
}

} // namespace

BoundariesAction checkAction()
{
    return {QStringLiteral("check"),
            QStringLiteral("what crosses from one boundary into another; exit status 1 when "
                           "something is to be decided or forbidden"),
            checkOptions(),
            [](const QStringList& words) { return runTimed(words, checkOptions(), checkAll); }};
}

} // namespace cadastre
