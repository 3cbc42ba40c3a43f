// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/definitions.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>

namespace cadastre::postgresql {

namespace {

constexpr int firstPatienceMs = 100; ///< a tenth of the usual deadlock_timeout
constexpr int nextPatienceMs = 10;

class DefinitionReader
{
public:
    DefinitionReader(Reading& reading, const DefinitionQuery& query)
        : m_reading(reading)
        , m_query(query)
    {
    }

    std::optional<SqlError> runSet(std::span<const Oid> ids)
    {
        const int patienceMs = m_reading.sawLock ? nextPatienceMs : firstPatienceMs;
        std::optional<SqlError> error = attempt(ids, patienceMs);
        if (!error || error->failure != SqlFailure::LockTimeout)
            return error;
        m_reading.sawLock = true;
        return ids.size() == 1 && m_reading.lockBudgetMs > 0 ? attemptPatiently(ids) : error;
    }

    [[nodiscard]] bool wasAnswered(Oid oid) const { return m_answered.contains(oid); }

private:
    std::optional<SqlError> attempt(std::span<const Oid> ids, int patienceMs)
    {
        const int timeoutMs = std::max(1, std::min(patienceMs, m_reading.options.lockTimeoutMs));
        if (auto error = m_reading.setLockTimeout(timeoutMs))
            return error;
        return m_reading.ask(m_query.text, {arrayOf({ids.begin(), ids.end()})},
                             [this](const Row& row) {
                                 if (m_query.take(row))
                                     m_answered.insert(oidOf(row[0]));
                             });
    }

    /// A single object holds nothing that others wait for: what is left of the budget is spent.
    std::optional<SqlError> attemptPatiently(std::span<const Oid> ids)
    {
        QElapsedTimer timer;
        timer.start();
        auto error = attempt(ids, m_reading.lockBudgetMs);
        m_reading.lockBudgetMs -= static_cast<int>(timer.elapsed());
        return error;
    }

    Reading& m_reading;
    const DefinitionQuery& m_query;
    QSet<Oid> m_answered;
};

std::optional<TableId> tableOf(const Reading& reading, ObjectRef ref)
{
    const auto index = static_cast<std::size_t>(ref.index);
    switch (ref.kind) {
    case ObjectKind::Constraint:
        return reading.objects.constraints[index].table;
    case ObjectKind::Index:
        return reading.objects.indexes[index].table;
    case ObjectKind::Trigger:
        return reading.objects.triggers[index].table;
    case ObjectKind::Other: {
        const auto about = reading.objects.others[index].about;
        return about && about->kind == ObjectKind::Table ? std::optional(TableId{about->index})
                                                         : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

void blame(Reading& reading, StepReport& report, ObjectRef ref, const QString& reason)
{
    reading.base(ref).notRead = reason;
    report.addMissing(reading.displayName(ref), reason);
    const auto table = tableOf(reading, ref);
    if (!table || reading.objects.tables[table->index].notRead)
        return;
    reading.objects.tables[table->index].notRead =
        QStringLiteral("%1 was not read: %2").arg(reading.base(ref).name, reason);
}

} // namespace

std::optional<SqlError> readDefinitions(Reading& reading, StepReport& report,
                                        const DefinitionQuery& query)
{
    DefinitionReader reader(reading, query);
    const std::span<const Oid> all(query.oids);
    if (all.empty())
        return reader.runSet({});
    QSet<Oid> guilty;
    for (std::size_t start = 0; start < all.size();) {
        const auto set = all.subspan(start, std::min(query.setSize, all.size() - start));
        start += set.size();
        const Narrowed<Oid> outcome =
            narrowByHalving<Oid>(set, [&](std::span<const Oid> ids) { return reader.runSet(ids); });
        if (outcome.fatal)
            return outcome.fatal;
        for (const auto& [oid, error] : outcome.guilty) {
            guilty.insert(oid);
            if (const auto ref = query.objectOf(oid))
                blame(reading, report, *ref, notReadReason(error));
            if (query.onGuilty)
                query.onGuilty(oid, error);
        }
        report.addObjects(static_cast<qint64>(set.size()));
    }
    for (const Oid oid : all) {
        const auto ref = query.objectOf(oid);
        if (ref && !guilty.contains(oid) && !reader.wasAnswered(oid))
            blame(reading, report, *ref, QStringLiteral("it was dropped while reading"));
    }
    return std::nullopt;
}

} // namespace cadastre::postgresql
