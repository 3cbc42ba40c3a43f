// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "tests/bench/owner_corpus.h"

#include "model/catalog/snapshot.h"
#include "model/relations/inference.h"
#include "model/search/words.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace cadastre::bench {

namespace {

constexpr double mostTables = 0.7; ///< of them, those whose first word others have, too
constexpr double oneModule = 0.4;  ///< share that no first word may have
constexpr int severalModules = 5;

std::shared_ptr<const Catalog> catalogOfSnapshot(const QString& path)
{
    const Result<SourceCatalog> source = readSnapshotFile(path);
    if (!source)
        return nullptr;
    return std::make_shared<const Catalog>(
        mergeSources({std::make_shared<const SourceCatalog>(*source)}));
}

/// The number of a text, counted from 0 in the order of first use.
int numberOf(QHash<QString, int>& numbers, const QString& text)
{
    const auto found = numbers.constFind(text);
    if (found != numbers.constEnd())
        return *found;
    return *numbers.insert(text, static_cast<int>(numbers.size()));
}

/// Owners of boundaries.tsv as numbers; names without a schema mean any schema.
std::vector<int> readOwners(const Catalog& catalog, const QString& path)
{
    std::vector<int> owners(catalog.objects().tables.size(), -1);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return owners;
    QHash<QString, QString> named;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QStringList fields = QString::fromUtf8(line).split(QLatin1Char('\t'));
        if (fields.size() > 1)
            named.insert(fields.first().toLower(), fields[1]);
    }
    QHash<QString, int> numbers;
    for (int i = 0; i < static_cast<int>(owners.size()); ++i) {
        const QString name = catalog.table({i}).name.toLower();
        const QString schema = catalog.schema(catalog.table({i}).schema).name.toLower();
        const QString owner =
            named.value(QString(schema + QLatin1Char('.') + name), named.value(name));
        if (!owner.isEmpty())
            owners[i] = numberOf(numbers, owner);
    }
    return owners;
}

/// Everything in the first schema; ids stay what they are.
std::shared_ptr<const Catalog> withoutSchemas(const Catalog& catalog)
{
    CatalogObjects objects = catalog.objects();
    for (Table& table : objects.tables)
        table.schema = {0};
    return std::make_shared<const Catalog>(std::move(objects));
}

std::shared_ptr<const Catalog> withoutPrefixes(const Catalog& catalog)
{
    static const QRegularExpression prefix(QStringLiteral("^[^_]+_"));
    CatalogObjects objects = catalog.objects();
    for (Table& table : objects.tables)
        table.name.remove(prefix);
    return std::make_shared<const Catalog>(std::move(objects));
}

/// By table id: the number of its schema.
std::vector<int> schemaGroups(const Catalog& catalog)
{
    std::vector<int> groups;
    for (const Table& table : catalog.objects().tables)
        groups.push_back(table.schema.index);
    return groups;
}

/// Tables by group, without groups of one.
QHash<int, int> sharedGroups(const std::vector<int>& groups)
{
    QHash<int, int> counts;
    for (const int group : groups)
        ++counts[group];
    counts.removeIf([](const auto& count) { return count.value() < 2; });
    return counts;
}

/// Whether the groups look like the modules of an application: several, none of which has nearly
/// everything, and few tables apart.
bool lookLikeModules(const std::vector<int>& groups)
{
    const QHash<int, int> counts = sharedGroups(groups);
    int covered = 0;
    int largest = 0;
    for (const int count : counts) {
        covered += count;
        largest = std::max(largest, count);
    }
    const auto all = static_cast<double>(groups.size());
    return counts.size() >= severalModules && covered >= mostTables * all &&
           largest <= oneModule * all;
}

bool haveNamesBehindPrefixes(const Catalog& catalog)
{
    return std::ranges::all_of(catalog.objects().tables, [](const Table& table) {
        const qsizetype at = table.name.indexOf(QLatin1Char('_'));
        return at > 0 && at + 1 < table.name.size();
    });
}

/// The schema once more without what says by itself who owns what; absent where nothing does.
std::optional<OwnedSchema> hiddenOf(const OwnedSchema& schema, bool hasTruth)
{
    OwnedSchema hidden = schema;
    hidden.hidden = true;
    const std::vector<int> schemas = schemaGroups(*schema.catalog);
    const std::vector<int> prefixes = prefixGroups(*schema.catalog);
    if (lookLikeModules(schemas)) {
        hidden.name += QStringLiteral(", schemas hidden");
        hidden.catalog = withoutSchemas(*schema.catalog);
        if (!hasTruth)
            hidden.owners = schemas;
        return hidden;
    }
    if (hasTruth || !lookLikeModules(prefixes) || !haveNamesBehindPrefixes(*schema.catalog))
        return std::nullopt;
    hidden.name += QStringLiteral(", prefixes hidden");
    hidden.catalog = withoutPrefixes(*schema.catalog);
    hidden.owners = prefixes;
    return hidden;
}

} // namespace

std::vector<int> prefixGroups(const Catalog& catalog)
{
    std::vector<int> groups;
    QHash<QString, int> numbers;
    for (const Table& table : catalog.objects().tables) {
        QString word = nameWords(table.name).value(0);
        if (word.size() > 3 && word.endsWith(QLatin1Char('s')) &&
            !word.endsWith(QLatin1String("ss")))
            word.chop(1);
        groups.push_back(numberOf(numbers, word));
    }
    return groups;
}

std::vector<OwnedSchema> readOwnedSchemas(const QString& corpus, const QString& snapshots)
{
    std::vector<OwnedSchema> result;
    std::vector<OwnedSchema> hidden;
    for (const QString& name : QDir(corpus).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto catalog =
            catalogOfSnapshot(QDir(snapshots).filePath(name + QStringLiteral(".catalog.json")));
        if (!catalog)
            continue;
        const QString truth = QDir(corpus).filePath(name + QStringLiteral("/boundaries.tsv"));
        const bool hasTruth = QFile::exists(truth);
        OwnedSchema schema{name, catalog, allRelationships(*catalog, {}),
                           readOwners(*catalog, truth), false};
        if (std::optional<OwnedSchema> without = hiddenOf(schema, hasTruth))
            hidden.push_back(std::move(*without));
        if (hasTruth)
            result.push_back(std::move(schema));
    }
    std::ranges::move(hidden, std::back_inserter(result));
    return result;
}

} // namespace cadastre::bench
