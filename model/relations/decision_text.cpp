// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Printing and parsing of decision keys; see the header.
#include "model/relations/decision_text.h"

#include <array>

namespace cadastre {

namespace {

constexpr std::array decisionKindWords{"confirmed", "rejected", "added"};
constexpr QLatin1String decisionArrow("->");
constexpr QLatin1String decisionBy(" by ");

QString printedColumns(const QStringList& columns)
{
    QStringList quoted;
    for (const QString& column : columns)
        quoted << quotedKeyPart(column);
    return quoted.join(QLatin1String(", "));
}

/// Where `what` first stands outside double quotes; -1 when it does not.
qsizetype findUnquoted(QStringView text, QLatin1String what)
{
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('"'))
            quoted = !quoted;
        else if (!quoted && text.sliced(i).startsWith(what))
            return i;
    }
    return -1;
}

Error notADecision(QStringView text, const QString& what)
{
    return {QStringLiteral("\"%1\" names no relationship: %2.").arg(text.toString(), what), {}};
}

Result<QString> parsedColumn(QStringView text)
{
    const auto key = ObjectKey::fromString(QString(QLatin1String("column:") + text.trimmed()));
    if (!key)
        return key.error();
    if (key->parts.size() != 1)
        return notADecision(text, QStringLiteral("one column's name was expected"));
    return key->parts.first();
}

Result<QStringList> parsedColumns(QStringView text)
{
    QStringList names;
    while (true) {
        const qsizetype comma = findUnquoted(text, QLatin1String(","));
        const Result<QString> name = parsedColumn(comma < 0 ? text : text.first(comma));
        if (!name)
            return name.error();
        names << *name;
        if (comma < 0)
            return names;
        text = text.sliced(comma + 1);
    }
}

bool namesTable(const ObjectKey& key)
{
    return !key.parts.isEmpty() &&
           (key.kind == KeyKind::Table || key.kind == KeyKind::View ||
            key.kind == KeyKind::MaterializedView || key.kind == KeyKind::ForeignTable);
}

/// One side of the arrow.
struct DecisionEnd
{
    ObjectKey table;
    QStringList columns;
    QString typeColumn;
};

Result<DecisionEnd> parsedEnd(QStringView text)
{
    text = text.trimmed();
    const qsizetype open = findUnquoted(text, QLatin1String("("));
    if (open < 0 || !text.endsWith(QLatin1Char(')')))
        return notADecision(text, QStringLiteral("columns in parentheses are missing"));
    const Result<ObjectKey> table = ObjectKey::fromString(text.first(open).trimmed());
    if (!table)
        return table.error();
    if (!namesTable(*table))
        return notADecision(text, QStringLiteral("a table or view was expected"));
    QStringView list = text.sliced(open + 1).chopped(1);
    DecisionEnd end{*table, {}, {}};
    if (const qsizetype by = findUnquoted(list, decisionBy); by >= 0) {
        const Result<QString> typeColumn = parsedColumn(list.sliced(by + decisionBy.size()));
        if (!typeColumn)
            return typeColumn.error();
        end.typeColumn = *typeColumn;
        list = list.first(by);
    }
    Result<QStringList> columns = parsedColumns(list);
    if (!columns)
        return columns.error();
    end.columns = *std::move(columns);
    return end;
}

QString endTitle(const QString& table, const QStringList& columns)
{
    const QString names = printedColumns(columns);
    return columns.size() == 1 ? QString(table + QLatin1Char('.') + names)
                               : QString(table + QLatin1String(".(") + names + QLatin1Char(')'));
}

QString tableTitle(const ObjectKey& key, bool withSchema)
{
    QStringList quoted;
    for (const QString& part : withSchema ? key.parts : key.parts.mid(key.parts.size() - 1))
        quoted << quotedKeyPart(part);
    return quoted.join(QLatin1Char('.'));
}

QStringList plainNames(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (ColumnId id : columns)
        names << catalog.column(id).name;
    return names;
}

} // namespace

QString decisionKeyText(const DecisionKey& key)
{
    QString child = printedColumns(key.childColumns);
    if (!key.typeColumn.isEmpty())
        child += decisionBy + quotedKeyPart(key.typeColumn);
    return QStringLiteral("%1 (%2) -> %3 (%4)")
        .arg(key.child.toString(), child, key.parent.toString(), printedColumns(key.parentColumns));
}

Result<DecisionKey> decisionKeyFromText(QStringView text)
{
    const qsizetype at = findUnquoted(text, decisionArrow);
    if (at < 0)
        return notADecision(text, QStringLiteral("an arrow -> is missing"));
    Result<DecisionEnd> child = parsedEnd(text.first(at));
    if (!child)
        return child.error();
    Result<DecisionEnd> parent = parsedEnd(text.sliced(at + decisionArrow.size()));
    if (!parent)
        return parent.error();
    if (child->columns.size() != parent->columns.size())
        return notADecision(text, QStringLiteral("both ends need the same number of columns"));
    if (!parent->typeColumn.isEmpty())
        return notADecision(text, QStringLiteral("the parent has no type column"));
    return DecisionKey{child->table, child->columns, child->typeColumn, parent->table,
                       parent->columns};
}

QString decisionKindName(DecisionKind kind)
{
    return QString::fromLatin1(decisionKindWords[static_cast<std::size_t>(kind)]);
}

std::optional<DecisionKind> decisionKindFromName(QStringView name)
{
    for (std::size_t i = 0; i < decisionKindWords.size(); ++i) {
        if (name == QLatin1String(decisionKindWords[i]))
            return static_cast<DecisionKind>(i);
    }
    return std::nullopt;
}

QString relationshipTitle(const Catalog& catalog, const Relationship& relationship)
{
    QStringList targets;
    for (const RelationshipTarget& target : relationship.targets) {
        const QString title = target.isResolved() ? endTitle(catalog.displayName(target.table),
                                                             plainNames(catalog, target.columns))
                                                  : QStringLiteral("?");
        if (!targets.contains(title))
            targets << title;
    }
    return endTitle(catalog.displayName(relationship.child),
                    plainNames(catalog, relationship.childColumns)) +
           QStringLiteral(" → ") + targets.join(QLatin1String(", "));
}

QString decisionTitle(const DecisionKey& key)
{
    const bool withSchema = key.child.source != key.parent.source ||
                            key.child.parts.value(0) != key.parent.parts.value(0);
    return endTitle(tableTitle(key.child, withSchema), key.childColumns) + QStringLiteral(" → ") +
           endTitle(tableTitle(key.parent, withSchema), key.parentColumns);
}

} // namespace cadastre
