// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sources and schemas as facts: how large they are, and what could not be read of them.
#include "model/catalog/table_counts.h"
#include "model/describe/facts.h"

#include <QMap>

namespace cadastre {

namespace {

QString kindTitle(CatalogKind kind)
{
    QString title = catalogKindName(kind);
    title.replace(QLatin1Char('_'), QLatin1Char(' '));
    title[0] = title[0].toUpper();
    return title;
}

void addReport(Facts& facts, const KindReport& report)
{
    const QString title = kindTitle(report.kind);
    switch (report.state) {
    case ReadState::Read:
        return facts.text(title, QStringLiteral("read"));
    case ReadState::EngineHasNone:
        return facts.text(title, QStringLiteral("this engine has none"));
    case ReadState::NotRead:
        facts.warning(title, QStringLiteral("not read: ") + report.reason);
        break;
    case ReadState::PartlyRead:
        facts.warning(title, QStringLiteral("read in part: ") + report.reason);
        break;
    }
    for (const QString& missing : report.missingObjects)
        facts.warning({}, missing);
}

/// Numbers of tables by kind, "23 tables", in one row each.
void addTableCounts(Facts& facts, const QMap<TableKind, int>& counts)
{
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        QString kind = tableKindName(it.key());
        kind[0] = kind[0].toUpper();
        facts.text(kind, QString::number(it.value()));
    }
}

} // namespace

void describeSource(const DescribeInput& input, ObjectDescription& description)
{
    const SourceId id{input.object.index};
    const Source& source = input.catalog.source(id);
    Facts facts(QStringLiteral("Facts"));
    facts.text(QStringLiteral("Engine"),
               engineName(source.engine) + QLatin1Char(' ') + source.serverVersion);
    facts.text(QStringLiteral("Database"), source.databaseName);
    facts.text(QStringLiteral("Location"), source.location);
    facts.text(QStringLiteral("Default schema"), source.defaultSchema);
    facts.text(QStringLiteral("Encoding"), source.encoding);
    if (source.changedWhileReading)
        facts.warning(QStringLiteral("Consistency"),
                      QStringLiteral("The schema changed while it was being read."));
    addCommonFacts(input, facts);
    std::move(facts).addTo(description);
    Facts contents(QStringLiteral("Schemas"));
    const auto& schemas = input.catalog.objects().schemas;
    for (int i = 0; i < static_cast<int>(schemas.size()); ++i) {
        if (schemas[i].source == id)
            contents.link(schemas[i].name, tablesText(countTables(input.catalog, SchemaId{i})),
                          SchemaId{i});
    }
    std::move(contents).addTo(description);
    Facts reports(QStringLiteral("What was read"));
    for (const KindReport& report : source.kinds)
        addReport(reports, report);
    for (const Omission& omission : source.omissions)
        reports.text(QStringLiteral("Left out"),
                     QStringLiteral("%1 (%2)").arg(omission.what).arg(omission.count));
    std::move(reports).addTo(description);
}

void describeSchema(const DescribeInput& input, ObjectDescription& description)
{
    const SchemaId id{input.object.index};
    const Schema& schema = input.catalog.schema(id);
    Facts facts(QStringLiteral("Facts"));
    if (input.catalog.objects().sources.size() > 1)
        facts.link(QStringLiteral("Source"), input.catalog.source(schema.source).name,
                   ObjectRef(schema.source));
    QMap<TableKind, int> counts;
    for (const Table& table : input.catalog.tablesOf(id))
        ++counts[table.kind];
    addTableCounts(facts, counts);
    addCommonFacts(input, facts);
    std::move(facts).addTo(description);
}

} // namespace cadastre
