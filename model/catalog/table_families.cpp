// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/catalog/table_families.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <map>

namespace cadastre {

namespace {

struct NamePattern
{
    TableFamilyRule rule;
    QRegularExpression expression; ///< the group `base` is the name of the representative
};

const std::vector<NamePattern>& namePatterns()
{
    const auto pattern = [](TableFamilyRule rule, const char* text, bool caseSensitive = false) {
        return NamePattern{
            rule, QRegularExpression(QString::fromLatin1(text),
                                     caseSensitive ? QRegularExpression::NoPatternOption
                                                   : QRegularExpression::CaseInsensitiveOption)};
    };
    static const std::vector<NamePattern> patterns{
        pattern(TableFamilyRule::Migration, "^_(?<base>.+)_(new|old|gho|ghc|del)$"),
        pattern(TableFamilyRule::Migration, "^(?<base>.+)_(new|gho|ghc)$"),
        pattern(TableFamilyRule::Year,
                "^(?<base>.*?[^0-9_-])[_-]?y?(19|20)[0-9]{2}"
                "([_-]?(q[1-4]|m?(0[1-9]|1[0-2])([_-]?d?(0[1-9]|[12][0-9]|3[01]))?))?$"),
        pattern(TableFamilyRule::Backup,
                "^(?<base>.+)[_-](bak|bkp|bck|backup|saved?|orig|prev|old)[0-9]{0,3}$"),
        pattern(TableFamilyRule::Copy, "^(?<base>.+)[_-](copy|cpy|dup|tmp|temp)[0-9]{0,3}$"),
        pattern(TableFamilyRule::Backup, "^(bak|bkp|bck|backup|old|zz+)_(?<base>.+)$"),
        pattern(TableFamilyRule::Copy, "^(copy_of|copy|tmp|temp)_(?<base>.+)$"),
        pattern(TableFamilyRule::Backup, "^(?<base>.*[a-z0-9])(Bak|Backup|Old)[0-9]{0,3}$", true),
        pattern(TableFamilyRule::Copy, "^(?<base>.*[a-z0-9])(Copy|Tmp|Temp)[0-9]{0,3}$", true),
    };
    return patterns;
}

struct Origin
{
    QString base;
    TableFamilyRule rule;
};

/// What a name may be a copy of, nearest first: x_backup_2020 -> x_backup, x.
std::vector<Origin> originsOf(const QString& name)
{
    std::vector<Origin> origins;
    QString rest = name;
    for (int depth = 0; depth < 4; ++depth) {
        bool found = false;
        for (const NamePattern& pattern : namePatterns()) {
            const QRegularExpressionMatch match = pattern.expression.match(rest);
            if (!match.hasMatch())
                continue;
            rest = match.captured(QStringLiteral("base"));
            origins.push_back({rest.toLower(), pattern.rule});
            found = true;
            break;
        }
        if (!found)
            break;
    }
    return origins;
}

QSet<QString> columnNames(const Catalog& catalog, TableId table)
{
    QSet<QString> names;
    for (const Column& column : catalog.columnsOf(table))
        names.insert(column.name.toLower());
    return names;
}

/// At least 70 % of the columns of the table that has fewer occur in the other, and it has at least
/// half as many: a copy from years ago lacks what was added since.
bool columnsMostlyMatch(const Catalog& catalog, TableId a, TableId b)
{
    QSet<QString> smaller = columnNames(catalog, a);
    QSet<QString> larger = columnNames(catalog, b);
    if (smaller.size() > larger.size())
        smaller.swap(larger);
    if (smaller.size() < 2 || smaller.size() * 2 < larger.size())
        return false;
    const auto common = std::count_if(smaller.begin(), smaller.end(),
                                      [&](const QString& name) { return larger.contains(name); });
    return common * 10 >= smaller.size() * 7;
}

class FamilyFinder
{
public:
    explicit FamilyFinder(const Catalog& catalog)
        : m_catalog(catalog)
        , m_parent(catalog.objects().tables.size())
    {
        for (int i = 0; i < tableCount(); ++i) {
            const Table& table = m_catalog.objects().tables[i];
            m_byName.insert({table.schema.index, table.name.toLower()}, TableId{i});
        }
    }

