// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One Mermaid diagram of some tables; how a whole is divided lives in mermaid_parts.cpp.
#include "model/export/schema/mermaid_writer.h"

#include "model/export/single_line.h"

namespace cadastre {

MermaidWriter::MermaidWriter(const SchemaExport& schema)
    : m_schema(schema)
    , m_roles(schema)
{
}

QString MermaidWriter::name(TableId table) const
{
    return QString(QLatin1Char('"') + mermaidText(m_schema.catalog->displayName(table)) +
                   QLatin1Char('"'));
}

QString MermaidWriter::attribute(ColumnId id) const
{
    const Column& column = m_schema.catalog->column(id);
    const QString word = mermaidWord(column.name);
    QStringList keys;
    if (m_roles.isPrimary(id))
        keys << QStringLiteral("PK");
    if (m_roles.isForeign(id))
        keys << QStringLiteral("FK");
    if (m_roles.isUnique(id))
        keys << QStringLiteral("UK");
    QStringList remarks;
    if (word != column.name)
        remarks << column.name;
    if (!column.nullable && !m_roles.isPrimary(id))
        remarks << QStringLiteral("not null");
    if (const QString comment = shortComment(column.comment.text); !comment.isEmpty())
        remarks << comment;
    QString line = QStringLiteral("    ") +
                   mermaidWord(column.type.isEmpty() ? QStringLiteral("any") : column.type) +
                   QLatin1Char(' ') + word;
    if (!keys.isEmpty())
        line += QLatin1Char(' ') + keys.join(QStringLiteral(", "));
    if (!remarks.isEmpty())
        line += QStringLiteral(" \"") + mermaidText(remarks.join(QStringLiteral("; "))) +
                QLatin1Char('"');
    return QString(line + QLatin1Char('\n'));
}

QString MermaidWriter::entity(TableId table, qsizetype mostCharacters, int& leftOut) const
{
    const Catalog& catalog = *m_schema.catalog;
    QString text;
    const QString comment = shortComment(catalog.table(table).comment.text);
    const bool isPlain = catalog.table(table).kind == TableKind::Table;
    if (!comment.isEmpty() || !isPlain) {
        QStringList words;
        if (!isPlain)
            words << tableKindName(catalog.table(table).kind);
        if (!comment.isEmpty())
            words << comment;
        text += QStringLiteral("  %% ") + mermaidText(words.join(QStringLiteral(": "))) +
                QLatin1Char('\n');
    }
    const auto columns = catalog.columnsOf(table);
    if (columns.empty())
        return QString(text + QStringLiteral("  ") + name(table) + QLatin1Char('\n'));
    text += QStringLiteral("  ") + name(table) + QStringLiteral(" {\n");
    const int first = catalog.firstColumn(table).index;
    const int count = static_cast<int>(columns.size());
    for (int i = 0; i < count; ++i) {
        const QString line = attribute(ColumnId{first + i});
        constexpr qsizetype room = 80; // for what closes the entity
        if (text.size() + line.size() + room > mostCharacters) {
            leftOut = count - i;
            text +=
                QStringLiteral("    more columns \"%1 more columns do not fit\"\n").arg(leftOut);
            break;
        }
        text += line;
    }
    return QString(text + QStringLiteral("  }\n"));
}

QString MermaidWriter::link(const SchemaLink& link) const
{
    const Relationship& relationship = m_schema.relationshipOf(link);
    const bool isGuess = relationship.origin == RelationshipOrigin::Inferred;
    return QString(QStringLiteral("  ") + name(link.child) + QLatin1Char(' ') +
                   crowsFootOfChild(relationship.childEnd) +
                   (isGuess ? QStringLiteral("..") : QStringLiteral("--")) +
                   crowsFootOfParent(relationship.parentEnd) + QLatin1Char(' ') +
                   name(link.parent) + QStringLiteral(" : \"") +
                   mermaidText(linkLabel(m_schema, link)) + QStringLiteral("\"\n"));
}

QString MermaidWriter::read(const SchemaRead& read) const
{
    return QStringLiteral("  %1 }o..o{ %2 : \"reads\"\n").arg(name(read.view), name(read.table));
}

QString mermaidHead(const QString& title)
{
    QString head;
    if (!title.isEmpty()) {
        QString quoted = asSingleLine(title); // YAML; its codes are not decoded there
        quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
        quoted.replace(QLatin1Char('"'), QLatin1String("\\\""));
        head = QStringLiteral("---\ntitle: \"%1\"\n---\n").arg(quoted);
    }
    return QString(head + QStringLiteral("erDiagram\n"));
}

QByteArray mermaidMarkdown(const std::vector<MermaidDiagram>& diagrams, const QString& title)
{
    QString text =
        title.isEmpty() ? QString() : QStringLiteral("# %1\n\n").arg(mermaidHeading(title));
    for (const MermaidDiagram& diagram : diagrams) {
        if (diagrams.size() > 1)
            text += QStringLiteral("## %1\n\n").arg(mermaidHeading(diagram.title));
        text += QStringLiteral("```mermaid\n") + QString::fromUtf8(diagram.text) +
                QStringLiteral("```\n\n");
    }
    text.chop(1);
    return text.toUtf8();
}

} // namespace cadastre
