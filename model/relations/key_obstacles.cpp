// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Each obstacle in turn; see the header.
#include "model/relations/key_obstacles.h"

#include "model/relations/cardinality.h"
#include "model/relations/count_text.h"
#include "model/relations/key_types.h"
#include "model/relations/lookup_index.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Below it nobody notices the lock.
constexpr double manyRowsToLock = 100000;

class KeyObstacleFinder
{
public:
    KeyObstacleFinder(const Catalog& catalog, const Relationship& relationship,
                      const Verification* verification)
        : m_catalog(catalog)
        , m_relationship(relationship)
        , m_verification(verification)
        , m_engine(catalog.source(catalog.sourceOf(relationship.child)).engine)
    {
    }

    std::vector<KeyObstacle> find()
    {
        if (m_relationship.constraint)
            return {};
        if (!hasOneParent())
            return m_found;
        findKindsOfTables();
        findTypes();
        findParentKey();
        findData();
        findIndex();
        findLock();
        return m_found;
    }

private:
    void refuse(KeyObstacleKind kind, const QString& sentence)
    {
        m_found.push_back({kind, sentence, true});
    }
    void advise(KeyObstacleKind kind, const QString& sentence)
    {
        m_found.push_back({kind, sentence, false});
    }

    [[nodiscard]] const RelationshipTarget& target() const
    {
        return m_relationship.targets.front();
    }
    [[nodiscard]] QString tableName(TableId table) const { return m_catalog.displayName(table); }

    /// "orders.customer_id" or "orders(a, b)"
    [[nodiscard]] QString columnsName(TableId table, const std::vector<ColumnId>& columns) const
    {
        if (columns.size() == 1)
            return m_catalog.displayName(columns.front());
        QStringList names;
        for (ColumnId column : columns)
            names << quotedKeyPart(m_catalog.column(column).name);
        return QStringLiteral("%1(%2)").arg(tableName(table), names.join(QStringLiteral(", ")));
    }

    bool hasOneParent()
    {
        if (m_relationship.typeColumn || m_relationship.targets.size() > 1)
            refuse(KeyObstacleKind::NoSingleParent,
                   QStringLiteral("%1 points at several tables, and a foreign key has one parent.")
                       .arg(columnsName(m_relationship.child, m_relationship.childColumns)));
        else if (m_relationship.targets.empty() || !target().isResolved())
            refuse(KeyObstacleKind::NoSingleParent, QStringLiteral("There is no parent table."));
        else if (m_catalog.sourceOf(target().table) != m_catalog.sourceOf(m_relationship.child))
            refuse(KeyObstacleKind::OtherDatabase,
                   QStringLiteral("%1 is in another database.").arg(tableName(target().table)));
        return m_found.empty();
    }

    void findKindsOfTables()
    {
        for (TableId id : {m_relationship.child, target().table}) {
            const Table& table = m_catalog.table(id);
            if (table.kind != TableKind::Table && table.kind != TableKind::PartitionedTable)
                refuse(KeyObstacleKind::NoTable,
                       QStringLiteral("%1 is a %2, and foreign keys are between tables.")
                           .arg(tableName(id), tableKindName(table.kind)));
            else
                findStorage(id, table);
        }
    }

    /// MariaDB and MySQL read the words of a key and forget them where the storage has none.
    void findStorage(TableId id, const Table& table)
    {
        if (m_engine != Engine::MariaDb && m_engine != Engine::MySql)
            return;
        const auto storage =
            std::ranges::find(table.properties, QStringLiteral("Engine"), &Property::label);
        if (storage != table.properties.end() &&
            storage->value.compare(QLatin1String("InnoDB"), Qt::CaseInsensitive) != 0)
            refuse(KeyObstacleKind::NoTable,
                   QStringLiteral("%1 is stored by %2, which has no foreign keys.")
                       .arg(tableName(id), storage->value));
        else if (table.kind == TableKind::PartitionedTable || !table.partitionKey.isEmpty())
            refuse(KeyObstacleKind::NoTable,
                   QStringLiteral("%1 is partitioned, and partitioned tables have no foreign keys "
                                  "here.")
                       .arg(tableName(id)));
    }

    void findTypes()
    {
        for (std::size_t i = 0; i < target().columns.size(); ++i) {
            const ColumnId child = m_relationship.childColumns[i];
            const ColumnId parent = target().columns[i];
            const KeyTypeJudgement types = judgeKeyTypes(m_catalog, child, parent);
            if (types.fit == KeyTypeFit::Declarable)
                continue;
            const bool differ = types.fit == KeyTypeFit::TypesDiffer;
            refuse(differ ? KeyObstacleKind::TypesDiffer : KeyObstacleKind::TypeToChange,
                   QStringLiteral("%1: %2 is %3, %4 is %5; %6.")
                       .arg(differ ? QStringLiteral("The types differ")
                                   : QStringLiteral("The types have to be alike"),
                            m_catalog.displayName(child), m_catalog.column(child).type,
                            m_catalog.displayName(parent), m_catalog.column(parent).type,
                            types.reason));
        }
    }

