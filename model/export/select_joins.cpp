// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts statements together; names and conditions have files of their own.
#include "model/export/select_joins.h"

#include "model/export/select_columns.h"
#include "model/export/select_conditions.h"
#include "model/paths/path_words.h"
#include "model/relations/cardinality.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int labelsOfEnds = 3;
constexpr int labelsBetween = 1;

Engine engineOfTable(const Catalog& catalog, TableId table)
{
    return catalog.source(catalog.sourceOf(table)).engine;
}

QString limitLine(const SelectOptions& options)
{
    return options.limit ? QStringLiteral("LIMIT %1").arg(*options.limit) : QString();
}

class SelectWriter
{
public:
    SelectWriter(const JoinGraph& graph, Engine engine, const SelectOptions& options)
        : m_graph(graph)
        , m_options(options)
        , m_names(graph.catalog(), engine)
    {
    }

    Result<QString> along(const JoinPath& path)
    {
        for (const TableId table : path.tables)
            m_names.addTable(table);
        m_optional.assign(path.tables.size(), false);
        selectColumnsOf(path);
        addFrom(0);
        for (const PathStep& step : path.steps)
            addStep(step);
        return statement(path.sentence);
    }

    Result<QString> allTargets(const Relationship& relationship)
    {
        const int child = m_names.addTable(relationship.child);
        std::vector<JoinStep> steps;
        for (const int index : m_graph.stepsFrom(relationship.child)) {
            const JoinStep& step = m_graph.steps()[std::size_t(index)];
            if (step.towardsParent &&
                &m_graph.relationships()[std::size_t(step.relationship)] == &relationship)
                steps.push_back(step);
        }
        selectChild(relationship, child);
        addFrom(child);
        QStringList names;
        for (const JoinStep& step : steps)
            names << addTarget(step, child);
        if (!names.isEmpty())
            m_columns << m_names.selectedAs(
                names.size() == 1 ? names.front()
                                  : QString(QStringLiteral("COALESCE(") +
                                            names.join(QStringLiteral(", ")) + QLatin1Char(')')),
                QStringLiteral("target"));
        return statement(targetsSentence(relationship));
    }

private:
    [[nodiscard]] const Catalog& catalog() const { return m_graph.catalog(); }

    void selectColumnsOf(const JoinPath& path)
    {
        for (int i = 0; i < static_cast<int>(path.tables.size()); ++i) {
            const bool goesOn = std::ranges::any_of(
                path.steps, [&](const PathStep& step) { return step.from == i; });
            const int labels = i == 0 || !goesOn ? labelsOfEnds : labelsBetween;
            for (const ColumnId column :
                 tellingColumns(catalog(), path.tables[std::size_t(i)], labels))
                m_columns << m_names.selected(i, column);
        }
    }

    void addFrom(int number)
    {
        m_from = QString(QStringLiteral("FROM ") + m_names.tableClause(number) + QLatin1Char('\n'));
        addSoftDeletes(number, m_where);
    }

    void addSoftDeletes(int number, std::vector<SelectCondition>& conditions)
    {
        for (const SoftDelete& one : m_options.softDeletes) {
            if (one.table == m_names.tableAt(number))
                conditions.push_back(softDeleteCondition(m_names, one, number));
        }
    }

    /// Whether a row of `from` may have no partner: nothing proves that it has one.
    [[nodiscard]] bool mayMiss(const JoinStep& step) const
    {
        if (!step.towardsParent || step.typeColumn || step.throughView)
            return true;
        const bool isGuess = step.origin == StepOrigin::Inferred || step.origin == StepOrigin::View;
        return isGuess || !areAllRequired(catalog(), step.fromColumns);
    }

    void addStep(const PathStep& step)
    {
        const bool left =
            m_options.keepRows && (m_optional[std::size_t(step.from)] || mayMiss(step.join));
        m_optional[std::size_t(step.to)] = left;
        std::vector<SelectCondition> conditions =
            joinConditions(m_names, step.join, step.from, step.to);
        addSoftDeletes(step.to, left ? conditions : m_where);
        addJoin(left, step.to, conditions);
    }

    void addJoin(bool left, int number, const std::vector<SelectCondition>& conditions)
    {
        m_from += (left ? QStringLiteral("LEFT JOIN ") : QStringLiteral("JOIN ")) +
                  m_names.tableClause(number) + QLatin1Char('\n') +
                  conditionLines(conditions, QStringLiteral("    ON "), QStringLiteral("    AND "));
    }

