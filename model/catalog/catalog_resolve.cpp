// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From what a person typed to the object that is meant: exact names first, then names without
// regard to case; an ambiguity or a near miss is named.
#include "model/catalog/catalog.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Objects whose key ends in the given parts; at most one schema may be left out.
class Resolver
{
public:
    Resolver(const Catalog& catalog, const ObjectKey& wanted)
        : m_catalog(catalog)
        , m_wanted(wanted)
    {
    }

    [[nodiscard]] std::vector<ObjectRef> matches(Qt::CaseSensitivity sensitivity) const
    {
        std::vector<ObjectRef> found;
        const auto& tables = m_catalog.objects().tables;
        for (std::size_t i = 0; i < tables.size(); ++i)
            addMatches({static_cast<int>(i)}, sensitivity, found);
        return preferDefaultSchema(std::move(found));
    }

private:
    [[nodiscard]] bool partsMatch(const QStringList& actual, qsizetype from,
                                  Qt::CaseSensitivity sensitivity) const
    {
        const QStringList& parts = m_wanted.parts;
        if (parts.size() != actual.size() - from)
            return false;
        return std::equal(parts.begin(), parts.end(), actual.begin() + from,
                          [sensitivity](const QString& a, const QString& b) {
                              return a.compare(b, sensitivity) == 0;
                          });
    }

    void addMatches(TableId id, Qt::CaseSensitivity sensitivity,
                    std::vector<ObjectRef>& found) const
    {
        const Table& table = m_catalog.table(id);
        const Schema& schema = m_catalog.schema(table.schema);
        if (!m_wanted.source.isEmpty() && m_wanted.source != m_catalog.source(schema.source).name)
            return;
        const QStringList name{schema.name, table.name};
        if (partsMatch(name, 0, sensitivity) || partsMatch(name, 1, sensitivity))
            found.emplace_back(id);
        if (m_wanted.parts.size() < 2)
            return;
        const QString& owner = m_wanted.parts[m_wanted.parts.size() - 2];
        if (owner.compare(table.name, sensitivity) != 0)
            return;
        const auto columns = m_catalog.columnsOf(id);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const QStringList full{schema.name, table.name, columns[i].name};
            if (partsMatch(full, 0, sensitivity) || partsMatch(full, 1, sensitivity))
                found.emplace_back(ColumnId{m_catalog.firstColumn(id).index + static_cast<int>(i)});
        }
    }

    [[nodiscard]] std::vector<ObjectRef> preferDefaultSchema(std::vector<ObjectRef> found) const
    {
        if (found.size() < 2)
            return found;
        std::vector<ObjectRef> preferred;
        for (ObjectRef ref : found) {
            const ObjectKey key = m_catalog.keyOf(ref);
            const Source& source = m_catalog.source(m_catalog.sourceOf(ref));
            if (key.parts.first() == source.defaultSchema)
                preferred.push_back(ref);
        }
        return preferred.empty() ? found : preferred;
    }

    const Catalog& m_catalog;
    const ObjectKey& m_wanted;
};

QStringList nearMisses(const Catalog& catalog, const QString& name)
{
    QStringList names;
    const QString folded = QString(name).remove(QLatin1Char('_'));
    for (std::size_t i = 0; i < catalog.objects().tables.size() && names.size() < 3; ++i) {
        const QString candidate =
            QString(catalog.objects().tables[i].name).remove(QLatin1Char('_'));
        if (candidate.startsWith(folded, Qt::CaseInsensitive) ||
            (!candidate.isEmpty() && folded.startsWith(candidate, Qt::CaseInsensitive)))
            names << catalog.displayName(TableId{static_cast<int>(i)});
    }
    return names;
}

Error notFound(const Catalog& catalog, QStringView text, const ObjectKey& key)
{
    const QString last = key.parts.isEmpty() ? QString() : key.parts.last();
    const QStringList near = nearMisses(catalog, last);
    QString message = QStringLiteral("There is no table or column \"%1\"").arg(text);
    message += near.isEmpty()
                   ? QStringLiteral(".")
                   : QStringLiteral("; similar: %1.").arg(near.join(QLatin1String(", ")));
    return {message, {}};
}

Error ambiguous(const Catalog& catalog, QStringView text, const std::vector<ObjectRef>& found)
{
    QStringList names;
    for (std::size_t i = 0; i < found.size() && i < 5; ++i)
        names << catalog.keyOf(found[i]).toString();
    return {QStringLiteral("\"%1\" could be %2: write one of them.")
                .arg(text, names.join(QLatin1String(" or "))),
            {}};
}

} // namespace

Result<ObjectRef> Catalog::resolve(QStringView text) const
{
    const Result<ObjectKey> key = ObjectKey::fromString(text);
    if (!key)
        return key.error();
    if (const auto exact = find(*key))
        return *exact;
    const Resolver resolver(*this, *key);
    for (Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const std::vector<ObjectRef> found = resolver.matches(sensitivity);
        if (found.size() == 1)
            return found.front();
        if (found.size() > 1)
            return ambiguous(*this, text, found);
    }
    return notFound(*this, text, *key);
}

} // namespace cadastre
