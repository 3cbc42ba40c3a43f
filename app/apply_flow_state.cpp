// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is known of what is staged, as the panel shows it: where it goes, the plan, the results,
// marks and names that mean production.
#include "app/apply_flow.h"
#include "model/workspace/production_name.h"
#include "widgets/target_card.h"

#include <QFileInfo>

#include <algorithm>

namespace cadastre {

namespace {

bool isEngineServer(const LoadedSource& source)
{
    return !source.request.address.url.isEmpty();
}

QString serverText(const DatabaseAddress& address)
{
    if (!address.socket.isEmpty())
        return address.socket;
    if (address.host.isEmpty())
        return ApplyFlow::tr("this machine");
    return address.port > 0 ? QStringLiteral("%1:%2").arg(address.host).arg(address.port)
                            : address.host;
}

/// Whatever of an address names a host, a database or a service.
QStringList namesOf(const DatabaseAddress& address)
{
    if (address.url.isEmpty())
        return {QFileInfo(address.path).completeBaseName()};
    QStringList names{address.host, address.database};
    for (const auto& [option, value] : address.options) {
        if (option == QLatin1String("service") || option == QLatin1String("host") ||
            option == QLatin1String("dbname"))
            names << value;
    }
    return names;
}

bool isOfEdit(const CommentEdit& first, const CommentEdit& second)
{
    return first.before == second.before && first.after == second.after;
}

} // namespace

const LoadedSource* ApplyFlow::openSource(const QString& name) const
{
    const auto found = std::ranges::find_if(
        m_sources->sources(), [&](const LoadedSource& one) { return one.request.name == name; });
    return found == m_sources->sources().end() ? nullptr : &*found;
}

WriteTarget ApplyFlow::targetFromAddress(const LoadedSource& source)
{
    const Source& facts = source.part->source();
    const DatabaseAddress& address = source.request.address;
    WriteTarget target;
    target.server = isEngineServer(source) ? serverText(address) : address.path;
    target.database = facts.databaseName;
    target.role = address.user;
    target.engine = engineName(facts.engine) % QLatin1Char(' ') % facts.serverVersion;
    return target;
}

QString ApplyFlow::productionReason(const LoadedSource& source,
                                    const std::optional<WriteTarget>& target) const
{
    if (m_marks && m_marks(source.request.name).production)
        return tr("marked as production");
    QStringList names = namesOf(source.request.address);
    if (isEngineServer(source)) {
        names << source.part->source().databaseName;
        if (target)
            names << target->server << target->database;
        if (source.request.address.kind == AddressKind::MariaDb) { // its databases are schemas
            for (const Schema& schema : source.part->objects.schemas)
                names << schema.name;
        }
    }
    const auto name = productionName(names, m_patterns);
    return name ? tr("its name says so: %1").arg(*name) : QString();
}

PendingSource ApplyFlow::sourceOf(const LoadedSource& loaded) const
{
    PendingSource source;
    source.name = loaded.request.name;
    source.target = targetFromAddress(loaded);
    const auto plan = m_plans.find(source.name);
    if (plan != m_plans.end()) {
        source.planProblem = plan->second.problem;
        source.planned = plan->second.target.has_value();
        source.target = plan->second.target.value_or(source.target);
    }
    source.readOnly = m_marks && m_marks(source.name).readOnly;
    source.productionReason =
        productionReason(loaded, source.planned ? std::optional(source.target) : std::nullopt);
    source.production = !source.productionReason.isEmpty();
    source.canWrite = loaded.request.address.kind != AddressKind::Snapshot;
    return source;
}

std::optional<PendingSource> ApplyFlow::pendingSource(const QString& name) const
{
    const LoadedSource* loaded = openSource(name);
    if (loaded == nullptr)
        return std::nullopt;
    PendingSource source = sourceOf(*loaded);
    const auto plan = m_plans.find(name);
    for (const CommentEdit& edit : stagedOf(name)) {
        PendingRow row = pendingRow(m_comments->commented(), edit);
        row.fromEarlier = m_comments->isFromEarlier(edit);
        if (plan != m_plans.end()) {
            const auto planned = plan->second.comments.find(edit.key);
            if (planned != plan->second.comments.end() && isOfEdit(planned->second.edit, edit))
                row.planned = planned->second;
        }
        const auto result = m_results.find(edit.key);
        if (result != m_results.end() && isOfEdit(result->second.edit, edit))
            row.result = result->second;
        source.rows.push_back(std::move(row));
    }
    return source;
}

std::optional<PendingSource> ApplyFlow::pendingSource(const QString& name,
                                                      const std::vector<ObjectKey>& keys) const
{
    std::optional<PendingSource> source = pendingSource(name);
    if (!source)
        return std::nullopt;
    const QSet<ObjectKey> wanted(keys.begin(), keys.end());
    std::erase_if(source->rows,
                  [&](const PendingRow& row) { return !wanted.contains(row.edit.key); });
    return source;
}

PendingState ApplyFlow::state() const
{
    PendingState state;
    state.catalog = m_comments->commented().catalog();
    state.planning = isPlanning();
    state.writing = isWriting();
    for (const LoadedSource& loaded : m_sources->sources()) {
        auto source = pendingSource(loaded.request.name);
        if (source && !source->rows.empty())
            state.sources.push_back(*std::move(source));
    }
    return state;
}

std::vector<MarkedSource> ApplyFlow::markedSources() const
{
    std::vector<MarkedSource> marked;
    for (const LoadedSource& loaded : m_sources->sources()) {
        const PendingSource source = sourceOf(loaded);
        if (source.production || source.readOnly) {
            WriteTarget target = source.target;
            target.role.clear();
            marked.push_back({source.name, targetLine(target), source.readOnly, source.production,
                              source.productionReason});
        }
    }
    return marked;
}

} // namespace cadastre
