// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/server/read_source.h"

namespace cadastre::test {

Result<ReadResult> readFrom(const ReadRequest& request)
{
    const Result<DatabaseAddress> address = parseDatabaseAddress(request.url);
    if (!address)
        return address.error();
    ReadControl control;
    if (request.onProgress) {
        control.onProgress = [&](const ReadProgress& progress) {
            request.onProgress(progress, control);
        };
    }
    return readSource(*address, request.password, request.options, control);
}

Catalog catalogOf(const ReadResult& result)
{
    return mergeSources({result.catalog});
}

QString kindText(const ReadResult& result, CatalogKind kind)
{
    for (const KindReport& report : result.catalog->source().kinds) {
        if (report.kind != kind)
            continue;
        QStringList missing;
        for (const QString& object : report.missingObjects)
            missing << object;
        switch (report.state) {
        case ReadState::Read:
            return QStringLiteral("read");
        case ReadState::PartlyRead:
            return QStringLiteral("partly read: ") + report.reason + QStringLiteral(" | ") +
                   missing.join(QStringLiteral("; "));
        case ReadState::NotRead:
            return QStringLiteral("not read: ") + report.reason;
        case ReadState::EngineHasNone:
            return QStringLiteral("engine has none");
        }
    }
    return QStringLiteral("no report");
}

QString unreadKinds(const ReadResult& result)
{
    QStringList lines;
    for (const KindReport& report : result.catalog->source().kinds) {
        if (report.state == ReadState::PartlyRead || report.state == ReadState::NotRead)
            lines << catalogKindName(report.kind) + QLatin1Char(' ') +
                         kindText(result, report.kind);
    }
    return lines.join(QLatin1Char('\n'));
}

const Table* findTable(const Catalog& catalog, const QString& name)
{
    for (const Table& table : catalog.objects().tables) {
        if (catalog.schema(table.schema).name + QLatin1Char('.') + table.name == name)
            return &table;
    }
    return nullptr;
}

QString errorText(const Error& error)
{
    return error.message + QStringLiteral(" | ") + error.detail;
}

} // namespace cadastre::test
