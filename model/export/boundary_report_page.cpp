// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The page of one boundary: who it is, its contract, its private tables, what it depends on and who
// depends on it, what was decided, what may go.
#include "model/export/boundary_report_parts.h"
#include "model/relations/count_text.h"

#include <QStringList>

#include <algorithm>

namespace cadastre {

namespace {

QString identitySentence(const BoundaryReportFacts& report, BoundaryIndex index)
{
    const Boundary& boundary = report.boundary(index);
    QStringList parts{boundaryKindName(boundary.kind)};
    if (!boundary.parent.isEmpty())
        parts << QStringLiteral("inside %1").arg(boundary.parent);
    parts << (boundary.owner.isEmpty() ? QStringLiteral("owner not known")
                                       : QStringLiteral("owned by %1").arg(boundary.owner));
    if (!boundary.deployer.isEmpty())
        parts << QStringLiteral("deployed by %1").arg(boundary.deployer);
    if (!boundary.contact.isEmpty())
        parts << QStringLiteral("contact %1").arg(boundary.contact);
    if (!boundary.roles.isEmpty())
        parts << QStringLiteral("roles %1").arg(boundary.roles.join(QStringLiteral(", ")));
    parts << QStringLiteral("a change touches %1").arg(rippleText(report.boundaryRipples[index]));
    QString text = parts.join(QStringLiteral("; "));
    text[0] = text[0].toUpper();
    return text + QLatin1Char('.');
}

QString readersText(const BoundaryReportFacts& report, const Contract& contract)
{
    QStringList readers;
    for (const BoundaryIndex boundary : contract.readingBoundaries)
        readers << report.name(boundary);
    for (const ObjectRef& reader : contract.readers)
        readers << report.catalog().displayName(reader);
    return readers.join(QStringLiteral(", "));
}

void appendContracts(Document& document, const BoundaryReportFacts& report, BoundaryIndex boundary)
{
    document.heading(3, QStringLiteral("Contract"));
    std::vector<std::vector<DocumentText>> rows;
    for (const Contract& contract : report.input.check.contracts) {
        if (contract.boundary != boundary)
            continue;
        QStringList columns;
        for (const Column& column : report.catalog().columnsOf(contract.table))
            columns << column.name;
        const Table& table = report.catalog().table(contract.table);
        rows.push_back({{report.catalog().displayName(contract.table)},
                        {contract.version},
                        {contract.superseded ? QStringLiteral("superseded") : QString()},
                        {columns.join(QStringLiteral(", "))},
                        {readersText(report, contract)},
                        {table.comment.text}});
    }
    if (rows.empty()) {
        document.paragraph(QStringLiteral("It publishes nothing: everything in it is private."));
        return;
    }
    document.table({QStringLiteral("Object"), QStringLiteral("Version"), QStringLiteral("State"),
                    QStringLiteral("Columns"), QStringLiteral("Read by"),
                    QStringLiteral("Comment")},
                   std::move(rows));
}

void appendPrivate(Document& document, const BoundaryReportFacts& report, BoundaryIndex boundary)
{
    std::vector<std::vector<DocumentText>> rows;
    for (const TableId id : report.ownership().tablesOf(boundary)) {
        if (report.ownership().isContract(id))
            continue;
        const Table& table = report.catalog().table(id);
        rows.push_back({{report.catalog().displayName(id)},
                        {tableKindName(table.kind)},
                        {exposureName(report.ownership().exposures[id.index].exposure)},
                        {table.rowEstimate ? approximateCount(*table.rowEstimate) : QString()},
                        {rippleText(report.tableRipples[id.index])}});
    }
    if (rows.empty())
        return;
    document.heading(3, QStringLiteral("Private"));
    document.table({QStringLiteral("Object"), QStringLiteral("Kind"), QStringLiteral("Exposure"),
                    QStringLiteral("Rows"), QStringLiteral("A change touches")},
                   std::move(rows));
}

void appendCrossings(Document& document, const BoundaryReportFacts& report, BoundaryIndex boundary,
                     bool outgoing)
{
    std::vector<std::vector<DocumentText>> rows;
    for (const JudgedCrossing& judged : report.input.check.crossings) {
        const Crossing& crossing = judged.crossing;
        if ((outgoing ? crossing.fromBoundary : crossing.intoBoundary) != boundary)
            continue;
        rows.push_back({report.link(outgoing ? crossing.intoBoundary : crossing.fromBoundary),
                        {crossingKindTitle(crossing.kind)},
                        {crossing.sentence},
                        {stateText(judged)},
                        {judged.reason}});
    }
    if (rows.empty())
        return;
    document.heading(3, outgoing ? QStringLiteral("Depends on") : QStringLiteral("Depended on by"));
    document.table({outgoing ? QStringLiteral("Into") : QStringLiteral("From"),
                    QStringLiteral("Kind"), QStringLiteral("What"), QStringLiteral("State"),
                    QStringLiteral("Why")},
                   std::move(rows));
}

void appendDecisions(Document& document, const BoundaryReportFacts& report, BoundaryIndex boundary)
{
    std::vector<std::vector<DocumentText>> rows;
    for (const JudgedCrossing& judged : report.input.check.crossings) {
        if (judged.crossing.fromBoundary != boundary || !judged.decision)
            continue;
        rows.push_back({{judged.crossing.sentence},
                        {crossingChoiceTitle(judged.decision->choice)},
                        {judged.decision->reason},
                        {dayText(judged.decision->until)}});
    }
    if (rows.empty())
        return;
    document.heading(3, QStringLiteral("Decisions"));
    document.table({QStringLiteral("Crossing"), QStringLiteral("Decision"),
                    QStringLiteral("Reason"), QStringLiteral("Until")},
                   std::move(rows));
}

} // namespace

void appendBoundaryPage(Document& document, const BoundaryReportFacts& report,
                        BoundaryIndex boundary)
{
    document.heading(2, report.name(boundary), boundaryAnchor(boundary));
    document.paragraph(identitySentence(report, boundary));
    if (const QString& note = report.boundary(boundary).note; !note.isEmpty())
        document.paragraph(note);
    appendReportPicture(document, report, report.name(boundary),
                        QStringLiteral("%1 and its neighbours").arg(report.name(boundary)));
    appendContracts(document, report, boundary);
    appendPrivate(document, report, boundary);
    appendCrossings(document, report, boundary, true);
    appendCrossings(document, report, boundary, false);
    appendDecisions(document, report, boundary);
}

} // namespace cadastre
