// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Boundaries and catalogs for tests of boundaries, from a few words each.
#pragma once

#include "model/boundaries/boundaries.h"
#include "tests/support/schema_text.h"

namespace cadastre::test {

/// `shop/table:billing.invoices`; the text must be a key.
inline ObjectKey objectKey(const char* text)
{
    const Result<ObjectKey> key = ObjectKey::fromString(QString::fromUtf8(text));
    if (!key)
        qFatal("%s", qPrintable(key.error().message));
    return *key;
}

/// `read shop/view:a.b -> shop/table:c.d`; the text must be a key.
inline CrossingKey crossingKey(const char* text)
{
    const Result<CrossingKey> key = crossingKeyFromText(QString::fromUtf8(text));
    if (!key)
        qFatal("%s", qPrintable(key.error().message));
    return *key;
}

inline Boundary boundaryWith(const QStringList& members)
{
    Boundary boundary;
    boundary.members = members;
    boundary.members.sort();
    return boundary;
}

/// `{{"billing", "billing.* !billing.x"}}`: members separated by blanks.
inline Boundaries
boundariesFromText(const std::vector<std::pair<const char*, const char*>>& entries)
{
    Boundaries boundaries;
    for (const auto& [name, members] : entries)
        boundaries.entries[QString::fromUtf8(name)] =
            boundaryWith(QString::fromUtf8(members).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    return boundaries;
}

/// SchemaText in which a bar in a table's comment is a line break.
inline SourceCatalog sourceWithNotes(const QString& text,
                                     const QString& name = QStringLiteral("shop"))
{
    CatalogObjects objects = SchemaText::source(text, name).objects;
    for (Table& table : objects.tables)
        table.comment.text.replace(QLatin1Char('|'), QLatin1Char('\n'));
    return finishSource(std::move(objects));
}

inline Catalog catalogOf(std::vector<SourceCatalog> sources)
{
    std::vector<std::shared_ptr<const SourceCatalog>> parts;
    for (SourceCatalog& source : sources)
        parts.push_back(std::make_shared<const SourceCatalog>(std::move(source)));
    return mergeSources(parts);
}

/// The table or view that a key names; must be there.
inline TableId tableIn(const Catalog& catalog, const char* key)
{
    const auto found = catalog.find(objectKey(key));
    if (!found || found->kind != ObjectKind::Table)
        qFatal("there is no table %s", key);
    return {found->index};
}

} // namespace cadastre::test
