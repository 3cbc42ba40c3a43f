// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The generator draws from std::mt19937 alone, whose sequence the standard fixes; distributions of
// the standard library differ between implementations and are not used.
#include "tests/support/synthetic_catalog.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace cadastre::test {

namespace {

constexpr int tablesPerModule = 24;

constexpr std::array modules{
    "account",  "billing", "catalog",  "shipping", "support", "payroll",  "stock",   "campaign",
    "identity", "audit",   "contract", "pricing",  "returns", "loyalty",  "project", "asset",
    "fleet",    "quality", "survey",   "content",  "booking", "document", "device",  "ledger",
};
constexpr std::array nouns{
    "customer", "order",    "item",   "invoice", "payment",  "address",  "status", "type",
    "line",     "history",  "rule",   "event",   "document", "category", "price",  "note",
    "group",    "member",   "permit", "session", "request",  "response", "batch",  "task",
    "schedule", "template", "label",  "channel", "message",  "region",
};
struct PlainColumn
{
    const char* name;
    const char* type;
};
constexpr std::array plainColumns{
    PlainColumn{"name", "character varying(120)"},
    PlainColumn{"code", "character varying(20)"},
    PlainColumn{"description", "text"},
    PlainColumn{"amount", "numeric(12,2)"},
    PlainColumn{"quantity", "integer"},
    PlainColumn{"is_active", "boolean"},
    PlainColumn{"status", "smallint"},
    PlainColumn{"valid_from", "date"},
    PlainColumn{"valid_to", "date"},
    PlainColumn{"email", "character varying(200)"},
    PlainColumn{"payload", "jsonb"},
    PlainColumn{"position", "integer"},
    PlainColumn{"external_reference", "character varying(64)"},
    PlainColumn{"created_at", "timestamp with time zone"},
    PlainColumn{"updated_at", "timestamp with time zone"},
    PlainColumn{"created_by", "character varying(60)"},
};

class Generator
{
public:
    explicit Generator(const SyntheticOptions& options)
        : m_options(options)
        , m_random(options.seed)
    {
    }

    SourceCatalog generate()
    {
        addSource();
        const int views = static_cast<int>(m_options.tables * m_options.viewShare);
        const int tables = m_options.tables - views;
        for (int i = 0; i < tables; ++i)
            addTable(i);
        addReferences(tables);
        addColumns(tables);
        for (int i = 0; i < views; ++i)
            addView(i, tables);
        return finishSource(std::move(m_objects));
    }

private:
    struct Reference
    {
        int parent;
        int ordinal; ///< among references of one child to the same parent
    };

    int below(int limit) { return static_cast<int>(m_random() % static_cast<quint32>(limit)); }
    bool chance(double share) { return m_random() < share * 4294967296.0; }

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
        const int chosen = m_options.tables <= 100 ? 1 : m_options.tables / 250 + 1;
        m_schemas = m_options.schemas > 0 ? m_options.schemas : std::min(chosen, 12);
        for (int i = 0; i < m_schemas; ++i) {
            Schema schema;
            schema.name =
                i == 0 ? QStringLiteral("public")
                       : QString::fromLatin1(modules[static_cast<std::size_t>(i) % modules.size()]);
            m_objects.schemas.push_back(schema);
        }
    }

    void addTable(int number)
    {
        const int module = number / tablesPerModule;
        Table table;
        table.schema = SchemaId{module % m_schemas};
        table.name =
            QString::fromLatin1(modules[static_cast<std::size_t>(module) % modules.size()]) %
            QLatin1Char('_') %
            QString::fromLatin1(nouns[static_cast<std::size_t>(number % tablesPerModule)]);
        if (module >= static_cast<int>(modules.size()))
            table.name += QString::number(module / static_cast<int>(modules.size()) + 1);
        table.rowEstimate = std::pow(10.0, below(80) / 10.0);
        if (chance(m_options.commentShare))
            table.comment.text = QStringLiteral("What the %1 module keeps as %2.")
                                     .arg(table.name.section(QLatin1Char('_'), 0, 0), table.name);
        m_objects.tables.push_back(table);
    }

    /// Preferential attachment: a parent is drawn from the ends of earlier references, four times
    /// of five inside the module, so that few tables are referenced by many.
    void addReferences(int tables)
    {
        m_references.resize(static_cast<std::size_t>(tables));
        std::vector<int> ends;
        std::vector<std::vector<int>> moduleEnds(
            static_cast<std::size_t>(tables / tablesPerModule) + 1);
        for (int child = 0; child < tables; ++child) {
            auto& local = moduleEnds[static_cast<std::size_t>(child / tablesPerModule)];
            if (chance(m_options.isolatedShare))
                continue;
            const int wanted = static_cast<int>(m_options.referencesPerTable * 2);
            const int count = below(wanted + 1);
            for (int i = 0; i < count; ++i) {
                const auto& pool = local.size() > 2 && !chance(0.2) ? local : ends;
                if (pool.empty())
                    continue;
                const int parent =
                    pool[static_cast<std::size_t>(below(static_cast<int>(pool.size())))];
                addReference(child, parent);
                ends.push_back(parent);
                moduleEnds[static_cast<std::size_t>(parent / tablesPerModule)].push_back(parent);
            }
            ends.push_back(child);
            local.push_back(child);
        }
    }

    void addReference(int child, int parent)
    {
        auto& references = m_references[static_cast<std::size_t>(child)];
        const auto same = std::count_if(references.begin(), references.end(),
                                        [&](const Reference& r) { return r.parent == parent; });
        if (same < 2)
            references.push_back({parent, static_cast<int>(same)});
    }

