// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads and prints entries of boundaries; see the header.
#include "model/workspace/boundary_entries.h"

#include "model/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace cadastre {

namespace {

/// Members of one entry, taken by name; remembers when one is of another type.
class BoundaryEntryReader
{
public:
    explicit BoundaryEntryReader(const QByteArray& text)
    {
        const QJsonDocument document = QJsonDocument::fromJson(text);
        m_isSound = document.isObject();
        m_object = document.object();
    }

    [[nodiscard]] bool isSound() const { return m_isSound; }

    QString text(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        check(value.isUndefined() || value.isString());
        return value.toString();
    }

    QStringList texts(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        check(value.isUndefined() || value.isArray());
        QStringList result;
        for (const QJsonValue item : value.toArray()) {
            check(item.isString());
            result << item.toString();
        }
        return result;
    }

    std::optional<int> number(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined())
            return std::nullopt;
        const int result = value.toInt(-1);
        check(result >= 0);
        return result;
    }

    std::optional<QDate> day(QLatin1String name)
    {
        const QString written = text(name);
        if (written.isEmpty())
            return std::nullopt;
        const QDate date = QDate::fromString(written, Qt::ISODate);
        check(date.isValid());
        return date;
    }

    /// A word that `read` knows; `missing` where there is none.
    template <typename Word, typename Read>
    Word word(QLatin1String name, Read read, std::optional<Word> missing = std::nullopt)
    {
        const QString written = text(name);
        const std::optional<Word> result = written.isEmpty() ? missing : read(written);
        check(result.has_value());
        return result.value_or(Word{});
    }

private:
    void check(bool isRight) { m_isSound = m_isSound && isRight; }

    QJsonObject m_object;
    bool m_isSound = true;
};

QStringList sortedOnce(QStringList texts)
{
    std::ranges::sort(texts);
    texts.removeDuplicates();
    return texts;
}

QByteArray boundaryText(const QString& text)
{
    return text.isEmpty() ? QByteArray() : jsonString(text);
}

QByteArray boundaryTexts(const QStringList& texts)
{
    QByteArray list;
    for (const QString& text : texts)
        list += (list.isEmpty() ? "[" : ",") + jsonString(text);
    return list.isEmpty() ? list : QByteArray(list + ']');
}

QByteArray boundaryDay(const std::optional<QDate>& day)
{
    return day ? jsonString(day->toString(Qt::ISODate)) : QByteArray();
}

template <typename Value>
std::optional<Value> soundEntry(const BoundaryEntryReader& reader, Value value)
{
    return reader.isSound() ? std::optional(std::move(value)) : std::nullopt;
}

} // namespace

std::optional<Boundary> boundaryFromJson(const QByteArray& text)
{
    BoundaryEntryReader reader(text);
    Boundary boundary;
    boundary.owner = reader.text(QLatin1String("owner"));
    boundary.deployer = reader.text(QLatin1String("deployer"));
    boundary.contact = reader.text(QLatin1String("contact"));
    boundary.kind = reader.word<BoundaryKind>(QLatin1String("kind"), boundaryKindFromName,
                                              BoundaryKind::Service);
    boundary.color = reader.number(QLatin1String("color"));
    boundary.note = reader.text(QLatin1String("note"));
    boundary.parent = reader.text(QLatin1String("parent"));
    boundary.members = sortedOnce(reader.texts(QLatin1String("members")));
    boundary.roles = sortedOnce(reader.texts(QLatin1String("roles")));
    return soundEntry(reader, std::move(boundary));
}

RawEntries boundaryMembers(const Boundary& boundary)
{
    return {{"owner", boundaryText(boundary.owner)},
            {"deployer", boundaryText(boundary.deployer)},
            {"contact", boundaryText(boundary.contact)},
            {"kind", jsonString(boundaryKindName(boundary.kind))},
            {"color", boundary.color ? QByteArray::number(*boundary.color) : QByteArray()},
            {"note", boundaryText(boundary.note)},
            {"parent", boundaryText(boundary.parent)},
            {"members", boundaryTexts(boundary.members)},
            {"roles", boundaryTexts(boundary.roles)}};
}

std::optional<ExposureEntry> exposureFromJson(const QByteArray& text)
{
    BoundaryEntryReader reader(text);
    ExposureEntry entry;
    entry.exposure = reader.word<Exposure>(QLatin1String("exposure"), exposureFromName);
    entry.version = reader.text(QLatin1String("version"));
    entry.replicaOf = reader.text(QLatin1String("replica_of"));
    return soundEntry(reader, std::move(entry));
}

RawEntries exposureMembers(const ExposureEntry& entry)
{
    return {{"exposure", jsonString(exposureName(entry.exposure))},
            {"version", boundaryText(entry.version)},
            {"replica_of", boundaryText(entry.replicaOf)}};
}

std::optional<Rule> ruleFromJson(const QByteArray& text)
{
    BoundaryEntryReader reader(text);
    const auto effectFromName = [](const QString& name) -> std::optional<RuleEffect> {
        if (name == QLatin1String("allow"))
            return RuleEffect::Allow;
        return name == QLatin1String("forbid") ? std::optional(RuleEffect::Forbid) : std::nullopt;
    };
    Rule rule;
    rule.effect = reader.word<RuleEffect>(QLatin1String("effect"), effectFromName);
    rule.reason = reader.text(QLatin1String("reason"));
    rule.until = reader.day(QLatin1String("until"));
    return soundEntry(reader, std::move(rule));
}

RawEntries ruleMembers(const Rule& rule)
{
    return {{"effect", rule.effect == RuleEffect::Allow ? "\"allow\"" : "\"forbid\""},
            {"reason", boundaryText(rule.reason)},
            {"until", boundaryDay(rule.until)}};
}

std::optional<CrossingDecision> crossingDecisionFromJson(const QByteArray& text)
{
    BoundaryEntryReader reader(text);
    CrossingDecision decision;
    decision.choice = reader.word<CrossingChoice>(QLatin1String("choice"), crossingChoiceFromName);
    decision.reason = reader.text(QLatin1String("reason"));
    decision.until = reader.day(QLatin1String("until"));
    return soundEntry(reader, std::move(decision));
}

RawEntries crossingDecisionMembers(const CrossingDecision& decision)
{
    return {{"choice", jsonString(crossingChoiceName(decision.choice))},
            {"reason", boundaryText(decision.reason)},
            {"until", boundaryDay(decision.until)}};
}

std::optional<Flow> flowFromJson(const QByteArray& text)
{
    BoundaryEntryReader reader(text);
    Flow flow;
    flow.note = reader.text(QLatin1String("note"));
    for (const QString& table : reader.texts(QLatin1String("tables"))) {
        const Result<ObjectKey> key = ObjectKey::fromString(table);
        if (!key)
            return std::nullopt;
        flow.tables.push_back(*key);
    }
    std::ranges::sort(flow.tables);
    return soundEntry(reader, std::move(flow));
}

RawEntries flowMembers(const Flow& flow)
{
    QStringList tables;
    for (const ObjectKey& table : flow.tables)
        tables << table.toString();
    return {{"tables", boundaryTexts(tables)}, {"note", boundaryText(flow.note)}};
}

} // namespace cadastre
