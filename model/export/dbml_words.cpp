// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Quotes; see the header.
#include "model/export/dbml_words.h"

#include <QRegularExpression>
#include <QSet>

namespace cadastre {

namespace {

bool isDbmlOneToOne(const Relationship& relationship)
{
    return relationship.childEnd == Cardinality::ZeroOrOne ||
           relationship.childEnd == Cardinality::ExactlyOne;
}

} // namespace

QString dbmlQuoted(const QString& text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    quoted.replace(QLatin1Char('"'), QLatin1String("\\\""));
    quoted.replace(QLatin1Char('\n'), QLatin1String("\\n"));
    quoted.replace(QLatin1Char('\r'), QLatin1String("\\r"));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

QString dbmlName(const QString& name)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    static const QSet<QString> keywords{
        QStringLiteral("table"),       QStringLiteral("ref"),     QStringLiteral("enum"),
        QStringLiteral("tablegroup"),  QStringLiteral("project"), QStringLiteral("note"),
        QStringLiteral("indexes"),     QStringLiteral("checks"),  QStringLiteral("records"),
        QStringLiteral("as"),          QStringLiteral("null"),    QStringLiteral("true"),
        QStringLiteral("false"),       QStringLiteral("not"),     QStringLiteral("primary"),
        QStringLiteral("tablepartial")};
    const bool isPlain = plain.match(name).hasMatch() && !keywords.contains(name.toLower());
    return isPlain ? name : dbmlQuoted(name);
}

QString dbmlType(const QString& type)
{
    static const QRegularExpression plain(
        QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*(\\([0-9]+(, ?[0-9]+)?\\))?\\z"));
    if (type.isEmpty())
        return QStringLiteral("any");
    return plain.match(type).hasMatch() ? type : dbmlQuoted(type);
}

QString dbmlTable(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    const Source& source = catalog.source(catalog.sourceOf(id));
    const QString schema = catalog.schema(table.schema).name;
    if (catalog.objects().sources.size() > 1)
        return dbmlName(QString(source.name + QLatin1Char('/') + schema)) + QLatin1Char('.') +
               dbmlName(table.name);
    if (schema == source.defaultSchema)
        return dbmlName(table.name);
    return dbmlName(schema) + QLatin1Char('.') + dbmlName(table.name);
}

QString dbmlColumns(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (ColumnId id : columns)
        names << dbmlName(catalog.column(id).name);
    return names.size() == 1
               ? names.first()
               : QString(QLatin1Char('(') + names.join(QLatin1String(", ")) + QLatin1Char(')'));
}

QString dbmlNote(const QString& text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    quoted.replace(QLatin1Char('\''), QLatin1String("\\'"));
    quoted.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    quoted.replace(QLatin1Char('\n'), QLatin1String("\\n"));
    quoted.replace(QLatin1Char('\r'), QLatin1String("\\r"));
    return QString(QLatin1Char('\'') + quoted + QLatin1Char('\''));
}

QString dbmlExpression(const QString& expression)
{
    const bool isPlain =
        !expression.contains(QLatin1Char('`')) && !expression.contains(QLatin1Char('\n')) &&
        !expression.contains(QLatin1Char('\r')) && !expression.contains(QLatin1Char('\\'));
    return isPlain ? QString(QLatin1Char('`') + expression + QLatin1Char('`'))
                   : dbmlNote(expression);
}

QString dbmlEnds(const Catalog& catalog, const Relationship& relationship,
                 const RelationshipTarget& target, TableId child, TableId parent)
{
    return dbmlTable(catalog, child) + QLatin1Char('.') +
           dbmlColumns(catalog, relationship.childColumns) +
           (isDbmlOneToOne(relationship) ? QStringLiteral(" - ") : QStringLiteral(" > ")) +
           dbmlTable(catalog, parent) + QLatin1Char('.') + dbmlColumns(catalog, target.columns);
}

} // namespace cadastre
