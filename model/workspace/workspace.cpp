// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Between the sections of a workspace's text and values; see the header.
#include "model/workspace/workspace.h"

#include "model/json_text.h"
#include "model/workspace/boundary_section.h"
#include "model/workspace/convention_section.h"
#include "model/workspace/decision_section.h"
#include "model/workspace/section_update.h"
#include "model/workspace/view_section.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cadastre {

namespace {

const QByteArray sourcesSection = "sources";
const QByteArray positionsSection = "positions";
const QByteArray groupsSection = "groups";

QJsonObject jsonObject(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

QStringList stringList(const QJsonValue& value)
{
    QStringList strings;
    for (const QJsonValue item : value.toArray())
        strings << item.toString();
    return strings;
}

QByteArray printStrings(const QStringList& strings)
{
    QByteArray text = "[";
    for (const QString& string : strings)
        text += (text.size() > 1 ? "," : "") + jsonString(string);
    return text + ']';
}

WorkspaceSource sourceFrom(const QByteArray& text)
{
    const QJsonObject object = jsonObject(text);
    return {object.value(QLatin1String("database")).toString(),
            stringList(object.value(QLatin1String("schemas"))),
            stringList(object.value(QLatin1String("tables"))),
            object.value(QLatin1String("readOnly")).toBool(),
            object.value(QLatin1String("production")).toBool(),
            object.value(QLatin1String("ssh")).toString()};
}

QPoint pointFrom(const QJsonObject& object)
{
    return {object.value(QLatin1String("x")).toInt(), object.value(QLatin1String("y")).toInt()};
}

Placement placementFrom(const QByteArray& text)
{
    const QJsonObject object = jsonObject(text);
    return {pointFrom(object), object.value(QLatin1String("group")).toString(),
            object.value(QLatin1String("pinned")).toBool()};
}

RawEntries sourceMembers(const WorkspaceSource& source)
{
    return {{"database", jsonString(source.database)},
            {"schemas", source.schemas.isEmpty() ? QByteArray() : printStrings(source.schemas)},
            {"tables", source.tables.isEmpty() ? QByteArray() : printStrings(source.tables)},
            {"readOnly", source.readOnly ? QByteArray("true") : QByteArray()},
            {"production", source.production ? QByteArray("true") : QByteArray()},
            {"ssh", source.ssh.isEmpty() ? QByteArray() : jsonString(source.ssh)}};
}

RawEntries pointMembers(QPoint point)
{
    return {{"x", QByteArray::number(point.x())}, {"y", QByteArray::number(point.y())}};
}

RawEntries placementMembers(const Placement& placement)
{
    RawEntries members = pointMembers(placement.position);
    members["group"] = placement.group.isEmpty() ? QByteArray() : jsonString(placement.group);
    members["pinned"] = placement.pinned ? QByteArray("true") : QByteArray();
    return members;
}

bool isObjectKey(const QByteArray& name, const QByteArray&)
{
    return ObjectKey::fromString(QString::fromUtf8(name)).has_value();
}

bool isSourceName(const QString& name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('_') ||
               (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('-');
    });
}

std::optional<Error> versionError(const EntryDocument& document, const QString& fileName)
{
    const auto value = [&](const QByteArray& name) {
        const auto found = document.values.find(name);
        return found == document.values.end() ? QByteArray() : found->second;
    };
    const int version = value("version").toInt();
    if (value("format") != "\"cadastre-workspace\"" || version < 1)
        return Error{QStringLiteral("%1 is not a workspace.").arg(fileName), {}};
    if (version > workspaceVersion)
        return Error{QStringLiteral("%1 was written by a newer Cadastre (version %2 of the format, "
                                    "this one reads %3). Open it with that one.")
                         .arg(fileName)
                         .arg(version)
                         .arg(workspaceVersion),
                     {}};
    return std::nullopt;
}

} // namespace

Result<Workspace> workspaceFromText(const QByteArray& text, const QString& fileName)
{
    Result<EntryDocument> document = parseEntryDocument(text, fileName);
    if (!document)
        return document.error();
    if (const auto error = versionError(*document, fileName))
        return *error;
    Workspace workspace;
    for (const auto& [rawName, value] : document->sections[sourcesSection]) {
        const QString name = QString::fromUtf8(rawName);
        const WorkspaceSource source = sourceFrom(value);
        if (!isSourceName(name) || source.database.isEmpty())
            return Error{QStringLiteral("%1 cannot be read: source \"%2\" needs a name of a-z, "
                                        "0-9, _ and - and a \"database\".")
                             .arg(fileName, name),
                         {}};
        workspace.sources[name] = source;
    }
    for (const auto& [name, value] : document->sections[positionsSection]) {
        if (const auto key = ObjectKey::fromString(QString::fromUtf8(name)))
            workspace.placements.tables.insert(*key, placementFrom(value));
    }
    for (const auto& [name, value] : document->sections[groupsSection])
        workspace.placements.groups.insert(QString::fromUtf8(name), pointFrom(jsonObject(value)));
    workspace.decisions = decisionsOf(*document);
    workspace.boundaries = boundariesOf(*document);
    workspace.conventions = conventionsOf(*document);
    workspace.views = viewsOf(*document);
    workspace.document = *std::move(document);
    return workspace;
}

EntryDocument workspaceDocument(const Workspace& workspace)
{
    EntryDocument document = workspace.document;
    document.values["format"] = "\"cadastre-workspace\"";
    document.values["version"] = QByteArray::number(workspaceVersion);
    {
        SectionUpdate<WorkspaceSource> update(document, sourcesSection);
        for (const auto& [name, source] : workspace.sources)
            update.set(name.toUtf8(), source, sourceFrom, sourceMembers);
    }
    {
        SectionUpdate<Placement> update(document, positionsSection);
        update.keepUnknown(isObjectKey);
        for (auto it = workspace.placements.tables.begin(); it != workspace.placements.tables.end();
             ++it)
            update.set(it.key().toString().toUtf8(), it.value(), placementFrom, placementMembers);
    }
    {
        SectionUpdate<QPoint> update(document, groupsSection);
        const auto parse = [](const QByteArray& text) { return pointFrom(jsonObject(text)); };
        for (auto it = workspace.placements.groups.begin(); it != workspace.placements.groups.end();
             ++it)
            update.set(it.key().toUtf8(), it.value(), parse, pointMembers);
    }
    setDecisions(document, workspace.decisions);
    setBoundaries(document, workspace.boundaries);
    setConventions(document, workspace.conventions);
    setViews(document, workspace.views);
    return document;
}

QByteArray workspaceText(const EntryDocument& document)
{
    return printEntryDocument(document, {"format", "version"});
}

QByteArray workspaceText(const Workspace& workspace)
{
    return workspaceText(workspaceDocument(workspace));
}

} // namespace cadastre
