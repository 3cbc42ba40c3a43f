// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Draws from std::mt19937 alone, as the other generator does; see the header.
#include "tests/support/synthetic_undeclared.h"

#include "tests/support/synthetic_styles.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

namespace cadastre::test {

namespace {

constexpr int tablesPerUndeclaredModule = 24;

constexpr std::array areas{"billing",  "catalog",  "shipping", "support", "payroll", "stock",
                           "campaign", "identity", "contract", "pricing", "returns", "loyalty",
                           "project",  "asset",    "fleet",    "quality", "survey",  "media",
                           "booking",  "device",   "ledger",   "clinic",  "school",  "event"};
constexpr std::array regions{"retail", "web",    "legacy", "partner", "mobile", "export",
                             "plant",  "branch", "lab",    "north",   "south",  "trade",
                             "field",  "press",  "board",  "garage",  "port",   "farm"};
constexpr std::array entityNouns{
    "customer", "order",   "item",     "invoice", "payment", "address",  "category", "rule",
    "document", "group",   "member",   "permit",  "request", "batch",    "task",     "schedule",
    "template", "label",   "channel",  "message", "region",  "supplier", "product",  "warehouse",
    "employee", "vehicle", "room",     "ticket",  "plan",    "budget",   "claim",    "policy",
    "lesson",   "account", "shipment", "offer",   "branch",  "machine",  "recipe",   "sample"};
constexpr std::array entityDetails{"line", "note", "version", "price", "option", "step"};
constexpr std::array roleWords{"billing", "source", "target", "previous", "default", "main"};

struct Decoy
{
    std::array<const char*, 2> words;
    const char* type;
};
constexpr std::array decoys{
    Decoy{{"external", "id"}, "character varying(64)"},
    Decoy{{"session", "id"}, "uuid"},
    Decoy{{"legacy", "no"}, "integer"},
    Decoy{{"state", "id"}, "smallint"},
    Decoy{{"transaction", "id"}, "character varying(40)"},
    Decoy{{"tax", "id"}, "character varying(20)"},
    Decoy{{"status", "code"}, "smallint"},
    Decoy{{"device", "key"}, "text"},
    Decoy{{"serial", "number"}, "bigint"},
    Decoy{{"product", "type"}, "character varying(20)"},
    Decoy{{"correlation", "id"}, "uuid"},
    Decoy{{"import", "ref"}, "integer"},
};
constexpr std::array plain{
    Decoy{{"display", "name"}, "character varying(120)"},
    Decoy{{"net", "amount"}, "numeric(12,2)"},
    Decoy{{"long", "description"}, "text"},
    Decoy{{"created", "at"}, "timestamp"},
    Decoy{{"sort", "order"}, "integer"},
    Decoy{{"is", "active"}, "boolean"},
};

struct UndeclaredModule
{
    NamingStyle style = NamingStyle::SnakePlural;
    int schema = 0;
    QStringList words;    ///< "retail", "billing"
    QStringList inTables; ///< empty where the schema says it
    QString keyType;
};

struct UndeclaredEntity
{
    int module = 0;
    int table = 0;
    int key = 0;
    QStringList words;
};

class UndeclaredGenerator
{
public:
    explicit UndeclaredGenerator(const UndeclaredOptions& options)
        : m_options(options)
        , m_random(options.seed)
    {
    }

    UndeclaredSchema generate()
    {
        addSource();
        const int tables =
            std::max(6, static_cast<int>(m_options.tables *
                                         (1 - m_options.copyShare - m_options.auditShare)));
        for (int module = 0; entityCount() < tables; ++module)
            addModule(module, std::min(tablesPerUndeclaredModule, tables - entityCount()));
        for (int i = 0; i < entityCount(); ++i)
            addColumns(i);
        addCopies(m_options.tables - tables);
        return finished();
    }

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<quint32>(limit)); }
    bool chance(double share) { return m_random() < share * 4294967296.0; }
    [[nodiscard]] int entityCount() const { return static_cast<int>(m_entities.size()); }

    template <std::size_t N> QString oneOf(const std::array<const char*, N>& words)
    {
        return QString::fromLatin1(words[static_cast<std::size_t>(below(static_cast<int>(N)))]);
    }

    void addSource()
    {
        Source source;
        source.name = QStringLiteral("synthetic");
        source.engine = Engine::PostgreSql;
        source.serverVersion = QStringLiteral("15.1");
        source.versionNumber = 150100;
        source.databaseName = QStringLiteral("synthetic");
        source.defaultSchema = QStringLiteral("public");
        m_objects.sources = {source};
        addSchema(QStringLiteral("public"));
    }

    int addSchema(const QString& name)
    {
        Schema schema;
        schema.name = name;
        m_objects.schemas.push_back(schema);
        return static_cast<int>(m_objects.schemas.size()) - 1;
    }

    int addTable(int schema, const QString& name)
    {
        Table table;
        table.schema = SchemaId{schema};
        table.name = name;
        m_objects.tables.push_back(table);
        m_names.insert({schema, name.toLower()});
        return static_cast<int>(m_objects.tables.size()) - 1;
    }

