// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Between conventions and the lines of a workspace; see the header.
#include "model/workspace/convention_section.h"

#include "model/json_text.h"
#include "model/workspace/section_update.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cadastre {

namespace {

const QByteArray conventionsSection = "conventions";

/// Absent for what is no JSON object.
std::optional<Convention> conventionFrom(const QByteArray& text)
{
    const QJsonDocument json = QJsonDocument::fromJson(text);
    if (!json.isObject())
        return std::nullopt;
    const auto member = [&](const char* name) {
        return json.object().value(QLatin1String(name)).toString();
    };
    return Convention{member("meaning"), member("period"), member("example")};
}

QByteArray conventionMember(const QString& text)
{
    return text.isEmpty() ? QByteArray() : jsonString(text);
}

RawEntries conventionMembers(const Convention& convention)
{
    return {{"meaning", conventionMember(convention.meaning)},
            {"period", conventionMember(convention.period)},
            {"example", conventionMember(convention.example)}};
}

} // namespace

Conventions conventionsOf(const EntryDocument& document)
{
    Conventions conventions;
    const auto section = document.sections.find(conventionsSection);
    if (section == document.sections.end())
        return conventions;
    for (const auto& [name, value] : section->second) {
        const auto convention = conventionFrom(value);
        if (convention && !name.trimmed().isEmpty())
            conventions.emplace(QString::fromUtf8(name), *convention);
    }
    return conventions;
}

void setConventions(EntryDocument& document, const Conventions& conventions)
{
    SectionUpdate<Convention> update(document, conventionsSection);
    update.keepUnknown([](const QByteArray& name, const QByteArray& value) {
        return conventionFrom(value) && !name.trimmed().isEmpty();
    });
    for (const auto& [name, convention] : conventions)
        update.set(name.toUtf8(), convention, conventionFrom, conventionMembers);
}

} // namespace cadastre