    std::vector<TableFamily> find()
    {
        for (int i = 0; i < tableCount(); ++i)
            findParent(TableId{i});
        joinYearsWithoutBase();
        std::map<TableId, std::vector<FamilyMember>> families;
        for (int i = 0; i < tableCount(); ++i) {
            if (m_parent[i])
                families[root(TableId{i})].push_back({TableId{i}, m_parent[i]->rule});
        }
        std::vector<TableFamily> result;
        for (auto& [representative, members] : families)
            result.push_back({representative, std::move(members)});
        return result;
    }

private:
    struct Parent
    {
        TableId table;
        TableFamilyRule rule;
    };

    [[nodiscard]] int tableCount() const { return static_cast<int>(m_parent.size()); }

    void findParent(TableId id)
    {
        const Table& table = m_catalog.table(id);
        if (table.partitionOf) {
            m_parent[id.index] = Parent{*table.partitionOf, TableFamilyRule::Partition};
        } else if (table.kind == TableKind::ShadowTable) {
            findVirtualTable(id, table);
        } else if (table.kind == TableKind::Table && !isReferenced(id)) {
            findOriginal(id, table);
        }
    }

    void findVirtualTable(TableId id, const Table& table)
    {
        QString name = table.name.toLower();
        while (name.contains(QLatin1Char('_'))) {
            name = name.section(QLatin1Char('_'), 0, -2);
            const auto found = m_byName.find({table.schema.index, name});
            if (found != m_byName.end() &&
                m_catalog.table(*found).kind == TableKind::VirtualTable) {
                m_parent[id.index] = Parent{*found, TableFamilyRule::Shadow};
                return;
            }
        }
    }

    /// A table that others refer to is in use, whatever its name.
    [[nodiscard]] bool isReferenced(TableId id) const
    {
        const auto keys = m_catalog.foreignKeysTo(id);
        return std::any_of(keys.begin(), keys.end(),
                           [&](ConstraintId key) { return m_catalog.constraint(key).table != id; });
    }

    void findOriginal(TableId id, const Table& table)
    {
        const std::vector<Origin> origins = originsOf(table.name);
        for (const Origin& origin : origins) {
            const auto found = m_byName.find({table.schema.index, origin.base});
            if (found == m_byName.end() || *found == id || isView(m_catalog.table(*found)))
                continue;
            if (isChangelog(table.name) || columnsMostlyMatch(m_catalog, id, *found)) {
                m_parent[id.index] = Parent{*found, origins.front().rule};
                return;
            }
        }
        if (!origins.empty() && origins.front().rule == TableFamilyRule::Year)
            m_years[{table.schema.index, origins.front().base}].push_back(id);
    }

    /// gh-ost's changelog has columns of its own; its name cannot mean anything else.
    static bool isChangelog(const QString& name)
    {
        return name.startsWith(QLatin1Char('_')) && name.endsWith(QLatin1String("_ghc"));
    }

    /// orders_2018 and orders_2019 without orders: the last one stands for all.
    void joinYearsWithoutBase()
    {
        for (auto& [base, years] : m_years) {
            const TableId last =
                *std::max_element(years.begin(), years.end(), [this](TableId a, TableId b) {
                    return m_catalog.table(a).name < m_catalog.table(b).name;
                });
            for (TableId id : years) {
                if (id != last && columnsMostlyMatch(m_catalog, id, last))
                    m_parent[id.index] = Parent{last, TableFamilyRule::Year};
            }
        }
    }

    /// Follows parents to the one that is shown; a cycle (x_old of x, x of x_old) cannot arise from
    /// names that only get shorter, one from partitions would be the catalog's and is cut.
    [[nodiscard]] TableId root(TableId id) const
    {
        TableId current = id;
        for (int steps = 0; m_parent[current.index] && steps < tableCount(); ++steps)
            current = m_parent[current.index]->table;
        return current;
    }

    const Catalog& m_catalog;
    std::vector<std::optional<Parent>> m_parent;
    QHash<std::pair<int, QString>, TableId> m_byName;
    std::map<std::pair<int, QString>, std::vector<TableId>> m_years;
};

} // namespace

std::vector<TableFamily> tableFamilies(const Catalog& catalog)
{
    return FamilyFinder(catalog).find();
}

QString tableFamilyRuleName(TableFamilyRule rule)
{
    switch (rule) {
    case TableFamilyRule::Partition:
        return QStringLiteral("partition");
    case TableFamilyRule::Shadow:
        return QStringLiteral("shadow table");
    case TableFamilyRule::Year:
        return QStringLiteral("copy of a year or day");
    case TableFamilyRule::Backup:
        return QStringLiteral("backup copy");
    case TableFamilyRule::Migration:
        return QStringLiteral("left by a migration");
    case TableFamilyRule::Copy:
        return QStringLiteral("copy");
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
