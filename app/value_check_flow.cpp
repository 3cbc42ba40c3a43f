// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/value_check_flow.h"

#include "model/notes/comment_text.h"

#include <algorithm>

namespace cadastre {

namespace {

const LoadedSource* databaseCalled(const std::vector<LoadedSource>& sources, const QString& name)
{
    const auto found = std::ranges::find_if(
        sources, [&](const LoadedSource& one) { return one.part->source().name == name; });
    return found == sources.end() || found->request.address.kind == AddressKind::Snapshot ? nullptr
                                                                                          : &*found;
}

/// The columns of one source and how to reach it.
struct SourceColumns
{
    SourceId source;
    SourceRequest request;
    std::vector<ColumnId> columns;
};

std::vector<SourceColumns> bySource(const CommentedCatalog& commented,
                                    const std::vector<LoadedSource>& sources)
{
    const Catalog& catalog = *commented.catalog();
    std::vector<SourceColumns> batches;
    for (ColumnId column : ValueCheckFlow::columnsToCheck(commented, sources)) {
        const SourceId source = catalog.sourceOf(column);
        auto batch = std::ranges::find(batches, source, &SourceColumns::source);
        if (batch == batches.end()) {
            const LoadedSource* loaded = databaseCalled(sources, catalog.source(source).name);
            batch = batches.insert(batch, {source, loaded->request, {}});
        }
        batch->columns.push_back(column);
    }
    return batches;
}

QStringList occurringOf(const TypeValues& read)
{
    QStringList values;
    for (const auto& [value, rows] : read.values) {
        if (!value.isEmpty())
            values << value;
    }
    return values;
}

} // namespace

ValueCheckFlow::ValueCheckFlow(QObject* parent)
    : QObject(parent)
{
}

ValueCheckFlow::~ValueCheckFlow()
{
    if (m_control)
        m_control->cancel();
}

std::vector<ColumnId> ValueCheckFlow::columnsToCheck(const CommentedCatalog& commented,
                                                     const std::vector<LoadedSource>& sources)
{
    std::vector<ColumnId> columns;
    if (commented.catalog() == nullptr)
        return columns;
    const Catalog& catalog = *commented.catalog();
    for (std::size_t i = 0; i < catalog.objects().columns.size(); ++i) {
        const ColumnId column{static_cast<int>(i)};
        if (isView(catalog.table(catalog.column(column).table)))
            continue;
        const QString text = commented.comment(column);
        const bool explainsValues =
            text.contains(QLatin1String("@values")) && noteValue(text, QStringLiteral("values"));
        if (explainsValues &&
            databaseCalled(sources, catalog.source(catalog.sourceOf(column)).name) != nullptr)
            columns.push_back(column);
    }
    return columns;
}

void ValueCheckFlow::start(const CommentedCatalog& commented,
                           const std::vector<LoadedSource>& sources)
{
    cancel();
    const std::vector<SourceColumns> batches = bySource(commented, sources);
    int count = 0;
    for (const SourceColumns& batch : batches)
        count += static_cast<int>(batch.columns.size());
    m_control = std::make_shared<ReadControl>();
    const auto work = [batches, catalog = commented.catalog(),
                       control = m_control](const std::atomic_bool&) {
        Outcome outcome;
        for (const SourceColumns& batch : batches) {
            const auto read = readTypeValues(batch.request.address, batch.request.password,
                                             *catalog, batch.columns, {}, *control);
            if (!read) {
                outcome.failures << read.error().message;
                continue;
            }
            for (std::size_t i = 0; i < read->size(); ++i) {
                const TypeValues& values = (*read)[i];
                if (!values.failure.isEmpty())
                    outcome.failures << values.failure;
                else
                    outcome.values[catalog->keyOf(batch.columns[i])] = occurringOf(values);
            }
        }
        return outcome;
    };
    Q_EMIT started(count);
    m_job.start(work, [this](Outcome outcome) {
        m_control.reset();
        m_values = std::move(outcome.values);
        Q_EMIT finished(static_cast<int>(m_values.size()), outcome.failures);
    });
}

void ValueCheckFlow::cancel()
{
    if (!m_job.isRunning())
        return;
    m_control->cancel();
    m_control.reset();
    m_job.cancel();
    Q_EMIT cancelled();
}

void ValueCheckFlow::forget()
{
    cancel();
    m_values.clear();
}

std::shared_ptr<const OccurringValues> ValueCheckFlow::occurring(const Catalog& catalog) const
{
    auto result = std::make_shared<OccurringValues>();
    for (const auto& [key, values] : m_values) {
        if (const auto object = catalog.find(key))
            result->insert(ColumnId{object->index}, values);
    }
    return result;
}

} // namespace cadastre
