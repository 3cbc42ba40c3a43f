// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Writes PlantUML; see the header.
#include "model/export/schema/plantuml.h"

#include "model/export/single_line.h"

#include <QSet>

namespace cadastre {

namespace {

/// What stands for itself; twice in a row it may be markup (`--`, `__`, `..`).
bool isPlantUmlPlain(QChar character, QChar before)
{
    if (character.isLetterOrNumber() && !character.isSurrogate())
        return true;
    static const QString once = QStringLiteral(" _.-");
    static const QString always = QStringLiteral(",:()?");
    return always.contains(character) || (once.contains(character) && before != character);
}

class PlantUmlWriter
{
public:
    explicit PlantUmlWriter(const SchemaExport& schema)
        : m_schema(schema)
        , m_roles(schema)
    {
    }

    [[nodiscard]] QString write()
    {
        m_out = QStringLiteral("@startuml\nhide circle\nhide empty members\nleft to right "
                               "direction\n");
        if (!m_schema.title.isEmpty())
            m_out += QStringLiteral("title ") + plantUmlText(m_schema.title) + QLatin1Char('\n');
        QSet<TableId> inGroups;
        for (const SchemaGroup& group : m_schema.groups) {
            if (group.tables.empty())
                continue;
            const QString owner =
                group.owner.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(group.owner);
            m_out += QStringLiteral("\npackage \"%1\" {\n").arg(plantUmlText(group.name + owner));
            for (const TableId table : group.tables) {
                inGroups.insert(table);
                writeEntity(table, QStringLiteral("  "));
            }
            m_out += QStringLiteral("}\n");
        }
        for (const TableId table : m_schema.tables)
            if (!inGroups.contains(table))
                writeEntity(table, {});
        m_out += QLatin1Char('\n');
        for (const SchemaLink& link : m_schema.links)
            writeLink(link);
        for (const SchemaRead& read : m_schema.reads)
            m_out += alias(read.view) + QStringLiteral(" ..> ") + alias(read.table) +
                     QStringLiteral(" : reads\n");
        return QString(m_out + QStringLiteral("@enduml\n"));
    }

private:
    static QString alias(TableId table) { return QStringLiteral("t%1").arg(table.index); }

    void writeEntity(TableId id, const QString& indent)
    {
        const Catalog& catalog = *m_schema.catalog;
        const Table& table = catalog.table(id);
        const QString kind =
            table.kind == TableKind::Table
                ? QString()
                : QStringLiteral(" <<%1>>").arg(plantUmlText(tableKindName(table.kind)));
        m_out += indent + QStringLiteral("entity \"%1\" as %2%3 {\n")
                              .arg(plantUmlText(catalog.displayName(id)), alias(id), kind);
        if (const QString comment = shortComment(table.comment.text); !comment.isEmpty())
            m_out += indent + QStringLiteral("  {field} ") + plantUmlText(comment) +
                     QLatin1Char('\n') + indent + QStringLiteral("  ..\n");
        writeColumns(id, indent, true);
        writeColumns(id, indent, false);
        m_out += indent + QStringLiteral("}\n");
    }

    /// Keys stand above a line.
    void writeColumns(TableId id, const QString& indent, bool keys)
    {
        const Catalog& catalog = *m_schema.catalog;
        const int first = catalog.firstColumn(id).index;
        const int count = static_cast<int>(catalog.columnsOf(id).size());
        bool hasAny = false;
        for (int i = 0; i < count; ++i) {
            const ColumnId column{first + i};
            if (m_roles.isPrimary(column) != keys)
                continue;
            hasAny = true;
            writeColumn(column, indent);
        }
        if (keys && hasAny)
            m_out += indent + QStringLiteral("  --\n");
    }

    void writeColumn(ColumnId id, const QString& indent)
    {
        const Column& column = m_schema.catalog->column(id);
        m_out += indent + QStringLiteral("  {field} ");
        if (!column.nullable || m_roles.isPrimary(id))
            m_out += QStringLiteral("* ");
        m_out += plantUmlText(column.name);
        if (!column.type.isEmpty())
            m_out += QStringLiteral(" : ") + plantUmlText(column.type);
        if (m_roles.isPrimary(id))
            m_out += QStringLiteral(" <<PK>>");
        if (m_roles.isForeign(id))
            m_out += QStringLiteral(" <<FK>>");
        if (m_roles.isUnique(id))
            m_out += QStringLiteral(" <<UK>>");
        if (const QString comment = shortComment(column.comment.text); !comment.isEmpty())
            m_out +=
                QStringLiteral("  ") + QChar(0x2013) + QLatin1Char(' ') + plantUmlText(comment);
        m_out += QLatin1Char('\n');
    }

    void writeLink(const SchemaLink& link)
    {
        const Relationship& relationship = m_schema.relationshipOf(link);
        const bool isGuess = relationship.origin == RelationshipOrigin::Inferred;
        m_out += alias(link.child) + QLatin1Char(' ') + crowsFootOfChild(relationship.childEnd) +
                 (isGuess ? QStringLiteral("..") : QStringLiteral("--")) +
                 crowsFootOfParent(relationship.parentEnd) + QLatin1Char(' ') + alias(link.parent) +
                 QStringLiteral(" : ") + plantUmlText(linkLabel(m_schema, link)) +
                 QLatin1Char('\n');
    }

    const SchemaExport& m_schema;
    ColumnRoles m_roles;
    QString m_out;
};

} // namespace

QString plantUmlText(const QString& text)
{
    const QString line = asSingleLine(text).trimmed();
    QString escaped;
    QChar before;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool isEdge = (i == 0 || i + 1 == line.size()) && !c.isLetterOrNumber();
        char32_t code = c.unicode();
        if (c.isHighSurrogate() && i + 1 < line.size() && line[i + 1].isLowSurrogate())
            code = QChar::surrogateToUcs4(c, line[++i]);
        else if (c.isSurrogate())
            code = QChar::ReplacementCharacter;
        const bool isPlain = code < 0x10000 && isPlantUmlPlain(QChar(char16_t(code)), before) &&
                             !(isEdge && c != QLatin1Char(')'));
        escaped += isPlain ? QString(c)
                           : QStringLiteral("<U+%1>").arg(
                                 QString::number(code, 16).toUpper().rightJustified(4, u'0'));
        before = c;
    }
    return escaped.isEmpty() ? QStringLiteral("<U+2423>") : escaped;
}

QByteArray schemaPlantUml(const SchemaExport& schema)
{
    return PlantUmlWriter(schema).write().toUtf8();
}

} // namespace cadastre
