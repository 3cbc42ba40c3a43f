// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whether a source may be written to at all: what its workspace says of it, and what its name says.
#include "app/cli/comments/applying.h"
#include "app/comment_journals.h"
#include "app/settings.h"
#include "model/export/single_line.h"
#include "model/workspace/production_name.h"

#include <QFileInfo>

namespace cadastre {

namespace {

/// The names by which a database could be told to be production.
QStringList namesOfTarget(const CommentsInput& input)
{
    const DatabaseAddress& address = input.request().address;
    if (address.url.isEmpty())
        return {QFileInfo(address.path).completeBaseName()};
    QStringList names{address.host, address.database, input.facts().databaseName};
    for (const auto& [option, value] : address.options) {
        if (option == QLatin1String("service") || option == QLatin1String("host") ||
            option == QLatin1String("dbname"))
            names << value;
    }
    if (address.kind == AddressKind::MariaDb) { // its databases are schemas
        for (const Schema& schema : input.catalog().objects().schemas) {
            if (schema.source == input.source)
                names << schema.name;
        }
    }
    return names;
}

QString productionReasonOf(const CommentsInput& input)
{
    const auto& marks = input.database.workspaceSources;
    const auto mark = marks.find(input.facts().name);
    const SourceMarks kept = Settings().marksAt(stageLocation(input.request().address));
    if ((mark != marks.end() && mark->second.production) || kept.production)
        return QStringLiteral("marked as production");
    const auto name = productionName(namesOfTarget(input), Settings().productionPatterns());
    return name ? QStringLiteral("its name says so: %1").arg(*name) : QString();
}

} // namespace

Result<Nothing> mayWrite(const CommentsInput& input, const ApplyOptions& options)
{
    const QString& name = input.facts().name;
    const auto& marks = input.database.workspaceSources;
    const auto mark = marks.find(name);
    if (mark != marks.end() && mark->second.readOnly)
        return Error{
            QStringLiteral("%1 is marked as read only in %2: nothing is written to it. Its "
                           "comments can be exported as a migration.")
                .arg(name, input.database.workspacePath),
            {}};
    if (Settings().marksAt(stageLocation(input.request().address)).readOnly)
        return Error{QStringLiteral("%1 is marked as read only on this machine: nothing is written "
                                    "to it. Its comments can be exported as a migration.")
                         .arg(name),
                     {}};
    const QString reason = productionReasonOf(input);
    if (reason.isEmpty())
        return ok();
    const Source& facts = input.facts();
    const QString wanted = facts.databaseName.isEmpty() ? name : facts.databaseName;
    if (options.production == wanted || options.production == name)
        return ok();
    return Error{QStringLiteral("%1 is a production database (%2): say --production %3 to write to "
                                "it.")
                     .arg(asSingleLine(wanted), asSingleLine(reason), asSingleLine(wanted)),
                 {}};
}

} // namespace cadastre