    void selectChild(const Relationship& relationship, int child)
    {
        std::vector<ColumnId> columns = tellingColumns(catalog(), relationship.child, 1);
        std::vector<ColumnId> refer{*relationship.typeColumn};
        refer.insert(refer.end(), relationship.childColumns.begin(),
                     relationship.childColumns.end());
        for (const ColumnId column : refer) {
            if (std::ranges::find(columns, column) == columns.end())
                columns.push_back(column);
        }
        for (const ColumnId column : columns)
            m_columns << m_names.selected(child, column);
    }

    /// The name of the target's row as text: names of different types stand in one column.
    QString addTarget(const JoinStep& step, int child)
    {
        const int target = m_names.addTable(step.to);
        std::vector<SelectCondition> conditions = joinConditions(m_names, step, child, target);
        addSoftDeletes(target, conditions);
        addJoin(true, target, conditions);
        const auto label = labelColumn(catalog(), step.to);
        const QString column = m_names.column(target, label ? *label : step.toColumns.front());
        switch (m_names.engine()) {
        case Engine::PostgreSql:
        case Engine::Sqlite:
            return QStringLiteral("CAST(%1 AS TEXT)").arg(column);
        case Engine::MariaDb:
        case Engine::MySql:
            return QStringLiteral("CONVERT(%1 USING utf8mb4)").arg(column);
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString targetsSentence(const Relationship& relationship) const
    {
        QStringList unknown;
        for (const RelationshipTarget& target : relationship.targets) {
            if (!target.isResolved() && !target.typeValue.isEmpty())
                unknown << QStringLiteral("'%1'").arg(target.typeValue);
        }
        QString text = QStringLiteral("%1: what it points at, whatever table that is")
                           .arg(catalog().displayName(relationship.childColumns.front()));
        if (!unknown.isEmpty())
            text += QStringLiteral("; no table is known for %1")
                        .arg(unknown.join(QStringLiteral(", ")));
        return text;
    }

    Result<QString> statement(const QString& sentence)
    {
        QString text = lineComment(sentence) + QStringLiteral("\nSELECT\n    ") +
                       m_columns.join(QStringLiteral(",\n    ")) + QLatin1Char('\n') + m_from +
                       conditionLines(m_where, QStringLiteral("WHERE "), QStringLiteral("  AND ")) +
                       limitLine(m_options);
        if (m_names.error())
            return *m_names.error();
        while (text.endsWith(QLatin1Char('\n')))
            text.chop(1);
        const bool endsInComment =
            text.mid(text.lastIndexOf(QLatin1Char('\n')) + 1).contains(QLatin1String("-- "));
        text += endsInComment ? QStringLiteral("\n;\n") : QStringLiteral(";\n");
        return text;
    }

    const JoinGraph& m_graph;
    const SelectOptions& m_options;
    SelectNames m_names;
    QStringList m_columns;
    QString m_from;
    std::vector<SelectCondition> m_where;
    std::vector<bool> m_optional; ///< by number: may be missing beside the first table's row
};

} // namespace

Result<QString> selectAlong(const JoinGraph& graph, const JoinPath& path,
                            const SelectOptions& options)
{
    Q_ASSERT(!path.tables.empty());
    const Engine engine = engineOfTable(graph.catalog(), path.tables.front());
    return SelectWriter(graph, engine, options).along(path);
}

std::vector<int> polymorphicOf(const JoinGraph& graph, const JoinPath& path)
{
    std::vector<int> found;
    for (const PathStep& step : path.steps) {
        const int index = step.join.relationship;
        if (!step.join.typeColumn || index < 0 || std::ranges::find(found, index) != found.end())
            continue;
        const auto targets = std::ranges::count_if(
            graph.relationships()[std::size_t(index)].targets, &RelationshipTarget::isResolved);
        if (targets > 1)
            found.push_back(index);
    }
    return found;
}

Result<QString> selectAllTargets(const JoinGraph& graph, int relationship,
                                 const SelectOptions& options)
{
    const Relationship& facts = graph.relationships()[std::size_t(relationship)];
    Q_ASSERT(facts.typeColumn);
    const Engine engine = engineOfTable(graph.catalog(), facts.child);
    return SelectWriter(graph, engine, options).allTargets(facts);
}

std::vector<SoftDelete> softDeletesAlong(const std::vector<SoftDelete>& all, const JoinPath& path)
{
    std::vector<SoftDelete> found;
    std::ranges::copy_if(all, std::back_inserter(found), [&](const SoftDelete& one) {
        return std::ranges::find(path.tables, one.table) != path.tables.end();
    });
    return found;
}

} // namespace cadastre
