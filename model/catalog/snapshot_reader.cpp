// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads snapshots in two passes over the lines: first which objects there are, then what they are,
// so that references resolve in any order and no more than one line is held as JSON.
#include "model/catalog/containment.h"
#include "model/catalog/snapshot.h"
#include "model/catalog/snapshot_checks.h"
#include "model/catalog/snapshot_fields.h"
#include "model/catalog/snapshot_json.h"
#include "model/catalog/snapshot_lines.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace cadastre {

namespace {

using namespace snapshot;

/// `a.b` of the first two parts: how the objects of a table find it, whatever kind of table it is.
QString tableText(const QStringList& parts)
{
    return quotedKeyPart(parts[0]) + QLatin1Char('.') + quotedKeyPart(parts[1]);
}

/// The key of a line without the number that tells apart objects that share it.
QString withoutNumber(const QString& key)
{
    qsizetype at = key.size();
    while (at > 0 && key[at - 1].isDigit())
        --at;
    return key.first(at).endsWith(QLatin1String(" #")) ? key.first(at - 2) : key;
}

class SnapshotReader
{
public:
    SnapshotReader(QIODevice& device, const QString& fileName)
        : m_fileName(fileName)
        , m_lines(device, fileName)
    {
    }

    Result<SourceCatalog> read()
    {
        m_index.insert(QStringLiteral("source:"), SourceId{0});
        m_objects.sources.resize(1);
        m_lines.forEach([this](Section section, const QByteArray& line) { count(section, line); });
        m_lines.forEach([this](Section section, const QByteArray& line) { fill(section, line); });
        check();
        if (m_lines.error())
            return *m_lines.error();
        return finishSource(std::move(m_objects));
    }

private:
    void fail(const QString& what) { m_lines.fail(what); }

