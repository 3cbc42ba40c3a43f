// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Prints proposals; see the header.
#include "model/export/boundary_suggestions.h"

#include "model/export/single_line.h"
#include "model/json_text.h"
#include "model/relations/count_text.h"

#include <algorithm>

namespace cadastre {

namespace {

QString evidenceSentences(const ProposedMember& member)
{
    QStringList sentences;
    for (const BoundaryEvidence& evidence : member.evidence)
        sentences << evidence.sentence;
    return sentences.join(QLatin1Char(' '));
}

QByteArray confidenceText(double confidence)
{
    return QByteArray::number(confidence, 'f', 3);
}

QByteArray jsonTexts(const QStringList& texts)
{
    QByteArray list;
    for (const QString& text : texts)
        list += (list.isEmpty() ? "" : ",") + jsonString(text);
    return '[' + list + ']';
}

QByteArray memberObject(const Catalog& catalog, const ProposedMember& member)
{
    QByteArray evidence;
    for (const BoundaryEvidence& one : member.evidence)
        evidence += (evidence.isEmpty() ? "" : ",") + QByteArray("{\"signal\":") +
                    jsonString(one.signal) + ",\"weight\":" + confidenceText(one.weight) +
                    ",\"sentence\":" + jsonString(one.sentence) + '}';
    return "{\"table\":" + jsonString(catalog.keyOf(member.table).toString()) +
           ",\"confidence\":" + confidenceText(member.confidence) + ",\"evidence\":[" + evidence +
           "]}";
}

} // namespace

QByteArray boundarySuggestionsText(const Catalog& catalog,
                                   const std::vector<ProposedBoundary>& proposals)
{
    QString text;
    for (const ProposedBoundary& proposal : proposals) {
        QStringList names;
        for (const ProposedMember& member : proposal.members)
            names << catalog.displayName(member.table);
        text +=
            asSingleLine(QStringLiteral("%1 (%2, %3): %4")
                             .arg(proposal.name,
                                  countedNoun(static_cast<qint64>(names.size()),
                                              QStringLiteral("table"), QStringLiteral("tables")),
                                  QString::number(proposal.confidence, 'f', 2), proposal.reason)) +
            QLatin1Char('\n');
        if (!proposal.patterns.isEmpty())
            text += asSingleLine(QString(QStringLiteral("  patterns: ") +
                                         proposal.patterns.join(QStringLiteral(", ")))) +
                    QLatin1Char('\n');
        text +=
            asSingleLine(QString(QStringLiteral("  tables: ") + names.join(QStringLiteral(", ")))) +
            QLatin1Char('\n');
    }
    return text.toUtf8();
}

QByteArray boundarySuggestionsTsv(const Catalog& catalog,
                                  const std::vector<ProposedBoundary>& proposals)
{
    QList<QByteArray> lines;
    for (const ProposedBoundary& proposal : proposals) {
        for (const ProposedMember& member : proposal.members)
            lines << tsvField(catalog.displayName(member.table)).toUtf8() + '\t' +
                         tsvField(proposal.name).toUtf8() + '\t' +
                         confidenceText(member.confidence) + '\t' +
                         tsvField(evidenceSentences(member)).toUtf8() + '\n';
    }
    std::ranges::sort(lines);
    return "table\tboundary\tconfidence\treason\n" + lines.join();
}

QByteArray boundarySuggestionsJson(const Catalog& catalog,
                                   const std::vector<ProposedBoundary>& proposals)
{
    QByteArray text =
        "{\"format\":\"cadastre-boundary-suggestions\",\"version\":1,\n\"boundaries\":[";
    bool first = true;
    for (const ProposedBoundary& proposal : proposals) {
        QByteArray members;
        for (const ProposedMember& member : proposal.members)
            members += (members.isEmpty() ? "" : ",") + memberObject(catalog, member);
        text += (first ? "\n{\"name\":" : ",\n{\"name\":") + jsonString(proposal.name) +
                ",\"owner\":" + jsonString(proposal.owner) +
                ",\"confidence\":" + confidenceText(proposal.confidence) +
                ",\"reason\":" + jsonString(proposal.reason) +
                ",\"patterns\":" + jsonTexts(proposal.patterns) + ",\"members\":[" + members + "]}";
        first = false;
    }
    return text + "\n]}\n";
}

} // namespace cadastre