    void findParentKey()
    {
        if (!areUniqueTogether(m_catalog, target().table, target().columns))
            refuse(KeyObstacleKind::ParentNotUnique,
                   QStringLiteral("%1 is neither a primary key nor unique.")
                       .arg(columnsName(target().table, target().columns)));
    }

    void findData()
    {
        if (!m_verification) {
            refuse(KeyObstacleKind::NotChecked,
                   QStringLiteral("The data was not checked, so orphans are possible."));
            return;
        }
        if (m_verification->hasFailed()) {
            refuse(KeyObstacleKind::NotChecked, m_verification->failure);
            return;
        }
        findOrphans();
        findSentinels();
        if (!m_verification->complete)
            refuse(KeyObstacleKind::NotChecked,
                   QStringLiteral("Only %1 were checked, not all.")
                       .arg(countedNoun(m_verification->sampledRows, QStringLiteral("row"),
                                        QStringLiteral("rows"))));
    }

    void findOrphans()
    {
        qint64 orphans = 0;
        for (const TargetVerification& checked : m_verification->targets)
            orphans += checked.orphans();
        if (orphans > 0)
            refuse(
                KeyObstacleKind::Orphans,
                QStringLiteral("%1 in %2 without a row in %3.")
                    .arg(countedNoun(orphans, QStringLiteral("orphan"), QStringLiteral("orphans")),
                         countedNoun(m_verification->sampledRows, QStringLiteral("checked row"),
                                     QStringLiteral("checked rows")),
                         tableName(target().table)));
    }

    void findSentinels()
    {
        const bool canBeNull = std::ranges::any_of(m_relationship.childColumns, [&](ColumnId id) {
            return m_catalog.column(id).nullable;
        });
        for (const SentinelCount& sentinel : m_verification->sentinels) {
            const QString value =
                sentinel.value.isEmpty() ? QStringLiteral("an empty text") : sentinel.value;
            QString sentence =
                QStringLiteral("%1 %2, for which %3 has no row: they would have to be null")
                    .arg(sentinel.rows == 1
                             ? QStringLiteral("1 row has")
                             : QString(groupedDigits(sentinel.rows) + QStringLiteral(" rows have")),
                         value, tableName(target().table));
            sentence += canBeNull ? QStringLiteral(".")
                                  : QStringLiteral(", which the column does not allow.");
            refuse(KeyObstacleKind::Sentinels, sentence);
        }
    }

    void findIndex()
    {
        // InnoDB makes the index together with the key
        if (m_engine == Engine::MariaDb || m_engine == Engine::MySql)
            return;
        if (!hasIndexFor(m_catalog, m_relationship.child, m_relationship.childColumns))
            advise(KeyObstacleKind::MissingIndex,
                   QStringLiteral("No index begins with %1: each deleted row of %2 would read the "
                                  "whole table.")
                       .arg(columnsName(m_relationship.child, m_relationship.childColumns),
                            tableName(target().table)));
    }

    [[nodiscard]] std::optional<double> childRows() const
    {
        if (m_verification && m_verification->approxTotal)
            return m_verification->approxTotal;
        return m_catalog.table(m_relationship.child).rowEstimate;
    }

    void findLock()
    {
        const QString child = tableName(m_relationship.child);
        if (m_engine == Engine::Sqlite) {
            advise(KeyObstacleKind::RowsToLock,
                   QStringLiteral("SQLite adds no key to a table that exists: %1 has to be made "
                                  "anew and filled.")
                       .arg(child));
            return;
        }
        const std::optional<double> rows = childRows();
        if (!rows || *rows < manyRowsToLock)
            return;
        const QString about = approximateCount(*rows);
        if (m_engine == Engine::PostgreSql)
            advise(KeyObstacleKind::RowsToLock,
                   QStringLiteral("About %1 rows of %2 are read while both tables are locked "
                                  "against writing: add it NOT VALID, then VALIDATE it.")
                       .arg(about, child));
        else
            advise(KeyObstacleKind::RowsToLock,
                   QStringLiteral("About %1 rows of %2 are copied or read while the table is "
                                  "locked against writing.")
                       .arg(about, child));
    }

    const Catalog& m_catalog;
    const Relationship& m_relationship;
    const Verification* m_verification;
    Engine m_engine;
    std::vector<KeyObstacle> m_found;
};

} // namespace

std::vector<KeyObstacle> findKeyObstacles(const Catalog& catalog, const Relationship& relationship,
                                          const Verification* verification)
{
    return KeyObstacleFinder(catalog, relationship, verification).find();
}

QStringList keyObstacles(const Catalog& catalog, const Relationship& relationship,
                         const Verification* verification)
{
    QStringList sentences;
    for (const KeyObstacle& one : findKeyObstacles(catalog, relationship, verification))
        sentences << one.sentence;
    return sentences;
}

bool canDeclareKey(const Catalog& catalog, const Relationship& relationship,
                   const Verification& verification)
{
    return std::ranges::none_of(findKeyObstacles(catalog, relationship, &verification),
                                &KeyObstacle::refuses);
}

} // namespace cadastre
