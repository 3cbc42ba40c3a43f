// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/mariadb/table_changes.h"

#include "model/sql/write/mariadb/alter_failures.h"

namespace cadastre::mariadb {

namespace {

ColumnFacts factsOf(const TableState& state, const QString& column, bool isMariaDb)
{
    ColumnFacts facts;
    facts.isMariaDb = isMariaDb;
    if (const auto system = state.referenceSystems.find(column);
        system != state.referenceSystems.end())
        facts.referenceSystem = system->second;
    if (const auto hidden = state.hiddenDefaults.find(column); hidden != state.hiddenDefaults.end())
        facts.defaultLiteral = hidden->second.literal;
    return facts;
}

const QByteArray& literalOf(const TableChange& change, Direction direction)
{
    return direction == Direction::Forward ? change.edit->literal : change.edit->undoLiteral;
}

void checkColumn(const TableState& state, const TableItem& column, const ChangeRules& rules,
                 TableChange& change)
{
    if (isBareTimestamp(state.text, column) && !rules.keepsTimestamps) {
        change.refusal =
            QStringLiteral("The server would give this TIMESTAMP column a default "
                           "(explicit_defaults_for_timestamp "
                           "is off): ask for the comment to be written where that is on.");
    }
    if (namesTime(state.text, column))
        change.warnings << QStringLiteral("Times in the statement are in UTC.");
    if (!isStoredGenerated(state.text, column))
        return;
    change.algorithm = AlterAlgorithm::Copy;
    if (!rules.allowCopy)
        change.refusal = copySentence(QStringLiteral("the column is generated and stored"));
}

void checkIndex(const ChangeRules& rules, TableChange& change)
{
    if (!rules.hasIndexStatistics)
        return;
    const QString words =
        QStringLiteral("Writing the comment of an index drops the engine-independent statistics of "
                       "this table's indexes; ANALYZE TABLE .. PERSISTENT FOR ALL makes them "
                       "anew.");
    if (rules.allowCopy)
        change.warnings << words;
    else
        change.refusal =
            words % QStringLiteral(" Agree by \"Allow copying a table\" when applying, "
                                   "or by --allow-copy on the command line.");
}

std::vector<QByteArray> clausesOf(const TableState& state, const TableChange& change,
                                  const ChangeRules& rules, Direction direction)
{
    const CommentTarget& target = change.edit->target;
    const QByteArray& literal = literalOf(change, direction);
    if (target.kind == TargetKind::Table)
        return {tableCommentClause(literal)};
    const TableItem* column = state.text.column(target.part);
    Q_ASSERT(column);
    return {modifyColumnClause(
        columnLine(state.text, *column, literal, factsOf(state, target.part, rules.isMariaDb)))};
}

} // namespace

TableChange changeOf(const TableState& state, const PreparedEdit& edit, const ChangeRules& rules)
{
    TableChange change;
    change.edit = &edit;
    if (edit.target.kind == TargetKind::Column)
        checkColumn(state, *state.text.column(edit.target.part), rules, change);
    else if (edit.target.kind == TargetKind::Index)
        checkIndex(rules, change);
    if (isSystemVersioned(state.text) && !rules.allowCopy)
        change.refusal = QString::fromLatin1(historySentence);
    return change;
}

QByteArray alterStatement(const TableState& state, const std::vector<TableChange>& changes,
                          const ChangeRules& rules, Direction direction)
{
    std::vector<QByteArray> clauses;
    std::vector<std::pair<QString, QByteArray>> indexes;
    for (const TableChange& change : changes) {
        if (change.isIndex()) {
            indexes.emplace_back(change.edit->target.part, literalOf(change, direction));
            continue;
        }
        for (QByteArray& clause : clausesOf(state, change, rules, direction))
            clauses.push_back(std::move(clause));
    }
    for (QByteArray& clause : indexCommentClauses(state.text, indexes))
        clauses.push_back(std::move(clause));
    const TableChange& first = changes.front();
    return alterTable(first.edit->target.path, clauses, first.algorithm);
}

CommentedParts partsOf(const std::vector<TableChange>& changes)
{
    CommentedParts parts;
    for (const TableChange& change : changes) {
        const CommentTarget& target = change.edit->target;
        if (target.kind == TargetKind::Table)
            parts.table = true;
        else if (target.kind == TargetKind::Column)
            parts.columns << target.part;
        else
            parts.indexes << target.part;
    }
    return parts;
}

QStringList columnsOf(const CommentUnit& unit)
{
    QStringList columns;
    for (const PreparedEdit& edit : unit.edits) {
        if (edit.target.kind == TargetKind::Column)
            columns << edit.target.part;
    }
    return columns;
}

PlannedComment plannedChange(const TableState& state, const TableChange& change,
                             const ChangeRules& rules, const QByteArray& statement)
{
    PlannedComment planned;
    planned.edit = change.edit->edit;
    planned.sql = QString::fromUtf8(statement);
    planned.undoSql = QString::fromUtf8(alterStatement(state, {change}, rules, Direction::Back));
    planned.refusal = change.refusal;
    planned.warnings = change.warnings;
    return planned;
}

} // namespace cadastre::mariadb
