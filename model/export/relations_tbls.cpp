// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as the `relations:` of a .tbls.yml. Words of its format: schema/cardinality.go and
// "Additional relations" in the documentation of tbls.
#include "model/export/relation_formats.h"
#include "model/export/single_line.h"
#include "model/json_text.h"

namespace cadastre {

namespace {

/// JSON's double quotes are YAML's; but YAML takes some characters only escaped.
QByteArray yamlString(const QString& text)
{
    QString quoted = QString::fromUtf8(jsonString(text));
    QString result;
    for (QChar c : quoted) {
        const bool mustBeEscaped = (c.unicode() >= 0x7f && c.unicode() < 0xa0) ||
                                   c == QChar::LineSeparator || c == QChar::ParagraphSeparator ||
                                   c.unicode() == 0xfeff || c.unicode() >= 0xfffe;
        if (mustBeEscaped)
            result += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result.toUtf8();
}

QByteArray yamlList(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QByteArray text;
    for (ColumnId id : columns)
        text += "\n      - " + yamlString(catalog.column(id).name);
    return text;
}

/// As tbls names tables: with the schema in PostgreSQL, and elsewhere where it is another database.
QString tblsTable(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    const Source& source = catalog.source(catalog.sourceOf(id));
    const QString schema = catalog.schema(table.schema).name;
    const bool withSchema = source.engine == Engine::PostgreSql ||
                            (source.engine != Engine::Sqlite && schema != source.defaultSchema);
    return withSchema ? QString(schema + QLatin1Char('.') + table.name) : table.name;
}

QString tblsCardinality(Cardinality cardinality)
{
    switch (cardinality) {
    case Cardinality::ZeroOrOne:
        return QStringLiteral("Zero or one");
    case Cardinality::ExactlyOne:
        return QStringLiteral("Exactly one");
    case Cardinality::ZeroOrMany:
        return QStringLiteral("Zero or more");
    case Cardinality::OneOrMany:
        return QStringLiteral("One or more");
    }
    Q_UNREACHABLE();
}

QByteArray tblsRelation(const Catalog& catalog, const Relationship& relationship,
                        const RelationshipTarget& target)
{
    return "  - table: " + yamlString(tblsTable(catalog, relationship.child)) +
           "\n    columns:" + yamlList(catalog, relationship.childColumns) +
           "\n    parentTable: " + yamlString(tblsTable(catalog, target.table)) +
           "\n    parentColumns:" + yamlList(catalog, target.columns) +
           "\n    cardinality: " + yamlString(tblsCardinality(relationship.childEnd)) +
           "\n    parentCardinality: " + yamlString(tblsCardinality(relationship.parentEnd)) +
           "\n    def: " + yamlString(targetRemark(catalog, relationship, target)) + '\n';
}

} // namespace

QByteArray relationsTbls(const RelationExport& relations)
{
    const Catalog& catalog = relations.catalog;
    QByteArray entries;
    QByteArray remarks;
    for (std::size_t number : relationOrder(relations)) {
        const Relationship& relationship = relations.relationships[number];
        if (relationship.origin == RelationshipOrigin::Declared)
            continue;
        for (const RelationshipTarget& target : relationship.targets) {
            if (isInOneSource(catalog, relationship, target))
                entries += tblsRelation(catalog, relationship, target);
            else
                remarks += "# " + leftOutRemark(catalog, relationship, target).toUtf8() + '\n';
        }
    }
    return remarks + (entries.isEmpty() ? QByteArray("relations: []\n") : "relations:\n" + entries);
}

} // namespace cadastre
