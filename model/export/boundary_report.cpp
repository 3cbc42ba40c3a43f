// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts the pages together; see the header.
#include "model/export/boundary_report_parts.h"

#include "model/relations/count_text.h"

#include <algorithm>

namespace cadastre {

namespace {

std::vector<BoundaryIndex> pageOrder(const Ownership& ownership)
{
    std::vector<BoundaryIndex> order;
    const int count = static_cast<int>(ownership.names.size());
    for (BoundaryIndex outer = 0; outer < count; ++outer) {
        if (ownership.parents[outer] >= 0)
            continue;
        order.push_back(outer);
        for (BoundaryIndex inner = 0; inner < count; ++inner) {
            if (ownership.parents[inner] == outer)
                order.push_back(inner);
        }
    }
    for (BoundaryIndex left = 0; left < count; ++left) { // nested deeper than one level
        if (!std::ranges::count(order, left))
            order.push_back(left);
    }
    return order;
}

Document reportDocument(const BoundaryReportInput& input)
{
    const BoundaryReportFacts report(input);
    Document document;
    appendBoundaryOverview(document, report);
    appendBoundaryFindings(document, report);
    for (const BoundaryIndex boundary : report.order)
        appendBoundaryPage(document, report, boundary);
    return document;
}

} // namespace

BoundaryReportFacts::BoundaryReportFacts(const BoundaryReportInput& reportInput)
    : input(reportInput)
    , facts{reportInput.catalog, reportInput.relationships, reportInput.uses,
            reportInput.boundaries, reportInput.check.ownership}
    , tableRipples(ripples(facts))
    , boundaryRipples(cadastre::boundaryRipples(facts))
    , order(pageOrder(reportInput.check.ownership))
{
}

QString BoundaryReportFacts::name(BoundaryIndex boundary) const
{
    return ownership().names[boundary];
}

const Boundary& BoundaryReportFacts::boundary(BoundaryIndex boundary) const
{
    return input.boundaries.entries.at(name(boundary));
}

DocumentText BoundaryReportFacts::link(BoundaryIndex boundary) const
{
    return {name(boundary), boundaryAnchor(boundary)};
}

QString boundaryAnchor(BoundaryIndex boundary)
{
    return QStringLiteral("boundary-%1").arg(boundary + 1);
}

QString rippleText(const Ripple& ripple)
{
    if (ripple.objects == 0)
        return QStringLiteral("nothing");
    return QStringLiteral("%1 in %2, %3")
        .arg(countedNoun(ripple.objects, QStringLiteral("object"), QStringLiteral("objects")),
             countedNoun(ripple.databases, QStringLiteral("database"), QStringLiteral("databases")),
             countedNoun(ripple.owners, QStringLiteral("other owner"),
                         QStringLiteral("other owners")));
}

QString kindsText(const CrossingPair& pair)
{
    QStringList parts;
    for (std::size_t kind = 0; kind < pair.byKind.size(); ++kind) {
        if (pair.byKind[kind] > 0)
            parts << QStringLiteral("%1 %2")
                         .arg(pair.byKind[kind])
                         .arg(crossingKindName(static_cast<CrossingKind>(kind)));
    }
    return parts.join(QStringLiteral(", "));
}

QString dayText(const std::optional<QDate>& day)
{
    return day ? day->toString(Qt::ISODate) : QString();
}

QString stateText(const JudgedCrossing& crossing)
{
    const QString state = crossingStateTitle(crossing.state);
    if (!crossing.decision || !crossing.decision->until)
        return state;
    return QStringLiteral("%1 (until %2)").arg(state, dayText(crossing.decision->until));
}

void appendReportPicture(Document& document, const BoundaryReportFacts& report, const QString& name,
                         const QString& caption)
{
    const auto picture = report.input.pictures.find(name);
    if (picture == report.input.pictures.end())
        return;
    const auto file = report.input.pictureFiles.find(name);
    document.picture(picture->second, caption,
                     file == report.input.pictureFiles.end() ? QString() : file->second);
}

QByteArray boundaryReportMarkdown(const BoundaryReportInput& input)
{
    return markdownOf(reportDocument(input));
}

QByteArray boundaryReportHtml(const BoundaryReportInput& input)
{
    return htmlOf(reportDocument(input), input.title);
}

} // namespace cadastre
