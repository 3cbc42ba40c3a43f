// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names in the truth are compared without case and quotes; a schema may be left out.
#include "tests/fit/corpus.h"

#include "model/catalog/snapshot.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace cadastre::fit {

namespace {

QString plainName(QString name)
{
    return name.remove(QLatin1Char('"')).trimmed().toLower();
}

std::vector<QStringList> rowsOf(const QString& path)
{
    std::vector<QStringList> rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    bool first = true;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QStringList fields = QString::fromUtf8(line).split(QLatin1Char('\t'));
        const bool header = first && fields.first().trimmed() == QLatin1String("child_table");
        first = false;
        if (!header && !line.trimmed().isEmpty() && !line.startsWith('#'))
            rows.push_back(fields);
    }
    return rows;
}

class TruthReader
{
public:
    explicit TruthReader(CorpusSchema& schema)
        : m_schema(schema)
    {
        const Catalog& catalog = *schema.catalog;
        for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
            const Table& table = catalog.table({i});
            const QString name = table.name.toLower();
            m_tables.insert(
                QString(catalog.schema(table.schema).name.toLower() + QLatin1Char('.') + name),
                {i});
            m_bare[name].push_back({i});
        }
    }

    void read(const QString& path, bool counts)
    {
        for (const QStringList& row : rowsOf(path)) {
            if (row.size() >= 4)
                readRow(row, counts);
        }
    }

private:
    void readRow(const QStringList& row, bool counts)
    {
        const auto child = tableNamed(row[0]);
        const QStringList columns = row[1].split(QLatin1Char(','));
        if (row.value(4).trimmed() == QLatin1String("polymorphic"))
            return readPair(child, columns, row[2]);
        const auto reference = referenceOf(child, columns, tableNamed(row[2]), row[3]);
        if (!reference) {
            m_schema.missing += counts ? 1 : 0;
            return;
        }
        (counts ? m_schema.truth : m_schema.forgottenReferences).insert(*reference);
        if (reference->size() > 1)
            return;
        const auto& [column, key] = reference->front();
        m_schema.keysOf[column].insert(key);
        m_schema.references += counts ? 1 : 0;
        if (!counts)
            m_schema.forgotten[column].insert(key);
    }

    void readPair(std::optional<TableId> child, const QStringList& columns, const QString& targets)
    {
        const auto id = child ? columnNamed(*child, columns.first()) : std::nullopt;
        if (!id)
            return;
        TruePair pair;
        if (columns.size() > 1)
            pair.type = columnNamed(*child, columns[1]);
        for (const QString& target : targets.split(QLatin1Char('|'))) {
            if (const auto table = tableNamed(target))
                pair.targets.insert(*table);
        }
        m_schema.polymorphic.insert(*id, pair);
    }

    [[nodiscard]] std::optional<TrueReference> referenceOf(std::optional<TableId> child,
                                                           const QStringList& columns,
                                                           std::optional<TableId> parent,
                                                           const QString& parentColumns) const
    {
        const QStringList keys = parentColumns.split(QLatin1Char(','));
        if (!child || !parent || keys.size() != columns.size())
            return std::nullopt;
        TrueReference reference;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const auto column = columnNamed(*child, columns[i]);
            const auto key = columnNamed(*parent, keys[i]);
            if (!column || !key)
                return std::nullopt;
            reference.emplace_back(*column, *key);
        }
        std::ranges::sort(reference);
        return reference;
    }

    [[nodiscard]] std::optional<TableId> tableNamed(const QString& text) const
    {
        const QString name = plainName(text);
        for (const QString& full : {name, QString(QStringLiteral("public.") + name)}) {
            if (const auto found = m_tables.constFind(full); found != m_tables.constEnd())
                return *found;
        }
        const auto bare = m_bare.constFind(name.section(QLatin1Char('.'), -1));
        if (bare == m_bare.constEnd() || bare->size() != 1)
            return std::nullopt;
        return bare->front();
    }

    [[nodiscard]] std::optional<ColumnId> columnNamed(TableId table, const QString& text) const
    {
        const QString name = plainName(text);
        const ColumnId first = m_schema.catalog->firstColumn(table);
        const auto columns = m_schema.catalog->columnsOf(table);
        for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
            if (columns[i].name.toLower() == name)
                return ColumnId{first.index + i};
        }
        return std::nullopt;
    }

    CorpusSchema& m_schema;
    QHash<QString, TableId> m_tables;
    QHash<QString, std::vector<TableId>> m_bare;
};

} // namespace

Result<std::vector<CorpusSchema>> readCorpus(const QString& folder, const QString& snapshots)
{
    std::vector<CorpusSchema> corpus;
    const QDir root(folder);
    for (const QString& name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString truth = root.filePath(name + QStringLiteral("/truth.tsv"));
        if (!QFile::exists(truth))
            continue;
        const QString snapshot = QDir(snapshots).filePath(name + QStringLiteral(".catalog.json"));
        Result<SourceCatalog> part = readSnapshotFile(snapshot);
        if (!part)
            return part.error();
        CorpusSchema schema;
        schema.name = name;
        schema.catalog = std::make_shared<const Catalog>(
            mergeSources({std::make_shared<const SourceCatalog>(*std::move(part))}));
        TruthReader reader(schema);
        reader.read(truth, true);
        reader.read(root.filePath(name + QStringLiteral("/adjudicated.tsv")), false);
        corpus.push_back(std::move(schema));
    }
    if (corpus.empty())
        return Error{QStringLiteral("%1 has no folder with a truth.tsv.").arg(folder), {}};
    return corpus;
}

} // namespace cadastre::fit
