// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts the one page together and says how large the database is and how it is divided.
#include "model/orientation/overview.h"

#include "model/catalog/table_counts.h"
#include "model/orientation/gist.h"
#include "model/orientation/overview_document.h"
#include "model/orientation/overview_parts.h"
#include "model/relations/count_text.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

struct SourceSize
{
    TableCounts counts;
    int counted = 0; ///< tables of which the server's statistics know the rows
    double rows = 0;
    qint64 bytes = 0;
};

SourceSize sizeOf(const Catalog& catalog, SourceId source)
{
    SourceSize size;
    size.counts = countTables(catalog, source);
    size.counts.copies = countCopies(catalog, source);
    for (std::size_t i = 0; i < catalog.objects().tables.size(); ++i) {
        const TableId id{static_cast<int>(i)};
        const Table& table = catalog.table(id);
        if (catalog.sourceOf(id) != source || !isExplained(catalog, id))
            continue;
        if (!isView(table) && table.rowEstimate) {
            ++size.counted;
            size.rows += *table.rowEstimate;
        }
        size.bytes += table.sizeBytes.value_or(0);
    }
    return size;
}

template <typename Objects>
int countIn(const Catalog& catalog, const Objects& objects, SourceId source)
{
    return static_cast<int>(std::ranges::count_if(objects, [&](const auto& object) {
        return !object.system && object.extension.isEmpty() &&
               catalog.schema(object.schema).source == source;
    }));
}

QString bytesText(qint64 bytes)
{
    static constexpr std::array units{"bytes", "KiB", "MiB", "GiB", "TiB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 1024 && unit + 1 < units.size(); ++unit)
        value /= 1024;
    return QStringLiteral("%1 %2")
        .arg(value, 0, 'f', unit == 0 || value >= 10 ? 0 : 1)
        .arg(QLatin1String(units[unit]));
}

QString rowsText(const SourceSize& size)
{
    if (size.counted == 0)
        return QStringLiteral("how many rows is not known");
    QString text = QStringLiteral("about %1 rows").arg(approximateCount(size.rows));
    if (size.counted < size.counts.tables)
        text +=
            QStringLiteral(" in the %1 tables with a row count").arg(groupedDigits(size.counted));
    if (size.bytes > 0)
        text += QStringLiteral(" (%1)").arg(bytesText(size.bytes));
    return text;
}

QString engineText(const Source& source)
{
    return source.serverVersion.isEmpty()
               ? engineName(source.engine)
               : QString(engineName(source.engine) + QLatin1Char(' ') + source.serverVersion);
}

QString titleOf(const Catalog& catalog)
{
    const std::vector<Source>& sources = catalog.objects().sources;
    if (sources.empty())
        return QStringLiteral("No database");
    if (sources.size() > 1)
        return countedNoun(static_cast<qint64>(sources.size()), QStringLiteral("database"),
                           QStringLiteral("databases"));
    const Source& source = sources.front();
    return QStringLiteral("%1 (%2)").arg(
        source.databaseName.isEmpty() ? source.name : source.databaseName, engineText(source));
}

QString sourceSentence(const Catalog& catalog, SourceId id)
{
    const SourceSize size = sizeOf(catalog, id);
    QStringList parts{tablesText(size.counts)};
    const auto add = [&](qint64 count, const char* one, const char* many) {
        if (count > 0)
            parts << countedNoun(count, QString::fromLatin1(one), QString::fromLatin1(many));
    };
    add(size.counts.columns, "column", "columns");
    int triggers = 0;
    for (const Trigger& trigger : catalog.objects().triggers)
        triggers += catalog.sourceOf(trigger.table) == id ? 1 : 0;
    add(triggers, "trigger", "triggers");
    add(countIn(catalog, catalog.objects().routines, id), "routine", "routines");
    parts << rowsText(size);
    const QString apart = tablesApartText(size.counts);
    return QString(QStringLiteral("%1: %2.").arg(engineText(catalog.source(id)),
                                                 parts.join(QLatin1String(", "))) +
                   (apart.isEmpty() ? apart : QString(QLatin1Char(' ') + apart)));
}

} // namespace

void OverviewInput::sortTables(std::vector<TableId>& tables) const
{
    std::ranges::stable_sort(tables, [&](TableId a, TableId b) {
        return facts.importance.of(a).score > facts.importance.of(b).score;
    });
}

