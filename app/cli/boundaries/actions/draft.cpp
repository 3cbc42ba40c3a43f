// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre boundaries draft: the statements that would publish what others read. They are printed
// to be reviewed, never executed.
#include "app/cli/boundaries/action.h"
#include "app/cli/console.h"
#include "model/export/ddl_contract.h"

namespace cadastre {

namespace {

std::vector<OptionSpec> draftOptions()
{
    return boundariesOptions(
        {{QStringLiteral("--boundary"), QStringLiteral("NAME"),
          QStringLiteral("every private table of it that others read")},
         {QStringLiteral("--object"), QStringLiteral("TABLE"), QStringLiteral("only this table")}});
}

Result<std::vector<ContractDraft>> draftsOfTable(const BoundariesInput& input, const QString& name)
{
    const Result<ObjectRef> object = input.catalog().resolve(name);
    if (!object)
        return object.error();
    if (object->kind != ObjectKind::Table)
        return Error{QStringLiteral("--object takes a table; %1 is none.").arg(name), {}};
    if (auto draft = contractDraft(input.facts(), TableId{object->index}))
        return std::vector<ContractDraft>{*std::move(draft)};
    return std::vector<ContractDraft>{};
}

Result<std::vector<ContractDraft>> draftsOf(const Arguments& arguments,
                                            const BoundariesInput& input)
{
    const QString object = arguments.value(QStringLiteral("--object"));
    const QString name = arguments.value(QStringLiteral("--boundary"));
    if (object.isEmpty() == name.isEmpty())
        return Error{QStringLiteral("Say for what to draft a contract: --boundary NAME or --object "
                                    "TABLE."),
                     {}};
    if (!object.isEmpty())
        return draftsOfTable(input, object);
    const std::optional<BoundaryIndex> boundary = input.ownership.indexOf(name);
    if (!boundary)
        return Error{QStringLiteral("There is no boundary %1.").arg(name), {}};
    return contractDrafts(input.facts(), *boundary);
}

Result<Nothing> printDrafts(const Arguments& arguments, Timings& timings)
{
    const Result<BoundariesInput> input = boundariesInput(arguments, timings);
    if (!input)
        return input.error();
    const Result<std::vector<ContractDraft>> drafts = draftsOf(arguments, *input);
    if (!drafts)
        return drafts.error();
    QString text;
    for (const ContractDraft& draft : *drafts) {
        const Result<QString> script = contractScript(input->catalog(), draft);
        if (!script)
            return script.error();
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + *script;
    }
    if (text.isEmpty())
        printPlain(QStringLiteral("No other boundary reads anything private of it.\n"));
    return writeOutput(boundariesFile(arguments), text.toUtf8());
}

} // namespace

BoundariesAction draftAction()
{
    return {QStringLiteral("draft"),
            QStringLiteral("the views that would publish what others read, as SQL to review"),
            draftOptions(),
            [](const QStringList& words) { return runTimed(words, draftOptions(), printDrafts); }};
}

} // namespace cadastre
