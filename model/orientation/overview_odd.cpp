// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sections of the one page about what is odd and what was not read.
#include "model/orientation/overview_parts.h"

#include "model/catalog/column_families.h"
#include "model/catalog/table_families.h"
#include "model/orientation/importance_parts.h"
#include "model/relations/count_text.h"
#include "model/relations/type_families.h"
#include "model/worklist/name_hints.h"

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

constexpr int listedPerOddity = 5;
constexpr int usesThatBelieName = 3;

class OddFinder
{
public:
    explicit OddFinder(const OverviewInput& input)
        : m_input(input)
        , m_catalog(input.catalog)
    {
        for (std::size_t i = 0; i < m_catalog.objects().tables.size(); ++i) {
            if (isExplained(m_catalog, {static_cast<int>(i)}))
                m_tables.push_back({static_cast<int>(i)});
        }
        input.sortTables(m_tables);
    }

    OverviewSection find()
    {
        namesThatLie();
        withoutKey();
        wide();
        differentTypes();
        copies();
        brokenViews();
        emptySchemas();
        return std::move(m_section);
    }

private:
    [[nodiscard]] bool isStored(TableId id) const
    {
        const TableKind kind = m_catalog.table(id).kind;
        return kind == TableKind::Table || kind == TableKind::PartitionedTable;
    }

    /// "and 12 more without a primary key" beyond a handful of one oddity.
    void add(std::vector<OverviewEntry> entries, const QString& more)
    {
        const int extra = static_cast<int>(entries.size()) - listedPerOddity;
        if (extra > 1)
            entries.resize(listedPerOddity);
        m_section.entries.insert(m_section.entries.end(), entries.begin(), entries.end());
        if (extra > 1)
            m_section.entries.push_back(
                {QStringLiteral("… and %1 more %2").arg(groupedDigits(extra), more), std::nullopt});
    }

    void namesThatLie()
    {
        std::vector<OverviewEntry> entries;
        for (TableId table : m_tables) {
            const QString called = m_input.worklist().commented.calledName(table);
            const TableImportance& figures = m_input.facts.importance.of(table);
            const TableNameHint hint = tableNameHint(m_catalog.table(table).name);
            const int uses = figures.referencedBy + figures.views;
            if (!called.isEmpty())
                entries.push_back(m_input.entry(
                    table, QStringLiteral("should be called “%1”").arg(called.simplified())));
            else if (hint.promise && uses >= usesThatBelieName)
                entries.push_back(m_input.entry(
                    table, QStringLiteral("the name says %1, but %2 refer to it or read it")
                               .arg(tablePromiseWord(*hint.promise),
                                    countedNoun(uses, QStringLiteral("table or view"),
                                                QStringLiteral("tables and views")))));
        }
        add(std::move(entries), QStringLiteral("whose name lies"));
    }

    void withoutKey()
    {
        std::vector<OverviewEntry> entries;
        for (TableId table : m_tables) {
            const TableImportance& figures = m_input.facts.importance.of(table);
            if (isStored(table) && m_catalog.primaryKeyOf(table) == nullptr &&
                figures.setBack != SetBack::Copy && areConstraintsRead(table))
                entries.push_back(m_input.entry(table, QStringLiteral("has no primary key")));
        }
        add(std::move(entries), QStringLiteral("without a primary key"));
    }

    [[nodiscard]] bool areConstraintsRead(TableId table) const
    {
        const KindReport* report =
            m_catalog.kindReport(m_catalog.sourceOf(table), CatalogKind::Constraints);
        return report == nullptr || report->state == ReadState::Read;
    }

    void wide()
    {
        std::vector<OverviewEntry> entries;
        for (TableId table : m_tables) {
            const std::size_t columns = m_catalog.columnsOf(table).size();
            if (isStored(table) && columns > columnsShownUnfolded)
                entries.push_back(
                    m_input.entry(table, QStringLiteral("has %1 columns").arg(columns)));
        }
        add(std::move(entries), QStringLiteral("wide tables"));
    }

