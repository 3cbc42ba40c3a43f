// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Plans, measures, counts; see the header.
#include "model/sql/verify/relationship_check.h"

#include "model/dialect/quoting.h"
#include "model/relations/count_text.h"
#include "model/sql/kind_reader.h"
#include "model/sql/verify/check_names.h"
#include "model/sql/verify/verification_rows.h"

#include <QSet>

namespace cadastre {

namespace {

constexpr int mostExamples = 5;
constexpr int mostTypeValues = 50;
const QString comma = QStringLiteral(", ");
const QString emptyLiteral = QStringLiteral("''");

Result<QString> literalList(Engine engine, const QStringList& texts)
{
    QStringList literals;
    for (const QString& text : texts) {
        const Result<QString> literal = quotedLiteral(engine, text);
        if (!literal)
            return literal;
        literals << *literal;
    }
    return literals.join(comma);
}

QString missingTypesSentence(const Catalog& catalog, const Relationship& relationship)
{
    return QStringLiteral("Which value of %1 means which table is not known yet, so nothing was "
                          "looked up.")
        .arg(catalog.displayName(*relationship.typeColumn));
}

/// Every target of a polymorphic reference is chosen by a value of its own.
bool hasTypeValues(const Relationship& relationship)
{
    QSet<QString> seen;
    for (const RelationshipTarget& target : relationship.targets) {
        if (!target.isResolved())
            continue;
        if (target.typeValue.isEmpty() || seen.contains(target.typeValue))
            return false;
        seen.insert(target.typeValue);
    }
    return true;
}

/// What the server said, as a sentence about one relationship.
QString failureSentence(const SqlError& error, const VerifyOptions& options)
{
    if (error.failure == SqlFailure::StatementTimeout)
        return QStringLiteral("Not checked: the server did not finish within %1 s.")
            .arg(options.statementTimeoutMs / 1000.0);
    if (error.failure == SqlFailure::Syntax)
        return QStringLiteral("Not checked: a column is missing or its values cannot be compared "
                              "(%1).")
            .arg(error.message.trimmed());
    return QStringLiteral("Not checked: %1.").arg(notReadReason(error));
}

} // namespace

RelationshipCheck::RelationshipCheck(CheckConnection& connection, const Catalog& catalog,
                                     const VerifyOptions& options)
    : m_connection(connection)
    , m_catalog(catalog)
    , m_options(options)
    , m_dataTargets(catalog)
{
}

Result<RelationshipCheck::Plan> RelationshipCheck::plan(const Relationship& relationship) const
{
    Plan plan;
    const QString alias = QStringLiteral("c");
    QString typeValue = exactText(engine(), emptyLiteral);
    if (relationship.typeColumn) {
        const auto name = checkedColumnName(m_catalog, alias, *relationship.typeColumn);
        if (!name)
            return name.error();
        typeValue = exactTextOrEmpty(engine(), *name);
    }
    const auto names = checkedColumnNames(m_catalog, alias, relationship.childColumns);
    if (!names)
        return names.error();
    plan.columns = {{"type_value", typeValue},
                    {"child_values", aliasedList(*names, QStringLiteral("k"))}};
    for (const RelationshipTarget& target : relationship.targets) {
        const Result<QString> type = quotedLiteral(engine(), target.typeValue);
        if (!type)
            return type.error();
        plan.types << (relationship.typeColumn ? *type : emptyLiteral);
        plan.lookups.emplace_back();
        if (!target.isResolved())
            continue;
        const Result<TargetLookup> lookup = targetLookup(m_catalog, relationship, target);
        if (!lookup)
            return lookup.error();
        plan.lookups.back() = *lookup;
    }
    return plan;
}

QString RelationshipCheck::obstacle(const Relationship& relationship, const Plan& plan) const
{
    if (relationship.typeColumn)
        return hasTypeValues(relationship) ? QString()
                                           : missingTypesSentence(m_catalog, relationship);
    if (plan.lookups.empty() || !plan.lookups.front())
        return QStringLiteral("There is no parent table to look in.");
    return plan.lookups.front()->neverEqual
               ? neverEqualSentence(m_catalog, relationship, relationship.targets.front())
               : QString();
}

std::optional<SqlError> RelationshipCheck::check(const Relationship& relationship,
                                                 Verification& verification)
{
    verification = {};
    if (!relationship.typeColumn)
        return checkNamed(relationship, verification);
    TypeValues types;
    if (auto error = readTypes(*relationship.typeColumn, types))
        return error;
    verification.failure = types.failure;
    if (verification.hasFailed())
        return std::nullopt;
    QStringList values;
    for (const auto& [value, rows] : types.values)
        values << value;
    return checkNamed(m_dataTargets.withValues(relationship, values), verification);
}

/// With type values as the data has them.
std::optional<SqlError> RelationshipCheck::checkNamed(const Relationship& relationship,
                                                      Verification& verification)
{
    const Result<Plan> planned = plan(relationship);
    verification.failure = planned ? obstacle(relationship, *planned) : planned.error().message;
    if (verification.hasFailed())
        return std::nullopt;
    QString failure;
    if (const auto error = parentsAreReadable(relationship, *planned, failure))
        return failed(*error, verification.failure);
    verification.failure = failure;
    if (verification.hasFailed())
        return std::nullopt;
    const auto error = count(relationship, *planned, verification);
    if (!error)
        return std::nullopt;
    verification = {};
    return failed(*error, verification.failure);
}

/// Parents without a usable index are read, so they must not be large.
std::optional<SqlError> RelationshipCheck::parentsAreReadable(const Relationship& relationship,
                                                              const Plan& plan, QString& failure)
{
    for (std::size_t i = 0; i < plan.lookups.size(); ++i) {
        const std::optional<TargetLookup>& lookup = plan.lookups[i];
        if (!lookup || lookup->byIndex)
            continue;
        qint64 rows = 0;
        const auto error = m_connection.ask(
            "verify_few",
            {{"table", lookup->parentName}, {"limit", QString::number(m_options.parentRows + 1)}},
            [&](const Row& row) { rows = row[0].integer(); });
        if (error)
            return error;
        if (rows <= m_options.parentRows)
            continue;
        failure =
            QStringLiteral("Not checked: %1 has more than %2 rows and no index by which values of "
                           "this type could be found.")
                .arg(columnsText(m_catalog, lookup->parent, relationship.targets[i].columns),
                     groupedDigits(m_options.parentRows));
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<SqlError> RelationshipCheck::sizeOf(TableId table, TableSize& size)
{
    if (const auto known = m_sizes.constFind(table); known != m_sizes.constEnd()) {
        size = *known;
        return std::nullopt;
    }
    const auto error = measureTable(m_connection, m_catalog, table, m_options, size);
    if (!error)
        m_sizes.insert(table, size);
    return error;
}

TemplateValues RelationshipCheck::statement(const Relationship& relationship, const Plan& plan,
                                            const RowSample& sample) const
{
    const QString prefix = QStringLiteral("k");
    const auto count = static_cast<qsizetype>(relationship.childColumns.size());
    const QStringList picked = numberedList(count, prefix, QStringLiteral("g")).split(comma);
    const Result<QString> sentinels = literalList(engine(), sentinelTexts());
    Q_ASSERT(sentinels);
    const TemplateValues common{{"keys", aliasedList(picked, prefix)},
                                {"any_null", anyIsNull(picked)},
                                {"is_sentinel", allAmong(engine(), picked, *sentinels)}};
    QStringList parts;
    QStringList knownTypes;
    for (std::size_t i = 0; i < plan.lookups.size(); ++i) {
        if (!plan.lookups[i])
            continue;
        const QString type = plan.types[static_cast<qsizetype>(i)];
        parts << targetPart(m_connection, *plan.lookups[i], type, m_options, common);
        knownTypes << type;
    }
    if (relationship.typeColumn) {
        TemplateValues others = common;
        others.insert("is_other_type", noneOf(QStringLiteral("g.type_value"), knownTypes));
        parts << m_connection.part("verify_other_types", others);
    }
    return {{"rows", sample.sql},
            {"targets", unionOfAll(parts)},
            {"keys", numberedList(count, prefix)},
            {"most_sentinels", QString::number(sentinelTexts().size())},
            {"most_orphans", QString::number(mostExamples)}};
}

std::optional<SqlError> RelationshipCheck::count(const Relationship& relationship, const Plan& plan,
                                                 Verification& verification)
{
    TableSize size;
    if (auto error = sizeOf(relationship.child, size))
        return error;
    const Result<RowSample> sample =
        rowSample(m_connection, m_catalog, relationship.child, size, m_options, plan.columns);
    if (!sample)
        return SqlError{SqlFailure::Other, {}, sample.error().message};
    VerificationRows rows(relationship, verification);
    const auto error = m_connection.ask("verify", statement(relationship, plan, *sample),
                                        [&](const Row& row) { rows.add(row); });
    if (!error)
        describeSample(size, *sample, rows.pickedRows(), verification);
    return error;
}

/// What ends the checks stays an error, everything else becomes this relationship's sentence.
std::optional<SqlError> RelationshipCheck::failed(const SqlError& error, QString& failure) const
{
    if (endsRead(error))
        return error;
    failure = failureSentence(error, m_options);
    return std::nullopt;
}

std::optional<SqlError> RelationshipCheck::readTypes(ColumnId typeColumn, TypeValues& values)
{
    values = {};
    values.column = typeColumn;
    const TableId table = m_catalog.column(typeColumn).table;
    const Result<QString> name = checkedColumnName(m_catalog, QStringLiteral("c"), typeColumn);
    if (!name) {
        values.failure = name.error().message;
        return std::nullopt;
    }
    TableSize size;
    if (const auto error = sizeOf(table, size))
        return failed(*error, values.failure);
    const TemplateValues columns{
        {"type_value", exactTextOrEmpty(engine(), *name)},
        {"child_values", aliasedList({emptyLiteral}, QStringLiteral("k"))}};
    const Result<RowSample> sample =
        rowSample(m_connection, m_catalog, table, size, m_options, columns);
    if (!sample) {
        values.failure = sample.error().message;
        return std::nullopt;
    }
    qint64 picked = 0;
    const auto error = m_connection.ask(
        "verify_type_values", {{"rows", sample->sql}, {"limit", QString::number(mostTypeValues)}},
        [&](const Row& row) {
            values.values.emplace_back(row[0].text(), row[1].integer());
            picked = row[2].integer();
        });
    values.complete = picked < sample->wholeBelow;
    return error ? failed(*error, values.failure) : std::nullopt;
}

} // namespace cadastre
