// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of a DBML file in their order; tables have a file of their own.
#include "model/export/schema/dbml.h"

#include "model/export/dbml_words.h"
#include "model/export/relation_rows.h"
#include "model/export/schema/dbml_table.h"
#include "model/export/single_line.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

QString dbmlAction(ReferentialAction action)
{
    return referentialActionName(action).toLower();
}

class DbmlWriter
{
public:
    explicit DbmlWriter(const SchemaExport& schema)
        : m_schema(schema)
        , m_catalog(*schema.catalog)
    {
    }

    [[nodiscard]] QString write()
    {
        writeProject();
        writeEnums();
        for (const TableId table : m_schema.tables)
            m_out += dbmlTableBlock(m_catalog, table);
        writeRefs(true);
        writeRefs(false);
        for (const SchemaGroup& group : m_schema.groups)
            if (group.isBoundary && !group.tables.empty())
                writeGroup(group);
        return m_out;
    }

private:
    void writeProject()
    {
        if (m_catalog.objects().sources.empty())
            return;
        const Source& source = m_catalog.source(SourceId{0});
        m_out += QStringLiteral("Project %1 {\n  database_type: %2\n}\n\n")
                     .arg(dbmlName(m_schema.title.isEmpty() ? source.name : m_schema.title),
                          dbmlNote(engineName(source.engine)));
    }

    /// Those that a column of the export has.
    void writeEnums()
    {
        std::vector<TypeId> types;
        for (const TableId table : m_schema.tables)
            for (const Column& column : m_catalog.columnsOf(table))
                if (column.userType && isDbmlEnum(m_catalog, *column.userType))
                    types.push_back(*column.userType);
        std::ranges::sort(types);
        types.erase(std::unique(types.begin(), types.end()), types.end());
        for (const TypeId id : types) {
            m_out += QStringLiteral("Enum ") + dbmlEnum(m_catalog, id) + QStringLiteral(" {\n");
            for (const QString& label : m_catalog.type(id).labels)
                m_out += QStringLiteral("  ") + dbmlQuoted(label) + QLatin1Char('\n');
            m_out += QStringLiteral("}\n\n");
        }
    }

    void writeRefs(bool declared)
    {
        QString refs;
        for (const SchemaLink& link : m_schema.links) {
            const bool isDeclared =
                m_schema.relationshipOf(link).origin == RelationshipOrigin::Declared;
            if (isDeclared == declared)
                refs += ref(link);
        }
        if (refs.isEmpty())
            return;
        m_out += (declared ? QStringLiteral("// Declared by foreign keys\n")
                           : QStringLiteral("// Not declared: inferred, or confirmed by a "
                                            "person\n")) +
                 refs + QLatin1Char('\n');
    }

    [[nodiscard]] QString ref(const SchemaLink& link)
    {
        const Relationship& relationship = m_schema.relationshipOf(link);
        const RelationshipTarget& target = m_schema.targetOf(link);
        const QString ends = dbmlEnds(m_catalog, relationship, target, link.child, link.parent);
        const QString remark =
            relationship.origin == RelationshipOrigin::Declared && target.typeValue.isEmpty()
                ? QString()
                : QString(QStringLiteral(" // ") + targetRemark(m_catalog, relationship, target));
        // the same ends twice, in either direction, are an error of the language
        const bool isSaid = m_said.contains(ends) || !hasColumns(link);
        m_said.insert(ends);
        return QString((isSaid ? QStringLiteral("// ") : QString()) + QStringLiteral("Ref: ") +
                       asSingleLine(ends) + actions(relationship) + remark + QLatin1Char('\n'));
    }

    /// A folded partition or copy may have columns that its representative does not have.
    [[nodiscard]] bool hasColumns(const SchemaLink& link) const
    {
        const auto has = [this](TableId table, const std::vector<ColumnId>& columns) {
            return std::ranges::all_of(columns, [&](ColumnId column) {
                return m_catalog.column(column).table == table ||
                       std::ranges::find(m_catalog.columnsOf(table), m_catalog.column(column).name,
                                         &Column::name) != m_catalog.columnsOf(table).end();
            });
        };
        return has(link.child, m_schema.relationshipOf(link).childColumns) &&
               has(link.parent, m_schema.targetOf(link).columns);
    }

    [[nodiscard]] QString actions(const Relationship& relationship) const
    {
        if (!relationship.constraint)
            return {};
        const Constraint& key = m_catalog.constraint(*relationship.constraint);
        QStringList settings;
        if (key.onDelete != ReferentialAction::NoAction)
            settings << QString(QStringLiteral("delete: ") + dbmlAction(key.onDelete));
        if (key.onUpdate != ReferentialAction::NoAction)
            settings << QString(QStringLiteral("update: ") + dbmlAction(key.onUpdate));
        return settings.isEmpty()
                   ? QString()
                   : QStringLiteral(" [%1]").arg(settings.join(QStringLiteral(", ")));
    }

    void writeGroup(const SchemaGroup& group)
    {
        m_out += QStringLiteral("TableGroup %1 {\n").arg(dbmlName(group.name));
        for (const TableId table : group.tables)
            if (!m_catalog.columnsOf(table).empty())
                m_out += QStringLiteral("  ") + dbmlTable(m_catalog, table) + QLatin1Char('\n');
        QStringList words{group.owner, group.note};
        words.removeAll(QString());
        if (!words.isEmpty())
            m_out += QStringLiteral("  Note: ") + dbmlNote(words.join(QStringLiteral(": "))) +
                     QLatin1Char('\n');
        m_out += QStringLiteral("}\n\n");
    }

    const SchemaExport& m_schema;
    const Catalog& m_catalog;
    QSet<QString> m_said;
    QString m_out;
};

} // namespace

QByteArray schemaDbml(const SchemaExport& schema)
{
    QString text = DbmlWriter(schema).write();
    while (text.endsWith(QStringLiteral("\n\n")))
        text.chop(1);
    return text.toUtf8();
}

} // namespace cadastre
