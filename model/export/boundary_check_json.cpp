// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A check as JSON, one entry per line.
#include "model/boundaries/impact/impact.h"
#include "model/export/boundary_check_formats.h"
#include "model/json_text.h"

namespace cadastre {

namespace {

/// Members of one JSON object in the order in which they are added.
class JsonLine
{
public:
    void add(const char* name, const QByteArray& value)
    {
        m_text += m_text.isEmpty() ? QByteArray("\"") : QByteArray(",\"");
        m_text += QByteArray(name) + "\":" + value;
    }
    void text(const char* name, const QString& value)
    {
        if (!value.isEmpty())
            add(name, jsonString(value));
    }
    void number(const char* name, qint64 value) { add(name, QByteArray::number(value)); }
    void flag(const char* name, bool value) { add(name, value ? "true" : "false"); }
    template <typename List, typename Text> void list(const char* name, const List& list, Text text)
    {
        QByteArray values;
        for (const auto& one : list)
            values += (values.isEmpty() ? "" : ",") + jsonString(text(one));
        add(name, '[' + values + ']');
    }
    [[nodiscard]] QByteArray object() const { return '{' + m_text + '}'; }

private:
    QByteArray m_text;
};

QString keyTextOf(const BoundaryCheckExport& result, ObjectRef object)
{
    return result.catalog.keyOf(object).toString();
}

QByteArray boundaryObject(const BoundaryCheckExport& result, BoundaryIndex index)
{
    const Ownership& ownership = result.check.ownership;
    const Boundary& boundary = result.boundaries.entries.at(ownership.names[index]);
    const std::vector<TableId> tables = ownership.tablesOf(index);
    JsonLine line;
    line.text("name", ownership.names[index]);
    line.text("kind", boundaryKindName(boundary.kind));
    line.text("owner", boundary.owner);
    line.text("deployer", boundary.deployer);
    line.text("contact", boundary.contact);
    line.text("parent", boundary.parent);
    line.list("tables", tables, [&](TableId table) { return keyTextOf(result, table); });
    std::vector<TableId> contracts;
    for (const TableId table : tables) {
        if (ownership.isContract(table))
            contracts.push_back(table);
    }
    line.list("contracts", contracts, [&](TableId table) { return keyTextOf(result, table); });
    return line.object();
}

QByteArray crossingObject(const BoundaryCheckExport& result, const JudgedCrossing& judged)
{
    const Crossing& crossing = judged.crossing;
    const std::vector<QString>& names = result.check.ownership.names;
    JsonLine line;
    line.text("key", crossingKeyText(judged.key));
    line.text("kind", crossingKindName(crossing.kind));
    line.text("from", judged.key.from.toString());
    line.text("into", judged.key.into.toString());
    line.text("from_boundary", names[crossing.fromBoundary]);
    line.text("into_boundary", names[crossing.intoBoundary]);
    line.text("state", crossingStateName(judged.state));
    line.text("reason", judged.reason);
    line.list("columns", crossing.columns,
              [&](ColumnId column) { return result.catalog.column(column).name; });
    line.flag("columns_known", crossing.columnsKnown);
    line.text("actions", privilegesText(crossing.privileges));
    line.flag("same_database", crossing.sameDatabase);
    line.flag("same_team", crossing.sameTeam);
    line.flag("run_time_coupling", judged.runTimeCoupling);
    if (crossing.disabled)
        line.flag("disabled", true);
    if (judged.decision) {
        line.text("decision", crossingChoiceName(judged.decision->choice));
        line.text("decision_reason", judged.decision->reason);
        if (judged.decision->until)
            line.text("decision_until", judged.decision->until->toString(Qt::ISODate));
    }
    line.text("sentence", crossing.sentence);
    return line.object();
}

QByteArray findingObject(const BoundaryCheckExport& result, const BoundaryFinding& finding)
{
    JsonLine line;
    line.text("rule", finding.rule);
    line.text("severity", boundarySeverityName(finding.severity));
    if (finding.object)
        line.text("object", keyTextOf(result, *finding.object));
    if (finding.boundary)
        line.text("boundary", result.check.ownership.names[*finding.boundary]);
    line.text("sentence", finding.sentence);
    line.text("suggestion", finding.suggestion);
    return line.object();
}

QByteArray problemObject(const BoundaryCheckExport& result, const OwnershipProblem& problem)
{
    JsonLine line;
    line.text("problem", ownershipProblemName(problem.kind));
    line.text("boundary", problem.boundary);
    line.text("member", problem.member);
    if (problem.object)
        line.text("object", keyTextOf(result, *problem.object));
    line.text("sentence", problem.sentence);
    return line.object();
}

QByteArray flowObject(const BoundaryCheckExport& result, const FlowCheck& flow)
{
    JsonLine line;
    line.text("flow", flow.flow);
    line.list("tables", flow.tables, [&](TableId table) { return keyTextOf(result, table); });
    line.list("missing", flow.missing, [](const ObjectKey& key) { return key.toString(); });
    line.list("boundaries", flow.boundaries,
              [&](BoundaryIndex boundary) { return result.check.ownership.names[boundary]; });
    line.flag("one_database", flow.oneDatabase);
    line.list("pulls", flow.pulls, [](const QString& pull) { return pull; });
    line.text("sentence", flow.sentence);
    return line.object();
}

QByteArray changeObject(const ContractChange& change)
{
    JsonLine line;
    line.text("contract", change.contract.toString());
    line.text("change", contractChangeKindName(change.kind));
    line.text("column", change.column);
    line.text("before", change.before);
    line.text("after", change.after);
    line.flag("compatible", change.compatible);
    line.text("sentence", change.sentence);
    line.text("advice", change.advice);
    return line.object();
}

QByteArray verdictObject(const PlacedVerdictCount& count)
{
    JsonLine line;
    line.text("verdict", placedVerdictName(count.verdict));
    line.number("count", count.count);
    line.text("sentence", count.sentence);
    return line.object();
}

/// `"name":[` and the entries, one per line.
template <typename List, typename Object>
QByteArray jsonSection(const char* name, const List& list, Object object)
{
    QByteArray text = QByteArray(",\n\"") + name + "\":[";
    bool first = true;
    for (const auto& one : list) {
        text += (first ? "\n" : ",\n") + object(one);
        first = false;
    }
    return text + (first ? "]" : "\n]");
}

} // namespace

QByteArray boundaryCheckJson(const BoundaryCheckExport& result)
{
    const BoundaryCheck& check = result.check;
    std::vector<BoundaryIndex> indexes(check.ownership.names.size());
    for (std::size_t i = 0; i < indexes.size(); ++i)
        indexes[i] = static_cast<BoundaryIndex>(i);
    const auto keyObject = [](const CrossingKey& key) { return jsonString(crossingKeyText(key)); };
    QByteArray text = "{\"format\":\"cadastre-boundaries\",\"version\":1,\n\"violations\":" +
                      QByteArray::number(check.violations);
    text += jsonSection("boundaries", indexes,
                        [&](BoundaryIndex index) { return boundaryObject(result, index); });
    text += jsonSection("crossings", check.crossings, [&](const JudgedCrossing& crossing) {
        return crossingObject(result, crossing);
    });
    text += jsonSection("findings", check.findings, [&](const BoundaryFinding& finding) {
        return findingObject(result, finding);
    });
    text += jsonSection("problems", check.ownership.problems, [&](const OwnershipProblem& problem) {
        return problemObject(result, problem);
    });
    text += jsonSection("unowned", check.ownership.unowned(result.catalog),
                        [&](TableId table) { return jsonString(keyTextOf(result, table)); });
    text += jsonSection("flows", check.flows,
                        [&](const FlowCheck& flow) { return flowObject(result, flow); });
    text += jsonSection("verdicts", result.verdicts, verdictObject);
    text += jsonSection("contract_changes", result.changes, changeObject);
    text += jsonSection("gone", check.gone, keyObject);
    text += jsonSection("gone_decisions", check.goneDecisions, keyObject);
    return text + "}\n";
}

} // namespace cadastre
