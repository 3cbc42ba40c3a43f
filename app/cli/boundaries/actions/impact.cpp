// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre boundaries impact: who depends on one object, whom to tell, in which order to change it.
#include "app/cli/boundaries/action.h"
#include "app/cli/console.h"
#include "model/export/ddl_rollout.h"
#include "model/export/impact_checklist.h"

namespace cadastre {

namespace {

std::vector<OptionSpec> impactOptions()
{
    return boundariesOptions({{QStringLiteral("--object"), QStringLiteral("NAME"),
                               QStringLiteral("the table, view, column or routine to change")},
                              {QStringLiteral("--format"), QStringLiteral("FORMAT"),
                               QStringLiteral("markdown (default, a checklist) or sql (what has to "
                                              "be dropped and made again)")}});
}

Result<ExitStatus> printImpact(const Arguments& arguments, Timings& timings)
{
    const Result<QString> format =
        boundariesFormat(arguments, {QStringLiteral("markdown"), QStringLiteral("sql")});
    if (!format)
        return format.error();
    const QString name = arguments.value(QStringLiteral("--object"));
    if (name.isEmpty())
        return Error{QStringLiteral("--object NAME is missing: what is to be changed."), {}};
    const Result<BoundariesInput> input = boundariesInput(arguments, timings);
    if (!input)
        return input.error();
    const Result<ObjectRef> object = input->catalog().resolve(name);
    if (!object)
        return object.error();
    const Impact impact = impactOf(input->facts(), *object);
    timings.finish(QStringLiteral("impact"));
    QByteArray text =
        impactChecklist(input->catalog(), input->boundaries, input->ownership, impact);
    if (*format == QLatin1String("sql")) {
        const Result<QString> script = rolloutScript(input->catalog(), impact);
        if (!script)
            return script.error();
        text = script->toUtf8();
    }
    const Result<Nothing> written = writeOutput(boundariesFile(arguments), text);
    if (!written)
        return written.error();
    return impact.entries.empty() ? ExitStatus::Done : ExitStatus::Findings;
}

} // namespace

BoundariesAction impactAction()
{
    return {QStringLiteral("impact"),
            QStringLiteral("who depends on one object, and in which order to change it"),
            impactOptions(),
            [](const QStringList& words) { return runTimed(words, impactOptions(), printImpact); }};
}

} // namespace cadastre
