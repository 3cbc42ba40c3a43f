// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What views read and what triggers read and write, exact to the column: SQLite compiles a
// statement that uses them, without running it, and its authorizer tells everything touched.
#include "model/dialect/sqlite_statements.h"
#include "model/dialect/sqlite_tokens.h"
#include "model/sql/sqlite/sqlite_read.h"

#include <QSet>

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

/// Something read under the name of a subquery (WITH name AS ..): by, table, column.
using SubqueryRead = std::tuple<QString, QString, QString>;

struct ViewReads
{
    std::vector<SqliteAccess> own;
    std::set<SubqueryRead> bySubquery;
    QSet<QString> nestedViews; ///< folded names of the views used, directly or not
};

SubqueryRead keyOf(const SqliteAccess& access)
{
    return {access.by, access.table, access.column};
}

/// Every word and name of a text, folded.
QSet<QString> namesIn(const QString& sql)
{
    QSet<QString> names;
    for (const SqliteToken& token : sqliteTokens(sql)) {
        const QStringView text = QStringView(sql).mid(token.begin, token.end - token.begin);
        if (token.kind == SqliteTokenKind::Word || token.kind == SqliteTokenKind::QuotedName)
            names.insert(sqliteFolded(sqliteUnquoted(text)));
    }
    return names;
}

class DependencyReader
{
public:
    DependencyReader(SqliteRead& read, StepReport& report)
        : m_read(read)
        , m_report(report)
    {
    }

    SqliteStepResult readViews()
    {
        for (int i = 0; i < static_cast<int>(m_read.objects.tables.size()); ++i) {
            if (!isView(m_read.objects.tables[std::size_t(i)]))
                continue;
            if (m_report.isCancelled())
                return SqlError{SqlFailure::Cancelled, {}, {}};
            readView(TableId{i});
        }
        for (auto view = m_views.cbegin(); view != m_views.cend(); ++view)
            addView(view.key(), view.value());
        return std::nullopt;
    }

    SqliteStepResult readTriggers()
    {
        QHash<int, QSet<QString>> events;
        for (std::size_t i = 0; i < m_read.objects.triggers.size(); ++i) {
            const Trigger& trigger = m_read.objects.triggers[i];
            m_triggers.insert(sqliteFolded(trigger.name), TriggerId{static_cast<int>(i)});
            events[trigger.table.index].insert(trigger.events.section(QLatin1Char(' '), 0, 0));
        }
        for (auto table = events.cbegin(); table != events.cend(); ++table) {
            if (m_report.isCancelled())
                return SqlError{SqlFailure::Cancelled, {}, {}};
            for (const QString& event : table.value())
                readTriggersOf(TableId{table.key()}, event);
        }
        return std::nullopt;
    }

private:
    void readView(TableId id)
    {
        const Table& view = m_read.table(id);
        std::vector<SqliteAccess> accesses;
        if (const auto error = m_read.connection.explain(sqliteSelectAll(view.name), accesses)) {
            m_report.addMissing(QStringLiteral("main.") + view.name, error->message);
            return;
        }
        m_report.addObjects(1);
        ViewReads& reads = m_views[sqliteFolded(view.name)];
        for (const SqliteAccess& access : accesses) {
            const auto by = m_read.findTable(access.by);
            const auto touched = m_read.findTable(access.table);
            if (touched && touched != id && isView(m_read.table(*touched)))
                reads.nestedViews.insert(sqliteFolded(access.table));
            if (by == id)
                reads.own.push_back(access);
            else if (!access.by.isEmpty() && !(by && isView(m_read.table(*by))))
                reads.bySubquery.insert(keyOf(access));
        }
    }

    /// Reads under a subquery's name are the view's own, unless a nested view has the same ones and
    /// this view does not speak of both names.
    void addView(const QString& name, const ViewReads& reads)
    {
        const TableId view = *m_read.findTable(name);
        for (const SqliteAccess& access : reads.own)
            add(view, access);
        const QSet<QString> words = namesIn(m_read.table(view).viewDefinition);
        for (const SubqueryRead& read : reads.bySubquery) {
            const auto& [by, table, column] = read;
            const bool isMentioned =
                words.contains(sqliteFolded(by)) && words.contains(sqliteFolded(table));
            if (isMentioned || !isOfNested(reads, read))
                add(view, {SqliteAccess::Kind::Read, table, column, by});
        }
    }

    [[nodiscard]] bool isOfNested(const ViewReads& reads, const SubqueryRead& read) const
    {
        return std::any_of(reads.nestedViews.cbegin(), reads.nestedViews.cend(),
                           [this, &read](const QString& nested) {
                               return m_views.value(nested).bySubquery.contains(read);
                           });
    }

    void add(ObjectRef dependent, const SqliteAccess& access)
    {
        const auto table = m_read.findTable(access.table);
        if (!table)
            return;
        Dependency dependency;
        dependency.dependent = dependent;
        dependency.on = *table;
        if (const auto column = m_read.findColumn(*table, access.column))
            dependency.on = *column;
        dependency.kind = access.kind == SqliteAccess::Kind::Read ? DependencyKind::Reads
                                                                  : DependencyKind::Writes;
        m_read.objects.dependencies.push_back(dependency);
    }

    [[nodiscard]] QString statementFor(TableId id, const QString& event)
    {
        QStringList columns;
        for (ColumnId column : m_read.columnsOf(id)) {
            if (m_read.column(column).generated == Generated::No)
                columns << m_read.column(column).name;
        }
        const QString& table = m_read.table(id).name;
        if (event == QLatin1String("INSERT"))
            return sqliteInsertNulls(table, columns);
        return event == QLatin1String("UPDATE") ? sqliteUpdateAll(table, columns)
                                                : sqliteDeleteAll(table);
    }

    void readTriggersOf(TableId table, const QString& event)
    {
        std::vector<SqliteAccess> accesses;
        if (const auto error = m_read.connection.explain(statementFor(table, event), accesses)) {
            const QString object =
                QStringLiteral("%1 triggers of main.%2").arg(event, m_read.table(table).name);
            m_report.addMissing(object, error->message);
            return;
        }
        m_report.addObjects(1);
        for (const SqliteAccess& access : accesses) {
            const auto trigger = m_triggers.constFind(sqliteFolded(access.by));
            if (trigger != m_triggers.cend())
                add(*trigger, access);
        }
    }

    SqliteRead& m_read;
    StepReport& m_report;
    QHash<QString, ViewReads> m_views;
    QHash<QString, TriggerId> m_triggers;
};

} // namespace

SqliteStepResult readSqliteDependencies(SqliteRead& read, StepReport& report)
{
    DependencyReader reader(read, report);
    if (auto error = reader.readViews())
        return error;
    return reader.readTriggers();
}

} // namespace cadastre