    QJsonObject parse(const QByteArray& line)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line, &error);
        if (!document.isObject())
            fail(QStringLiteral("the JSON is garbled"));
        return document.object();
    }

    void count(Section section, const QByteArray& line)
    {
        if (section == Section::Header)
            return checkHeader(line);
        if (section != Section::Objects)
            return;
        const QString key = keyOf(line);
        const Result<ObjectKey> parsed = ObjectKey::fromString(withoutNumber(key));
        if (key.isEmpty() || !parsed || parsed->parts.isEmpty())
            return fail(key.isEmpty() ? QStringLiteral("an object without a key")
                                      : QStringLiteral("the key %1").arg(key));
        const ObjectKind kind = objectKindOf(parsed->kind);
        const ObjectRef ref(kind, m_counts[static_cast<std::size_t>(kind)]++);
        if (m_index.contains(key))
            return fail(QStringLiteral("%1 for the second time").arg(key));
        m_index.insert(key, ref);
        if (kind == ObjectKind::Table && parsed->parts.size() == 2)
            m_tables.insert(tableText(parsed->parts), TableId{ref.index});
    }

    /// Only the key, which stands first, so that the first pass need not parse whole lines.
    QString keyOf(const QByteArray& line)
    {
        static const QByteArray start = "{\"key\":\"";
        if (!line.startsWith(start))
            return {};
        qsizetype end = start.size();
        while (end < line.size() && line[end] != '"')
            end += line[end] == '\\' ? 2 : 1;
        if (end >= line.size())
            return {};
        return parse(line.first(end + 1) + '}').value(QLatin1String("key")).toString();
    }

    void checkHeader(const QByteArray& line)
    {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isNull() && line.startsWith("{\"format\":\"cadastre-catalog\""))
            return fail(QStringLiteral("the JSON is cut off or garbled"));
        const QJsonObject header = document.object();
        const int version = header.value(QLatin1String("version")).toInt();
        if (header.value(QLatin1String("format")).toString() != QLatin1String("cadastre-catalog") ||
            version < 1)
            m_lines.failWith(
                {QStringLiteral("%1 is not a snapshot of a catalog.").arg(m_fileName), {}});
        else if (version > snapshotVersion)
            m_lines.failWith(
                {QStringLiteral("%1 was written by a newer Cadastre (version %2 of the format, "
                                "this one reads %3). Open it with that one.")
                     .arg(m_fileName)
                     .arg(version)
                     .arg(snapshotVersion),
                 {}});
    }

    void fill(Section section, const QByteArray& line)
    {
        const QJsonObject object = parse(line);
        if (m_lines.error())
            return;
        if (section == Section::Header)
            return fillSource(object.value(QLatin1String("source")).toObject());
        FieldReader fields(object, m_index);
        if (section == Section::Objects) {
            fillObject(object, fields);
        } else if (section == Section::Grants) {
            grantFields(fields, m_objects.grants.emplace_back());
        } else {
            dependencyFields(fields, m_objects.dependencies.emplace_back());
        }
        if (!fields.failure().isEmpty())
            fail(fields.failure());
    }

    void fillSource(const QJsonObject& object)
    {
        FieldReader fields(object, m_index);
        Source& source = m_objects.sources.front();
        fields.text("name", source.name);
        sourceFields(fields, source);
        baseFields(fields, source);
        if (!fields.failure().isEmpty())
            fail(fields.failure());
    }

    void fillObject(const QJsonObject& object, FieldReader& fields)
    {
        const QString text = object.value(QLatin1String("key")).toString();
        const Result<ObjectKey> key = ObjectKey::fromString(withoutNumber(text));
        ObjectBase* base = key ? fillKind(objectKindOf(key->kind), *key, fields) : nullptr;
        if (!base)
            return fail(QStringLiteral("%1 belongs to nothing").arg(text));
        const QJsonValue name = object.value(QLatin1String("name"));
        base->name = name.isString() ? name.toString() : key->parts.last();
        baseFields(fields, *base);
    }

    ObjectBase* fillKind(ObjectKind kind, const ObjectKey& key, FieldReader& fields)
    {
        CatalogObjects& o = m_objects;
        switch (kind) {
        case ObjectKind::Source:
            return nullptr;
        case ObjectKind::Schema:
            return &o.schemas.emplace_back();
        case ObjectKind::Table:
            return ofSchema(o.tables, key, [&](Table& t) { tableFields(fields, t); });
        case ObjectKind::Column:
            return ofTable(o.columns, key, [&](Column& c) { columnFields(fields, c); });
        case ObjectKind::Constraint:
            return ofTable(o.constraints, key, [&](Constraint& c) { fillConstraint(fields, c); });
        case ObjectKind::Index:
            return ofTable(o.indexes, key, [&](Index& i) { indexFields(fields, i); });
        case ObjectKind::Trigger:
            return ofTable(o.triggers, key, [&](Trigger& t) { triggerFields(fields, t); });
        case ObjectKind::Routine:
            return ofSchema(o.routines, key, [&](Routine& r) {
                r.argumentTypes = key.arguments;
                routineFields(fields, r);
            });
        case ObjectKind::Type:
            return ofSchema(o.types, key, [&](UserType& t) { typeFields(fields, t); });
        case ObjectKind::Role:
            roleFields(fields, o.roles.emplace_back());
            return &o.roles.back();
        case ObjectKind::Other:
            otherFields(fields, o.others.emplace_back());
            return &o.others.back();
        }
        Q_UNREACHABLE();
    }

    template <typename T, typename Fill>
    ObjectBase* ofSchema(std::vector<T>& objects, const ObjectKey& key, Fill fill)
    {
        const auto schema =
            m_index.constFind(QString(QStringLiteral("schema:") + quotedKeyPart(key.parts[0])));
        if (key.parts.size() != 2 || schema == m_index.constEnd())
            return nullptr;
        T& object = objects.emplace_back();
        object.schema = {schema->index};
        fill(object);
        return &object;
    }

    template <typename T, typename Fill>
    ObjectBase* ofTable(std::vector<T>& objects, const ObjectKey& key, Fill fill)
    {
        if (key.parts.size() != 3)
            return nullptr;
        const auto table = m_tables.constFind(tableText(key.parts));
        if (table == m_tables.constEnd())
            return nullptr;
        T& object = objects.emplace_back();
        object.table = *table;
        fill(object);
        return &object;
    }

    void fillConstraint(FieldReader& fields, Constraint& constraint)
    {
        constraintFields(fields, constraint);
        if (!constraint.referencedColumns.empty() &&
            constraint.referencedColumns.size() != constraint.columns.size())
            fail(QStringLiteral("a foreign key with unequal column lists"));
    }

    void check()
    {
        if (m_lines.error())
            return;
        if (const auto what = wrongCounts(m_objects, m_counts))
            m_lines.failWith({QStringLiteral("%1 cannot be read: %2.").arg(m_fileName, *what), {}});
        else if (const auto wrong = wrongReferences(m_objects))
            m_lines.failWith(
                {QStringLiteral("%1 cannot be read: %2.").arg(m_fileName, *wrong), {}});
        else if (const auto table = partitionOfItself(m_objects))
            fail(QStringLiteral("%1 is a partition of itself").arg(*table));
    }

    QString m_fileName;
    SnapshotLines m_lines;
    FieldReader::Index m_index;
    QHash<QString, TableId> m_tables; ///< by tableText()
    ObjectCounts m_counts{};
    CatalogObjects m_objects;
};

} // namespace

Result<SourceCatalog> readSnapshot(QIODevice& device, const QString& fileName)
{
    return SnapshotReader(device, fileName).read();
}

Result<SourceCatalog> readSnapshotFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("%1 cannot be opened: %2.").arg(path, file.errorString()), {}};
    return readSnapshot(file, QFileInfo(path).fileName());
}

} // namespace cadastre