    void addColumns(int tables)
    {
        std::vector<ColumnId> keys;
        for (int i = 0; i < tables; ++i) {
            m_position = 0;
            keys.push_back(addColumn(i, QStringLiteral("id"), QStringLiteral("bigint"), false));
            m_objects.columns.back().columnIdentity = Identity::ByDefault;
            addKeyConstraint(i, keys.back());
            for (const Reference& reference : m_references[static_cast<std::size_t>(i)])
                addReferenceColumn(i, reference);
            addPlainColumns(i);
        }
        for (Constraint& constraint : m_objects.constraints) {
            if (constraint.referencedTable)
                constraint.referencedColumns = {
                    keys[static_cast<std::size_t>(constraint.referencedTable->index)]};
        }
    }

    ColumnId addColumn(int table, const QString& name, const QString& type, bool nullable)
    {
        Column column;
        column.table = TableId{table};
        column.name = name;
        column.type = type;
        column.nullable = nullable;
        column.position = ++m_position;
        m_objects.columns.push_back(column);
        return ColumnId{static_cast<int>(m_objects.columns.size()) - 1};
    }

    void addKeyConstraint(int table, ColumnId column)
    {
        const QString& name = m_objects.tables[static_cast<std::size_t>(table)].name;
        Constraint key;
        key.table = TableId{table};
        key.kind = ConstraintKind::PrimaryKey;
        key.name = name + QStringLiteral("_pkey");
        key.columns = {column};
        m_objects.constraints.push_back(key);
        Index index;
        index.table = key.table;
        index.name = key.name;
        index.method = QStringLiteral("btree");
        index.unique = index.primary = index.backsConstraint = true;
        index.parts.push_back({});
        index.parts.back().column = column;
        m_objects.indexes.push_back(index);
    }

    void addReferenceColumn(int table, const Reference& reference)
    {
        const QString& parent = m_objects.tables[static_cast<std::size_t>(reference.parent)].name;
        const QString role = reference.ordinal == 0 ? QString() : QStringLiteral("previous_");
        const QString own = table == reference.parent ? QStringLiteral("parent_") : QString();
        const QString name = own % role % parent % QStringLiteral("_id");
        Constraint key;
        key.table = TableId{table};
        key.kind = ConstraintKind::ForeignKey;
        key.columns = {addColumn(table, name, QStringLiteral("bigint"), chance(0.4))};
        key.name = m_objects.tables[static_cast<std::size_t>(table)].name % QLatin1Char('_') %
                   name % QStringLiteral("_fkey");
        key.referencedTable = TableId{reference.parent};
        m_objects.constraints.push_back(key);
    }

    void addPlainColumns(int table)
    {
        const int start = below(static_cast<int>(plainColumns.size()));
        const int count = 2 + below(8);
        for (int i = 0; i < count; ++i) {
            const PlainColumn& plain =
                plainColumns[static_cast<std::size_t>(start + i) % plainColumns.size()];
            addColumn(table, QString::fromLatin1(plain.name), QString::fromLatin1(plain.type),
                      chance(0.6));
            if (chance(m_options.commentShare / 3))
                m_objects.columns.back().comment.text = QStringLiteral("As printed on the form.");
        }
        if (!chance(m_options.wideShare))
            return;
        for (int i = 1; i <= 60; ++i) {
            const QString prefix = i <= 20   ? QStringLiteral("billing_field_%1")
                                   : i <= 40 ? QStringLiteral("is_feature_%1")
                                             : QStringLiteral("address_%1");
            addColumn(table, prefix.arg(i), QStringLiteral("text"), true);
        }
    }

    void addView(int number, int tables)
    {
        const int first = below(tables);
        const QString& name = m_objects.tables[static_cast<std::size_t>(first)].name;
        Table view;
        view.kind = number % 5 == 4 ? TableKind::MaterializedView : TableKind::View;
        view.schema = m_objects.tables[static_cast<std::size_t>(first)].schema;
        view.name = QStringLiteral("v%1_%2").arg(number + 1).arg(name);
        const int id = static_cast<int>(m_objects.tables.size());
        std::vector<int> sources{first};
        for (const Reference& reference : m_references[static_cast<std::size_t>(first)])
            sources.push_back(reference.parent);
        std::sort(sources.begin(), sources.end());
        sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
        view.viewDefinition = QStringLiteral("SELECT * FROM %1").arg(name);
        m_objects.tables.push_back(view);
        m_position = 0;
        addColumn(id, QStringLiteral("id"), QStringLiteral("bigint"), true);
        addColumn(id, QStringLiteral("name"), QStringLiteral("text"), true);
        addColumn(id, QStringLiteral("total"), QStringLiteral("numeric"), true);
        for (int source : sources)
            m_objects.dependencies.push_back({TableId{id}, TableId{source}, DependencyKind::Reads});
    }

    SyntheticOptions m_options;
    std::mt19937 m_random;
    CatalogObjects m_objects;
    std::vector<std::vector<Reference>> m_references;
    int m_schemas = 1;
    int m_position = 0;
};

} // namespace

SourceCatalog syntheticSource(const SyntheticOptions& options)
{
    return Generator(options).generate();
}

std::shared_ptr<const Catalog> syntheticCatalog(const SyntheticOptions& options)
{
    const auto part = std::make_shared<const SourceCatalog>(syntheticSource(options));
    return std::make_shared<const Catalog>(mergeSources({part}));
}

std::shared_ptr<const Catalog> syntheticCatalog(int tables)
{
    SyntheticOptions options;
    options.tables = tables;
    return syntheticCatalog(options);
}

} // namespace cadastre::test