    int addColumn(int table, const QString& name, const QString& type, bool nullable = true)
    {
        Column column;
        column.table = TableId{table};
        std::vector<int>& columns = m_columns[table];
        columns.push_back(static_cast<int>(m_objects.columns.size()));
        column.position = static_cast<int>(columns.size());
        column.name = name;
        column.type = type;
        column.nullable = nullable;
        m_objects.columns.push_back(column);
        return static_cast<int>(m_objects.columns.size()) - 1;
    }

    void addKey(int table, std::vector<ColumnId> columns)
    {
        Constraint key;
        key.table = TableId{table};
        key.kind = ConstraintKind::PrimaryKey;
        key.name = QString(m_objects.tables[table].name + QStringLiteral("_pkey"));
        key.columns = std::move(columns);
        m_objects.constraints.push_back(key);
    }

    /// The first module is the core: users, countries, currencies in the first schema.
    void addModule(int number, int tables)
    {
        static constexpr std::array keyTypes{"bigint", "integer", "uuid"};
        UndeclaredModule module;
        const auto area = static_cast<std::size_t>(number) % areas.size();
        const std::size_t round = static_cast<std::size_t>(number) / areas.size();
        if (round > 0)
            module.words << QString::fromLatin1(regions[(round - 1) % regions.size()]);
        module.words << QString::fromLatin1(areas[area]);
        module.style =
            number == 0 ? NamingStyle::SnakePlural : static_cast<NamingStyle>(below(namingStyles));
        module.keyType = QString::fromLatin1(keyTypes[number == 0 ? 0 : below(3)]);
        const bool ownSchema = number > 0 && number < 40 && chance(0.4);
        module.schema = ownSchema ? addSchema(module.words.join(QLatin1Char('_'))) : 0;
        if (!ownSchema && number > 0)
            module.inTables = module.words;
        m_modules.push_back(module);
        if (number == 0) {
            for (const char* word : {"user", "country", "currency"})
                addEntity(0, {QString::fromLatin1(word)});
        }
        for (int attempt = 0, added = number == 0 ? 3 : 0; added < tables && attempt < 400;
             ++attempt)
            added += addEntity(number, entityWords(added)) ? 1 : 0;
    }

    QStringList entityWords(int alreadyThere)
    {
        QStringList words{oneOf(entityNouns)};
        if (alreadyThere > 10 && chance(0.7))
            words << oneOf(entityDetails);
        return words;
    }

    bool addEntity(int number, const QStringList& words)
    {
        const UndeclaredModule& module = m_modules[static_cast<std::size_t>(number)];
        const QString name = styledTable(module.style, module.inTables, words);
        if (m_names.count({module.schema, name.toLower()}) > 0)
            return false;
        const int table = addTable(module.schema, name);
        const int key = addColumn(table, styledKey(module.style, words), module.keyType, false);
        addKey(table, {ColumnId{key}});
        m_byModule[number].push_back(entityCount());
        m_entities.push_back({number, table, key, words});
        return true;
    }

    void addColumns(int child)
    {
        const UndeclaredEntity entity = m_entities[static_cast<std::size_t>(child)];
        const NamingStyle style = m_modules[static_cast<std::size_t>(entity.module)].style;
        const int references = below(4);
        for (int i = 0; i < references; ++i)
            addReference(child);
        if (chance(m_options.decoyShare))
            addPlain(entity.table, style, decoys[static_cast<std::size_t>(below(decoys.size()))]);
        for (const Decoy& column : plain) {
            if (chance(0.6))
                addPlain(entity.table, style, column);
        }
        if (chance(0.02)) {
            const QString role = QStringLiteral("owner");
            const int id = addColumn(entity.table, styledReference(style, {}, {role}),
                                     QStringLiteral("bigint"));
            const int type =
                addColumn(entity.table, styledColumn(style, {role, QStringLiteral("type")}),
                          QStringLiteral("character varying(40)"));
            m_pairs.push_back({id, type});
        }
    }

    void addPlain(int table, NamingStyle style, const Decoy& column)
    {
        const QStringList words{QString::fromLatin1(column.words[0]),
                                QString::fromLatin1(column.words[1])};
        const QString name = styledColumn(style, words);
        if (!hasColumn(table, name))
            addColumn(table, name, QString::fromLatin1(column.type));
    }

    [[nodiscard]] bool hasColumn(int table, const QString& name) const
    {
        const std::vector<int>& columns = m_columns.at(table);
        return std::any_of(columns.begin(), columns.end(), [&](int column) {
            return m_objects.columns[static_cast<std::size_t>(column)].name == name;
        });
    }

