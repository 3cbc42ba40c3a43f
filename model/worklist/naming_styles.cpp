// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads the styles of names; see the header. Notes about conventions are in convention_uses.cpp.
#include "model/worklist/naming_styles.h"

#include "model/relations/count_text.h"

#include <algorithm>
#include <array>
#include <map>

namespace cadastre {

namespace {

constexpr int styleCount = static_cast<int>(NamingStyle::Mixed) + 1;
constexpr int tableNameVotes = 3;

/// Names of all engines: digits and marks at the edges say nothing.
QString core(const QString& name)
{
    qsizetype first = 0;
    while (first < name.size() && name[first] == QLatin1Char('_'))
        ++first;
    qsizetype end = name.size();
    while (end > first && (name[end - 1] == QLatin1Char('_') || name[end - 1].isDigit()))
        --end;
    return name.mid(first, end - first);
}

/// Votes of one table's names.
struct StyleVotes
{
    std::array<int, styleCount> counts{};

    void add(NamingStyle style, int votes = 1) { counts[static_cast<std::size_t>(style)] += votes; }
    [[nodiscard]] int withStyle() const
    {
        int sum = 0;
        for (int i = 0; i < styleCount; ++i)
            sum += i == static_cast<int>(NamingStyle::Plain) ? 0 : counts[i];
        return sum;
    }
    [[nodiscard]] NamingStyle winner() const
    {
        auto best = NamingStyle::Plain;
        int votes = 0;
        for (int i = 0; i < styleCount; ++i) {
            const auto style = static_cast<NamingStyle>(i);
            if (style != NamingStyle::Plain && counts[i] > votes) {
                best = style;
                votes = counts[i];
            }
        }
        return best;
    }
};

TableNaming namingOfTable(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    StyleVotes votes;
    votes.add(namingStyleOf(table.name), tableNameVotes);
    for (const Column& column : catalog.columnsOf(id))
        votes.add(namingStyleOf(column.name));
    TableNaming naming{id, votes.winner(), 0, table.name};
    if (naming.style == NamingStyle::Plain)
        return naming;
    naming.share = static_cast<double>(votes.counts[static_cast<std::size_t>(naming.style)]) /
                   votes.withStyle();
    for (const Column& column : catalog.columnsOf(id)) {
        if (namingStyleOf(column.name) == naming.style) {
            naming.example += QString(QLatin1Char('.') + column.name);
            break;
        }
    }
    return naming;
}

} // namespace

QString namingStyleName(NamingStyle style)
{
    switch (style) {
    case NamingStyle::Snake:
        return QStringLiteral("snake_case");
    case NamingStyle::Camel:
        return QStringLiteral("camelCase");
    case NamingStyle::Pascal:
        return QStringLiteral("PascalCase");
    case NamingStyle::Upper:
        return QStringLiteral("UPPER_CASE");
    case NamingStyle::TitleSnake:
        return QStringLiteral("Title_Snake");
    case NamingStyle::Plain:
        return QStringLiteral("plain");
    case NamingStyle::Mixed:
        return QStringLiteral("mixed");
    }
    Q_UNREACHABLE();
}

NamingStyle namingStyleOf(const QString& name)
{
    const QString word = core(name);
    const auto isOther = [](QChar c) { return !c.isLetterOrNumber() && c != QLatin1Char('_'); };
    if (word.isEmpty())
        return NamingStyle::Plain;
    if (std::ranges::any_of(word, isOther))
        return NamingStyle::Mixed;
    const bool hasLower = std::ranges::any_of(word, [](QChar c) { return c.isLower(); });
    const bool hasUpper = std::ranges::any_of(word, [](QChar c) { return c.isUpper(); });
    const bool hasBar = word.contains(QLatin1Char('_'));
    if (!hasUpper)
        return hasBar ? NamingStyle::Snake : NamingStyle::Plain;
    if (!hasLower) // ID, SKU: short ones fit anywhere
        return hasBar || word.size() > 3 ? NamingStyle::Upper : NamingStyle::Plain;
    if (!hasBar)
        return word.front().isUpper() ? NamingStyle::Pascal : NamingStyle::Camel;
    const QStringList parts = word.split(QLatin1Char('_'), Qt::SkipEmptyParts);
    const bool isTitle = std::ranges::all_of(parts, [](const QString& part) {
        return part.front().isUpper() || part.front().isDigit();
    });
    return isTitle ? NamingStyle::TitleSnake : NamingStyle::Mixed;
}

NamingReading namingStyles(const Catalog& catalog)
{
    NamingReading reading;
    std::map<NamingStyle, std::vector<const TableNaming*>> byStyle;
    const auto& tables = catalog.objects().tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const Table& table = tables[i];
        if (!table.system && table.extension.isEmpty() && !table.partitionOf && !isView(table) &&
            table.kind != TableKind::ShadowTable)
            reading.tables.push_back(namingOfTable(catalog, {static_cast<int>(i)}));
    }
    std::size_t withStyle = 0;
    for (const TableNaming& naming : reading.tables) {
        if (naming.style == NamingStyle::Plain)
            continue;
        byStyle[naming.style].push_back(&naming);
        ++withStyle;
    }
    for (const auto& [style, members] : byStyle) {
        NamingGroup group{style, {}, static_cast<double>(members.size()) / withStyle, {}};
        const TableNaming* clearest = members.front();
        for (const TableNaming* naming : members) {
            group.tables.push_back(naming->table);
            if (naming->share > clearest->share)
                clearest = naming;
        }
        group.example = clearest->example;
        reading.groups.push_back(std::move(group));
    }
    std::ranges::stable_sort(reading.groups, std::ranges::greater(),
                             [](const NamingGroup& group) { return group.tables.size(); });
    return reading;
}

QString namingSentence(const NamingReading& reading)
{
    if (reading.groups.empty())
        return QStringLiteral("Names of one word only: no naming convention shows.");
    QStringList parts;
    for (const NamingGroup& group : reading.groups) {
        const auto count = std::ssize(group.tables);
        parts << QStringLiteral("%1 (%2)").arg(
            namingStyleName(group.style),
            parts.isEmpty() ? countedNoun(count, QStringLiteral("table"), QStringLiteral("tables"))
                            : groupedDigits(count));
    }
    return QStringLiteral("This database has %1: %2.")
        .arg(countedNoun(std::ssize(reading.groups), QStringLiteral("naming convention"),
                         QStringLiteral("naming conventions")),
             parts.join(QLatin1String(", ")));
}

} // namespace cadastre