    /// Columns of one name whose values do not compare.
    void differentTypes()
    {
        struct Use
        {
            std::map<TypeFamily, std::vector<ColumnId>> families;
        };
        std::map<QString, Use> names;
        for (TableId table : m_tables) {
            if (!isStored(table) || m_input.facts.importance.of(table).setBack == SetBack::Copy)
                continue;
            const int first = m_catalog.firstColumn(table).index;
            const auto columns = m_catalog.columnsOf(table);
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const TypeFamily family = comparable(typeFamily(columns[i], m_catalog));
                if (family != TypeFamily::Unknown)
                    names[columns[i].name].families[family].push_back(
                        {first + static_cast<int>(i)});
            }
        }
        std::vector<std::pair<std::size_t, OverviewEntry>> found;
        for (const auto& [name, use] : names) {
            if (use.families.size() < 2)
                continue;
            std::vector<const std::vector<ColumnId>*> bySize;
            QStringList words;
            std::size_t all = 0;
            for (const auto& [family, columns] : use.families) {
                bySize.push_back(&columns);
                all += columns.size();
                words << QStringLiteral("%1 in %2").arg(typeFamilyName(family)).arg(columns.size());
            }
            std::ranges::stable_sort(
                bySize, [](const auto* a, const auto* b) { return a->size() < b->size(); });
            // the rarest is the one to look at
            const ColumnId odd = bySize.front()->front();
            found.push_back({all,
                             {QStringLiteral("columns of one name, several types: %1 (%2)")
                                  .arg(words.join(QLatin1String(", ")), m_catalog.displayName(odd)),
                              odd, name}});
        }
        std::ranges::stable_sort(found,
                                 [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<OverviewEntry> entries;
        for (auto& [count, entry] : found)
            entries.push_back(std::move(entry));
        add(std::move(entries), QStringLiteral("names with several types"));
    }

    /// Enums and words compare as text does.
    static TypeFamily comparable(TypeFamily family)
    {
        switch (family) {
        case TypeFamily::Enum:
            return TypeFamily::Text;
        case TypeFamily::Json:
        case TypeFamily::Array:
        case TypeFamily::Other:
            return TypeFamily::Unknown;
        default:
            return family;
        }
    }

    void copies()
    {
        std::vector<OverviewEntry> entries;
        for (const TableFamily& family : tableFamilies(m_catalog)) {
            for (const FamilyMember& member : family.members) {
                if (member.rule == TableFamilyRule::Partition ||
                    member.rule == TableFamilyRule::Shadow || m_catalog.table(member.table).system)
                    continue;
                entries.push_back(m_input.entry(
                    member.table, QStringLiteral("%1 of %2")
                                      .arg(tableFamilyRuleName(member.rule),
                                           m_catalog.displayName(family.representative))));
            }
        }
        add(std::move(entries), QStringLiteral("copies"));
    }

    void brokenViews()
    {
        std::vector<OverviewEntry> entries;
        for (TableId table : m_tables) {
            if (m_catalog.table(table).broken)
                entries.push_back(
                    m_input.entry(table, QStringLiteral("does not work: %1")
                                             .arg(m_catalog.table(table).broken->simplified())));
        }
        add(std::move(entries), QStringLiteral("broken views"));
    }

    void emptySchemas()
    {
        std::vector<bool> used(m_catalog.objects().schemas.size());
        for (const Table& table : m_catalog.objects().tables)
            used[table.schema.index] = true;
        for (const Routine& routine : m_catalog.objects().routines)
            used[routine.schema.index] = true;
        for (const UserType& type : m_catalog.objects().types)
            used[type.schema.index] = true;
        std::vector<OverviewEntry> entries;
        for (std::size_t i = 0; i < used.size(); ++i) {
            const SchemaId id{static_cast<int>(i)};
            const KindReport* report =
                m_catalog.kindReport(m_catalog.schema(id).source, CatalogKind::Tables);
            if (!used[i] && !m_catalog.schema(id).system &&
                (report == nullptr || report->state == ReadState::Read))
                entries.push_back(m_input.entry(id, QStringLiteral("an empty schema")));
        }
        add(std::move(entries), QStringLiteral("empty schemas"));
    }

    const OverviewInput& m_input;
    const Catalog& m_catalog;
    std::vector<TableId> m_tables; ///< most important first
    OverviewSection m_section{QStringLiteral("What is odd"), {}, {}};
};

} // namespace

OverviewSection oddSection(const OverviewInput& input)
{
    return OddFinder(input).find();
}

OverviewSection notReadSection(const OverviewInput& input)
{
    OverviewSection section{QStringLiteral("Not read"), {}, {}};
    const Catalog& catalog = input.catalog;
    for (std::size_t i = 0; i < catalog.objects().sources.size(); ++i) {
        const Source& source = catalog.source({static_cast<int>(i)});
        const QString where = catalog.objects().sources.size() > 1
                                  ? QString(source.name + QStringLiteral(": "))
                                  : QString();
        for (const KindReport& report : source.kinds) {
            if (report.state == ReadState::Read || report.state == ReadState::EngineHasNone)
                continue;
            section.entries.push_back(
                {QStringLiteral("%1%2%3").arg(where,
                                              report.state == ReadState::NotRead
                                                  ? QStringLiteral("not read: ")
                                                  : QStringLiteral("partly read: "),
                                              report.reason.simplified()),
                 SourceId{static_cast<int>(i)}, catalogKindName(report.kind)});
        }
        for (const Omission& omission : source.omissions) {
            if (omission.count > 0)
                section.entries.push_back({QStringLiteral("%1%2 left out on purpose")
                                               .arg(where, groupedDigits(omission.count)),
                                           SourceId{static_cast<int>(i)}, omission.what});
        }
        if (source.changedWhileReading)
            section.sentences << QString(where +
                                         QStringLiteral("The catalog changed while it was read."));
    }
    const auto unknown = static_cast<qint64>(input.worklist().uses.unknown.size());
    if (unknown > 0)
        section.sentences << QStringLiteral("What %1 is not fully known.")
                                 .arg(countedNoun(unknown, QStringLiteral("definition uses"),
                                                  QStringLiteral("definitions use")));
    return section;
}

} // namespace cadastre
