// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Divides a schema into Mermaid diagrams that are small enough: by groups, and large groups into
// successive tables.
#include "model/export/markdown_text.h"
#include "model/export/schema/mermaid_writer.h"

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

/// The lines of one table: its entity, the relationships that it is the child of, what it reads.
struct MermaidTable
{
    TableId table;
    QString entity;
    std::vector<QString> links;
    qsizetype size = 0;
    int leftOut = 0;
};

struct MermaidPart
{
    QString title;
    std::vector<const MermaidTable*> tables;
    qsizetype size = 0;
    int links = 0;
};

class MermaidDivider
{
public:
    MermaidDivider(const SchemaExport& schema, const MermaidLimits& limits)
        : m_schema(schema)
        , m_limits(limits)
        , m_writer(schema)
    {
        writeTables();
    }

    [[nodiscard]] std::vector<MermaidDiagram> diagrams()
    {
        MermaidPart whole{m_schema.title, {}, mermaidHead(m_schema.title).size(), 0};
        for (const MermaidTable& table : m_tables)
            add(whole, table);
        if (fits(whole))
            return {written(whole, m_schema.title)};
        divide();
        std::vector<MermaidDiagram> result{overview()};
        for (const MermaidPart& part : m_parts)
            result.push_back(written(part, part.title));
        return result;
    }

private:
    void writeTables()
    {
        std::map<TableId, std::size_t> places;
        // a table with all its columns may be larger than a diagram
        const qsizetype most = m_limits.characters / 2;
        m_tables.reserve(m_schema.tables.size());
        for (const TableId table : m_schema.tables) {
            places[table] = m_tables.size();
            MermaidTable& made = m_tables.emplace_back();
            made.table = table;
            made.entity = m_writer.entity(table, most, made.leftOut);
            made.size = made.entity.size();
        }
        m_places = std::move(places);
        for (const SchemaLink& link : m_schema.links)
            addLine(link.child, m_writer.link(link));
        for (const SchemaRead& read : m_schema.reads)
            addLine(read.view, m_writer.read(read));
    }

    void addLine(TableId from, QString line)
    {
        MermaidTable& table = m_tables[m_places.at(from)];
        table.size += line.size();
        table.links.push_back(std::move(line));
    }

    static void add(MermaidPart& part, const MermaidTable& table)
    {
        part.tables.push_back(&table);
        part.size += table.size;
        part.links += static_cast<int>(table.links.size());
    }

    [[nodiscard]] bool fits(const MermaidPart& part) const
    {
        return part.size <= m_limits.characters && part.links <= m_limits.edges;
    }

    [[nodiscard]] bool fits(const MermaidPart& part, const MermaidTable& more) const
    {
        return part.size + more.size <= m_limits.characters &&
               part.links + static_cast<int>(more.links.size()) <= m_limits.edges;
    }

    void divide()
    {
        std::vector<bool> taken(m_tables.size(), false);
        for (const SchemaGroup& group : m_schema.groups) {
            std::vector<const MermaidTable*> tables;
            for (const TableId table : group.tables) {
                const auto place = m_places.find(table);
                if (place == m_places.end() || taken[place->second])
                    continue;
                taken[place->second] = true;
                tables.push_back(&m_tables[place->second]);
            }
            divideGroup(group.name, tables);
        }
        std::vector<const MermaidTable*> rest;
        for (std::size_t i = 0; i < m_tables.size(); ++i)
            if (!taken[i])
                rest.push_back(&m_tables[i]);
        divideGroup(m_schema.groups.empty() ? m_schema.title : QStringLiteral("Other tables"),
                    rest);
    }

    void divideGroup(const QString& name, const std::vector<const MermaidTable*>& tables)
    {
        if (tables.empty())
            return;
        // with room for the title and its number
        const qsizetype head = mermaidHead(name).size() + 32;
        std::vector<MermaidPart> parts;
        for (const MermaidTable* table : tables) {
            if (parts.empty() || !fits(parts.back(), *table))
                parts.push_back({name, {}, head, 0});
            add(parts.back(), *table);
        }
        for (std::size_t i = 0; parts.size() > 1 && i < parts.size(); ++i)
            parts[i].title += QStringLiteral(" (%1 of %2)").arg(i + 1).arg(parts.size());
        std::move(parts.begin(), parts.end(), std::back_inserter(m_parts));
    }

