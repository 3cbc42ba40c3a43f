// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Prints the one page and the tour into blocks; see the header.
#include "model/orientation/overview_document.h"

#include "model/relations/count_text.h"

namespace cadastre {

namespace {

QString anchorFor(const AnchorOf& anchorOf, const std::optional<ObjectRef>& object)
{
    return anchorOf && object ? anchorOf(*object) : QString();
}

QString textOf(const OverviewEntry& entry)
{
    if (entry.name.isEmpty())
        return entry.text;
    return entry.text.isEmpty() ? entry.name
                                : QString(entry.name + QStringLiteral(": ") + entry.text);
}

} // namespace

QString groupSizeText(const TourGroup& group)
{
    QStringList parts;
    if (group.tables > 0)
        parts << countedNoun(group.tables, QStringLiteral("table"), QStringLiteral("tables"));
    if (group.views > 0)
        parts << countedNoun(group.views, QStringLiteral("view"), QStringLiteral("views"));
    return parts.join(QLatin1String(", "));
}

void addOverview(Document& document, const Overview& overview, int level, const AnchorOf& anchorOf)
{
    document.heading(level, overview.title);
    for (const OverviewSection& section : overview.sections) {
        document.heading(level + 1, section.title);
        for (const QString& sentence : section.sentences)
            document.paragraph(sentence);
        std::vector<DocumentText> items;
        for (const OverviewEntry& entry : section.entries)
            items.push_back({textOf(entry), anchorFor(anchorOf, entry.object)});
        if (section.more > 0)
            items.push_back({QStringLiteral("… and %1 more").arg(groupedDigits(section.more)), {}});
        if (!items.empty())
            document.list(std::move(items));
    }
}

void addStartHere(Document& document, const Catalog& catalog, const StartHere& start, int level,
                  const AnchorOf& anchorOf)
{
    for (const TourGroup& group : start.groups) {
        document.heading(level, group.name);
        document.paragraph(groupSizeText(group));
        std::vector<std::vector<DocumentText>> rows;
        for (const TourStop& stop : group.stops)
            rows.push_back({{catalog.displayName(stop.table), anchorFor(anchorOf, stop.table)},
                            {stop.what, {}},
                            {stop.why, {}}});
        document.table(
            {QStringLiteral("Table"), QStringLiteral("What it is"), QStringLiteral("Why here")},
            std::move(rows));
    }
    if (start.groupsLeftOut > 0)
        document.paragraph(
            QStringLiteral("%1 with %2 are left out.")
                .arg(countedNoun(start.groupsLeftOut, QStringLiteral("smaller group"),
                                 QStringLiteral("smaller groups")),
                     countedNoun(start.tablesLeftOut, QStringLiteral("table"),
                                 QStringLiteral("tables"))));
}

} // namespace cadastre
