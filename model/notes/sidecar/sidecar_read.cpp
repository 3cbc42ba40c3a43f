// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reading a sidecar over a catalog, and where sidecars are; see sidecar.h.
#include "model/notes/sidecar/sidecar.h"
#include "model/notes/sidecar/sidecar_bytes.h"
#include "model/notes/sidecar/sidecar_file.h"

#include <QFile>
#include <QFileInfo>

namespace cadastre {

namespace {

template <typename T> ObjectBase& elementAt(std::vector<T>& objects, ObjectRef ref)
{
    return objects[static_cast<std::size_t>(ref.index)];
}

ObjectBase& mutableBase(CatalogObjects& objects, ObjectRef ref)
{
    switch (ref.kind) {
    case ObjectKind::Source:
        return elementAt(objects.sources, ref);
    case ObjectKind::Schema:
        return elementAt(objects.schemas, ref);
    case ObjectKind::Table:
        return elementAt(objects.tables, ref);
    case ObjectKind::Column:
        return elementAt(objects.columns, ref);
    case ObjectKind::Constraint:
        return elementAt(objects.constraints, ref);
    case ObjectKind::Index:
        return elementAt(objects.indexes, ref);
    case ObjectKind::Trigger:
        return elementAt(objects.triggers, ref);
    case ObjectKind::Routine:
        return elementAt(objects.routines, ref);
    case ObjectKind::Type:
        return elementAt(objects.types, ref);
    case ObjectKind::Role:
        return elementAt(objects.roles, ref);
    case ObjectKind::Other:
        return elementAt(objects.others, ref);
    }
    Q_UNREACHABLE();
}

QString withoutSuffix(const QString& path)
{
    const QFileInfo file(path);
    const QString name = file.completeBaseName();
    return QString(file.path() + QLatin1Char('/') + (name.isEmpty() ? file.fileName() : name));
}

} // namespace

Result<QByteArray> sidecarBytes(const QString& path)
{
    QFile file(path);
    if (!file.exists() && !QFileInfo(path).isSymLink())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("%1 could not be read: %2.").arg(path, file.errorString()), {}};
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{QStringLiteral("%1 could not be read: %2.").arg(path, file.errorString()), {}};
    return bytes;
}

SidecarReading withSidecar(const std::shared_ptr<const SourceCatalog>& catalog, const QString& path)
{
    const Result<QByteArray> bytes = sidecarBytes(path);
    if (!bytes)
        return {catalog, {bytes.error().message}};
    if (bytes->isEmpty())
        return {catalog, {}};
    // the only part of a whole keeps its numbers
    const Catalog whole = mergeSources({catalog});
    const Result<SidecarFile> file = SidecarFile::parse(path, *bytes, whole, SourceId{0});
    if (!file)
        return {catalog, {file.error().message}};
    SidecarReading reading{catalog, file->problems()};
    auto changed = std::make_shared<SourceCatalog>(*catalog);
    for (const auto& [key, text] : file->comments()) {
        const std::optional<ObjectRef> object = whole.find(key);
        Q_ASSERT(object);
        const CommentHome home = commentHomeOf(whole, *object);
        if (home.place != CommentPlace::Sidecar)
            reading.problems << QStringLiteral("%1: the comment of %2 is not taken from here. %3")
                                    .arg(path, whole.displayName(*object), home.sentence);
        else if (!text.isEmpty())
            mutableBase(changed->objects, *object).comment = {text, CommentOrigin::Sidecar, false};
    }
    reading.catalog = std::move(changed);
    return reading;
}

QString sqliteSidecarPath(const QString& databasePath)
{
    return QString(withoutSuffix(databasePath) + QLatin1String(".comments.sql"));
}

QString workspaceSidecarPath(const QString& workspacePath, const QString& sourceName)
{
    return QString(withoutSuffix(workspacePath) + QLatin1Char('.') + sourceName +
                   QLatin1String(".comments.sql"));
}

Result<std::map<ObjectKey, QString>> sidecarComments(const QString& path, const Catalog& catalog,
                                                     SourceId source)
{
    const Result<QByteArray> bytes = sidecarBytes(path);
    if (!bytes)
        return bytes.error();
    const Result<SidecarFile> file = SidecarFile::parse(path, *bytes, catalog, source);
    if (!file)
        return file.error();
    return file->comments();
}

} // namespace cadastre
