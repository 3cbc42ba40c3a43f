// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/export/datasette.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace cadastre {

namespace {

const QString descriptionKey = QStringLiteral("description");

QJsonObject columnsMetadata(const Catalog& catalog, TableId table)
{
    QJsonObject columns;
    for (const Column& column : catalog.columnsOf(table)) {
        if (!column.comment.isEmpty())
            columns.insert(column.name, column.comment.text);
    }
    return columns;
}

QJsonObject tableMetadata(const Catalog& catalog, TableId id)
{
    QJsonObject table;
    const Comment& comment = catalog.table(id).comment;
    if (!comment.isEmpty())
        table.insert(descriptionKey, comment.text);
    const QJsonObject columns = columnsMetadata(catalog, id);
    if (!columns.isEmpty())
        table.insert(QStringLiteral("columns"), columns);
    return table;
}

/// As Datasette names it: the file without its ending.
QString databaseNameFor(const Source& source)
{
    return source.engine == Engine::Sqlite ? QFileInfo(source.databaseName).completeBaseName()
                                           : source.databaseName;
}

} // namespace

QByteArray datasetteMetadata(const Catalog& catalog, SourceId source)
{
    const Source& facts = catalog.source(source);
    QJsonObject tables;
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        const TableId id{i};
        const QJsonObject table = tableMetadata(catalog, id);
        if (table.isEmpty() || catalog.sourceOf(id) != source || catalog.table(id).system)
            continue;
        const QString schema = catalog.schema(catalog.table(id).schema).name;
        const QString prefix =
            schema == facts.defaultSchema ? QString() : QString(schema + QLatin1Char('.'));
        tables.insert(prefix + catalog.table(id).name, table);
    }
    QJsonObject database;
    if (!facts.comment.isEmpty())
        database.insert(descriptionKey, facts.comment.text);
    if (!tables.isEmpty())
        database.insert(QStringLiteral("tables"), tables);
    const QString name = databaseNameFor(facts);
    const QJsonObject databases{{name.isEmpty() ? facts.name : name, database}};
    return QJsonDocument(QJsonObject{{QStringLiteral("databases"), databases}}).toJson();
}

} // namespace cadastre