    void addReference(int child)
    {
        const UndeclaredEntity& entity = m_entities[static_cast<std::size_t>(child)];
        const UndeclaredModule& module = m_modules[static_cast<std::size_t>(entity.module)];
        const bool leaves = chance(m_options.foreignShare);
        const bool toCore = leaves && chance(0.6);
        const auto& near = m_byModule[leaves ? 0 : entity.module];
        int target = toCore ? below(3)
                            : near[static_cast<std::size_t>(below(static_cast<int>(near.size())))];
        if (leaves && !toCore)
            target = below(entityCount());
        const UndeclaredEntity& parent = m_entities[static_cast<std::size_t>(target)];
        QStringList role;
        if (target == child)
            role << QStringLiteral("parent");
        else if (chance(0.15))
            role << oneOf(roleWords);
        // in another module the name says which, unless it is the core
        QStringList words = parent.words;
        const UndeclaredModule& owner = m_modules[static_cast<std::size_t>(parent.module)];
        if (parent.module != entity.module && parent.module != 0)
            words = styledModule(owner.style, owner.words) + words;
        const QString name = styledReference(module.style, role, words);
        // core words that the module itself has mean its own
        if (hasColumn(entity.table, name) || (toCore && hasOwn(entity.module, parent.words)))
            return;
        m_truth.push_back({addColumn(entity.table, name, owner.keyType, chance(0.5)), parent.key});
    }

    [[nodiscard]] bool hasOwn(int module, const QStringList& words)
    {
        return module != 0 &&
               std::any_of(m_byModule[module].begin(), m_byModule[module].end(), [&](int entity) {
                   return m_entities[static_cast<std::size_t>(entity)].words == words;
               });
    }

    void addCopies(int count)
    {
        const double audits = m_options.auditShare + m_options.copyShare;
        for (int i = 0; i < count; ++i) {
            const UndeclaredEntity& entity =
                m_entities[static_cast<std::size_t>(below(entityCount()))];
            const Table original = m_objects.tables[static_cast<std::size_t>(entity.table)];
            const bool audit = chance(m_options.auditShare / audits);
            const QString suffix = audit ? QStringLiteral("_audit")
                                         : QStringLiteral("_backup_%1").arg(2000 + below(25));
            const QString name = QString(original.name + suffix);
            if (m_names.count({original.schema.index, name.toLower()}) > 0)
                continue;
            const int table = addTable(original.schema.index, name);
            if (audit)
                addKey(table, {ColumnId{addColumn(table, QStringLiteral("audit_id"),
                                                  QStringLiteral("bigint"), false)}});
            copyColumns(entity.table, table);
        }
    }

    void copyColumns(int from, int to)
    {
        for (int column : m_columns.at(from)) {
            const Column original = m_objects.columns[static_cast<std::size_t>(column)];
            m_neutral.push_back(addColumn(to, original.name, original.type));
        }
    }

    /// Ordering renumbers ids; names find them again.
    UndeclaredSchema finished()
    {
        std::vector<std::array<QString, 3>> keys;
        for (const Column& column : m_objects.columns) {
            const Table& table = m_objects.tables[static_cast<std::size_t>(column.table.index)];
            keys.push_back({m_objects.schemas[static_cast<std::size_t>(table.schema.index)].name,
                            table.name, column.name});
        }
        UndeclaredSchema result;
        result.catalog = std::make_shared<const Catalog>(mergeSources(
            {std::make_shared<const SourceCatalog>(finishSource(std::move(m_objects)))}));
        std::map<std::array<QString, 3>, ColumnId> ids;
        const Catalog& catalog = *result.catalog;
        for (int i = 0; i < static_cast<int>(catalog.objects().columns.size()); ++i) {
            const Column& column = catalog.column(ColumnId{i});
            const Table& table = catalog.table(column.table);
            ids[{catalog.schema(table.schema).name, table.name, column.name}] = ColumnId{i};
        }
        const auto id = [&](int column) { return ids.at(keys[static_cast<std::size_t>(column)]); };
        for (const auto& [child, key] : m_truth)
            result.truth.push_back({id(child), id(key)});
        for (const auto& [idColumn, type] : m_pairs)
            result.polymorphic.push_back({id(idColumn), id(type)});
        for (int column : m_neutral)
            result.neutral.insert(id(column));
        std::sort(result.truth.begin(), result.truth.end(),
                  [](const auto& a, const auto& b) { return a.child < b.child; });
        std::sort(result.polymorphic.begin(), result.polymorphic.end(),
                  [](const auto& a, const auto& b) { return a.id < b.id; });
        return result;
    }

    const UndeclaredOptions& m_options;
    std::mt19937 m_random;
    CatalogObjects m_objects;
    std::vector<UndeclaredModule> m_modules;
    std::vector<UndeclaredEntity> m_entities;
    std::map<int, std::vector<int>> m_byModule; ///< entities
    std::map<int, std::vector<int>> m_columns;  ///< by table
    std::set<std::pair<int, QString>> m_names;
    std::vector<std::pair<int, int>> m_truth; ///< columns: child, key
    std::vector<std::pair<int, int>> m_pairs; ///< columns: id, type
    std::vector<int> m_neutral;
};

} // namespace

UndeclaredSchema syntheticUndeclared(const UndeclaredOptions& options)
{
    return UndeclaredGenerator(options).generate();
}

} // namespace cadastre::test
