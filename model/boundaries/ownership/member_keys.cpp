// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Finds what keys in a boundaries document name; see the header.
#include "model/boundaries/ownership/member_keys.h"

#include "model/catalog/containment.h"
#include "model/catalog/read_kinds.h"

namespace cadastre {

namespace {

bool isKeyKindWord(QStringView word)
{
    for (int kind = 0; kind <= static_cast<int>(KeyKind::Unknown); ++kind) {
        if (word == keyKindName(static_cast<KeyKind>(kind)))
            return true;
    }
    return false;
}

/// What may be left out: the default schema of a source.
QStringList partsWithSchema(const Source& source, const ObjectKey& key)
{
    const ObjectKind kind = objectKindOf(key.kind);
    const bool standsInSchema =
        kind == ObjectKind::Table || kind == ObjectKind::Routine || kind == ObjectKind::Type;
    if (key.parts.size() != 1 || !standsInSchema || source.defaultSchema.isEmpty())
        return key.parts;
    return QStringList{source.defaultSchema} + key.parts;
}

std::vector<ObjectRef> objectsNamedBy(const Catalog& catalog, const ObjectKey& key)
{
    std::vector<ObjectRef> found;
    for (const Source& source : catalog.objects().sources) {
        if (!key.source.isEmpty() && key.source != source.name)
            continue;
        if (const auto object =
                catalog.find({source.name, key.kind, partsWithSchema(source, key), key.arguments}))
            found.push_back(*object);
    }
    return found;
}

/// Half a sentence; empty when the kind was read in full and nothing was left out on purpose.
QString doubtAbout(const Source& source, CatalogKind kind)
{
    for (const KindReport& report : source.kinds) {
        const bool isPart =
            report.state == ReadState::NotRead || report.state == ReadState::PartlyRead;
        if (report.kind == kind && isPart)
            return QStringLiteral("the %1 of %2 were not fully read")
                .arg(catalogKindName(kind), source.name);
    }
    return leftOutOfScope(source) > 0
               ? QStringLiteral("only a part of %1 was read").arg(source.name)
               : QString();
}

} // namespace

bool isMemberKey(QStringView text)
{
    const qsizetype quote = text.indexOf(QLatin1Char('"'));
    const QStringView plain = quote < 0 ? text : text.first(quote);
    const qsizetype colon = plain.indexOf(QLatin1Char(':'));
    if (colon > 0) {
        const QStringView head = plain.first(colon);
        return isKeyKindWord(head.sliced(head.lastIndexOf(QLatin1Char('/')) + 1));
    }
    return text.endsWith(QLatin1Char(')')) && text.contains(QLatin1Char('('));
}

std::optional<ObjectRef> findMemberKey(const Catalog& catalog, const ObjectKey& key)
{
    if (!key.source.isEmpty()) {
        if (const auto object = catalog.find(key))
            return object;
    }
    const std::vector<ObjectRef> found = objectsNamedBy(catalog, key);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

bool isAmbiguousMemberKey(const Catalog& catalog, const ObjectKey& key)
{
    return objectsNamedBy(catalog, key).size() > 1;
}

QString doubtOfAbsence(const Catalog& catalog, const ObjectKey& key)
{
    bool isRead = false;
    for (const Source& source : catalog.objects().sources) {
        if (!key.source.isEmpty() && key.source != source.name)
            continue;
        isRead = true;
        if (const QString doubt = doubtAbout(source, catalogKindOf(key.kind)); !doubt.isEmpty())
            return doubt;
    }
    return isRead ? QString()
                  : QStringLiteral("the database %1 is not among those that were read")
                        .arg(key.source);
}

QString doubtOfAbsence(const Catalog& catalog)
{
    for (const Source& source : catalog.objects().sources) {
        for (CatalogKind kind : {CatalogKind::Schemas, CatalogKind::Tables}) {
            if (const QString doubt = doubtAbout(source, kind); !doubt.isEmpty())
                return doubt;
        }
    }
    return {};
}

} // namespace cadastre
