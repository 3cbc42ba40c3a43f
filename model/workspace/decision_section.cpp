// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Between decisions and the lines of a workspace; see the header.
#include "model/workspace/decision_section.h"

#include "model/json_text.h"
#include "model/relations/decision_text.h"
#include "model/workspace/section_update.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cadastre {

namespace {

const QByteArray decisionsSection = "decisions";

/// Absent for an entry of a kind that this version does not know.
std::optional<Decision> decisionFrom(const QByteArray& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const auto kind = decisionKindFromName(object.value(QLatin1String("kind")).toString());
    if (!kind)
        return std::nullopt;
    Decision decision{*kind, object.value(QLatin1String("reason")).toString(),
                      object.value(QLatin1String("type_value")).toString()};
    for (const QJsonValue value : object.value(QLatin1String("more_type_values")).toArray())
        decision.moreTypeValues << value.toString();
    return decision;
}

QByteArray textMember(const QString& text)
{
    return text.isEmpty() ? QByteArray() : jsonString(text);
}

QByteArray listMember(const QStringList& texts)
{
    QByteArray list;
    for (const QString& text : texts)
        list += (list.isEmpty() ? "[" : ",") + jsonString(text);
    return list.isEmpty() ? list : QByteArray(list + ']');
}

RawEntries decisionMembers(const Decision& decision)
{
    return {{"kind", jsonString(decisionKindName(decision.kind))},
            {"reason", textMember(decision.reason)},
            {"type_value", textMember(decision.typeValue)},
            {"more_type_values", listMember(decision.moreTypeValues)}};
}

/// The key that an entry's name is the text of; absent for other names.
std::optional<DecisionKey> keyFrom(const QByteArray& name)
{
    Result<DecisionKey> key = decisionKeyFromText(QString::fromUtf8(name));
    return key ? std::optional(*std::move(key)) : std::nullopt;
}

/// Entries under the names that this version writes; a person may have spaced them otherwise. Of
/// two spellings of one key, the second one stays as it is.
RawEntries canonicalEntries(const RawEntries& entries)
{
    RawEntries result;
    for (const auto& [name, value] : entries) {
        const auto key = keyFrom(name);
        const QByteArray canonical = key ? decisionKeyText(*key).toUtf8() : name;
        const bool isTaken = canonical != name && entries.contains(canonical);
        result.emplace(isTaken ? name : canonical, value);
    }
    return result;
}

bool isCanonical(const QByteArray& name)
{
    const auto key = keyFrom(name);
    return key && decisionKeyText(*key).toUtf8() == name;
}

} // namespace

Decisions decisionsOf(const EntryDocument& document)
{
    Decisions decisions;
    const auto section = document.sections.find(decisionsSection);
    if (section == document.sections.end())
        return decisions;
    for (const auto& [name, value] : canonicalEntries(section->second)) {
        const auto decision = decisionFrom(value);
        if (decision && isCanonical(name))
            decisions.entries.emplace(*keyFrom(name), *decision);
    }
    return decisions;
}

void setDecisions(EntryDocument& document, const Decisions& decisions)
{
    if (const auto old = document.sections.find(decisionsSection); old != document.sections.end())
        old->second = canonicalEntries(old->second);
    SectionUpdate<Decision> update(document, decisionsSection);
    update.keepUnknown([](const QByteArray& name, const QByteArray& value) {
        return isCanonical(name) && decisionFrom(value);
    });
    for (const auto& [key, decision] : decisions.entries)
        update.set(decisionKeyText(key).toUtf8(), decision, decisionFrom, decisionMembers);
}

} // namespace cadastre
