// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Between boundaries and the lines of a workspace; see the header.
#include "model/workspace/boundary_section.h"

#include "model/boundaries/rule_key.h"
#include "model/workspace/boundary_entries.h"
#include "model/workspace/section_update.h"

#include <algorithm>

namespace cadastre {

namespace {

/// How one section's names and values are read and printed.
template <typename Key, typename Value> struct BoundarySection
{
    QByteArray name;
    std::optional<Key> (*keyFrom)(const QString& text);
    QString (*keyText)(const Key& key);
    std::optional<Value> (*valueFrom)(const QByteArray& text);
    RawEntries (*members)(const Value& value);

    [[nodiscard]] std::optional<Key> key(const QByteArray& entry) const
    {
        return keyFrom(QString::fromUtf8(entry));
    }

    /// Entries under the names that this version writes; a person may have spaced them otherwise.
    /// Of two spellings of one key, the second one stays as it is.
    [[nodiscard]] RawEntries canonicalEntries(const RawEntries& entries) const
    {
        RawEntries result;
        for (const auto& [entry, value] : entries) {
            const auto read = key(entry);
            const QByteArray canonical = read ? keyText(*read).toUtf8() : entry;
            const bool isTaken = canonical != entry && entries.contains(canonical);
            result.emplace(isTaken ? entry : canonical, value);
        }
        return result;
    }

    [[nodiscard]] bool isKnown(const QByteArray& entry, const QByteArray& value) const
    {
        const auto read = key(entry);
        return read && keyText(*read).toUtf8() == entry && valueFrom(value).has_value();
    }

    [[nodiscard]] RawEntries entriesIn(const EntryDocument& document) const
    {
        const auto section = document.sections.find(name);
        return section == document.sections.end() ? RawEntries()
                                                  : canonicalEntries(section->second);
    }

    [[nodiscard]] std::map<Key, Value> read(const EntryDocument& document) const
    {
        std::map<Key, Value> result;
        for (const auto& [entry, value] : entriesIn(document)) {
            if (isKnown(entry, value))
                result.emplace(*key(entry), *valueFrom(value));
        }
        return result;
    }

    void write(EntryDocument& document, const std::map<Key, Value>& values) const
    {
        if (const auto old = document.sections.find(name); old != document.sections.end()) {
            if (old->second.empty() && values.empty())
                return; // somebody wrote an empty section: the same bytes
            old->second = canonicalEntries(old->second);
        }
        SectionUpdate<Value> update(document, name);
        update.keepUnknown([this](const QByteArray& entry, const QByteArray& value) {
            return isKnown(entry, value);
        });
        for (const auto& [key, value] : values)
            update.set(keyText(key).toUtf8(), value, valueFrom, members);
    }

    void addUnread(const EntryDocument& document, QStringList& sentences) const
    {
        for (const auto& [entry, value] : entriesIn(document)) {
            if (!isKnown(entry, value))
                sentences << QStringLiteral("Entry \"%1\" under \"%2\" of the workspace is kept "
                                            "but does not count: it is misspelt, stands twice or "
                                            "was written by a newer Cadastre.")
                                 .arg(QString::fromUtf8(entry), QString::fromUtf8(name));
        }
    }
};

std::optional<QString> boundaryNameFrom(const QString& text)
{
    const bool isName = !text.trimmed().isEmpty() && !text.contains(QLatin1Char('\n')) &&
                        !text.contains(QLatin1Char('\r'));
    return isName ? std::optional(text) : std::nullopt;
}

QString sameBoundaryName(const QString& name)
{
    return name;
}

template <typename Key, Result<Key> (*read)(QStringView)>
std::optional<Key> boundaryKeyFrom(const QString& text)
{
    Result<Key> key = read(text);
    return key ? std::optional(*std::move(key)) : std::nullopt;
}

QString printedObjectKey(const ObjectKey& key)
{
    return key.toString();
}

/// What an entry of the baseline says beside its name.
struct BaselineEntry
{
    bool operator==(const BaselineEntry&) const = default;
};

std::optional<BaselineEntry> baselineEntryFrom(const QByteArray& text)
{
    return text.startsWith('{') ? std::optional(BaselineEntry()) : std::nullopt;
}

RawEntries baselineMembers(const BaselineEntry&)
{
    return {};
}

const BoundarySection<QString, Boundary> boundariesPart{
    "boundaries", boundaryNameFrom, sameBoundaryName, boundaryFromJson, boundaryMembers};
const BoundarySection<ObjectKey, ExposureEntry> exposuresPart{
    "exposures", boundaryKeyFrom<ObjectKey, ObjectKey::fromString>, printedObjectKey,
    exposureFromJson, exposureMembers};
const BoundarySection<RuleKey, Rule> rulesPart{"rules", boundaryKeyFrom<RuleKey, ruleKeyFromText>,
                                               ruleKeyText, ruleFromJson, ruleMembers};
const BoundarySection<CrossingKey, CrossingDecision> crossingsPart{
    "crossings", boundaryKeyFrom<CrossingKey, crossingKeyFromText>, crossingKeyText,
    crossingDecisionFromJson, crossingDecisionMembers};
const BoundarySection<QString, Flow> flowsPart{"flows", boundaryNameFrom, sameBoundaryName,
                                               flowFromJson, flowMembers};
const BoundarySection<CrossingKey, BaselineEntry> baselinePart{
    "baseline", boundaryKeyFrom<CrossingKey, crossingKeyFromText>, crossingKeyText,
    baselineEntryFrom, baselineMembers};

void writeBaseline(EntryDocument& document, const std::optional<std::set<CrossingKey>>& baseline)
{
    if (!baseline) {
        document.sections.erase(baselinePart.name);
        return;
    }
    std::map<CrossingKey, BaselineEntry> entries;
    for (const CrossingKey& key : *baseline)
        entries.emplace(key, BaselineEntry());
    baselinePart.write(document, entries);
    document.sections[baselinePart.name]; // there, even when it is empty
}

} // namespace

Boundaries boundariesOf(const EntryDocument& document)
{
    Boundaries boundaries;
    boundaries.entries = boundariesPart.read(document);
    boundaries.exposures = exposuresPart.read(document);
    boundaries.rules = rulesPart.read(document);
    boundaries.decisions = crossingsPart.read(document);
    boundaries.flows = flowsPart.read(document);
    if (document.sections.contains(baselinePart.name)) {
        boundaries.baseline.emplace();
        for (const auto& [key, entry] : baselinePart.read(document))
            boundaries.baseline->insert(key);
    }
    return boundaries;
}

void setBoundaries(EntryDocument& document, const Boundaries& boundaries)
{
    boundariesPart.write(document, boundaries.entries);
    exposuresPart.write(document, boundaries.exposures);
    rulesPart.write(document, boundaries.rules);
    crossingsPart.write(document, boundaries.decisions);
    flowsPart.write(document, boundaries.flows);
    writeBaseline(document, boundaries.baseline);
}

QStringList unreadBoundaryEntries(const EntryDocument& document)
{
    QStringList sentences;
    boundariesPart.addUnread(document, sentences);
    exposuresPart.addUnread(document, sentences);
    rulesPart.addUnread(document, sentences);
    crossingsPart.addUnread(document, sentences);
    flowsPart.addUnread(document, sentences);
    baselinePart.addUnread(document, sentences);
    return sentences;
}

} // namespace cadastre