    [[nodiscard]] MermaidDiagram written(const MermaidPart& part, const QString& title) const
    {
        MermaidDiagram diagram;
        diagram.title = title;
        QString text = mermaidHead(title);
        for (const MermaidTable* table : part.tables) {
            text += table->entity;
            diagram.leftOut += table->leftOut;
        }
        // one table may have more relationships than a diagram takes
        int links = 0;
        for (const MermaidTable* table : part.tables) {
            for (const QString& link : table->links) {
                if (links == m_limits.edges || text.size() + link.size() > m_limits.characters) {
                    ++diagram.leftOut;
                    continue;
                }
                text += link;
                ++links;
            }
        }
        diagram.tables = static_cast<int>(part.tables.size());
        diagram.text = text.toUtf8();
        return diagram;
    }

    /// How much leads from one part to another.
    struct Between
    {
        int links = 0;
        int reads = 0;

        [[nodiscard]] QString words() const
        {
            QStringList words;
            if (links > 0)
                words << (links == 1 ? QStringLiteral("1 relationship")
                                     : QStringLiteral("%1 relationships").arg(links));
            if (reads > 0)
                words << (reads == 1 ? QStringLiteral("1 read")
                                     : QStringLiteral("%1 reads").arg(reads));
            return words.join(QStringLiteral(", "));
        }
    };

    /// By the indexes of the parts; nothing about what stays in one.
    [[nodiscard]] std::map<std::pair<int, int>, Between> betweenParts() const
    {
        std::map<TableId, int> partOf;
        for (int i = 0; i < static_cast<int>(m_parts.size()); ++i)
            for (const MermaidTable* table : m_parts[static_cast<std::size_t>(i)].tables)
                partOf[table->table] = i;
        std::map<std::pair<int, int>, Between> between;
        for (const SchemaLink& link : m_schema.links)
            if (partOf.at(link.child) != partOf.at(link.parent))
                ++between[{partOf.at(link.child), partOf.at(link.parent)}].links;
        for (const SchemaRead& read : m_schema.reads)
            if (partOf.at(read.view) != partOf.at(read.table))
                ++between[{partOf.at(read.view), partOf.at(read.table)}].reads;
        return between;
    }

    /// The parts as entities, and how many relationships and reads lead from one to another.
    [[nodiscard]] MermaidDiagram overview() const
    {
        MermaidDiagram diagram;
        diagram.title = m_schema.title.isEmpty()
                            ? QStringLiteral("Overview")
                            : QString(m_schema.title + QStringLiteral(": overview"));
        QString text = mermaidHead(diagram.title);
        const auto take = [&](const QString& line) {
            const bool hasRoom = text.size() + line.size() <= m_limits.characters;
            hasRoom ? void(text += line) : void(++diagram.leftOut);
        };
        for (const MermaidPart& part : m_parts)
            take(QStringLiteral("  %1 {\n    tables count \"%2\"\n  }\n")
                     .arg(quotedTitle(part), QString::number(part.tables.size())));
        const auto between = betweenParts();
        std::vector<std::pair<std::pair<int, int>, Between>> byCount(between.begin(),
                                                                     between.end());
        std::ranges::stable_sort(byCount, std::greater(), [](const auto& each) {
            return std::pair(each.second.links, each.second.reads);
        });
        if (static_cast<int>(byCount.size()) > m_limits.edges) {
            diagram.leftOut += static_cast<int>(byCount.size()) - m_limits.edges;
            byCount.resize(static_cast<std::size_t>(m_limits.edges));
        }
        for (const auto& [ends, count] : byCount)
            take(QStringLiteral("  %1 }o%2o{ %3 : \"%4\"\n")
                     .arg(quotedTitle(m_parts[static_cast<std::size_t>(ends.first)]),
                          count.links > 0 ? QStringLiteral("--") : QStringLiteral(".."),
                          quotedTitle(m_parts[static_cast<std::size_t>(ends.second)]),
                          count.words()));
        diagram.text = text.toUtf8();
        return diagram;
    }

    static QString quotedTitle(const MermaidPart& part)
    {
        return QString(QLatin1Char('"') + mermaidText(part.title) + QLatin1Char('"'));
    }

    const SchemaExport& m_schema;
    MermaidLimits m_limits;
    MermaidWriter m_writer;
    std::vector<MermaidTable> m_tables;
    std::map<TableId, std::size_t> m_places;
    std::vector<MermaidPart> m_parts;
};

} // namespace

std::vector<MermaidDiagram> mermaidDiagrams(const SchemaExport& schema, const MermaidLimits& limits)
{
    return MermaidDivider(schema, limits).diagrams();
}

QString mermaidHeading(const QString& title)
{
    return markdownText(title);
}

} // namespace cadastre
