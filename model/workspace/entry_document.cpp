// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reading, printing and merging of entry documents; see the header.
#include "model/workspace/entry_document.h"

#include "model/json_text.h"
#include "model/workspace/json_spans.h"

#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

Error wrongLine(const QString& fileName, const QString& what, qsizetype line)
{
    return {QStringLiteral("%1 cannot be read: %2 in line %3.").arg(fileName, what).arg(line), {}};
}

qsizetype lineOf(const QByteArray& text, qsizetype offset)
{
    return text.first(std::min(offset, text.size())).count('\n') + 1;
}

/// The first line that a merge tool left behind; absent when there is none.
std::optional<qsizetype> mergeMarkerLine(const QByteArray& text)
{
    qsizetype line = 0;
    for (const QByteArray& content : text.split('\n')) {
        ++line;
        if (content.startsWith("<<<<<<< ") || content.startsWith(">>>>>>> ") ||
            content.trimmed() == "=======")
            return line;
    }
    return std::nullopt;
}

QByteArray jsonName(const QByteArray& name)
{
    return jsonString(QString::fromUtf8(name));
}

QByteArray printSection(const RawEntries& entries)
{
    QByteArray text = "{";
    for (const auto& [name, value] : entries)
        text += (text.size() > 1 ? ",\n" : "\n") + jsonName(name) + ':' + value;
    return text + (entries.empty() ? "}" : "\n}");
}

/// Base, mine and theirs of one map of raw values.
class EntryMerger
{
public:
    EntryMerger(QByteArray section, std::vector<EntryCollision>& collisions)
        : m_section(std::move(section))
        , m_collisions(collisions)
    {
    }

    RawEntries merge(const RawEntries& base, const RawEntries& mine, const RawEntries& theirs)
    {
        std::set<QByteArray> names;
        for (const RawEntries* side : {&base, &mine, &theirs}) {
            for (const auto& [name, value] : *side)
                names.insert(name);
        }
        RawEntries result;
        for (const QByteArray& name : names) {
            const auto value = choose(name, find(base, name), find(mine, name), find(theirs, name));
            if (value)
                result[name] = *value;
        }
        return result;
    }

private:
    using Value = std::optional<QByteArray>;

    static Value find(const RawEntries& entries, const QByteArray& name)
    {
        const auto found = entries.find(name);
        return found == entries.end() ? std::nullopt : Value(found->second);
    }

    Value choose(const QByteArray& name, const Value& base, const Value& mine, const Value& theirs)
    {
        if (mine == theirs || base == theirs)
            return mine;
        if (base == mine)
            return theirs;
        m_collisions.push_back({m_section, name});
        return mine;
    }

    QByteArray m_section;
    std::vector<EntryCollision>& m_collisions;
};

RawEntries sectionOf(const EntryDocument& document, const QByteArray& name)
{
    const auto found = document.sections.find(name);
    return found == document.sections.end() ? RawEntries() : found->second;
}

} // namespace

Result<EntryDocument> parseEntryDocument(const QByteArray& text, const QString& fileName)
{
    if (const auto line = mergeMarkerLine(text))
        return wrongLine(fileName, QStringLiteral("an unresolved merge conflict"), *line);
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(text, &error);
    if (json.isNull())
        return wrongLine(fileName, error.errorString(), lineOf(text, error.offset));
    const auto members = memberSpans(text);
    if (!members)
        return wrongLine(fileName, QStringLiteral("no JSON object"), 1);
    EntryDocument document;
    for (const MemberSpan& member : *members) {
        if (document.sections.contains(member.name) || document.values.contains(member.name))
            return wrongLine(
                fileName,
                QStringLiteral("\"%1\" for the second time").arg(QString::fromUtf8(member.name)),
                lineOf(text, member.offset));
        const auto entries = memberSpans(member.value);
        if (!entries) {
            document.values[member.name] = member.value;
            continue;
        }
        RawEntries& section = document.sections[member.name];
        const qsizetype start = text.indexOf(member.value, member.offset);
        for (const MemberSpan& entry : *entries) {
            if (!section.emplace(entry.name, entry.value).second)
                return wrongLine(
                    fileName,
                    QStringLiteral("\"%1\" for the second time").arg(QString::fromUtf8(entry.name)),
                    lineOf(text, start + entry.offset));
        }
    }
    return document;
}

QByteArray printEntryDocument(const EntryDocument& document, const std::vector<QByteArray>& first)
{
    RawEntries rest = document.values;
    for (const auto& [name, entries] : document.sections)
        rest[name] = printSection(entries);
    QByteArray text = "{";
    const auto add = [&text](const QByteArray& name, const QByteArray& value) {
        text += (text.size() > 1 ? ",\n" : "\n") + jsonName(name) + ':' + value;
    };
    for (const QByteArray& name : first) {
        if (const auto found = rest.find(name); found != rest.end()) {
            add(name, found->second);
            rest.erase(found);
        }
    }
    for (const auto& [name, value] : rest)
        add(name, value);
    return text + "\n}\n";
}

RawEntries rawMembers(const QByteArray& object)
{
    RawEntries result;
    if (const auto members = memberSpans(object)) {
        for (const MemberSpan& member : *members)
            result[member.name] = member.value;
    }
    return result;
}

QByteArray printMembers(const RawEntries& members)
{
    QByteArray text = "{";
    for (const auto& [name, value] : members)
        text += (text.size() > 1 ? "," : "") + jsonName(name) + ':' + value;
    return text + '}';
}

EntryMerge mergeEntryDocuments(const EntryDocument& base, const EntryDocument& mine,
                               const EntryDocument& theirs)
{
    EntryMerge result;
    result.document.values =
        EntryMerger({}, result.collisions).merge(base.values, mine.values, theirs.values);
    std::set<QByteArray> names;
    for (const EntryDocument* side : {&base, &mine, &theirs}) {
        for (const auto& [name, entries] : side->sections)
            names.insert(name);
    }
    for (const QByteArray& name : names) {
        RawEntries merged =
            EntryMerger(name, result.collisions)
                .merge(sectionOf(base, name), sectionOf(mine, name), sectionOf(theirs, name));
        // An empty section may mean something; who changed whether it is there wins.
        const bool isMine = mine.sections.contains(name);
        const bool stays =
            base.sections.contains(name) == isMine ? theirs.sections.contains(name) : isMine;
        if (stays || !merged.empty())
            result.document.sections[name] = std::move(merged);
    }
    return result;
}

} // namespace cadastre
