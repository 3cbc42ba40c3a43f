// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A check as SARIF 2.1.0, so that a CI server can show it and tell new from old.
#include "model/export/boundary_check_formats.h"
#include "model/json_text.h"

#include <map>

namespace cadastre {

namespace {

/// One result of SARIF, whatever it comes from.
struct SarifResult
{
    QString rule;
    QString level; ///< "error", "warning", "note"
    QString message;
    QString object;      ///< full name; empty for none
    QString fingerprint; ///< stable over runs
    bool known = false;
};

QString crossingLevel(const JudgedCrossing& judged)
{
    if (judged.isViolation())
        return QStringLiteral("error");
    return judged.state == CrossingState::Known ? QStringLiteral("warning")
                                                : QStringLiteral("note");
}

SarifResult resultOf(const JudgedCrossing& judged)
{
    return {QString(QStringLiteral("crossing-") + crossingKindName(judged.crossing.kind)),
            crossingLevel(judged),
            QString(judged.crossing.sentence + QLatin1Char(' ') + judged.reason).trimmed(),
            judged.key.from.toString(),
            crossingKeyText(judged.key),
            judged.state == CrossingState::Known};
}

QString findingLevel(BoundarySeverity severity)
{
    return severity == BoundarySeverity::Note ? QStringLiteral("note") : QStringLiteral("warning");
}

std::vector<SarifResult> resultsOf(const BoundaryCheckExport& exported)
{
    std::vector<SarifResult> results;
    for (const JudgedCrossing& judged : exported.check.crossings)
        results.push_back(resultOf(judged));
    const auto keyText = [&](const std::optional<ObjectRef>& object) {
        return object ? exported.catalog.keyOf(*object).toString() : QString();
    };
    for (const BoundaryFinding& finding : exported.check.findings)
        results.push_back(
            {finding.rule, findingLevel(finding.severity),
             QString(finding.sentence + QLatin1Char(' ') + finding.suggestion).trimmed(),
             keyText(finding.object), finding.sentence, false});
    for (const OwnershipProblem& problem : exported.check.ownership.problems)
        results.push_back({ownershipProblemName(problem.kind), QStringLiteral("warning"),
                           problem.sentence, keyText(problem.object), problem.sentence, false});
    for (const FlowCheck& flow : exported.check.flows) {
        const bool isSound = flow.oneDatabase && flow.missing.empty();
        results.push_back({QStringLiteral("flow"),
                           isSound ? QStringLiteral("note") : QStringLiteral("warning"),
                           flow.sentence, QString(), flow.flow, false});
    }
    for (const ContractChange& change : exported.changes)
        results.push_back(
            {QString(QStringLiteral("contract-") + contractChangeKindName(change.kind)),
             change.compatible ? QStringLiteral("note") : QStringLiteral("error"),
             QString(change.sentence + QLatin1Char(' ') + change.advice).trimmed(),
             change.contract.toString(), change.sentence, false});
    return results;
}

QByteArray sarifRules(const std::vector<SarifResult>& results)
{
    std::map<QString, bool> rules;
    for (const SarifResult& result : results)
        rules.emplace(result.rule, true);
    QByteArray text;
    for (const auto& [rule, used] : rules)
        text += (text.isEmpty() ? "" : ",") + QByteArray("\n{\"id\":") + jsonString(rule) + '}';
    return text;
}

QByteArray sarifLocation(const SarifResult& result, const QString& file)
{
    QByteArray location;
    if (!file.isEmpty())
        location = "\"physicalLocation\":{\"artifactLocation\":{\"uri\":" + jsonString(file) + "}}";
    if (!result.object.isEmpty())
        location += (location.isEmpty() ? "" : ",") +
                    QByteArray("\"logicalLocations\":[{\"fullyQualifiedName\":") +
                    jsonString(result.object) + "}]";
    return location.isEmpty() ? QByteArray() : ",\"locations\":[{" + location + "}]";
}

QByteArray sarifResult(const SarifResult& result, const QString& file)
{
    return "{\"ruleId\":" + jsonString(result.rule) + ",\"level\":" + jsonString(result.level) +
           ",\"message\":{\"text\":" + jsonString(result.message) + '}' +
           sarifLocation(result, file) +
           ",\"partialFingerprints\":{\"crossing/v1\":" + jsonString(result.fingerprint) +
           "},\"baselineState\":" + (result.known ? "\"unchanged\"" : "\"new\"") + '}';
}

} // namespace

QByteArray boundaryCheckSarif(const BoundaryCheckExport& exported)
{
    const std::vector<SarifResult> results = resultsOf(exported);
    QByteArray text = "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
                      "\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":"
                      "\"Cadastre\",\"rules\":[";
    text += sarifRules(results) + "\n]}},\"results\":[";
    bool first = true;
    for (const SarifResult& result : results) {
        text += (first ? "\n" : ",\n") + sarifResult(result, exported.workspaceFile);
        first = false;
    }
    return text + "\n]}]}\n";
}

} // namespace cadastre
