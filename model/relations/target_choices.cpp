// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/target_choices.h"

#include "model/relations/relationship_names.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

/// Collects targets with their rank; lower ranks come first.
class TargetCollector
{
public:
    TargetCollector(const Catalog& catalog, const Relationship& relationship, QString text,
                    const ObjectNames& names)
        : m_catalog(catalog)
        , m_names(names)
        , m_relationship(relationship)
        , m_text(std::move(text))
        , m_words(childWords())
    {
    }

    void addConsidered()
    {
        for (const RelationshipAlternative& other : m_relationship.alternatives) {
            if (other.target.isResolved())
                add(other.target.table, other.target.columns, other.confidence);
        }
    }

    void addKeys(TableId table)
    {
        for (const Constraint& key : m_catalog.constraintsOf(table)) {
            if (key.kind == ConstraintKind::PrimaryKey || key.kind == ConstraintKind::Unique)
                add(table, key.columns, std::nullopt);
        }
    }

    void addColumns(TableId table)
    {
        const ColumnId first = m_catalog.firstColumn(table);
        for (int i = 0; i < static_cast<int>(m_catalog.columnsOf(table).size()); ++i)
            add(table, {ColumnId{first.index + i}}, std::nullopt);
    }

    std::vector<TargetChoice> best(int limit)
    {
        std::ranges::stable_sort(m_found, {}, &Found::rank);
        std::vector<TargetChoice> choices;
        for (Found& found : m_found) {
            if (static_cast<int>(choices.size()) == limit)
                break;
            choices.push_back(std::move(found.choice));
        }
        return choices;
    }

private:
    struct Found
    {
        int rank;
        TargetChoice choice;
    };

    void add(TableId table, const std::vector<ColumnId>& columns, std::optional<double> confidence)
    {
        const bool isProposed =
            m_relationship.targets.size() == 1 && m_relationship.targets.front().columns == columns;
        if (isProposed || columns == m_relationship.childColumns ||
            columns.size() != m_relationship.childColumns.size() ||
            m_known.contains(columns.front().index) || !fits(table, columns))
            return;
        TargetChoice choice{{table, columns, {}}, confidence, isKey(table, columns), true};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            choice.sameType =
                choice.sameType && m_catalog.column(columns[i]).type ==
                                       m_catalog.column(m_relationship.childColumns[i]).type;
        }
        m_known.insert(columns.front().index);
        m_found.push_back({rankOf(choice), std::move(choice)});
    }

    [[nodiscard]] bool fits(TableId table, const std::vector<ColumnId>& columns) const
    {
        const QString& tableName = m_catalog.table(table).name;
        return m_text.isEmpty() || tableName.contains(m_text, Qt::CaseInsensitive) ||
               endText(m_catalog, table, columns).contains(m_text, Qt::CaseInsensitive) ||
               calledText(table, columns).contains(m_text, Qt::CaseInsensitive);
    }

    /// "orders.number" of what they should be called; empty where nobody said so.
    [[nodiscard]] QString calledText(TableId table, const std::vector<ColumnId>& columns) const
    {
        const auto column = [&](ColumnId id) { return m_names.meant(id); };
        const bool isCalled =
            !m_names.meant(table).isEmpty() ||
            std::ranges::any_of(columns, [&](ColumnId id) { return !column(id).isEmpty(); });
        if (!isCalled)
            return {};
        QStringList parts;
        for (ColumnId id : columns)
            parts << (column(id).isEmpty() ? m_catalog.column(id).name : column(id));
        const QString called = m_names.meant(table);
        return QString((called.isEmpty() ? m_catalog.table(table).name : called) +
                       QLatin1Char('.') + parts.join(QLatin1String(", ")));
    }

    [[nodiscard]] bool isKey(TableId table, const std::vector<ColumnId>& columns) const
    {
        return std::ranges::any_of(m_catalog.constraintsOf(table), [&](const Constraint& key) {
            return (key.kind == ConstraintKind::PrimaryKey || key.kind == ConstraintKind::Unique) &&
                   key.columns == columns;
        });
    }

    /// Words of the child columns that tables may be called by, lower case.
    [[nodiscard]] QStringList childWords() const
    {
        constexpr int shortest = 4;
        QStringList words;
        for (ColumnId id : m_relationship.childColumns) {
            QString word;
            for (const QChar c : QString(m_catalog.column(id).name % QLatin1Char('_'))) {
                const bool ends = !c.isLetter() || c.isUpper();
                if (ends && word.size() >= shortest)
                    words << word;
                if (ends)
                    word.clear();
                if (c.isLetter())
                    word += c.toLower();
            }
        }
        return words;
    }

    [[nodiscard]] bool sharesAWord(const QString& table) const
    {
        return std::ranges::any_of(m_words, [&](const QString& word) {
            return table.contains(word, Qt::CaseInsensitive);
        });
    }

    [[nodiscard]] int rankOf(const TargetChoice& choice) const
    {
        if (choice.confidence)
            return 0;
        const QString& table = m_catalog.table(choice.target.table).name;
        const bool begins =
            table.startsWith(m_text, Qt::CaseInsensitive) ||
            m_names.meant(choice.target.table).startsWith(m_text, Qt::CaseInsensitive);
        return 1 + (choice.isKey ? 0 : 8) + (begins ? 0 : 4) + (sharesAWord(table) ? 0 : 2) +
               (choice.sameType ? 0 : 1);
    }

    const Catalog& m_catalog;
    const ObjectNames& m_names;
    const Relationship& m_relationship;
    QString m_text;
    QStringList m_words;
    QSet<int> m_known; ///< first columns of what was found
    std::vector<Found> m_found;
};

} // namespace

std::vector<TargetChoice> targetChoices(const Catalog& catalog, const Relationship& relationship,
                                        const QString& text, int limit, const ObjectNames& names)
{
    TargetCollector collector(catalog, relationship, text, names);
    collector.addConsidered();
    const int tables = static_cast<int>(catalog.objects().tables.size());
    const bool wanted = !text.isEmpty() && relationship.childColumns.size() == 1;
    for (int i = 0; i < tables; ++i) {
        if (catalog.table(TableId{i}).system)
            continue;
        collector.addKeys(TableId{i});
        if (wanted)
            collector.addColumns(TableId{i});
    }
    return collector.best(limit);
}

} // namespace cadastre