void limitEntries(OverviewSection& section, int most)
{
    if (static_cast<int>(section.entries.size()) <= most)
        return;
    section.more += static_cast<int>(section.entries.size()) - most;
    section.entries.resize(most);
}

OverviewSection sizeSection(const OverviewInput& input)
{
    OverviewSection section{QStringLiteral("Size"), {}, {}};
    const std::size_t sources = input.catalog.objects().sources.size();
    for (std::size_t i = 0; i < sources; ++i) {
        const SourceId id{static_cast<int>(i)};
        const QString sentence = sourceSentence(input.catalog, id);
        if (sources == 1)
            section.sentences << sentence;
        else
            section.entries.push_back({sentence, id, input.catalog.source(id).name});
    }
    return section;
}

OverviewSection gistSection(const OverviewInput& input)
{
    OverviewSection section{QStringLiteral("What it is about"), {}, {}};
    const QString gist = gistOf(input.worklist().commented, input.facts.importance);
    if (!gist.isEmpty())
        section.sentences << gist;
    return section;
}

OverviewSection groupSection(const OverviewInput& input)
{
    OverviewSection section{QStringLiteral("Groups"), {}, {}};
    const std::vector<TourGroup>& groups = input.facts.start.groups;
    if (groups.size() < 2)
        return section;
    const auto isOf = [](TableGroupKind kind) {
        return [kind](const TourGroup& group) { return group.kind == kind; };
    };
    const bool anyOwned = std::ranges::any_of(groups, isOf(TableGroupKind::Boundary));
    const bool anyPart = std::ranges::any_of(groups, isOf(TableGroupKind::Part));
    const TableGroupKind kind = groups.front().kind;
    section.sentences << (anyOwned && anyPart
                              ? QStringLiteral("As the boundaries divide them; the rest as names "
                                               "and relationships suggest:")
                          : anyOwned ? QStringLiteral("As the boundaries divide them:")
                          : kind == TableGroupKind::Schema
                              ? QStringLiteral("As the schemas divide them:")
                          : input.facts.asDrawn
                              ? QStringLiteral("By relationships and names, as the diagram draws "
                                               "them; nobody has drawn boundaries:")
                              : QStringLiteral("As names and relationships suggest; nobody has "
                                               "drawn boundaries:"));
    for (const TourGroup& group : groups) {
        OverviewEntry entry{groupSizeText(group), std::nullopt, group.name};
        if (!group.stops.empty()) {
            entry.object = group.stops.front().table;
            entry.text +=
                QStringLiteral("; begin with %1").arg(input.catalog.displayName(*entry.object));
        }
        section.entries.push_back(std::move(entry));
    }
    section.more = input.facts.start.groupsLeftOut;
    return section;
}

OverviewSection beginSection(const OverviewInput& input)
{
    OverviewSection section{
        QStringLiteral("Central tables"),
        {QStringLiteral("Those that most others refer to, whatever group they are in; the tour "
                        "“Start here” goes group by group.")},
        {}};
    std::vector<const TourStop*> stops;
    for (const TourGroup& group : input.facts.start.groups) {
        for (const TourStop& stop : group.stops)
            stops.push_back(&stop);
    }
    std::ranges::stable_sort(stops, [&](const TourStop* a, const TourStop* b) {
        return input.facts.importance.of(a->table).score >
               input.facts.importance.of(b->table).score;
    });
    for (const TourStop* stop : stops)
        section.entries.push_back(input.entry(stop->table, stop->what));
    if (section.entries.empty())
        section.sentences.clear();
    if (static_cast<int>(section.entries.size()) > input.facts.entriesPerKind)
        section.entries.resize(input.facts.entriesPerKind); // the tour has the others
    return section;
}

Overview overviewOf(const OverviewFacts& facts)
{
    Overview overview;
    if (facts.worklist.commented.catalog() == nullptr)
        return overview;
    const OverviewInput input{facts, *facts.worklist.commented.catalog()};
    overview.title = titleOf(input.catalog);
    for (const auto make :
         {gistSection, sizeSection, beginSection, groupSection, namesSection, conceptSection,
          relationshipSection, commentSection, boundarySection, oddSection, notReadSection}) {
        OverviewSection section = make(input);
        if (!section.sentences.isEmpty() || !section.entries.empty())
            overview.sections.push_back(std::move(section));
    }
    return overview;
}

} // namespace cadastre
