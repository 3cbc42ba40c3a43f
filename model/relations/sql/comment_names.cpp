// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/comment_names.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isCommentNamePart(QChar character)
{
    return character.isLetterOrNumber() || character == QLatin1Char('_') ||
           character == QLatin1Char('$');
}

qsizetype skipBlanks(const QString& text, qsizetype at)
{
    while (at < text.size() && (text[at] == QLatin1Char(' ') || text[at] == QLatin1Char('\t')))
        ++at;
    return at;
}

/// One part of a name at `at`, which moves behind it; empty when there is none.
QString takePart(const QString& text, qsizetype& at, bool& quoted)
{
    static const QString openings = QStringLiteral("\"`[");
    static const QString closings = QStringLiteral("\"`]");
    if (at < text.size()) {
        const qsizetype kind = openings.indexOf(text[at]);
        const qsizetype close = kind < 0 ? -1 : text.indexOf(closings[kind], at + 1);
        if (close > at + 1) {
            const QString part = text.mid(at + 1, close - at - 1);
            at = close + 1;
            quoted = true;
            return part;
        }
    }
    const qsizetype begin = at;
    while (at < text.size() && isCommentNamePart(text[at]))
        ++at;
    return text.mid(begin, at - begin);
}

std::optional<TableId> tableOfComment(const CatalogNames& names, const QStringList& parts,
                                      const QString& schema)
{
    if (const auto exact = names.table(parts, {schema}))
        return exact;
    QStringList lower;
    std::ranges::transform(parts, std::back_inserter(lower),
                           [](const QString& part) { return part.toLower(); });
    return names.table(lower, {schema});
}

/// Fills in the columns of a target whose table is known.
NamedTarget targetColumns(const Catalog& catalog, TableId table, const QStringList& columns)
{
    NamedTarget target;
    target.table = table;
    for (const QString& name : columns) {
        const auto column = columnNamed(catalog, table, name);
        if (!column) {
            target.missingColumn = name;
            target.columns.clear();
            return target;
        }
        target.columns.push_back(*column);
    }
    return target;
}

} // namespace

std::optional<WrittenColumns> writtenColumns(const QString& text, qsizetype from)
{
    qsizetype at = skipBlanks(text, from);
    if (at >= text.size() || text[at] != QLatin1Char('('))
        return std::nullopt;
    WrittenColumns columns;
    do {
        at = skipBlanks(text, at + 1);
        bool quoted = false;
        const QString name = takePart(text, at, quoted);
        at = skipBlanks(text, at);
        if (name.isEmpty() || at >= text.size())
            return std::nullopt;
        columns.names << name;
    } while (text[at] == QLatin1Char(','));
    if (text[at] != QLatin1Char(')'))
        return std::nullopt;
    columns.end = at + 1;
    return columns;
}

std::optional<WrittenName> writtenName(const QString& text, qsizetype from)
{
    WrittenName name;
    qsizetype at = skipBlanks(text, from);
    name.begin = at;
    for (;;) {
        const QString part = takePart(text, at, name.quoted);
        if (part.isEmpty())
            break;
        name.parts << part;
        name.end = at;
        if (name.parts.size() == 3 || at >= text.size() || text[at] != QLatin1Char('.'))
            break;
        ++at;
    }
    if (name.parts.isEmpty())
        return std::nullopt;
    if (const auto columns = writtenColumns(text, name.end)) {
        name.columns = columns->names;
        name.end = columns->end;
    }
    return name;
}

std::optional<ColumnId> columnNamed(const Catalog& catalog, TableId table, const QString& name)
{
    const auto columns = catalog.columnsOf(table);
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const auto found = std::ranges::find_if(columns, [&](const Column& column) {
            return column.name.compare(name, sensitivity) == 0;
        });
        if (found != columns.end())
            return ColumnId{catalog.firstColumn(table).index +
                            static_cast<int>(found - columns.begin())};
    }
    return std::nullopt;
}

NamedTarget namedTarget(const Catalog& catalog, const CatalogNames& names, const QString& schema,
                        const WrittenName& name, bool tableOnly)
{
    const auto whole = tableOfComment(names, name.parts, schema);
    const bool isWhole = name.parts.size() < 3 || tableOnly || !name.columns.isEmpty();
    if (whole && isWhole)
        return targetColumns(catalog, *whole, name.columns);
    if (name.parts.size() > 1 && name.columns.isEmpty() && !tableOnly) {
        const QStringList owner = name.parts.mid(0, name.parts.size() - 1);
        if (const auto table = tableOfComment(names, owner, schema))
            return targetColumns(catalog, *table, {name.parts.last()});
    }
    NamedTarget target;
    const bool hasColumn = name.parts.size() > 1 && name.columns.isEmpty() && !tableOnly;
    target.missingTable = hasColumn
                              ? name.parts.mid(0, name.parts.size() - 1).join(QLatin1Char('.'))
                              : name.parts.join(QLatin1Char('.'));
    return target;
}

} // namespace cadastre
